// The build stops at a liar: what the proof rejects is never built.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const LIARS = 'src/course/test/liars';

describe('a build of content that can be read and lies', () => {
  const root = mkdtempSync(join(tmpdir(), 'gatehouse-'));
  cpSync(LIARS, root, { recursive: true });
  afterAll(() => {
    rmSync(root, { recursive: true });
  });
  const { status, stderr, stdout } = spawnSync(process.execPath, [resolve('src/tools/build.ts')], {
    cwd: root,
    encoding: 'utf8',
  });
  const lineOf = (file: string, text: string): number =>
    readFileSync(`${LIARS}/${file}`, 'utf8').split(text)[0]?.split('\n').length ?? 0;

  it('stops before Astro', () => {
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/\d+ errors in content\/\n$/);
  });

  it.each([
    ['wrong-key', 'key:', 'key: the key says group, the world says own'],
    ['two-right', 'key:', 'key: more than one answer is right'],
    ['already-solved', 'claims:', 'claims: every claim holds before anything is done'],
    ['reason-not-so', '- id: group', 'options.1: option group: the stated reason does not show'],
  ])('names the file, the line and the field of %s', (name, text, message) => {
    const file = `content/questions/${name}.yaml`;
    expect(stderr).toContain(`${file}:${lineOf(file, text)}: ${message}`);
  });

  it('names those of a lab as well', () => {
    const file = 'content/scenarios/lab-not-solved.yaml';
    expect(stderr).toContain(`${file}:${lineOf(file, 'solution:')}: lab.tasks.0.solution: task `);
  });
});
