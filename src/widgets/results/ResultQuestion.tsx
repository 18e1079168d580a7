// One question of a result: how it came out, everything in it with its reason, what it rests on, and what to do about it.
import type { ReactNode } from 'react';
import { exam as words, results } from '#strings';
import { resultAddress } from '#widgets/exam/Attempts.tsx';
import { clockText } from '#widgets/exam/time.ts';
import { Outcome } from '#widgets/questions/Outcome.tsx';
import { Explained } from './Explained.tsx';
import { placeOf, titleOf, type Facts } from './facts.ts';
import type { Item } from './scored.ts';
import { Sibling } from './Sibling.tsx';

interface Props {
  readonly item: Item;
  readonly facts: Facts;
}

export function ResultQuestion({ item: { number, full, asked, points }, facts }: Props): ReactNode {
  const { row, sitting, visible } = facts;
  const name = words.questionHeading(number, sitting.form.questions.length);
  const place = placeOf(number);
  const href = `${resultAddress(row.id)}#${place}`;
  return (
    <article id={place} aria-label={name}>
      <h2>
        {name}
        {visible.score && <Outcome points={points} />}
        <Tags full={full} facts={facts} />
        <small>{results.took(clockText(sitting.spent[full.id] ?? 0))}</small>
      </h2>
      <Explained
        full={full}
        asked={asked}
        answer={sitting.answers[full.id]}
        points={points}
        visible={visible}
        number={number}
        href={href}
      />
      {sitting.notes[full.id] !== undefined && (
        <p className="own-note">
          <strong>{results.yourNote}.</strong> {sitting.notes[full.id]}
        </p>
      )}
      {visible.reasons && <Rests full={full} facts={facts} />}
      {visible.reasons && (
        <Sibling exam={sitting.form.exam} full={full} visible={visible} number={number} href={href} />
      )}
    </article>
  );
}

interface Of {
  readonly full: Item['full'];
  readonly facts: Facts;
}

function Tags({ full: { id }, facts: { sitting, data } }: Of): ReactNode {
  const { answers, flagged, confidence, form } = sitting;
  const said = confidence[id];
  const place = form.places[id];
  return (
    <>
      {place?.scored === false && <span className="tag silent">{results.unscored}</span>}
      {answers[id] === undefined && <span className="tag">{words.blank}</span>}
      {flagged.includes(id) && (
        <span className="tag">
          <span aria-hidden="true">⚑</span> {words.flagged}
        </span>
      )}
      {said !== undefined && <span className="tag">{results.confidence[said]}</span>}
      {place && place.task !== '' && <small>{titleOf({ data }, place.task)}</small>}
    </>
  );
}

/** The sources of a question, each with its day, and the lessons that teach what it examines. */
function Rests({ full, facts: { data } }: Of): ReactNode {
  const lessons = data.lessons[full.item] ?? [];
  return (
    <>
      {lessons.length > 0 && (
        <p>
          {results.lessons}{' '}
          {lessons.map(({ title, href }, i) => (
            <span key={href}>
              {i > 0 && ' · '}
              <a href={href}>{title}</a>
            </span>
          ))}
        </p>
      )}
      {full.sources.length > 0 && (
        <p className="cited">
          <small>
            {results.sources}:{' '}
            {full.sources.map(({ title, address, read }, i) => (
              <span key={title}>
                {i > 0 && ' · '}
                {address === undefined ? title : <a href={address}>{title}</a>}, {results.readOn(read)}
              </span>
            ))}
          </small>
        </p>
      )}
    </>
  );
}
