// Copies of the content with one mistake in them, for tests alone.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** A course of two lessons that stays as it is, with everything that they name. */
export const SMALL = 'src/course/test/small';

/** A copy of the small course in which one text of one file was replaced, or a file written. */
export function changed(file: string, from: string, to: string): string {
  const root = mkdtempSync(join(tmpdir(), 'gatehouse-'));
  made.push(root);
  cpSync(join(SMALL, 'content'), join(root, 'content'), { recursive: true });
  const path = join(root, file);
  if (from === '') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, to);
    return root;
  }
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  return root;
}

/** The line, from 1, on which a text first stands in a file. */
export function lineOf(file: string, text: string): number {
  return readFileSync(file, 'utf8').split(text)[0]?.split('\n').length ?? 0;
}
