// Steps in a right order, each with why it stands there and where it was put.
import type { ReactNode } from 'react';
import { dependencies, type FullQuestion } from '#course';
import { questions } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { chosenIn } from '../views/chosen.ts';
import { Item, NoAnswer, Said, type ReviewProps } from './review.tsx';

const words = questions.review;

type Spec = FullQuestion['spec'] & { readonly kind: 'ordering' | 'trace-order' };

export function Order({ full, spec, answer, points, below }: ReviewProps<Spec>): ReactNode {
  const yours = chosenIn(answer);
  const right = points.points === points.max;
  // An order that is right may be another than that of the key, and it is then the one to be shown.
  const order = right ? yours : spec.key;
  const early = spec.kind === 'trace-order' ? earlyIn(full, spec, yours) : [];
  const textOf = (id: string): string => spec.steps.find((step) => step.id === id)?.text ?? id;
  return (
    <>
      {yours.length === 0 && <NoAnswer />}
      <ol className="reasons ordered">
        {order.map((id, i) => {
          const place = yours.indexOf(id);
          const before = early.filter(([later]) => later === id).map(([, earlier]) => earlier);
          const misplaced = spec.kind === 'trace-order' ? before.length > 0 : place >= 0 && place !== i;
          return (
            <Item key={id} right={right} wrong={misplaced}>
              <p className="option-text">
                <b>{i + 1}</b> <Inline text={textOf(id)} />{' '}
                {place >= 0 && <span className="tag">{words.yourPlace(place + 1)}</span>}
              </p>
              <Said title={words.why} text={spec.steps.find((step) => step.id === id)?.why ?? ''} />
              {before.map((earlier) => (
                <Said key={earlier} title={words.tooEarly} text={words.restsOn(textOf(earlier))} />
              ))}
            </Item>
          );
        })}
      </ol>
      {spec.kind === 'trace-order' && <p>{words.otherOrders}</p>}
      {below({ full, answer })}
    </>
  );
}

/** Steps that an order puts before one that they rest on, each with that one. */
function earlyIn(
  full: FullQuestion,
  spec: Spec & { readonly kind: 'trace-order' },
  order: readonly string[],
): readonly (readonly [string, string])[] {
  return dependencies(spec, full.cloud).pairs.flatMap(([before, after]) =>
    order.indexOf(before) > order.indexOf(after) ? [[after, before] as const] : [],
  );
}
