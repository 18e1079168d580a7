// No command of the project lets Astro tell anybody that it was run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('hands everything on to Astro, with its telemetry off', () => {
  writeFileSync(join(folder, 'astro'), '#!/bin/sh\necho "$ASTRO_TELEMETRY_DISABLED $*"\nexit 3\n', {
    mode: 0o755,
  });
  const path = `${folder}${delimiter}${process.env['PATH'] ?? ''}`;
  const { stdout, status } = spawnSync(process.execPath, ['src/tools/astro.ts', 'dev', '--port', '4321'], {
    env: { ...process.env, PATH: path, ASTRO_TELEMETRY_DISABLED: '' },
    encoding: 'utf8',
  });
  expect(stdout).toBe('1 dev --port 4321\n');
  expect(status).toBe(3);
});

it('is the only way in which a script of the package calls Astro', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const calls = Object.values(scripts).filter((script) => /\bastro\b/.test(script));
  expect(calls.length).toBeGreaterThan(1);
  expect(calls.filter((script) => !script.startsWith('node src/tools/astro.ts '))).toEqual([]);
});
