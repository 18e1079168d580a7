import { describe, expect, it } from 'vitest';
import { accountIn, CALLER_TYPES, callerOf, withArn, withType } from './caller.ts';

describe('what an ARN says about a caller', () => {
  it.each([
    ['arn:aws:iam::111122223333:user/team/mei', 'user', '111122223333'],
    ['arn:aws:iam::111122223333:root', 'root', '111122223333'],
    ['111122223333', 'root', '111122223333'],
    ['arn:aws-cn:sts::111122223333:federated-user/jun', 'federatedUser', '111122223333'],
    ['cloudtrail.amazonaws.com', 'service', ''],
    ['arn:aws:iam::111122223333:oidc-provider/example.com', 'federatedProvider', ''],
    ['*', 'anonymous', ''],
  ])('%s', (arn, type, account) => {
    expect(callerOf(arn)).toMatchObject({ type, account });
  });

  it('a session shows its role, and a role gets a session', () => {
    expect(callerOf('arn:aws:sts::111122223333:assumed-role/bookings/i-0')).toMatchObject({
      type: 'assumedRole',
      roleArn: 'arn:aws:iam::111122223333:role/bookings',
    });
    expect(callerOf('arn:aws:iam::111122223333:role/path/bookings')).toEqual(
      expect.objectContaining({
        arn: 'arn:aws:sts::111122223333:assumed-role/bookings/session',
        roleArn: 'arn:aws:iam::111122223333:role/path/bookings',
      }),
    );
  });

  it('half an ARN leaves type and account as they are', () => {
    const mei = callerOf('arn:aws:iam::111122223333:user/mei');
    expect(withArn(mei, 'arn:aws:iam::1111')).toEqual({ ...mei, arn: 'arn:aws:iam::1111' });
  });

  it('a caller keeps only what its type has', () => {
    const linked = { ...callerOf('arn:aws:sts::111122223333:assumed-role/a/b'), serviceLinkedRole: true };
    expect(withType(linked, 'user', '')).not.toHaveProperty('roleArn');
    expect(withType(linked, 'user', '').serviceLinkedRole).toBe(false);
  });

  it('a caller of every type has an ARN that shows the type', () => {
    const mei = callerOf('arn:aws:iam::111122223333:user/mei');
    for (const type of CALLER_TYPES) {
      const caller = withType(mei, type, '111122223333');
      expect(callerOf(caller.arn).type).toBe(type);
    }
  });
});

it('an ARN of a resource names its account, and a bucket does not', () => {
  expect(accountIn('arn:aws:sqs:eu-west-1:111122223333:orders')).toBe('111122223333');
  expect(accountIn('arn:aws:s3:::tern-timetables')).toBeUndefined();
});
