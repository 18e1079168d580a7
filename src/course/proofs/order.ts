// The proof of orders: every order is tried.
import { failuresAt, type Failure } from '../failure.ts';
import type { FullQuestion } from '../pages.ts';
import type { Spec } from '../worlds/index.ts';
import { dependencies } from '../worlds/trace-order.ts';
import { pointsOf } from './points.ts';

/** Exactly one order is right, and it is the author's. */
export async function proveOrdering(
  full: FullQuestion,
  spec: Spec & { kind: 'ordering' },
): Promise<readonly Failure[]> {
  const right = await rightOrders(full, spec);
  const [only] = right;
  if (!only) return failuresAt(['key'], ['no order is right: the computed key is empty']);
  if (right.length > 1)
    return failuresAt(
      ['key'],
      [`more than one order is right: ${right.map((order) => order.join(' → ')).join(', or ')}`],
    );
  const said = spec.key.join(' → ');
  return failuresAt(
    ['key'],
    only.join(' → ') === said ? [] : [`the key says ${said}, the world says ${only.join(' → ')}`],
  );
}

/** Every step is in the derivation, the author's order is one of the right ones, and most orders are wrong. */
export async function proveTraceOrder(
  full: FullQuestion,
  spec: Spec & { kind: 'trace-order' },
): Promise<readonly Failure[]> {
  const { missing } = dependencies(spec, full.cloud);
  const right = await rightOrders(full, spec);
  const said = spec.key.join(' → ');
  const all = orders(spec.steps.map(({ id }) => id)).length;
  return [
    ...failuresAt(['steps'], missing),
    ...failuresAt(
      ['key'],
      right.some((order) => order.join(' → ') === said) ? [] : [`${said} is not an order of the derivation`],
    ),
    ...failuresAt(
      ['steps'],
      right.length * 4 > all
        ? [`${right.length} of ${all} orders are right: the steps hardly rest on each other`]
        : [],
    ),
  ];
}

async function rightOrders(
  full: FullQuestion,
  { steps }: Spec & { kind: 'ordering' | 'trace-order' },
): Promise<readonly (readonly string[])[]> {
  const right: (readonly string[])[] = [];
  for (const order of orders(steps.map(({ id }) => id)))
    if ((await pointsOf(full, order)) > 0) right.push(order);
  return right;
}

function orders(ids: readonly string[]): readonly (readonly string[])[] {
  if (ids.length === 0) return [[]];
  return ids.flatMap((id) => orders(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]));
}
