// A question of the room. Views of kinds beside the two that most papers are made of come with the first that needs them.
import { createElement, lazy, Suspense, type ReactNode } from 'react';
import type { Asked } from '#exam';
import { exam as words } from '#strings';
import { Told } from '#widgets/questions/Told.tsx';
import { Options } from '#widgets/questions/views/Options.tsx';
import type { ViewProps } from '#widgets/questions/views/view.ts';

const fetchViews = () => import('#widgets/questions/views/index.ts');

const Later = lazy(async () => {
  const { VIEWS } = await fetchViews();
  function AnyView(props: ViewProps): ReactNode {
    return createElement(VIEWS[props.question.kind], props);
  }
  return { default: AnyView };
});

/** Fetches what the questions of a paper need, before they are turned to. */
export function prepareViews(questions: readonly Asked[]): void {
  if (questions.some(({ kind }) => kind !== 'single' && kind !== 'multiple'))
    void fetchViews().catch(() => undefined);
}

export function RoomQuestion(props: ViewProps): ReactNode {
  const { question } = props;
  return (
    <div className="question" data-kind={question.kind}>
      <Told question={question} />
      {question.kind === 'single' || question.kind === 'multiple' ? (
        <Options {...props} question={question} />
      ) : (
        <Suspense fallback={<p role="status">{words.comes}</p>}>
          <Later {...props} />
        </Suspense>
      )}
    </div>
  );
}
