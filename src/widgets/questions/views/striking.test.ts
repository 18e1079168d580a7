import { describe, expect, it } from 'vitest';
import type { Asked, AskedChoice } from '#exam';
import { answerWithout, chosenOptions } from './striking.ts';

const part = (id: string, kind: 'single' | 'multiple'): AskedChoice => ({
  ...{ id, kind, stem: '', ask: 'Which?', choose: kind === 'single' ? 1 : 2 },
  options: ['a', 'b', 'c'].map((option) => ({ id: option, text: option })),
});
const one = part('one', 'single');
const two = part('two', 'multiple');
const study: Asked = {
  ...{ id: 'study', kind: 'case-study', stem: '', ask: 'Both.' },
  parts: [one, two],
};

describe('[chosen-or-struck] what an answer chooses is named as it is struck out', () => {
  it.each([
    ['one option', one, 'b', ['b']],
    ['several', two, ['a', 'c'], ['a', 'c']],
    ['options of parts', study, { one: 'b', two: ['a', 'c'] }, ['one b', 'two a', 'two c']],
    ['nothing yet', study, undefined, []],
  ] as const)('%s', (_what, question, answer, names) => {
    expect(chosenOptions(question, answer)).toEqual(names);
  });
});

describe('[chosen-or-struck] an option that is struck out leaves the answer', () => {
  it.each([
    ['several', two, ['a', 'c'], 'a', ['c']],
    ['several of a part', study, { one: 'b', two: ['a', 'c'] }, 'two c', { one: 'b', two: ['a'] }],
  ] as const)('%s', (_what, question, answer, option, left) => {
    expect(answerWithout(question, answer, option)).toEqual(left);
  });

  it.each([
    ['the one answer', one, 'b', 'b'],
    ['the one answer of a part', study, { one: 'b', two: ['a', 'c'] }, 'one b'],
  ] as const)('but %s gives way to another option alone', (_what, question, answer, option) => {
    expect(answerWithout(question, answer, option)).toBeUndefined();
  });
});
