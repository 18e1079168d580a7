import { expect, it } from 'vitest';
import { countRounds, lineOf } from './chaos.ts';

const round = (ok: boolean, lost?: string) => ({
  ok,
  tests: [{ annotations: lost === undefined ? [] : [{ type: 'lost', description: lost }] }],
});

it('counts the rounds of every suite, and what each of them lost', () => {
  const counted = countRounds({
    suites: [{ specs: [round(true, '0'), round(false, '2')], suites: [{ specs: [round(false)] }] }],
  });
  expect(counted).toEqual({ rounds: 3, lost: 2, failed: 2 });
  expect(lineOf(counted)).toBe('3 rounds, 2 lost events, 2 rounds failed');
});

it('says nothing of failures where there are none', () => {
  expect(lineOf(countRounds({ specs: [round(true, '0')] }))).toBe('1 rounds, 0 lost events');
});
