// One question of a result: how it came out, everything in it with its reason, its derivation and the way into the lab.
import { useState, type ReactNode } from 'react';
import type { FullQuestion } from '#course';
import type { Answer, Result, Sitting } from '#exam';
import { exam as words } from '#strings';
import { decidingPart } from '#widgets/lab/judge.ts';
import { makeFragment } from '#widgets/lab/link.ts';
import { Paths, VerdictLine } from '#widgets/lab/Path.tsx';
import { plain } from '#widgets/prose/plain.ts';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Outcome } from '#widgets/questions/Outcome.tsx';
import { Told } from '#widgets/questions/QuestionView.tsx';
import type { About } from '#widgets/questions/reasons/review.tsx';
import { Reasons } from '#widgets/questions/Reasons.tsx';
import { resultAddress } from './Attempts.tsx';
import { restOf } from './rests-on.ts';
import { situationOf } from './situation.ts';
import { clockText } from './time.ts';

interface Props {
  readonly attempt: string;
  readonly number: number;
  readonly total: number;
  readonly full: FullQuestion;
  readonly sitting: Sitting;
  readonly result: Result;
}

export function ResultQuestion({ attempt, number, total, full, sitting, result }: Props): ReactNode {
  const answer: Answer | undefined = sitting.answers[full.id];
  const points = result.scored.find(({ question }) => question === full.id);
  if (!points) return null;
  const asked = sitting.form.questions.find(({ id }) => id === full.id) ?? full.question.asked;
  const place = `question-${number}`;
  return (
    <article id={place} aria-label={words.questionHeading(number, total)}>
      <h2>
        {words.questionHeading(number, total)}
        <Outcome points={points} />
        {answer === undefined && <span className="tag">{words.blank}</span>}
        {sitting.flagged.includes(full.id) && (
          <span className="tag">
            <span aria-hidden="true">⚑</span> {words.flagged}
          </span>
        )}
        <small>{words.took(clockText(sitting.spent[full.id] ?? 0))}</small>
      </h2>
      <Told question={asked} />
      <p className="asked-again">
        <Inline text={asked.ask} />
      </p>
      <Reasons
        full={full}
        asked={asked}
        answer={answer}
        points={points}
        below={(about) => (
          <Decided
            about={about}
            from={{
              title: words.questionName(number, about.name && plain(about.name)),
              href: `${resultAddress(attempt)}#${place}`,
            }}
          />
        )}
      />
    </article>
  );
}

interface DecidedProps {
  readonly about: About;
  readonly from: { readonly title: string; readonly href: string };
}

/** The decision behind something in a question, and the way into the lab. */
function Decided({ about: { full, answer, id, name }, from }: DecidedProps): ReactNode {
  const [open, setOpen] = useState(false);
  const asking = { full, spec: full.spec, answer, id };
  const situation = open ? situationOf(asking) : undefined;
  const part = situation && decidingPart(situation.parts);
  if (!restOf(asking)) return null;
  return (
    <details
      className="decision"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>
        {words.derivation}
        {name !== undefined && name.length > 1 && (
          <>
            : <Inline text={name} />
          </>
        )}
      </summary>
      {open && !part && <p>{words.nothingDecided}</p>}
      {situation && part && (
        <>
          <p>
            <code>{part.request.principal.arn}</code> · <code>{part.request.action}</code> ·{' '}
            <code>{part.request.resource}</code>
          </p>
          <VerdictLine decision={part.verdict.decision} />
          <Paths parts={situation.parts} />
          <p>
            <a className="button" href={`/tools/policy-lab/${makeFragment({ ...situation.lab, from })}`}>
              {words.openInLab}
            </a>
          </p>
        </>
      )}
    </details>
  );
}
