import { describe, expect, it } from 'vitest';
import { makeSteps, parseSteps, walk } from './rotation.ts';

const after = (text: string) => walk(parseSteps(text));

describe('a rotation', () => {
  it('misses no run when the job has the new key before the old one is switched off', () => {
    const { isRotated, keys, steps } = after('create, give 2, off 1, delete 1');
    expect(isRotated).toBe(true);
    expect(keys.map(({ status, ofJob }) => [status, ofJob])).toEqual([
      ['Deleted', false],
      ['Active', true],
    ]);
    expect(steps.some((step) => step.stopped ?? step.fault)).toBe(false);
  });
  it('stops the job when the old key is switched off too early, and can be taken back', () => {
    const early = after('create, off 1');
    expect(early.stopped?.code).toBe('InvalidClientTokenId');
    expect(after('create, off 1, on 1').stopped).toBeUndefined();
    expect(after('create, off 1, give 2, delete 1')).toMatchObject({ stopped: undefined, isRotated: false });
  });
  it('cannot take a deletion back', () => {
    const { stopped, steps } = after('delete 1, on 1');
    expect(stopped?.code).toBe('InvalidClientTokenId');
    expect(steps.at(-1)?.fault?.code).toBe('NoSuchEntity');
  });
  it('has no room for a third key, not even beside an inactive one', () => {
    expect(after('create, give 2, off 1, create').steps.at(-1)?.fault).toEqual({
      code: 'LimitExceeded',
      message: 'Cannot exceed quota for AccessKeysPerUser: 2',
    });
  });
  it('knows whether a key was ever used', () => {
    expect(after('create').keys.map(({ used }) => used)).toEqual([true, false]);
    expect(after('create, give 2').keys.map(({ used }) => used)).toEqual([true, true]);
  });
});

describe('the text of a walk', () => {
  it('comes back as it was, without what cannot be read', () => {
    expect(makeSteps(parseSteps('create, give 2, dance, off 99, off 1'))).toBe('create, give 2, off 1');
  });
  it('is cut when it is too long', () => {
    expect(walk(parseSteps('off 1,'.repeat(5000))).steps).toHaveLength(60);
  });
});
