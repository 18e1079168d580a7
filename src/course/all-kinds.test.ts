// The bank of the exam of all kinds: enough of each kind, in every task, for forms that differ.
import { describe, expect, it } from 'vitest';
import { KINDS } from '#exam';
import type { AuthoredQuestion } from './content.ts';
import { loadContent } from './load.ts';

const { content } = loadContent('.');
const TASK = 'all-kinds';
const drawn = [...content.questions.values()].filter(({ tasks }) => tasks[TASK] !== undefined);
const items = [...Map.groupBy(drawn, ({ item }) => item).values()];
const firsts = items.flatMap(([first]) => first ?? []);

const countBy = (of: (question: AuthoredQuestion) => string): ReadonlyMap<string, number> =>
  new Map([...Map.groupBy(firsts, of)].map(([name, list]) => [name, list.length]));

describe('the bank of the exam `all-kinds`', () => {
  it('has three items or more of every kind', () => {
    const counts = countBy(({ kind }) => kind);
    expect(Object.keys(KINDS).filter((kind) => (counts.get(kind) ?? 0) < 3)).toEqual([]);
  });

  it('has of every kind an item outside the first domain', () => {
    const outside = new Set(
      firsts.filter(({ tasks }) => !tasks[TASK]?.startsWith('1')).map(({ kind }) => kind),
    );
    expect([...outside].toSorted()).toEqual(Object.keys(KINDS).toSorted());
  });

  it('has three items or more in each task of the blueprint, and none in another', () => {
    const tasks =
      content.exams.get(TASK)?.domains.flatMap((domain) => domain.tasks.map(({ id }) => id)) ?? [];
    const counts = countBy(({ tasks: filed }) => filed[TASK] ?? '');
    expect([...counts.keys()].toSorted()).toEqual(tasks);
    expect(tasks.filter((task) => (counts.get(task) ?? 0) < 3)).toEqual([]);
  });

  it('has eight items or more that are drawn, of five kinds or more, each with five siblings or more', () => {
    const generators = items.filter((siblings) => siblings.length > 1);
    expect(generators.length).toBeGreaterThanOrEqual(8);
    expect(new Set(generators.map(([first]) => first?.kind)).size).toBeGreaterThanOrEqual(5);
    expect(generators.filter((siblings) => siblings.length < 5).map(([first]) => first?.item)).toEqual([]);
  });

  it('estimates of every item how many would get it right, of a case study part by part', () => {
    const estimates = drawn.flatMap<number | undefined>((question) =>
      question.kind === 'case-study' ? question.parts.map(({ angoff }) => angoff) : [question.angoff],
    );
    expect(estimates.filter((angoff) => angoff === undefined)).toEqual([]);
    expect(drawn.filter(({ kind, angoff }) => kind === 'case-study' && angoff !== undefined)).toEqual([]);
  });

  it('names an enemy more than once, or there is none', () => {
    const named = firsts.flatMap(({ enemies }) => enemies);
    expect(named.filter((enemy) => named.filter((other) => other === enemy).length < 2)).toEqual([]);
  });
});
