import { expect, it } from 'vitest';
import { bankOf, exams, resultDataOf } from './exams.ts';

const found = exams().find(({ id }) => id === 'passing-a-role');
if (!found) throw new Error('there is no exam passing-a-role');
const exam = found;

it('[one-bank] the room and the results of an exam have the same version, of questions that are opened once', () => {
  expect(bankOf(exam).version).toBe(resultDataOf(exam).version);
  expect(resultDataOf(exam).questions).toBe(resultDataOf(exam).questions);
  expect(bankOf(exam).items.flatMap(({ asked }) => asked)).toEqual(
    resultDataOf(exam).questions.map(({ question }) => question.asked),
  );
});

it('[version] another blueprint over the same questions is another version: its seeds give other forms', () => {
  expect(bankOf({ ...exam, scored: 10, unscored: 1 }).version).not.toBe(bankOf(exam).version);
  expect(bankOf({ ...exam }).version).toBe(bankOf(exam).version);
});
