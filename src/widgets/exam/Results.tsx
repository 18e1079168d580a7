// The result of an attempt: scored by asking each question's world, each option with its reason and its derivation.
import { useEffect, useState, type ReactNode } from 'react';
import { worldOfFull, type FullQuestion } from '#course';
import { fold, score, type Answer, type Result, type Sitting } from '#exam';
import type { AttemptRow } from '#store';
import { exam as words, questions as questionWords } from '#strings';
import { decidingPart } from '#widgets/lab/judge.ts';
import { makeFragment } from '#widgets/lab/link.ts';
import { Paths, VerdictLine } from '#widgets/lab/Path.tsx';
import { Inline, Prose } from '#widgets/prose/Prose.tsx';
import { Reasons } from '#widgets/questions/Reasons.tsx';
import { situationOf } from './situation.ts';
import { clockText } from './time.ts';

interface Loaded {
  readonly row: AttemptRow;
  readonly sitting: Sitting;
  readonly fulls: readonly FullQuestion[];
  readonly result: Result;
  readonly sameVersion: boolean;
  readonly earlier: readonly AttemptRow[];
}

type State = Loaded | 'scoring' | 'missing' | { readonly openAt: string };

/** What the site serves beside an exam for its results. */
export interface ResultData {
  readonly version: string;
  readonly questions: readonly FullQuestion[];
}

async function load(id: string): Promise<State> {
  const { openStore } = await import('#store');
  const store = await openStore();
  const row = await store.attempt(id);
  if (!row) return 'missing';
  const { sitting } = fold(row.form, await store.events(id));
  if (sitting.phase !== 'submitted' && sitting.phase !== 'expired')
    return { openAt: `/exam/${row.form.exam}/` };
  const response = await fetch(`/exam/${row.form.exam}.json`);
  const data = (await response.json()) as ResultData;
  const asked = new Set(row.form.questions.map((question) => question.id));
  const fulls = data.questions.filter((full) => asked.has(full.id));
  const byId = new Map(fulls.map((full) => [full.id, full]));
  const result = await score(
    fulls.map((full) => full.question),
    sitting.answers,
    row.form.pass,
    (question) => {
      const full = byId.get(question.id);
      if (!full) throw new Error(`no question ${question.id}`);
      return worldOfFull(full);
    },
  );
  const earlier = (await store.attempts(row.form.exam)).filter((other) => other.id !== id);
  return { row, sitting, fulls, result, sameVersion: data.version === row.form.version, earlier };
}

const dateText = (at: number): string =>
  new Date(at).toLocaleString('en', { dateStyle: 'long', timeStyle: 'short' });

export default function Results(): ReactNode {
  const [state, setState] = useState<State>('scoring');
  useEffect(() => {
    const id = new URLSearchParams(location.search).get('attempt') ?? '';
    void load(id).then(setState);
  }, []);
  if (state === 'scoring') return <p role="status">{words.scoring}</p>;
  if (state === 'missing') return <p role="status">{words.resultMissing}</p>;
  if ('openAt' in state) {
    return (
      <p role="status">
        {words.resultOpen} <a href={state.openAt}>{words.goOn}</a>
      </p>
    );
  }
  const { row, sitting, fulls, result, sameVersion, earlier } = state;
  return (
    <>
      <h2>{row.form.title}</h2>
      <p className={result.passed ? 'score allow' : 'score deny'}>
        <span aria-hidden="true">{result.passed ? '✓' : '✕'}</span>{' '}
        {words.scoreLine(result.points, result.max, result.percent)}
      </p>
      <p>
        {result.passed ? words.passed(row.form.pass) : words.failed(row.form.pass)} {words.honest}
      </p>
      {sitting.phase === 'expired' && <p className="room-note">{words.expiredHere}</p>}
      {sitting.clockWentBack > 0 && <p className="room-note">{words.clockMoved}</p>}
      {!sameVersion && <p className="room-note">{words.resultOther}</p>}
      <p className="actions">
        <a className="button" href={`/exam/${row.form.exam}/`}>
          {words.sitAgain}
        </a>
      </p>
      {fulls.map((full, i) => (
        <OneQuestion
          key={full.id}
          number={i + 1}
          total={fulls.length}
          full={full}
          sitting={sitting}
          result={result}
        />
      ))}
      {earlier.length > 0 && (
        <section>
          <h2>{words.earlier}</h2>
          <ul>
            {earlier.map((other) => (
              <li key={other.id}>
                <a href={`/exam/result/?attempt=${encodeURIComponent(other.id)}`}>
                  {words.attemptLine(dateText(other.begun))}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface OneProps {
  readonly number: number;
  readonly total: number;
  readonly full: FullQuestion;
  readonly sitting: Sitting;
  readonly result: Result;
}

function OneQuestion({ number, total, full, sitting, result }: OneProps): ReactNode {
  const answer: Answer = sitting.answers[full.id] ?? [];
  const points = result.scored.find(({ question }) => question === full.id);
  if (!points) return null;
  const right = points.points > 0;
  return (
    <article aria-label={words.questionHeading(number, total)}>
      <h2>
        {words.questionHeading(number, total)}
        <span className={right ? 'tag allow' : 'tag'}>
          <span aria-hidden="true">{right ? '✓' : '✕'}</span>{' '}
          {right ? questionWords.right : questionWords.wrong}
        </span>
        {answer.length === 0 && <span className="tag">{words.blank}</span>}
        {sitting.flagged.includes(full.id) && (
          <span className="tag">
            <span aria-hidden="true">⚑</span> {words.flagged}
          </span>
        )}
        <small>{words.took(clockText(sitting.spent[full.id] ?? 0))}</small>
      </h2>
      <div className="stem">
        <Prose text={full.question.stem} />
        <p>
          <strong>
            <Inline text={full.question.ask} />
          </strong>
        </p>
      </div>
      <Reasons
        full={full}
        answer={answer}
        points={points}
        below={(option) => <Decided full={full} option={option} />}
      />
    </article>
  );
}

/** The decision behind an option, and the way into the lab. */
function Decided({ full, option }: { readonly full: FullQuestion; readonly option: string }): ReactNode {
  const [open, setOpen] = useState(false);
  const situation = open ? situationOf(full, option) : undefined;
  const part = situation && decidingPart(situation.parts);
  if (full.options.some(({ states }) => states !== undefined)) return null;
  return (
    <details
      className="decision"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{words.derivation}</summary>
      {situation && part && (
        <div>
          <p>
            <code>{part.request.principal.arn}</code> · <code>{part.request.action}</code> ·{' '}
            <code>{part.request.resource}</code>
          </p>
          <VerdictLine decision={part.verdict.decision} />
          <Paths parts={situation.parts} />
          <p>
            <a className="button" href={`/tools/policy-lab/${makeFragment(situation.lab)}`}>
              {words.openInLab}
            </a>
          </p>
        </div>
      )}
    </details>
  );
}
