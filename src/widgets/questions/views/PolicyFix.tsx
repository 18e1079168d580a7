// A policy to be mended in its own text. The editor is fetched when somebody sees such a question.
import { lazy, Suspense, useId, useState, useSyncExternalStore, type ReactNode } from 'react';
import { KINDS, type AskedFix } from '#exam';
import { questions } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { PolicyText } from '../PolicyText.tsx';
import { Foot } from './Foot.tsx';
import { OnPaper } from './OnPaper.tsx';
import type { ViewProps } from './view.ts';
import { Wants } from './Wants.tsx';

const PolicyEditor = lazy(() => import('./PolicyEditor.tsx'));

const words = questions.fix;

const never = (): (() => void) => () => undefined;

export function PolicyFix({ question, answer, onAnswer }: ViewProps<AskedFix>): ReactNode {
  const state = useId();
  const [said, setSaid] = useState('');
  // Built, a page has the text: what is fetched later would come with a script that its security policy refuses.
  const awake = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const { document } = question;
  const text = typeof answer === 'string' ? answer : document.text;
  const answered = KINDS['policy-fix'].complete(question, answer);
  return (
    <fieldset className="fix" aria-describedby={onAnswer && state}>
      <legend>
        <Inline text={question.ask} />
      </legend>
      <Wants title={words.wants} wants={question.wants} />
      <figure className="exhibit">
        <figcaption>{document.title}</figcaption>
        {onAnswer && awake ? (
          <Suspense fallback={<PolicyText text={text} />}>
            <PolicyEditor name={document.title} sort={document.sort} text={text} onChange={onAnswer} />
          </Suspense>
        ) : (
          <PolicyText text={text} />
        )}
      </figure>
      <OnPaper as="rules" />
      {onAnswer && (
        <Foot
          id={state}
          given={answered}
          stands={answered ? words.changed : words.same}
          acts={[
            {
              text: words.reset,
              possible: text !== document.text,
              act: () => {
                setSaid(words.wasReset);
                onAnswer(document.text);
              },
            },
          ]}
          said={said}
        />
      )}
    </fieldset>
  );
}
