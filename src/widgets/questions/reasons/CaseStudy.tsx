// Every part of a case study with its own outcome and its own reasons.
import type { ReactNode } from 'react';
import { partOfFull, type FullQuestion } from '#course';
import { questions as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Outcome } from '../Outcome.tsx';
import { ExhibitsOf } from '../Told.tsx';
import { Reasons } from '../Reasons.tsx';
import { fieldsIn } from '../views/fields.ts';
import type { ReviewProps } from './review.tsx';

type Spec = FullQuestion['spec'] & { readonly kind: 'case-study' };

export function CaseStudy({ full, spec, asked, answer, points, below }: ReviewProps<Spec>): ReactNode {
  return spec.parts.map(({ id, ask }, i) => {
    const scored = points.parts?.[id];
    const part = 'parts' in asked ? asked.parts.find((one) => one.id === id) : undefined;
    return (
      scored &&
      part && (
        <section key={id} className="part">
          <h3>
            {words.part(i + 1, spec.parts.length)} <Outcome points={scored} />
          </h3>
          <ExhibitsOf question={part} />
          <p className="asked-again">
            <Inline text={ask} />
          </p>
          <Reasons
            full={partOfFull(full, id)}
            asked={part}
            answer={fieldsIn(answer)[id]}
            points={scored}
            below={below}
          />
        </section>
      )
    );
  });
}
