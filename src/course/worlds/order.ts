// Steps in an order: acted out one after the other, or held against the numbers that the facts give.
import type { Cloud } from '#cloud';
import type { World } from '#exam';
import { perform } from '../acts.ts';
import type { QuestionSpec } from '../schema.ts';
import { idsOf, type Facts } from './choice.ts';
import { placeIn } from './place.ts';

type Ordering = Pick<QuestionSpec & { kind: 'ordering' }, 'steps' | 'claims'>;

export function orderWorld({ steps, claims }: Ordering, cloud: Cloud, facts: Facts): World {
  return placeIn(cloud, claims, (work) => {
    const inOrder = idsOf(work).flatMap((id) => steps.find((step) => step.id === id) ?? []);
    const { cloud: after, failure } = perform(
      cloud,
      inOrder.flatMap(({ does = [] }) => does),
    );
    const numbers = inOrder.flatMap(({ id, fact }) =>
      fact === undefined ? [] : [{ id, value: Number(facts[fact]?.value) }],
    );
    const unordered = numbers.flatMap(({ id, value }, i) => {
      const before = numbers[i - 1];
      return before === undefined || before.value < value ? [] : [`${before.id} is not less than ${id}`];
    });
    return { cloud: after, wrong: [...(failure === undefined ? [] : [failure]), ...unordered] };
  });
}
