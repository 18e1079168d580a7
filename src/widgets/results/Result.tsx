// The page of a result: the number, what it is made of, then question by question.
import { useState, type ReactNode } from 'react';
import { exam as words, questions as questionWords, results } from '#strings';
import Attempts from '#widgets/exam/Attempts.tsx';
import { clockText, dateText } from '#widgets/exam/time.ts';
import { Changes } from './Changes.tsx';
import { isCorrect, partLines, placeOf, type Facts } from './facts.ts';
import { filledFilters, wantedItems, type Wanted } from './filter.ts';
import { Filters } from './Filters.tsx';
import { Parts } from './Parts.tsx';
import { ResultQuestion } from './ResultQuestion.tsx';
import { SaveResult } from './SaveResult.tsx';
import { Score } from './Score.tsx';
import type { Item } from './scored.ts';
import { Sure } from './Sure.tsx';
import { Times } from './Times.tsx';
import { useChanges } from './use-changes.ts';

export function Result({ facts }: { readonly facts: Facts }): ReactNode {
  const { row, sitting, items, report, visible } = facts;
  const { form } = sitting;
  const [wanted, setWanted] = useState<Wanted>({ filter: 'all', domain: '' });
  const changes = useChanges(facts);
  const known = { ...facts, changes: changes ?? [] };
  const shown = wantedItems(known, wanted);
  const domains = partLines(facts).filter(({ level }) => level === 'domain');
  const unscored = items.filter(({ full }) => form.places[full.id]?.scored === false).length;
  return (
    <>
      <h2>{form.title}</h2>
      {visible.score ? <Score report={report} passMark={form.passMark} /> : <p>{results.noScore}</p>}
      <About facts={facts} />
      {visible.score && <Parts facts={facts} />}
      {visible.score && <Sure facts={facts} />}
      {visible.score && <Changes changes={changes} />}
      <Times facts={facts} />
      <SaveResult facts={facts} />
      <section className="every-question">
        <h2>{results.all}</h2>
        {unscored > 0 && <p>{results.unscoredNote(unscored)}</p>}
        <Filters
          wanted={wanted}
          onWant={setWanted}
          filled={filledFilters(known)}
          domains={domains.map(({ part, title }) => ({ id: part.id, title }))}
          shown={shown.length}
          total={items.length}
        />
        <Overview items={shown} isScoreShown={visible.score} />
        {shown.map((item) => (
          <ResultQuestion key={item.full.id} item={item} facts={facts} />
        ))}
      </section>
      <p className="actions">
        <a className="button" href={`/exam/${form.exam}/`}>
          {words.sitAgain}
        </a>
      </p>
      <Attempts exam={form.exam} but={row.id} />
    </>
  );
}

/** When it was sat and under which terms, and what was out of the ordinary. */
function About({ facts: { row, sitting, history, data, missing } }: { readonly facts: Facts }): ReactNode {
  const { form, clock, startedAt = 0, closedAt = 0 } = sitting;
  const moved = Math.max(0, ...clock.moved.map(({ by }) => Math.abs(by)));
  const notes = [
    ...(sitting.phase === 'expired' ? [results.expired] : []),
    ...(clock.moved.length > 0 ? [results.clockMoved(clock.moved.length, clockText(moved))] : []),
    ...(history.broken ? [results.broken] : []),
    ...(data.version === form.bank ? [] : [results.other]),
    ...(missing > 0 ? [results.missing(missing)] : []),
  ];
  const facts = [
    words.attemptLine(undefined, dateText(row.begun)),
    results.modes[form.mode],
    results.took(clockText(closedAt - startedAt)),
    ...(form.code === '' ? [] : [results.formCode(form.code)]),
  ];
  return (
    <>
      <p className="saved">{facts.join(' · ')}</p>
      <p className="saved">{results.honest}</p>
      {notes.map((note) => (
        <p key={note} className="room-note">
          {note}
        </p>
      ))}
    </>
  );
}

interface OverviewProps {
  readonly items: readonly Item[];
  readonly isScoreShown: boolean;
}

function Overview({ items, isScoreShown }: OverviewProps): ReactNode {
  return (
    <nav aria-label={words.overview}>
      <ol className="overview">
        {items.map((item) => {
          const right = isCorrect(item);
          return (
            <li key={item.full.id}>
              <a
                className={isScoreShown ? (right ? 'allow' : 'deny') : undefined}
                href={`#${placeOf(item.number)}`}
              >
                <span className="visually-hidden">{words.question} </span>
                {item.number}
                {isScoreShown && (
                  <>
                    {' '}
                    <span aria-hidden="true">{right ? '✓' : '✕'}</span>
                    <span className="visually-hidden">
                      : {right ? questionWords.right : questionWords.wrong}
                    </span>
                  </>
                )}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
