import { describe, expect, it } from 'vitest';
import type { WorldSpec } from '#cloud';
import { makeSteps, parseSteps, tell, type Told } from './who-is-who.ts';

const ROLE = { path: '/app/', trust: '{"Version":"2012-10-17","Statement":[]}' };
const WORLD: WorldSpec = {
  time: 0,
  seed: 1,
  accounts: {
    '111122223333': {
      region: 'eu-west-1',
      users: { oskar: { groups: ['quay'] }, 'mei.tan': { path: '/dev/' } },
      groups: { quay: {} },
      roles: { bookings: ROLE },
      instanceProfiles: { bookings: { role: 'bookings' } },
      instances: { 'booking-1': { profile: 'bookings' }, bare: {} },
      buckets: {
        'tern-timetables': {
          objects: ['winter.csv'],
          policy: JSON.stringify({
            Version: '2012-10-17',
            Statement: {
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::111122223333:user/oskar' },
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::tern-timetables/*',
            },
          }),
        },
      },
    },
  },
};
const after = (text: string): Told => tell(WORLD, parseSteps(text));
const userOf = ({ nodes }: Told, name: string) => nodes.find(({ key }) => key === `user/${name}`);
const idOf = (told: Told, name: string): string | undefined => userOf(told, name)?.id;

describe('everybody in an account', () => {
  it('has an ARN and an id, root the number of the account, a machine that of its role', () => {
    const { nodes } = after('');
    const prefixes = nodes.map(({ kind, id }) => [kind, id.slice(0, 4)]);
    expect(prefixes).toEqual([
      ['root', '1111'],
      ['user', 'AIDA'],
      ['user', 'AIDA'],
      ['group', 'AGPA'],
      ['role', 'AROA'],
      ['session', 'AROA'],
    ]);
    expect(userOf(after(''), 'mei.tan')?.arn).toBe('arn:aws:iam::111122223333:user/dev/mei.tan');
    expect(nodes.at(-1)?.arn).toMatch(/^arn:aws:sts::111122223333:assumed-role\/bookings\/i-0/);
  });
});

describe('a user', () => {
  it('keeps the id under another name, and the policy that names them follows', () => {
    const told = after('rename oskar');
    expect(idOf(told, 'oskar.w')).toBe(idOf(after(''), 'oskar'));
    expect(told.policy).toContain('user/oskar.w"');
    expect(told.reads).toContainEqual({ user: 'oskar.w', decision: 'allowed', named: true });
  });
  it('is not deleted while they sit in a group', () => {
    expect(after('delete oskar').fault?.code).toBe('DeleteConflict');
    expect(after('leave oskar, delete oskar').fault).toBeUndefined();
  });
  it('of the same name is somebody else: the policy shows the id of the one who is gone', () => {
    const told = after('leave oskar, delete oskar, create oskar');
    expect(idOf(told, 'oskar')).not.toBe(idOf(after(''), 'oskar'));
    expect(told.policy).toContain(`"${idOf(after(''), 'oskar') ?? ''}"`);
    expect(told.reads).toContainEqual({ user: 'oskar', decision: 'implicitDeny', named: false });
  });
  it('who is gone can be made again, and one who was renamed is not gone', () => {
    expect(after('leave oskar, delete oskar').gone).toEqual(['oskar']);
    expect(after('rename oskar').gone).toEqual([]);
  });
});

it('the text of steps comes back as it was, without what cannot be read', () => {
  expect(makeSteps(parseSteps('rename oskar, dance oskar, delete a b, create mei.tan'))).toBe(
    'rename oskar, create mei.tan',
  );
});
