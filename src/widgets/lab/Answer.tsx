// The answer: a guess first, then the verdict and its derivation as a path, a tree or a table.
import { useState, type ReactNode } from 'react';
import { RULES, type Decision, type Pointer, type Step, type Verdict } from '#evaluator';
import type { Part } from '#cloud';
import { lab as words } from '#strings';
import { gatesOf, type Gate } from './gates.ts';
import { documentAt, nameOf, type Judged } from './judge.ts';

export const DECISIONS: readonly Decision[] = ['allowed', 'explicitDeny', 'implicitDeny'];
const TONES: Readonly<Record<Decision, string>> = {
  allowed: 'allow',
  explicitDeny: 'deny',
  implicitDeny: 'silent',
};

export type Go = (part: Part, at: Pointer) => void;

export function Guess({ onGuess }: { onGuess: (guess: Decision) => void }): ReactNode {
  return (
    <div className="guess" role="group" aria-label={words.guessTitle}>
      <p>{words.guessTitle}</p>
      {DECISIONS.map((decision) => (
        <button
          key={decision}
          type="button"
          className={`button guess-${TONES[decision]}`}
          onClick={() => {
            onGuess(decision);
          }}
        >
          <span aria-hidden="true">{words.signs[decision]}</span> {words.verdicts[decision]}
        </button>
      ))}
    </div>
  );
}

type View = 'path' | 'tree' | 'table';
const VIEWS: readonly { readonly id: View; readonly text: string }[] = [
  { id: 'path', text: words.asPath },
  { id: 'tree', text: words.asTree },
  { id: 'table', text: words.asTable },
];

export function Answer(props: {
  judged: Judged;
  guess: Decision | undefined;
  late: boolean;
  go?: Go | undefined;
}): ReactNode {
  const { judged, guess, late, go } = props;
  const [view, setView] = useState<View>('path');
  const { part, verdict } = judged;
  if (!part || !verdict) {
    return (
      <div className="answer silent" aria-live="polite">
        <p>{words.failed(judged.failure ?? '')}</p>
      </div>
    );
  }
  const { decision } = verdict;
  return (
    <div className={`answer ${TONES[decision]}`}>
      <div aria-live="polite">
        <VerdictLine decision={decision} />
        {guess !== undefined && (
          <p className="guessed">
            {guess === decision ? words.guessedRight : words.guessedWrong(words.verdicts[guess])}
          </p>
        )}
        {judged.noCredentials && <p className="aside-note">{words.noCredentials}</p>}
        {late && <p className="aside-note">{words.tooLarge}</p>}
      </div>
      {view === 'path' && <Path gates={gatesOf(part, verdict)} part={part} go={go} />}
      {view === 'tree' && (
        <ul className="tree">
          <Branch step={verdict.trace} part={part} go={go} />
        </ul>
      )}
      {view === 'table' && <Table verdict={verdict} part={part} />}
      <div className="views" role="group" aria-label={words.view}>
        {VIEWS.map(({ id, text }) => (
          <button
            key={id}
            type="button"
            aria-pressed={view === id}
            onClick={() => {
              setView(id);
            }}
          >
            {text}
          </button>
        ))}
      </div>
    </div>
  );
}

export function VerdictLine({ decision }: { decision: Decision }): ReactNode {
  return (
    <p className={`verdict ${TONES[decision]}`}>
      <span aria-hidden="true">{words.signs[decision]}</span> <span>{words.verdicts[decision]}</span>
      {decision !== 'allowed' && <small>{words.terms[decision]}</small>}
    </p>
  );
}

const SIGNS: Readonly<Record<Gate['state'], string>> = { open: '✓', shut: '✕', past: '·' };

export function Path({
  gates,
  part,
  go,
}: {
  gates: readonly Gate[];
  part: Part;
  go?: Go | undefined;
}): ReactNode {
  return (
    <ol className="path" aria-label={words.path}>
      {gates.map((gate) => (
        <li key={gate.rule} className={gate.state}>
          <b aria-hidden="true">
            {gate.state === 'shut' && gate.rule !== 'explicit-deny-wins' ? '–' : SIGNS[gate.state]}
          </b>
          <strong>{gate.title}</strong>
          {gate.details.map(({ text, at }, i) => (
            <small key={i}>
              {at && go ? (
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    go(part, at);
                  }}
                >
                  {text}
                </button>
              ) : (
                text
              )}
            </small>
          ))}
        </li>
      ))}
    </ol>
  );
}

function seenText({ seen, rule }: Step): string {
  if (!seen || rule === 'request-is-decided') return '';
  if (rule === 'condition-holds') {
    return `${seen['operator'] ?? ''} ${seen['key'] ?? ''}: ${seen['wanted'] ?? ''} / ${seen['found'] ?? '–'}`;
  }
  if (rule === 'statement-matches') return `${seen['effect'] ?? ''} ${seen['sid'] ?? ''}`.trim();
  return seen['asked'] === undefined
    ? ''
    : `${seen['asked']} / ${seen['not'] === undefined ? '' : 'not '}${seen['found'] ?? ''}`;
}

function whereText(step: Step, part: Part): string {
  const id = step.at && documentAt(part, step.at.layer, step.at.policy);
  if (id === undefined) return '';
  return step.at?.statement === undefined
    ? nameOf(id)
    : `${nameOf(id)}, ${words.statement(step.at.statement + 1, '')}`;
}

function Branch({ step, part, go }: { step: Step; part: Part; go?: Go | undefined }): ReactNode {
  const { at } = step;
  const text = `${step.rule}: ${step.holds ? words.holds : words.holdsNot}`;
  return (
    <li>
      <span className={step.holds ? 'holds' : 'holds-not'} title={RULES[step.rule].says}>
        <span aria-hidden="true">{step.holds ? '✓' : '–'}</span>{' '}
        {at && go ? (
          <button
            type="button"
            className="link"
            onClick={() => {
              go(part, at);
            }}
          >
            {text}
          </button>
        ) : (
          text
        )}
      </span>{' '}
      <code>{seenText(step)}</code>
      {step.steps && step.steps.length > 0 && (
        <ul>
          {step.steps.map((child, i) => (
            <Branch key={i} step={child} part={part} go={go} />
          ))}
        </ul>
      )}
    </li>
  );
}

interface Row {
  readonly step: Step;
  readonly depth: number;
}

function rowsOf(step: Step, depth = 0): readonly Row[] {
  return [{ step, depth }, ...(step.steps ?? []).flatMap((child) => rowsOf(child, depth + 1))];
}

function Table({ verdict, part }: { verdict: Verdict; part: Part }): ReactNode {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={words.asTable}>
      <table className="steps">
        <thead>
          <tr>
            <th scope="col">{words.ruleColumn}</th>
            <th scope="col">{words.holdsColumn}</th>
            <th scope="col">{words.whereColumn}</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(verdict.trace).map(({ step, depth }, i) => (
            <tr key={i}>
              <th scope="row" className={`depth-${Math.min(depth, 4)}`}>
                {step.rule}
                <small>{seenText(step)}</small>
              </th>
              <td>{step.holds ? words.holds : words.holdsNot}</td>
              <td>{whereText(step, part)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
