// The caller of an event taken apart, and the way back from it.
import type { ReactNode } from 'react';
import { trail as words } from '#strings';
import type { TrailEvent } from './read-trail.ts';
import type { Way } from './way-back.ts';

type Row = readonly [label: string, value: string | undefined, remark?: string | undefined];

export function Taken({ event }: { readonly event: TrailEvent }): ReactNode {
  const { by, error } = event;
  const { facts } = words;
  const kind = Object.hasOwn(words.kinds, by.type) ? words.kinds[by.type] : undefined;
  const rows: readonly Row[] = [
    [facts.error, error],
    [facts.kind, by.type, kind],
    [facts.issuer, by.issuer, words.certain],
    [facts.sessionName, by.sessionName, words.chosen],
    [facts.userName, by.userName],
    [facts.account, by.account],
    [facts.invokedBy, by.invokedBy],
    [facts.key, by.keyId, by.keyId?.startsWith('ASIA') === true ? words.given : words.lasts],
    [facts.mfa, by.mfa === undefined ? undefined : (words.mfa[by.mfa] ?? by.mfa)],
    [facts.source, by.sourceIdentity, words.stays],
  ];
  return (
    <dl className="facts-list">
      {rows.map(([label, value, remark]) =>
        value === undefined ? null : (
          <div key={label} className="trail-fact">
            <dt>{label}</dt>
            <dd>
              <code>{value}</code>
              {remark !== undefined && <span className="trail-remark"> · {remark}</span>}
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}

interface StepsProps {
  readonly way: Way;
  readonly back: number;
  readonly onBack: () => void;
}

export function Steps({ way, back, onBack }: StepsProps): ReactNode {
  const { steps, end, hand = '' } = way;
  const isOver = back >= steps.length;
  return (
    <div>
      <ol className="trail-steps" aria-label={words.way}>
        {steps.slice(0, back + 1).map((step, i) => (
          <li key={`${step.id} ${i}`}>
            <b>{i === 0 ? words.deed(step.name) : words.made(step.name)}</b>
            <span className="trail-remark"> {words.at(step.time, step.region)}</span>
            <br />
            <code>{step.by.arn ?? step.by.userName ?? step.by.account ?? step.by.type}</code>
            {step.by.keyId !== undefined && (
              <>
                {' · '}
                <code>{step.by.keyId}</code>
              </>
            )}
          </li>
        ))}
      </ol>
      <p role="status" className="trail-told">
        {isOver && words.ends[end](hand)}
      </p>
      <button type="button" className="button first" disabled={isOver} onClick={onBack}>
        {words.back}
      </button>
    </div>
  );
}
