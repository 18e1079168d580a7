import { describe, expect, it } from 'vitest';
import { openCloud, type Cloud } from '#cloud';
import { callOf } from '#widgets/lab/choices.ts';
import { judge } from '#widgets/lab/judge.ts';
import { chainOf, hung, mayTakeDown, parseHung, placesOf, standingsOf, type Kind } from './tree.ts';

const statement = (effect: string, action: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: effect, Action: action, Resource: '*' }],
  });

const CLOUD = openCloud({
  time: 0,
  seed: 1,
  accounts: {
    '111122223333': {
      name: 'bookings',
      region: 'eu-west-1',
      users: { mei: { policies: { all: statement('Allow', '*') } } },
    },
    '999900001111': {
      region: 'eu-west-1',
      users: { priya: { policies: { all: statement('Allow', '*') } } },
    },
  },
  organizations: {
    'o-ternferries': {
      management: '999900001111',
      root: { id: 'r-tern' },
      units: {
        ferries: { id: 'ou-tern-0a1b2c3d' },
        production: { id: 'ou-tern-1a2b3c4d', under: 'ferries', scp: ['List'] },
      },
      members: { '111122223333': { unit: 'production' } },
      scp: { List: statement('Allow', 's3:*'), Never: statement('Deny', 's3:PutObject') },
      rcp: {},
    },
  },
});

const said = (cloud: Cloud, as: string, action: string, kind: Kind = 'scp') => {
  const { parts } = judge(
    cloud,
    as,
    callOf(
      {
        start: { as, action, on: '', context: {} },
        guess: false,
        who: [],
        does: [],
        on: [],
        context: [],
        edits: [],
        tasks: [],
      },
      { as, action, on: 'arn:aws:s3:::tern-timetables/winter.csv', context: {} },
    ),
  );
  const [part] = parts;
  return part ? Object.fromEntries(standingsOf(part, placesOf(cloud), kind)) : {};
};

describe('the tree', () => {
  it('has each place behind the one above it', () => {
    expect(placesOf(CLOUD).map(({ id, depth }) => [id, depth])).toEqual([
      ['root', 0],
      ['unit/ferries', 1],
      ['unit/production', 2],
      ['account/111122223333', 3],
      ['account/999900001111', 1],
    ]);
    expect(chainOf(placesOf(CLOUD), '999900001111')).toEqual(['root', 'account/999900001111']);
  });
  it('[scp-level-must-allow] shows the one level that is silent', () => {
    expect(said(CLOUD, 'user/mei', 'dynamodb:GetItem')).toEqual({
      root: 'allows',
      'unit/ferries': 'allows',
      'unit/production': 'silent',
      'account/111122223333': 'allows',
    });
  });
  it('[explicit-deny-wins] shows where the Deny hangs', () => {
    const cloud = hung(CLOUD, { 'unit/ferries': { scp: ['FullAWSAccess', 'Never'] } });
    expect(said(cloud, 'user/mei', 's3:PutObject')).toMatchObject({
      root: 'allows',
      'unit/ferries': 'denies',
    });
  });
  it('[management-account-is-not-bound] spares the management account', () => {
    const cloud = hung(CLOUD, { root: { scp: ['Never'] } });
    expect(said(cloud, 'user/priya', 's3:PutObject')).toEqual({
      root: 'spared',
      'account/999900001111': 'spared',
    });
  });
});

describe('what was kept', () => {
  it('counts as far as it speaks of places and policies that there are', () => {
    const kept = {
      root: { scp: ['Never', 'Gone'] },
      'unit/gone': { scp: ['Never'] },
      'unit/ferries': { scp: [] },
    };
    expect(parseHung(JSON.stringify(kept), CLOUD)).toEqual({ root: { scp: ['Never'] }, 'unit/ferries': {} });
  });
  it.each(['', 'null', '{', '[]', '7', '{"root":{"scp":7}}'])('may be anything: %s', (text) => {
    expect(hung(CLOUD, parseHung(text, CLOUD))).toEqual(CLOUD);
  });
  it('never takes the last service control policy down', () => {
    const [root] = placesOf(CLOUD);
    expect(root && mayTakeDown(root, 'scp')).toBe(false);
    expect(root && mayTakeDown(root, 'rcp')).toBe(true);
  });
});
