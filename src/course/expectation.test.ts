// What an author may expect of a request, and how it is held against the world.
import { describe, expect, it } from 'vitest';
import { openCloud } from '#cloud';
import { see } from './acts.ts';
import { expectation } from './parts-schema.ts';

const READ_ONLY = `{ "Version": "2012-10-17", "Statement": [
  { "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::tern-timetables/*" },
  { "Effect": "Deny", "Action": "s3:PutObject", "Resource": "*" } ] }`;
const cloud = openCloud({
  time: 0,
  seed: 1,
  accounts: { '111122223333': { region: 'eu-west-1', users: { oskar: { policies: { own: READ_ONLY } } } } },
});

const onWinter = (action: string): unknown => ({
  as: 'user/oskar',
  asks: { action, on: 'arn:aws:s3:::tern-timetables/winter.csv' },
});
const denied = (action: string): boolean =>
  see(cloud, expectation.parse({ ...(onWinter(action) as object), gives: 'denied' })).holds;

describe('an expectation', () => {
  it('[denied] is met by a Deny as by a silence, and not by what is allowed', () => {
    expect(denied('s3:PutObject')).toBe(true);
    expect(denied('dynamodb:Query')).toBe(true);
    expect(denied('s3:GetObject')).toBe(false);
  });

  it('[denied] gives no reason, and any other expectation gives one', () => {
    const reads = onWinter('s3:GetObject') as object;
    expect(expectation.safeParse({ ...reads, gives: 'denied', because: 'explicit-deny-wins' }).success).toBe(
      false,
    );
    expect(expectation.safeParse({ ...reads, gives: 'allowed' }).success).toBe(false);
  });
});
