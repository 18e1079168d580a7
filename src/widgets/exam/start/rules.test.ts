import { expect, it } from 'vitest';
import { KINDS, SCORED_AS_BY_AWS } from '#exam';
import { rulesOf } from './rules.ts';

it('[rules-are-told] an exam that counts as AWS’s do says so', () => {
  expect(rulesOf()).toEqual(rulesOf(SCORED_AS_BY_AWS));
  expect(rulesOf().join(' ')).toContain('A wrong one costs nothing more.');
});

it('[rules-are-told] parts, confidence and each kind that weighs more are told before one begins', () => {
  const weights = Object.fromEntries(Object.keys(KINDS).map((kind, i) => [kind, i + 1]));
  const rules = rulesOf({ rule: 'partial', confidence: true, weights });
  expect(rules.join(' ')).not.toContain('A wrong one costs nothing more.');
  expect(rules.join(' ')).toContain('each right one gains a part of its points');
  expect(rules.join(' ')).toContain('how sure you are');
  expect(rules.filter((rule) => /^[A-Z].* counts \d+ times as much\.$/.test(rule))).toHaveLength(10);
});
