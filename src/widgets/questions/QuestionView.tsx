// One question, to be answered or only read: what is told, what lies beside it, and the view of its kind.
import type { ReactNode } from 'react';
import { Told } from './Told.tsx';
import { VIEWS } from './views/index.ts';
import type { ViewProps } from './views/view.ts';

interface Props extends ViewProps {
  /** How the question is headed: an element above the stem. */
  readonly heading?: ReactNode;
}

export function QuestionView({ heading, ...props }: Props): ReactNode {
  const { question } = props;
  const Answering = VIEWS[question.kind];
  return (
    <div className="question" data-kind={question.kind}>
      {heading}
      <Told question={question} />
      <Answering {...props} />
    </div>
  );
}
