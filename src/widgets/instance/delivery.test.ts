import { describe, expect, it } from 'vitest';
import { deliver, type Setting } from './delivery.ts';

const WHOLE: Setting = {
  trusts: 'ec2',
  roleInProfile: true,
  profileOnInstance: true,
  tokensRequired: true,
  deniesOldDelivery: false,
  asksWithToken: true,
  hours: 0,
};
const of = (change: Partial<Setting>) => deliver({ ...WHOLE, ...change });
const stopsAt = (change: Partial<Setting>) => of(change).steps.find(({ good }) => !good);

describe('the way from an instance to its keys', () => {
  it('is a token, a name, keys and a call that is allowed', () => {
    const { steps, call, keys } = of({});
    expect(steps.map(({ id, good }) => [id, good])).toEqual([
      ['token', true],
      ['role', true],
      ['keys', true],
    ]);
    expect(keys?.id).toMatch(/^ASIA/);
    expect(call?.decision).toBe('allowed');
  });
  it.each<readonly [string, Partial<Setting>, string, string]>([
    ['a profile without its role', { roleInProfile: false }, 'role', '404'],
    ['an instance without the profile', { profileOnInstance: false }, 'role', '404'],
    ['a request without a token', { asksWithToken: false }, 'role', '401'],
  ])('ends with %s', (_, change, id, answer) => {
    expect(stopsAt(change)).toMatchObject({ id, answer: expect.stringContaining(answer) as string });
  });
  it('[role-trust-must-name-you] ends where the role does not trust EC2', () => {
    expect(stopsAt({ trusts: 'lambda' })?.answer).toContain('AssumeRoleUnauthorizedAccess');
  });
});

describe('without a token', () => {
  it('keys are handed out where the instance does not demand one', () => {
    const { keys, call } = of({ asksWithToken: false, tokensRequired: false });
    expect([keys?.version, call?.decision]).toEqual(['1.0', 'allowed']);
  });
  it('[explicit-deny-wins] they open nothing where the role denies what was delivered so', () => {
    const denies = { deniesOldDelivery: true, tokensRequired: false } as const;
    expect(of({ ...denies, asksWithToken: false }).call?.decision).toBe('explicitDeny');
    expect(of({ ...denies, asksWithToken: true }).call?.decision).toBe('allowed');
  });
});

it('new keys come every six hours, and a copy of the first ones ends', () => {
  const first = of({}).keys?.id;
  expect(of({ hours: 3 }).keys?.id).toBe(first);
  const six = of({ hours: 6 });
  expect(six.keys?.id).not.toBe(first);
  expect(six.copy).toEqual({ id: first, isOver: false });
  expect(of({ hours: 12 }).copy).toEqual({ id: first, isOver: true });
});
