// What STS answers, by which stage, and the way of the decision where a policy was asked.
import { useId, type ReactNode } from 'react';
import { oidc as words } from '#strings';
import { Paths, VerdictLine } from '#widgets/lab/Path.tsx';
import { Inline } from '#widgets/prose/Prose.tsx';
import type { Brought } from './brought.ts';

interface Props {
  readonly answer: Brought | undefined;
  readonly stages: Readonly<Record<'token' | 'policy', string>>;
  /** What kept it from being brought at all. */
  readonly faults: readonly string[];
  /** What is to be said of it before the answer. */
  readonly remarks: readonly string[];
}

export function Answered({ answer, stages, faults, remarks }: Props): ReactNode {
  const id = useId();
  return (
    <div role="status" aria-labelledby={id}>
      <p className="oidc-name" id={id}>
        {words.why}
      </p>
      {answer && <p>{stages[answer.decision ? 'policy' : 'token']}</p>}
      <ul className="findings">
        {faults.map((text) => (
          <li key={text} className="fault">
            {text}
          </li>
        ))}
        {remarks.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {answer && <Said answer={answer} />}
      </ul>
      {answer?.decision && (
        <>
          <VerdictLine decision={answer.decision} />
          <Paths parts={answer.parts} go={undefined} />
        </>
      )}
    </div>
  );
}

function Said({ answer: { arn = '', fault } }: { readonly answer: Brought }): ReactNode {
  return (
    <li className={fault ? 'fault' : 'good'}>
      <Inline text={fault ? `\`${fault.code}\`: ${fault.message}` : words.opens(arn)} />
    </li>
  );
}
