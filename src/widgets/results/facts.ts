// What the pieces of a result page are given: an attempt, its sitting, its scored questions.
import type { Report, Shows, Sitting } from '#exam';
import type { AttemptRow, History } from '#store';
import type { ResultData } from '#widgets/exam/paper.ts';
import type { Item, Scored } from './scored.ts';

export interface Facts extends Scored {
  readonly data: ResultData;
  readonly row: AttemptRow;
  readonly sitting: Sitting;
  readonly history: History;
  /** What of it may be seen now. */
  readonly visible: Shows<boolean>;
}

/** Where a question stands on the page. */
export const placeOf = (number: number): string => `question-${number}`;

export const isCorrect = ({ points: { points, max } }: Item): boolean => points >= max;

/** Minutes for answering, `null` when untimed. */
export function minutesOf({ terms }: Sitting): number | null {
  return terms?.budget == null ? null : terms.budget / 60_000;
}

/** The title of a domain or a task; its id where the exam does not know it any more. */
export function titleOf({ data }: Pick<Facts, 'data'>, id: string): string {
  const all = data.domains.flatMap((domain) => [domain, ...domain.tasks]);
  return all.find((one) => one.id === id)?.title ?? id;
}

export interface PartLine {
  readonly part: Report['domains'][number];
  readonly title: string;
  readonly weight?: number | undefined;
  readonly level: 'domain' | 'task';
}

/** Domains in the order of the blueprint, each before its tasks. */
export function partLines({ data, report }: Pick<Facts, 'data' | 'report'>): readonly PartLine[] {
  const total = data.domains.reduce((sum, { weight = 0 }) => sum + weight, 0) || 1;
  const known = data.domains.flatMap(({ id, title, weight, tasks }): PartLine[] => {
    const part = report.domains.find((one) => one.id === id);
    if (!part) return [];
    const own = tasks.flatMap((task): PartLine[] => {
      const found = report.tasks.find((one) => one.id === task.id);
      return found ? [{ part: found, title: task.title, level: 'task' }] : [];
    });
    return [{ part, title, weight: ((weight ?? 0) / total) * 100, level: 'domain' }, ...own];
  });
  const ids = new Set(known.map(({ part }) => part.id));
  const unknown = report.domains
    .filter(({ id }) => !ids.has(id))
    .map((part): PartLine => ({ part, title: part.id, level: 'domain' }));
  return [...known, ...unknown];
}
