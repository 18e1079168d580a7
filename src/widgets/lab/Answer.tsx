// The answer: a guess first, then the verdict and its derivation as a path, a tree or a table.
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import type { Decision } from '#evaluator';
import type { Part } from '#cloud';
import { lab as words } from '#strings';
import type { Gate } from './gates.ts';
import type { Judged } from './judge.ts';
import { Paths, TONES, VerdictLine, type Go } from './Path.tsx';

/** Other views of the derivation, fetched when somebody wants them. */
const Tree = lazy(async () => ({ default: (await import('./Steps.tsx')).Tree }));
const Table = lazy(async () => ({ default: (await import('./Steps.tsx')).Table }));

const DECISIONS: readonly Decision[] = ['allowed', 'explicitDeny', 'implicitDeny'];

type View = 'path' | 'tree' | 'table';
const VIEWS: readonly { readonly id: View; readonly text: string }[] = [
  { id: 'path', text: words.asPath },
  { id: 'tree', text: words.asTree },
  { id: 'table', text: words.asTable },
];

interface Props {
  readonly judged: Judged;
  /** Nothing is said before a guess. */
  readonly asking: boolean;
  /** The guess, while the question is still the one that it was made for. */
  readonly guess: Decision | undefined;
  readonly late: boolean;
  readonly go?: Go | undefined;
  readonly isTouched?: ((gate: Gate, part: Part) => boolean) | undefined;
  readonly onGuess: (guess: Decision) => void;
}

export function Answer({ judged, asking, guess, late, go, isTouched, onGuess }: Props): ReactNode {
  const [view, setView] = useState<View>('path');
  const said = useRef<HTMLDivElement>(null);
  const { parts, verdict } = judged;
  const tone = asking || !verdict ? 'unsaid' : TONES[verdict.decision];
  return (
    <div className={`answer ${tone}`}>
      <div role="status" className="said" ref={said} tabIndex={-1}>
        {!asking && verdict && <VerdictLine decision={verdict.decision} />}
        {!asking && !verdict && <p>{words.failed(judged.failure ?? '')}</p>}
        {!asking && verdict && guess !== undefined && (
          <p className="guessed">
            {guess === verdict.decision ? words.guessedRight : words.guessedWrong(words.verdicts[guess])}
          </p>
        )}
        {!asking && verdict && judged.noCredentials && <p className="aside-note">{words.noCredentials}</p>}
        {!asking && late && <p className="aside-note">{words.tooLarge}</p>}
      </div>
      {asking && (
        <Guess
          onGuess={(made) => {
            onGuess(made);
            said.current?.focus();
          }}
        />
      )}
      {!asking && verdict && (
        <>
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
          {view === 'path' && <Paths parts={parts} go={go} isTouched={isTouched} />}
          <Suspense fallback={null}>
            {view === 'tree' && <Tree judged={judged} go={go} />}
            {view === 'table' && <Table judged={judged} />}
          </Suspense>
        </>
      )}
    </div>
  );
}

function Guess({ onGuess }: { readonly onGuess: (guess: Decision) => void }): ReactNode {
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
