// A derivation as a path through gates; for a call of several pairs, one path a pair.
import type { ReactNode } from 'react';
import type { Decision, Pointer } from '#evaluator';
import type { Part } from '#cloud';
import { lab as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import type { Detail } from './details.ts';
import { gatesOf, type Gate } from './gates.ts';

/** Shows a place in the documents. */
export type Go = (part: Part, at: Pointer) => void;

export const TONES: Readonly<Record<Decision, string>> = {
  allowed: 'allow',
  explicitDeny: 'deny',
  implicitDeny: 'silent',
};

interface Shown {
  readonly go?: Go | undefined;
  /** Is this the gate of the line that was touched? */
  readonly isTouched?: ((gate: Gate, part: Part) => boolean) | undefined;
}

export function VerdictLine({ decision }: { readonly decision: Decision }): ReactNode {
  return (
    <p className={`verdict ${TONES[decision]}`}>
      <span>
        <span aria-hidden="true">{words.signs[decision]}</span> <span>{words.verdicts[decision]}</span>
      </span>
      {decision !== 'allowed' && <small>{words.terms[decision]}</small>}
    </p>
  );
}

export function Paths({ parts, ...shown }: Shown & { readonly parts: readonly Part[] }): ReactNode {
  const [only] = parts;
  if (only && parts.length === 1) return <Path part={only} {...shown} />;
  return (
    <ol className="pairs" aria-label={words.pairs}>
      {parts.map((part, i) => {
        const { decision } = part.verdict;
        return (
          <li key={i} className={TONES[decision]}>
            <p className="pair">
              <b aria-hidden="true">{words.signs[decision]}</b> <strong>{part.request.action}</strong>{' '}
              {words.on} <code>{shortOf(part.request.resource)}</code>
              <span className="visually-hidden">: {words.verdicts[decision]}</span>
            </p>
            <Path part={part} {...shown} />
          </li>
        );
      })}
    </ol>
  );
}

/** The end of an ARN, which is what tells it from the others here. */
function shortOf(arn: string): string {
  return arn.split(':').slice(5).join(':') || arn;
}

const SIGNS: Readonly<Record<Gate['state'], string>> = { open: '✓', shut: '–', past: '·' };

function Path({ part, go, isTouched }: Shown & { readonly part: Part }): ReactNode {
  return (
    <ol className={`path ${TONES[part.verdict.decision]}`} aria-label={words.path}>
      {gatesOf(part).map((gate) => {
        const touched = isTouched?.(gate, part) ?? false;
        const sign = gate.rule === 'explicit-deny-wins' && gate.state === 'shut' ? '✕' : SIGNS[gate.state];
        return (
          <li
            key={gate.rule}
            className={touched ? `${gate.state} touched` : gate.state}
            aria-current={touched ? 'true' : undefined}
          >
            <b aria-hidden="true">{sign}</b>
            <strong>{gate.title}</strong>
            {gate.details.map((detail, i) => (
              <small key={i}>
                <Told detail={detail} part={part} go={go} />
              </small>
            ))}
          </li>
        );
      })}
    </ol>
  );
}

function Told({
  detail: { text, at },
  part,
  go,
}: {
  detail: Detail;
  part: Part;
  go: Go | undefined;
}): ReactNode {
  if (!at || !go) return <Inline text={text} />;
  return (
    <button
      type="button"
      className="link"
      onClick={() => {
        go(part, at);
      }}
    >
      <Inline text={text} />
    </button>
  );
}
