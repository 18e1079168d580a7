// What a scenario says of a world: references that lead nowhere are found, all of them, with their place.
import { expect, test } from 'vitest';
import { documentsOf, faultsOf, openCloud, type WorldSpec } from './index.ts';
import { BOOKINGS, FLEET, LUMEN } from './test/fleet.ts';
import { ACCOUNT, EC2_TRUST, WORLD } from './test/tern.ts';

function worldOf(account: object): WorldSpec {
  return { time: 0, seed: 1, accounts: { [ACCOUNT]: { region: 'eu-west-1', ...account } } };
}

test('[worlds-are-values] a world whose names all exist has no faults', () => {
  expect([faultsOf(WORLD), faultsOf(FLEET)]).toEqual([[], []]);
});

test('[worlds-are-values] every name that refers to nothing is reported with its place', () => {
  const world = worldOf({
    users: { 'mei.tan': { path: '/dev/', groups: ['a', 'devs'], attached: ['b'], boundary: 'c' } },
    groups: { devs: { attached: ['P', 'constructor'] } },
    roles: { r: { path: '/app/', trust: EC2_TRUST, attached: ['e'], boundary: 'f' } },
    policies: { P: '{}' },
    instanceProfiles: { p: { role: 'g' }, q: {} },
    instances: { i: { profile: 'h' }, j: {} },
    sessions: { s: { role: 'k', attached: ['l'] }, t: { role: 'r' }, u: { user: 'm' } },
  });
  expect(faultsOf(world)).toEqual(
    [
      ['users/mei.tan/groups', 'a'],
      ['users/mei.tan/attached', 'b'],
      ['users/mei.tan/boundary', 'c'],
      ['groups/devs/attached', 'constructor'],
      ['roles/r/attached', 'e'],
      ['roles/r/boundary', 'f'],
      ['instanceProfiles/p/role', 'g'],
      ['instances/i/profile', 'h'],
      ['sessions/s/role', 'k'],
      ['sessions/s/attached', 'l'],
      ['sessions/u/user', 'm'],
    ].map(([path = '', missing]) => ({
      path: ['accounts', ACCOUNT, ...path.split('/')],
      missing,
      among: 'account',
    })),
  );
});

test('[worlds-are-values] a cloud keeps the texts as they were typed and gives everybody an id', () => {
  const text = '{  "Version" : "2012-10-17",\n\t"Statement": [] }';
  const cloud = openCloud(worldOf({ users: { a: { policies: { p: text } }, b: {} }, policies: { P: text } }));
  const account = cloud.accounts[ACCOUNT];
  expect(documentsOf(cloud).map((one) => one.text)).toEqual([text, text]);
  expect(account?.users['a']?.id).not.toBe(account?.users['b']?.id);
  expect(cloud.issued).toBe(3);
});

test('[worlds-are-values] an organization names accounts, units and policies that are there', () => {
  const tern = FLEET.organizations?.['o-ternferries'];
  if (!tern) throw new Error('the fleet has an organization');
  const faults = faultsOf({
    ...FLEET,
    organizations: {
      'o-ternferries': {
        ...tern,
        management: '000000000000',
        root: { id: 'r-tern', scp: ['a'], rcp: ['FullAWSAccess'] },
        units: {
          upper: { id: 'ou-tern-0a1b2c3d', under: 'lower' },
          lower: { id: 'ou-tern-1a2b3c4d', rcp: ['b'] },
        },
        members: { [BOOKINGS]: { unit: 'nowhere', scp: ['c'] } },
      },
      'o-lumenaudits': { management: LUMEN, root: { id: 'r-lumen' }, members: { [BOOKINGS]: {} } },
    },
  });
  expect(faults.map(({ path, missing, among }) => `${path.join('.')} ${missing} ${among}`)).toEqual([
    'organizations.o-ternferries.management 000000000000 world',
    'organizations.o-ternferries.root.scp a organization',
    'organizations.o-ternferries.root.rcp FullAWSAccess organization',
    'organizations.o-ternferries.units.upper.under lower organization',
    'organizations.o-ternferries.units.lower.rcp b organization',
    'organizations.o-ternferries.members.111122223333.scp c organization',
    'organizations.o-ternferries.members.111122223333.unit nowhere organization',
    'organizations.o-lumenaudits.members.111122223333 111122223333 world',
  ]);
});

test('[worlds-are-values] a policy of AWS may be attached by its ARN where the world has it', () => {
  const arn = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess';
  const world = worldOf({
    users: { a: { attached: [arn] } },
    roles: { r: { trust: EC2_TRUST, boundary: arn } },
  });
  expect(faultsOf(world).map(({ missing }) => missing)).toEqual([arn, arn]);
  const kept = { text: '{}', id: 'ANPA', version: 'v1', created: 0, updated: 0 };
  expect(faultsOf({ ...world, awsPolicies: { [arn]: kept } })).toEqual([]);
});
