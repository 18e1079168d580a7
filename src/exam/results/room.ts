// What a room of results adds up to: everybody's score, and how hard each item was.
import type { ResultFile } from './file.ts';
import { makeCsv } from './csv.ts';

/** Results of one form of one exam, on the same questions. */
export interface Sat {
  readonly exam: string;
  readonly title: string;
  readonly code: string;
  readonly bank: string;
  readonly results: readonly Named[];
}

export interface Named extends ResultFile {
  /** Who it is of: the name in the file, or the file's own. */
  readonly who: string;
}

/** Apart by exam, form and version of the questions: only those of one can be compared. In the order in which they came. */
export function roomsOf(results: readonly Named[]): readonly Sat[] {
  const groups = Map.groupBy(results, ({ exam, code, bank }) => `${exam} ${code} ${bank}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { exam, title, code, bank } = first;
    return [{ exam, title, code, bank, results: group.toSorted((a, b) => (a.who < b.who ? -1 : 1)) }];
  });
}

export interface ItemUse {
  readonly id: string;
  readonly kind: string;
  readonly task: string;
  readonly scored: boolean;
  /** How many results have it. */
  readonly count: number;
  /** The share of the points that they got: the p-value of the item. */
  readonly p: number;
}

/** Every item, the hardest first. */
export function itemUses(results: readonly ResultFile[]): readonly ItemUse[] {
  const items = Map.groupBy(
    results.flatMap((result) => result.items),
    ({ id }) => id,
  );
  return [...items]
    .flatMap(([id, all]) => {
      const [first] = all;
      if (!first) return [];
      const p = all.reduce((sum, { points, max }) => sum + (max === 0 ? 0 : points / max), 0) / all.length;
      const { kind, task, scored } = first;
      return [{ id, kind, task, scored, count: all.length, p }];
    })
    .toSorted((a, b) => a.p - b.p || (a.id < b.id ? -1 : 1));
}

/** The parts of a blueprint that any of the results has, by id. */
export function partsOf(
  results: readonly ResultFile[],
  of: 'domains' | 'tasks',
): readonly { readonly id: string; readonly title: string }[] {
  const titles = new Map(
    results.flatMap((result) => result[of].map(({ id, title }) => [id, title] as const)),
  );
  return [...titles].map(([id, title]) => ({ id, title })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** A line for everybody: their score, then each domain and task as a share. */
export function roomCsv({ results }: Sat): string {
  const domains = partsOf(results, 'domains');
  const tasks = partsOf(results, 'tasks');
  const share = (parts: ResultFile['domains'], id: string): number | undefined => {
    const part = parts.find((one) => one.id === id);
    return part && Math.round((part.points / part.max) * 1000) / 1000;
  };
  return makeCsv([
    [
      ...['name', 'exam', 'form', 'bank', 'begun', 'ended', 'raw', 'max', 'cut', 'scaled', 'passed'],
      ...domains.map(({ id }) => `domain ${id}`),
      ...tasks.map(({ id }) => `task ${id}`),
    ],
    ...results.map((one) => [
      ...[one.who, one.exam, one.code, one.bank, new Date(one.begun).toISOString(), one.ended],
      ...[one.raw, one.max, one.cut, one.scaled, one.passed],
      ...domains.map(({ id }) => share(one.domains, id)),
      ...tasks.map(({ id }) => share(one.tasks, id)),
    ]),
  ]);
}

/** A line for every item of one result. */
export function resultCsv({ items, code, bank }: ResultFile): string {
  return makeCsv([
    ...[
      [
        'number',
        'item',
        'kind',
        'domain',
        'task',
        'scored',
        'points',
        'max',
        'answer',
        'confidence',
        'seconds',
        'form',
        'bank',
      ],
    ],
    ...items.map(({ answer, ...item }, i) => [
      ...[i + 1, item.id, item.kind, item.domain, item.task, item.scored, item.points, item.max],
      ...[
        typeof answer === 'object' ? JSON.stringify(answer) : answer,
        item.confidence,
        item.seconds,
        code,
        bank,
      ],
    ]),
  ]);
}
