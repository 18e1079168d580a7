// The practice exams of five certificates: only kinds that the exam has, and a form for every seed.
import { describe, expect, it } from 'vitest';
import { assemble } from '#exam';
import { blueprintOf, drawablesOf } from './bank.ts';
import { loadContent } from './load.ts';

const { content } = loadContent('.');

const CHOICE = ['single', 'multiple'];
const EXAMS = [
  ['clf-c02', 90, 700, CHOICE],
  ['saa-c03', 130, 720, CHOICE],
  ['dva-c02', 130, 720, CHOICE],
  ['soa-c03', 130, 720, CHOICE],
  ['scs-c03', 170, 750, [...CHOICE, 'ordering', 'matching']],
] as const;

describe.each(EXAMS)('%s', (id, minutes, passMark, kinds) => {
  const exam = content.exams.get(id);
  if (!exam) throw new Error(`no exam ${id}`);

  it('has the minutes and the pass mark of the real one, and at least twenty questions', () => {
    expect(exam).toMatchObject({ minutes, passMark });
    expect(exam.scored).toBeGreaterThanOrEqual(20);
  });
  it('asks in no other way than the real one', () => {
    const asked = [...content.questions.values()].filter(({ tasks }) => Object.hasOwn(tasks, id));
    expect(asked.filter(({ kind }) => !kinds.some((known) => known === kind))).toEqual([]);
  });
  it('has a form for each of a thousand seeds', () => {
    const blueprint = blueprintOf(exam);
    const bank = drawablesOf(content, exam);
    const lacking = Array.from({ length: 1000 }, (_, seed) => assemble(blueprint, bank, seed)).filter(
      (form) => 'missing' in form,
    );
    expect(lacking).toEqual([]);
  });
});
