import { expect, it } from 'vitest';
import { bankOf, fullsOf, type Exam } from '#course';
import { loadExam } from '#course/load';
import { drawForm, type Scoring } from '#exam';
import { scored } from './scored.ts';

const { content } = loadExam('.', 'passing-a-role');

/** The report on a form of which one question alone is answered, with its key. */
async function reportOf(scoring: Scoring) {
  const exam = { ...content.exams.get('passing-a-role'), scoring } as Exam;
  const form = drawForm(bankOf(content, exam, fullsOf(content, exam), 'v'), { mode: 'simulation', seed: 1 });
  if ('missing' in form) throw new Error(form.missing.join());
  const fulls = fullsOf(content, exam);
  const [first] = fulls.filter(({ question }) => question.asked.kind === 'single');
  if (!first) throw new Error('no single one');
  const said = { answers: { [first.id]: first.key }, confidence: { [first.id]: 3 } } as const;
  const singles = fulls.filter(({ question }) => question.asked.kind === 'single').length;
  return { ...(await scored({ form, ...said }, fulls)).report, singles, items: fulls.length };
}

it('[counted] an attempt counts as its exam says: weights in points and cut, marks for confidence beside', async () => {
  const plain = await reportOf({ rule: 'allOrNothing', confidence: false, weights: {} });
  expect(plain).toMatchObject({ raw: 1, max: plain.items });
  expect(plain.confidence).toBeUndefined();
  const heavy = await reportOf({ rule: 'partial', confidence: true, weights: { single: 3 } });
  expect(heavy).toMatchObject({ raw: 3, max: plain.items + 2 * plain.singles });
  expect(heavy.cut).toBeGreaterThan(plain.cut);
  expect(heavy.confidence).toEqual({ marks: 3, max: 3 * plain.items });
});
