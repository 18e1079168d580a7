// A lesson is compiled with the facts that it cites.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, expect, it } from 'vitest';
import { citeFacts } from './cite-facts.ts';

const root = mkdtempSync(join(tmpdir(), 'cite-facts-'));
afterEach(() => {
  rmSync(root, { recursive: true });
});

it('a lesson reaches Markdown with the value of a fact in place of its marker', async () => {
  for (const folder of ['facts', 'lessons/policies'])
    mkdirSync(join(root, 'content', folder), { recursive: true });
  const lesson = join(root, 'content/lessons/policies/sizes.mdx');
  writeFileSync(lesson, 'A policy has at most [[size]] characters.');
  writeFileSync(
    join(root, 'content/facts/limits.yaml'),
    'size: { says: So many., value: 6144, source: ug-quotas, read: 2026-11-26 }\n',
  );
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    root,
    plugins: [
      citeFacts(root),
      {
        name: 'markdown',
        enforce: 'pre',
        transform: (code, id) =>
          id.endsWith('.mdx') ? `export let text = ${JSON.stringify(code)};` : undefined,
      },
    ],
    build: { write: false, lib: { entry: lesson, formats: ['es'], fileName: 'lesson' } },
  });
  expect(JSON.stringify(made)).toContain('A policy has at most 6,144 characters.');
});
