// Every link, anchor and image of the built site leads to something that is there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './journey.ts';

const DIST = join(import.meta.dirname, '..', 'dist');

const pages = new Map(
  readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name): readonly [string, string] => [
      `/${name.replace(/index\.html$/, '')}`,
      readFileSync(join(DIST, name), 'utf8'),
    ]),
);
const idsOf = new Map(
  [...pages].map(([path, html]) => [
    path,
    new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)),
  ]),
);

/** What is wrong with an address that a page names. */
function faultOf(from: string, address: string): string | undefined {
  const { pathname, hash } = new URL(address.replaceAll('&amp;', '&'), `https://site.test${from}`);
  const isPage = pathname.endsWith('/') || pathname.endsWith('.html');
  if (!(isPage ? pages.has(pathname) : existsSync(join(DIST, pathname)))) return `${from}: no ${pathname}`;
  const anchor = decodeURIComponent(hash.slice(1));
  // A fragment with `=` carries something for a script.
  if (anchor === '' || anchor.includes('=')) return undefined;
  return idsOf.get(pathname)?.has(anchor) ? undefined : `${from}: no #${anchor} in ${pathname}`;
}

test('every link, anchor and image of the site leads to something', () => {
  const faults = [...pages].flatMap(([from, html]) =>
    [...html.matchAll(/<(?:a|img|link|script)\b[^>]*?\s(?:href|src)="([^"]*)"/g)]
      .map(([, address = '']) => address)
      .filter((address) => address.startsWith('/') || address.startsWith('#'))
      .flatMap((address) => faultOf(from, address) ?? []),
  );
  expect(pages.size).toBeGreaterThan(100);
  expect([...new Set(faults)]).toEqual([]);
});

test('every image says what it shows', () => {
  const silent = [...pages].flatMap(([from, html]) =>
    [...html.matchAll(/<img\b(?![^>]*\salt=)[^>]*>/g)].map(([image]) => `${from}: ${image}`),
  );
  expect(silent).toEqual([]);
});
