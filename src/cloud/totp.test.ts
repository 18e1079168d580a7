// One-time codes against the examples of RFC 6238, whose seed is the text 12345678901234567890.
import { describe, expect, test } from 'vitest';
import { stepOfPair, totp } from './totp.ts';

const SEED = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const STEP = 30_000;

describe('codes', () => {
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('[worlds-are-values] the code at second %d is %s', (seconds, code) => {
    expect(totp(SEED, seconds * 1000)).toBe(code);
  });
});

describe('two codes that follow each other', () => {
  const NOW = 1_111_111_109_000;
  const device = { seed: SEED, tags: {}, created: 0 };
  const pair = (from: number): [string, string] => [totp(SEED, from), totp(SEED, from + STEP)];

  test.each([-2, -1, 0, 1])('[worlds-are-values] are good %d steps away', (steps) => {
    expect(stepOfPair(device, pair(NOW + steps * STEP), NOW)).toBe(Math.floor(NOW / STEP) + steps + 1);
  });

  test.each([-3, 2])('[worlds-are-values] are not good %d steps away, but set a device right', (steps) => {
    expect(stepOfPair(device, pair(NOW + steps * STEP), NOW)).toBeUndefined();
    expect(stepOfPair(device, pair(NOW + steps * STEP), NOW, 'far')).toBeDefined();
  });

  test('[worlds-are-values] are not good in the wrong order, nor once they were given', () => {
    const [first, second] = pair(NOW);
    expect(stepOfPair(device, [second, first], NOW)).toBeUndefined();
    expect(stepOfPair({ ...device, spent: Math.floor(NOW / STEP) }, [first, second], NOW)).toBeUndefined();
  });
});
