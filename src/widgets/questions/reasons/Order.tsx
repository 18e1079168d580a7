// Steps in a right order, each with why it stands there and where it was put.
import type { ReactNode } from 'react';
import { dependencies, type FullQuestion } from '#course';
import { questions } from '#strings';
import { plain } from '#widgets/prose/plain.ts';
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
  return (
    <>
      {yours.length === 0 && <NoAnswer />}
      <ol className="reasons ordered">
        {order.map((id, i) => {
          const step = spec.steps.find((one) => one.id === id);
          const place = yours.indexOf(id);
          return (
            step && (
              <Item key={id} right={right} wrong={place >= 0 && place !== i}>
                <p className="option-text">
                  <b>{i + 1}</b> <Inline text={step.text} />{' '}
                  {place >= 0 && <span className="tag">{words.yourPlace(place + 1)}</span>}
                </p>
                <Said title={words.why} text={step.why} />
              </Item>
            )
          );
        })}
      </ol>
      {spec.kind === 'trace-order' && (
        <>
          {yours.length > 0 && <Broken full={full} spec={spec} yours={yours} />}
          <p>{words.otherOrders}</p>
          {below({ full, answer })}
        </>
      )}
    </>
  );
}

/** What an order puts before the thing that it rests on. */
function Broken({
  full,
  spec,
  yours,
}: {
  readonly full: FullQuestion;
  readonly spec: Spec & { readonly kind: 'trace-order' };
  readonly yours: readonly string[];
}): ReactNode {
  const textOf = (id: string): string => plain(spec.steps.find((step) => step.id === id)?.text ?? id);
  const broken = dependencies(spec, full.cloud).pairs.filter(
    ([before, after]) => yours.indexOf(before) > yours.indexOf(after),
  );
  if (broken.length === 0) return null;
  return (
    <div className="claims">
      <p>
        <strong>{questions.fails}</strong>
      </p>
      <ul>
        {broken.map(([before, after]) => (
          <li key={`${before} ${after}`}>{words.restsOn(textOf(after), textOf(before))}</li>
        ))}
      </ul>
    </div>
  );
}
