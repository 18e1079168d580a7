// What a scenario says of a world: references that lead nowhere are found, all of them, with their place.
import { expect, test } from 'vitest';
import { faultsOf, openCloud, type WorldSpec } from './index.ts';
import { ACCOUNT, EC2_TRUST, WORLD } from './test/tern.ts';

function worldOf(account: object): WorldSpec {
  return { time: 0, seed: 1, accounts: { [ACCOUNT]: { region: 'eu-west-1', ...account } } };
}

test('[worlds-are-values] a world whose names all exist has no faults', () => {
  expect(faultsOf(WORLD)).toEqual([]);
});

test('[worlds-are-values] every name that refers to nothing is reported with its place', () => {
  const world = worldOf({
    users: { 'mei.tan': { path: '/dev/', groups: ['a', 'devs'], attached: ['b'], boundary: 'c' } },
    groups: { devs: { attached: ['P', 'constructor'] } },
    roles: { r: { path: '/app/', trust: EC2_TRUST, attached: ['e'], boundary: 'f' } },
    policies: { P: '{}' },
    instanceProfiles: { p: { role: 'g' }, q: {} },
    instances: { i: { profile: 'h' }, j: {} },
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
    ].map(([path = '', missing]) => ({ path: ['accounts', ACCOUNT, ...path.split('/')], missing })),
  );
});

test('[worlds-are-values] a cloud keeps the texts as they were typed and gives everybody an id', () => {
  const text = '{  "Version" : "2012-10-17",\n\t"Statement": [] }';
  const cloud = openCloud(worldOf({ users: { a: { policies: { p: text } }, b: {} }, policies: { P: text } }));
  const account = cloud.accounts[ACCOUNT];
  expect([account?.users['a']?.inline['p'], account?.policies['P']]).toEqual([text, text]);
  expect(account?.users['a']?.id).not.toBe(account?.users['b']?.id);
  expect(cloud.issued).toBe(2);
});
