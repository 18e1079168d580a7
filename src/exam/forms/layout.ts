// From the items that were picked to the paper: every question in the order in which this form lays it out.
import type { Form, Place } from '../form.ts';
import { KINDS } from '../kinds/index.ts';
import type { Asked } from '../question.ts';
import { randomFrom } from '../random.ts';
import type { Drawable, Picked } from './blueprint.ts';

export type Paper = Pick<Form, 'questions' | 'places'>;

/**
 * The order of options depends on the seed and the question alone: the same on every form of the seed.
 * @param askedOf the sibling of an item, as its author wrote it
 */
export function layOut(
  picks: readonly Picked[],
  bank: readonly Drawable[],
  seed: number,
  askedOf: (item: string, sibling: number) => Asked,
): Paper {
  const items = new Map(bank.map((item) => [item.id, item]));
  const places: Record<string, Place> = {};
  const questions = picks.map(({ id, sibling, scored }) => {
    const written = askedOf(id, sibling);
    const { domain = '', task = '', max = 1, expected = 0 } = items.get(id) ?? {};
    places[written.id] = { domain, task, scored, max, expected };
    return KINDS[written.kind].asked(written, randomFrom(seed, 'layout', written.id).shuffle);
  });
  return { questions, places };
}
