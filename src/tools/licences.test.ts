// What may ship and what may not, and how it is listed.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALLOWED, checked, listing, type Licence } from './licences.ts';

const of = (licence: string): Licence => ({
  name: 'a-package',
  version: '1.0.0',
  licence,
  text: 'Do as you like.',
});

describe('licences', () => {
  it.each(ALLOWED)('%s may ship', (licence) => {
    expect(checked([of(licence)])).toHaveLength(1);
  });

  it.each(['GPL-3.0-only', 'AGPL-3.0-or-later', 'UNLICENSED', 'undefined', 'MIT OR GPL-2.0', 'mit', ''])(
    '%j may not, and the build says which package it is',
    (licence) => {
      expect(() => checked([of('MIT'), of(licence)])).toThrow(
        `a-package ships under \`${licence}\`, which is not among MIT, ISC`,
      );
    },
  );

  it('of all packages that the product names are allowed', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const packages = Object.keys(manifest.dependencies).map((name) => {
      const { license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as {
        license?: string;
      };
      return { ...of(String(license)), name };
    });
    expect(packages.length).toBeGreaterThan(10);
    expect(checked(packages)).toBe(packages);
  });

  it('are listed with their text, and nothing in it is taken for markup', () => {
    expect(listing([{ ...of('MIT'), text: 'a < b & c > d <script>' }])).toBe(
      '<details><summary>a-package 1.0.0 · MIT</summary><pre>a &lt; b &amp; c > d &lt;script></pre></details>',
    );
  });
});
