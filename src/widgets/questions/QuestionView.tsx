// One question, to be answered or only read: what is told, what lies beside it, and the view of its kind.
import type { ReactNode } from 'react';
import type { Asked } from '#exam';
import { Prose } from '#widgets/prose/Prose.tsx';
import { Exhibits } from './Exhibits.tsx';
import { VIEWS } from './views/index.ts';
import type { ViewProps } from './views/view.ts';

interface Props extends ViewProps {
  /** How the question is headed: an element above the stem. */
  readonly heading?: ReactNode;
}

export function QuestionView({ heading, ...props }: Props): ReactNode {
  const { question } = props;
  const { Answering } = VIEWS[question.kind];
  return (
    <div className="question" data-kind={question.kind}>
      {heading}
      <Told question={question} />
      <Answering {...props} />
    </div>
  );
}

/** What a question tells before it asks. */
export function Told({ question }: { readonly question: Asked }): ReactNode {
  return (
    <>
      {question.stem !== '' && (
        <div className="stem">
          <Prose text={question.stem} />
        </div>
      )}
      <ExhibitsOf question={question} />
    </>
  );
}

/** What lies beside a question, but for what its view shows itself. */
export function ExhibitsOf({ question: { kind, exhibits = [] } }: { readonly question: Asked }): ReactNode {
  return <Exhibits exhibits={exhibits} without={VIEWS[kind].placesPolicies && 'policy'} />;
}
