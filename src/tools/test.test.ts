// The last line of `npm test`: nothing that failed, did not run or could not be counted is called passed.
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

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
