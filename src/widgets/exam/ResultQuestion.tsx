// One question of a result: how it came out, each option with its reason, its derivation and the way into the lab.
import { useState, type ReactNode } from 'react';
import type { FullQuestion } from '#course';
import type { Answer, Result, Sitting } from '#exam';
import { exam as words, questions as questionWords } from '#strings';
import { decidingPart } from '#widgets/lab/judge.ts';
import { makeFragment } from '#widgets/lab/link.ts';
import { Paths, VerdictLine } from '#widgets/lab/Path.tsx';
import { Inline, Prose } from '#widgets/prose/Prose.tsx';
import { Reasons } from '#widgets/questions/Reasons.tsx';
import { resultAddress } from './Attempts.tsx';
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
  const right = points.points > 0;
  const place = `question-${number}`;
  return (
    <article id={place} aria-label={words.questionHeading(number, total)}>
      <h2>
        {words.questionHeading(number, total)}
        <span className={right ? 'tag allow' : 'tag deny'}>
          <span aria-hidden="true">{right ? '✓' : '✕'}</span>{' '}
          {right ? questionWords.right : questionWords.wrong}
        </span>
        {answer === undefined && <span className="tag">{words.blank}</span>}
        {sitting.flagged.includes(full.id) && (
          <span className="tag">
            <span aria-hidden="true">⚑</span> {words.flagged}
          </span>
        )}
        <small>{words.took(clockText(sitting.spent[full.id] ?? 0))}</small>
      </h2>
      <div className="stem">
        <Prose text={full.question.asked.stem} />
        <p>
          <strong>
            <Inline text={full.question.asked.ask} />
          </strong>
        </p>
      </div>
      <Reasons
        full={full}
        answer={answer}
        points={points}
        below={(option, letter) => (
          <Decided
            full={full}
            option={option}
            from={{
              title: words.questionName(number, letter),
              href: `${resultAddress(attempt)}#${place}`,
            }}
          />
        )}
      />
    </article>
  );
}

interface DecidedProps {
  readonly full: FullQuestion;
  readonly option: string;
  readonly from: { readonly title: string; readonly href: string };
}

const isFact = ({ spec }: FullQuestion): boolean =>
  'options' in spec && spec.options.some(({ states }) => states !== undefined);

/** The decision behind an option, and the way into the lab. */
function Decided({ full, option, from }: DecidedProps): ReactNode {
  const [open, setOpen] = useState(false);
  const situation = open ? situationOf(full, option) : undefined;
  const part = situation && decidingPart(situation.parts);
  if (isFact(full)) return null;
  return (
    <details
      className="decision"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{words.derivation}</summary>
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
