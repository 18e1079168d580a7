import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { complete, holesOf, type Lock } from './complete-lock.ts';

const HOLED: Lock = {
  packages: {
    '': {},
    'node_modules/rollup': {
      version: '4.0.0',
      dev: true,
      optionalDependencies: {
        '@rollup/linux-x64-musl': '4.0.0',
        '@rollup/windows-arm64': '4.0.0',
        '@rollup/wasm32-wasi': '4.0.0',
        fsevents: '^2.3.2',
      },
    },
    'node_modules/fsevents': { version: '2.3.3', optional: true, os: ['darwin'] },
  },
};

describe('the lock', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;

  it('has no holes, so that npm ci accepts it on every machine', () => {
    expect(holesOf(lock)).toEqual([]);
  });

  it('names no host: no entry has a resolved field', () => {
    expect(Object.keys(lock.packages).filter((key) => lock.packages[key]?.resolved !== undefined)).toEqual(
      [],
    );
  });

  it('follows a manifest with exact versions alone', () => {
    const versions = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.values(manifest[kind] ?? {}),
    );
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    expect(versions.length).toBeGreaterThan(20);
  });
});

describe('completing a lock', () => {
  it('gives each hole a stub for its platform, of the kind of the package that asks', () => {
    const { packages } = complete(HOLED);
    expect(packages['node_modules/@rollup/linux-x64-musl']).toEqual({
      version: '4.0.0',
      dev: true,
      optional: true,
      os: ['linux'],
      cpu: ['x64'],
      libc: ['musl'],
    });
    expect(packages['node_modules/@rollup/windows-arm64']).toMatchObject({ os: ['win32'], cpu: ['arm64'] });
    expect(packages['node_modules/@rollup/wasm32-wasi']).toMatchObject({ cpu: ['wasm32'] });
    expect(packages['node_modules/@rollup/wasm32-wasi']).not.toHaveProperty('os');
  });

  it('leaves nothing to do a second time', () => {
    expect(holesOf(HOLED)).toHaveLength(3);
    expect(holesOf(complete(HOLED))).toEqual([]);
    expect(complete(complete(HOLED))).toEqual(complete(HOLED));
  });

  it('puts a stub beside the package that asks when another version stands at the root', () => {
    const other = { version: '3.0.0', optional: true };
    const lock = { packages: { ...HOLED.packages, 'node_modules/@rollup/windows-arm64': other } };
    const { packages } = complete(lock);
    expect(packages['node_modules/@rollup/windows-arm64']).toEqual(other);
    expect(packages['node_modules/rollup/node_modules/@rollup/windows-arm64']?.version).toBe('4.0.0');
  });

  it('stops at a hole that names a range', () => {
    const lock = { packages: { 'node_modules/a': { optionalDependencies: { b: '^1.0.0' } } } };
    expect(() => complete(lock)).toThrow('node_modules/a: b ^1.0.0 is missing and no exact version');
  });
});
