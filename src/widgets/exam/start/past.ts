// What earlier attempts at an exam say about the next one: what was met, what was missed, how far each task is.
import type { Bank, Form, Points, Sitting } from '#exam';

export interface Past {
  /** How often each item was in view. */
  readonly seen: ReadonlyMap<string, number>;
  /** Forms of the blueprint that were sat, the latest first, each once. */
  readonly forms: readonly { readonly code: string; readonly seed: number; readonly begun: number }[];
  /** Items whose latest answer was not worth all its points. */
  readonly missed: ReadonlySet<string>;
  /** Of the points of a task; `undefined` where it was never tried. */
  readonly shareOf: (task: string) => number | undefined;
}

export interface Sat {
  readonly begun: number;
  readonly sitting: Sitting;
}

export interface Scored {
  readonly sitting: Sitting;
  /** Of each question that is known. */
  readonly points: ReadonlyMap<string, Points>;
}

export const NO_PAST: Past = { seen: new Map(), forms: [], missed: new Set(), shareOf: () => undefined };

const itemsOf = (bank: Bank): ReadonlyMap<string, string> =>
  new Map(bank.items.flatMap(({ id, asked }) => asked.map((one) => [one.id, id])));

/** @param sat the attempts, the latest first */
export function pastOf(bank: Bank, sat: readonly Sat[]): Past {
  const itemOf = itemsOf(bank);
  const seen = new Map<string, number>();
  for (const id of sat.flatMap(({ sitting }) => sitting.seen)) {
    const item = itemOf.get(id);
    if (item !== undefined) seen.set(item, (seen.get(item) ?? 0) + 1);
  }
  const forms = new Map<string, Past['forms'][number]>();
  for (const { begun, sitting } of sat) {
    const { code, seed, places, questions } = sitting.form;
    const ofBlueprint = code !== '' && isWhole(bank, sitting.form);
    if (ofBlueprint && questions.every(({ id }) => id in places) && !forms.has(code))
      forms.set(code, { code, seed, begun });
  }
  return { ...NO_PAST, seen, forms: [...forms.values()] };
}

const WHOLE: readonly Form['mode'][] = ['simulation', 'untimed', 'practice', 'retake'];

const isWhole = ({ exam }: Bank, form: Form): boolean => form.exam === exam && WHOLE.includes(form.mode);

/** @param scored the attempts that are closed, the latest first, with the points of each question */
export function withScores(past: Past, bank: Bank, scored: readonly Scored[]): Past {
  const itemOf = itemsOf(bank);
  const full = new Map<string, boolean>();
  const tasks = new Map<string, { readonly points: number; readonly max: number }>();
  for (const { sitting, points: known } of scored)
    for (const [question, { points, max }] of known) {
      const item = itemOf.get(question);
      const task = sitting.form.places[question]?.task;
      if (item !== undefined && !full.has(item)) full.set(item, points === max);
      if (task === undefined) continue;
      const sum = tasks.get(task) ?? { points: 0, max: 0 };
      tasks.set(task, { points: sum.points + points, max: sum.max + max });
    }
  return {
    ...past,
    missed: new Set([...full].flatMap(([item, isFull]) => (isFull ? [] : [item]))),
    shareOf: (task) => {
      const sum = tasks.get(task);
      return sum && sum.max > 0 ? sum.points / sum.max : undefined;
    },
  };
}
