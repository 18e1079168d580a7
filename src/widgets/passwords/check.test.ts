import { describe, expect, it } from 'vitest';
import { check, commandOf, replacedByLength, type Wanted } from './check.ts';

const STRICT: Wanted = { length: '14', kinds: ['Uppercase', 'Numbers', 'Symbols'], reuse: '5' };

describe('a password', () => {
  it('needs eight characters of three kinds where the account says nothing', () => {
    expect(check(undefined, 'tide', '').refused).toEqual(['Password should have a minimum length of 8']);
    expect(check(undefined, 'lowtideatfour', '').refused).not.toEqual([]);
    expect(check(undefined, 'Lowtide4', '').refused).toEqual([]);
  });
  it('is told everything that a policy misses in it', () => {
    expect(check(STRICT, 'lowtide', '').refused).toEqual([
      'Password should have a minimum length of 14',
      'Password should have at least one uppercase letter',
      'Password should have at least one number',
      'Password should have at least one symbol',
    ]);
    expect(check(STRICT, 'Low-tide-at-4-pm', '').refused).toEqual([]);
  });
  it('is not the one of yesterday where passwords are remembered, and may be where they are not', () => {
    const same = 'Low-tide-at-4-pm';
    expect(check(STRICT, same, same).refused).toHaveLength(1);
    expect(check({ ...STRICT, reuse: '' }, same, same).refused).toEqual([]);
  });
  it('of six letters passes a policy that was written to say less than AWS itself', () => {
    expect(check({ length: '', kinds: [], reuse: '' }, 'ferry1', '').refused).toEqual([]);
    expect(check(undefined, 'ferry1', '').refused).not.toEqual([]);
  });
});

describe('what cannot be a policy or a password', () => {
  it.each([
    [{ ...STRICT, length: '5' }, 'Aa1!', ['length']],
    [{ ...STRICT, length: 'many' }, 'Aa1!', ['length']],
    [{ ...STRICT, reuse: '25' }, 'Aa1!', ['reuse']],
    [STRICT, 'x'.repeat(129), ['passwordTooLong']],
    [STRICT, 'Ebbe🌊und-Flut-1', ['passwordUnreadable']],
  ] as const)('%j with %s', (policy, password, problems) => {
    expect(check(policy, password, '').problems).toEqual(problems);
  });
});

describe('a second call', () => {
  it('replaces the whole policy: what it does not say falls back', () => {
    expect(replacedByLength(STRICT)).toEqual({ length: '14', kinds: [], reuse: '' });
  });
  it('is written as the command line takes it', () => {
    expect(commandOf(STRICT)).toBe(
      'aws iam update-account-password-policy --minimum-password-length 14 --require-uppercase-characters --require-numbers --require-symbols --password-reuse-prevention 5',
    );
  });
});
