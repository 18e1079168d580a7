// The door of the coverage: what it refuses.
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['src/commands/coverage.ts', '--json', ...args], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });

it.each([
  [['--months', 'abc']],
  [['--months', '1e9']],
  [['--months', '1201']],
  [['--months', '0']],
  [['--months', '-5']],
  [['--months=-5']],
])('%j ends with one sentence', (args) => {
  const { status, stdout, stderr } = run(...args);
  expect(stderr).toBe(
    'coverage takes `--json` and `--months N`, where N is a whole number from 1 to 1200.\n',
  );
  expect([status, stdout]).toEqual([2, '']);
});

it('a number of months in the past is counted', () => {
  const { status, stdout } = run('--months', '1200');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ old: [] });
});
