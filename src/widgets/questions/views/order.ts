// Steps in the order in which they stand, and what moving one makes of it.
import type { Answer, AskedOrder, Choice } from '#exam';
import { chosenIn } from './chosen.ts';

/** Those that an answer orders, then the others as they were given. */
export function orderOf({ steps }: AskedOrder, answer: Answer | undefined): readonly Choice[] {
  const ids = chosenIn(answer);
  const ordered = ids.flatMap((id) => steps.find((step) => step.id === id) ?? []);
  return [...ordered, ...steps.filter(({ id }) => !ids.includes(id))];
}

/** @param to a place that exists */
export function movedTo(order: readonly Choice[], from: number, to: number): readonly string[] {
  const ids = order.map(({ id }) => id);
  return ids.toSpliced(from, 1).toSpliced(to, 0, ...ids.slice(from, from + 1));
}
