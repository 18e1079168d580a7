// The list of files that the service worker keeps: every file once, under its address, with a hash that follows its bytes.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { manifestOf } from './offline.ts';

const root = mkdtempSync(join(tmpdir(), 'gatehouse-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

function write(name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
}

write('index.html', 'home');
write('404.html', 'none');
write('learn/a-module/index.html', 'a lesson');
write('learn/not-index.html', 'a page');
write('_astro/a.js', 'let a;');
write('_astro/b.js', 'let a;');
write('sw.js', 'the worker itself');
write('offline.json', 'the list itself');

describe('the manifest', () => {
  it('lists every file but the worker, a page under the address of its folder, in an order that never changes', () => {
    expect(manifestOf(root).map(([path]) => path)).toEqual([
      '/404.html',
      '/_astro/a.js',
      '/_astro/b.js',
      '/',
      '/learn/a-module/',
      '/learn/not-index.html',
    ]);
  });

  it('gives a hash that follows the bytes alone', () => {
    const hashes = (): ReadonlyMap<string, string> => new Map(manifestOf(root));
    const before = hashes();
    expect(before.get('/_astro/a.js')).toMatch(/^[\w-]{12}$/);
    expect(before.get('/_astro/a.js')).toBe(before.get('/_astro/b.js'));
    write('_astro/a.js', 'let b;');
    expect(hashes().get('/_astro/a.js')).not.toBe(before.get('/_astro/a.js'));
    write('_astro/a.js', 'let a;');
    expect(hashes()).toEqual(before);
  });
});
