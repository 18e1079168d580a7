// How sure somebody was against how it came out: what they are sure of and wrong about comes first.
import type { ReactNode } from 'react';
import { QUADRANTS, quadrantsOf } from '#exam';
import { results as words } from '#strings';
import { isCorrect, placeOf, type Facts } from './facts.ts';

export function Sure({ facts: { items, sitting, report } }: { readonly facts: Facts }): ReactNode {
  const told = items.map((item) => ({ id: item.full.id, correct: isCorrect(item) }));
  const quadrants = quadrantsOf(told, sitting.confidence);
  const isSilent = QUADRANTS.every((quadrant) => quadrants[quadrant].length === 0);
  if (isSilent && !report.confidence) return null;
  return (
    <section>
      <h2>{words.sureTitle}</h2>
      {report.confidence && <p>{words.confidenceMarks(report.confidence.marks, report.confidence.max)}</p>}
      <ul className="quadrants">
        {QUADRANTS.map((quadrant) => (
          <li key={quadrant} className={quadrant}>
            <h3>
              {words.quadrants[quadrant]} <span className="count">{quadrants[quadrant].length}</span>
            </h3>
            <p>{words.quadrantNotes[quadrant]}</p>
            <p className="numbers">
              {items
                .filter(({ full }) => quadrants[quadrant].includes(full.id))
                .map(({ number }) => (
                  <a key={number} href={`#${placeOf(number)}`} aria-label={words.changeOf(number)}>
                    {number}
                  </a>
                ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
