import { describe, expect, it } from 'vitest';
import { AUDIENCES, brought, claimsIn, issued, rewritten, SUBJECTS, TRUSTS } from './flow.ts';

const [FOR_STS, FOR_TOOL] = AUDIENCES;
const main = issued('main', FOR_STS);

describe('a token brought to STS', () => {
  it('[provider-needs-the-trust-policy] opens the role when its claims fit the conditions', () => {
    expect(brought(main, TRUSTS.both, 0)).toMatchObject({
      decision: 'allowed',
      arn: 'arn:aws:sts::111122223333:assumed-role/Publish/pipeline',
    });
    expect(brought(issued('copy', FOR_STS), TRUSTS.star, 0).fault?.code).toBe('AccessDenied');
  });
  it('[provider-needs-the-trust-policy] of a pull request fits a star, and no pinned subject', () => {
    const pull = issued('pull', FOR_STS);
    expect(brought(pull, TRUSTS.star, 0).decision).toBe('allowed');
    expect(brought(pull, TRUSTS.subject, 0).decision).toBe('implicitDeny');
  });
  it('[provider-needs-the-trust-policy] for another tool opens a role that asks for the subject alone', () => {
    const tool = issued('main', FOR_TOOL);
    expect(brought(tool, TRUSTS.subject, 0).decision).toBe('allowed');
    expect(brought(tool, TRUSTS.both, 0).decision).toBe('implicitDeny');
  });
  it('is refused before any policy is asked when a claim was changed, or when it is old', () => {
    const pull = issued('pull', FOR_STS);
    const forged = rewritten(pull, claimsIn(pull).replace(SUBJECTS.pull, SUBJECTS.main)) ?? '';
    expect(brought(forged, TRUSTS.both, 0)).toMatchObject({
      parts: [],
      fault: { code: 'InvalidIdentityToken' },
    });
    expect(brought(main, TRUSTS.both, 600).fault?.code).toBe('ExpiredTokenException');
  });
  it('is what it was when its claims are written as they were', () => {
    expect(rewritten(main, claimsIn(main))).toBe(main);
  });
  it.each(['', '{', '[]', 'null', '7'])('cannot be made of claims that are no object: %s', (text) => {
    expect(rewritten(main, text)).toBeUndefined();
  });
  it('[invalid-document-allows-nothing] meets a trust policy that cannot be read, and stays outside', () => {
    expect(brought(main, '{', 0).fault?.code).toBe('AccessDenied');
  });
});
