import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

function sandbox(script: string, ...args: readonly string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['src/commands/sandbox.ts', ...args], {
    input: script,
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
}

const WHO = 'aws sts get-caller-identity --query Arn --output text';

describe('[sandbox-door] npm run sandbox', () => {
  it('opens the blank world: three accounts, four profiles, nine o’clock, an empty home folder', () => {
    const script = [
      WHO,
      ...['partner', 'management', 'root'].map((name) => `${WHO} --profile ${name}`),
      'date -u +%FT%TZ',
      'pwd',
      'find . -type f',
      'echo $USER',
    ].join('\n');
    expect(sandbox(script)).toEqual({
      stdout: [
        'arn:aws:iam::111122223333:user/admin',
        'arn:aws:iam::444455556666:user/admin',
        'arn:aws:iam::999900001111:user/admin',
        'arn:aws:iam::111122223333:root',
        '2026-11-23T09:00:00Z',
        '/home/learner',
        './.aws/credentials',
        'learner',
        '',
      ].join('\n'),
      stderr: '',
      status: 0,
    });
  });

  it('takes a profile as the default one', () => {
    expect(sandbox(WHO, '--as', 'partner').stdout).toBe('arn:aws:iam::444455556666:user/admin\n');
    expect(sandbox(WHO, 'blank', '--as', 'root').stdout).toBe('arn:aws:iam::111122223333:root\n');
  });

  it('refuses a profile or a scenario that it does not know, and a foreign option', () => {
    expect(sandbox(WHO, '--as', 'nobody')).toEqual({
      stdout: '',
      stderr:
        'sandbox: there is no profile `nobody` in `blank`. There are `default`, `partner`, `management`, `root`\n',
      status: 2,
    });
    expect(sandbox('', 'nowhere')).toMatchObject({
      stderr: 'sandbox: there is no scenario `nowhere`. `--list` lists them\n',
      status: 2,
    });
    expect(sandbox('', '--help-me')).toMatchObject({ stdout: '', status: 2 });
  });

  it('lists the scenarios', () => {
    const { stdout, status } = sandbox('', '--list');
    const [first, ...others] = stdout.split('\n');
    expect(first).toBe('blank');
    expect(others).toContain('a-ceiling-over-mei');
    expect(status).toBe(0);
  });

  it('opens a world of the course with credentials for everybody in it', () => {
    const { stdout, stderr } = sandbox(
      `${WHO} --profile BatchWorker\naws configure list-profiles`,
      'the-night-job',
    );
    expect(stderr).toBe('');
    expect(stdout).toBe('arn:aws:sts::444455556666:assumed-role/BatchWorker/session\ndefault\nBatchWorker\n');
  });

  it('ends with the status of the script and prints both streams in their order', () => {
    const script = 'echo a; aws sts nothing; echo $?; aws --version; cat nowhere; exit 3';
    const { stdout, status } = spawnSync('sh', ['-c', `${process.execPath} src/commands/sandbox.ts 2>&1`], {
      input: script,
      encoding: 'utf8',
    });
    expect(stdout).toMatch(
      /^a\n[^]*ERROR[^]*\n252\naws-cli\/2\.36[^]*cat: nowhere: No such file or directory\n$/,
    );
    expect(status).toBe(3);
  });

  it('gives the same answers each time', () => {
    const script = `cat ~/.aws/credentials; aws sts get-caller-identity; sleep 60; date`;
    expect(sandbox(script)).toEqual(sandbox(script));
  });
});
