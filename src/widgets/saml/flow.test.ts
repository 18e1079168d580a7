import { describe, expect, it } from 'vitest';
import { brought, changed, CHANGE_NAMES, issued, linesIn, rewritten, rowsOf, TRUSTS } from './flow.ts';

const usual = issued('usual');

describe('a response brought to STS', () => {
  it('[provider-needs-the-trust-policy] opens the role when its recipient fits the condition', () => {
    expect(brought(usual, TRUSTS.global, 0)).toMatchObject({
      decision: 'allowed',
      arn: 'arn:aws:sts::111122223333:assumed-role/Staff/mei.tan',
    });
    expect(brought(usual, TRUSTS.audience, 0)).toMatchObject({
      decision: 'implicitDeny',
      fault: { code: 'AccessDenied' },
    });
  });
  it('[provider-needs-the-trust-policy] with a tag needs the permission to tag the session', () => {
    expect(brought(issued('tag'), TRUSTS.global, 0).decision).toBe('implicitDeny');
    expect(brought(issued('tag'), TRUSTS.tags, 0).decision).toBe('allowed');
  });
  it.each(CHANGE_NAMES)('is refused before any policy is asked when somebody changed it: %s', (change) => {
    const lines = changed(usual, change);
    expect(lines).not.toBe(linesIn(usual));
    expect(brought(rewritten(lines), TRUSTS.global, 0)).toMatchObject({
      parts: [],
      fault: { code: 'InvalidIdentityToken', message: 'Response signature invalid' },
    });
  });
  it('is refused by its own word when it is old, has a bad name or names another role', () => {
    expect(brought(usual, TRUSTS.global, 600).fault?.code).toBe('ExpiredTokenException');
    expect(brought(issued('name'), TRUSTS.global, 0).fault?.code).toBe('InvalidIdentityToken');
    expect(brought(issued('role'), TRUSTS.global, 0)).toMatchObject({
      parts: [],
      fault: { code: 'AccessDenied' },
    });
  });
  it('is what it was when its lines are written as they were', () => {
    expect(rewritten(linesIn(usual))).toBe(usual);
  });
  it.each(['<', 'hello', '<saml:Assertion >'])('is none when it is no XML of its kind: %s', (text) => {
    expect(rowsOf(rewritten(text))).toEqual([]);
    expect(brought(rewritten(text), TRUSTS.global, 0).fault?.code).toBe('InvalidIdentityToken');
  });
  it('says to whom, about whom, for which role and until when', () => {
    expect(rowsOf(issued('tag')).map(({ name }) => name)).toEqual([
      ...['issuer', 'subject', 'recipient', 'audience', 'role', 'session', 'tag', 'valid'],
    ]);
  });
});
