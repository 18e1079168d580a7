// The last line of `npm test`: nothing that failed, did not run or could not be counted is called passed.
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { countBudgets, countProofs, honest } from './test.ts';

describe('`npm test` without the browser that CHROME names', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/tools/test.ts'], {
    env: { ...process.env, CHROME: '/nope' },
    encoding: 'utf8',
  });

  it('says so in one sentence and counts one failure', () => {
    expect(stderr).toBe('CHROME names `/nope`, and there is no such file\n');
    expect(stdout).toBe('0 passed, 1 failed\n');
    expect(status).toBe(1);
  });
});

describe('a count is honest:', () => {
  it.each([
    ['a run that passed is as it says', true, 3, 0, 3, 0],
    ['a run with failed tests is as it says', false, 3, 2, 3, 2],
    ['a run that failed without a failed test is one failure', false, 3, 0, 3, 1],
    ['a run of nothing that failed is one failure', false, 0, 0, 0, 1],
    ['a run of nothing that went well is one failure', true, 0, 0, 0, 1],
  ])('%s', (_what, ok, passed, failed, passedThen, failedThen) => {
    expect(honest(ok, { passed, failed })).toEqual({ passed: passedThen, failed: failedThen });
  });
});

describe('proofs are counted from their JSON:', () => {
  const of = (holds: readonly boolean[], failures: readonly string[]): string =>
    JSON.stringify({ items: holds.map((one) => ({ holds: one })), failures });

  it.each([
    ['all hold', of([true, true], []), 2, 0],
    ['one does not', of([true, false], ['a', 'b']), 1, 1],
    ['the content could not be read', of([], ['a', 'b']), 0, 1],
    ['no JSON', 'Error: out of memory', 0, 1],
    ['nothing', '', 0, 1],
  ])('%s', (_what, output, passed, failed) => {
    expect(countProofs(output)).toEqual({ passed, failed });
  });
});

describe('budgets are counted from their lines:', () => {
  it.each([
    ['kept and broken', 'ok   a: 1 KB of 2 KB\nOVER b: 3 KB of 2 KB\nok   c: 1 KB of 2 KB\n', 2, 1],
    ['words that only begin alike are no lines', 'okay\nOVERALL\n ok \n', 0, 0],
    ['nothing', '', 0, 0],
  ])('%s', (_what, output, passed, failed) => {
    expect(countBudgets(output)).toEqual({ passed, failed });
  });
});
