import { describe, expect, it } from 'vitest';
import { openCloud } from '#cloud';
import { documentsFor, tryAll, type Forms } from './agreement.ts';

const RIGHT: Forms = { passer: 'thisRole', trust: 'ec2', rights: 'orders' };
const {
  'group/developers/inline/launch': launch = '',
  'role/bookings/trust': trust = '',
  'role/bookings/inline/orders': orders = '',
} = documentsFor(RIGHT);
const cloud = openCloud({
  time: 0,
  seed: 1,
  accounts: {
    '111122223333': {
      region: 'eu-west-1',
      users: { 'mei.tan': { groups: ['developers'] } },
      groups: { developers: { policies: { launch } } },
      roles: {
        bookings: { path: '/app/', trust, policies: { orders } },
        'night-admin': { path: '/ops/', trust },
      },
      instanceProfiles: { bookings: { role: 'bookings' }, 'night-admin': { role: 'night-admin' } },
      instances: { 'booking-1': { profile: 'bookings' } },
      tables: { orders: {} },
    },
  },
});

describe('a role that is passed', () => {
  it.each<readonly [string, Partial<Forms>, string, string | undefined, string]>([
    ['all three agree', {}, 'allowed', 'allowed', 'implicitDeny'],
    ['the passer is silent', { passer: 'nothing' }, 'implicitDeny', 'allowed', 'implicitDeny'],
    ['the passer may take it instead', { passer: 'takesIt' }, 'implicitDeny', 'allowed', 'implicitDeny'],
    ['the passer may pass everything', { passer: 'everyRole' }, 'allowed', 'allowed', 'allowed'],
    ['the role trusts another service', { trust: 'lambda' }, 'allowed', 'implicitDeny', 'implicitDeny'],
    ['the role may do nothing here', { rights: 'nothing' }, 'allowed', 'implicitDeny', 'implicitDeny'],
  ])('[every-pair-must-pass] when %s', (_, change, launched, writes, admin) => {
    const tried = tryAll(cloud, { ...RIGHT, ...change });
    expect([tried.launch, tried.write, tried.launchAdmin].map(({ verdict }) => verdict?.decision)).toEqual([
      launched,
      writes,
      admin,
    ]);
  });
});
