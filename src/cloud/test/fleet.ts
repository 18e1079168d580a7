// A world with every layer: an organization of three accounts, another company, a session, an endpoint.
import { openCloud, parts, signIn, type Cloud, type Part, type WorldSpec } from '../index.ts';
import { deepFreeze, policy, trust } from './tern.ts';

export const BOOKINGS = '111122223333';
export const ANALYTICS = '444455556666';
export const MANAGEMENT = '999900001111';
export const LUMEN = '777788889999';
export const REPORT = 'arn:aws:s3:::tern-reports/november.csv';
export const TIMETABLE = 'arn:aws:s3:::tern-timetables/winter.csv';
export const LEDGER = 'arn:aws:s3:::tern-ledger/2026.csv';
export const ENDPOINT = 'vpce-0a1b2c3d4e5f60718';

const READ = policy('Allow', 's3:GetObject');
const SERVICE = 'autoscaling.amazonaws.com';

/** A resource policy that lets accounts read. */
const open = (...accounts: readonly string[]): string =>
  policy('Allow', 's3:GetObject', { Principal: { AWS: accounts }, Resource: 'arn:aws:s3:::*' });

export const FLEET: WorldSpec = {
  time: Date.parse('2026-11-23T09:00:00Z'),
  seed: 17,
  accounts: {
    [BOOKINGS]: {
      name: 'bookings',
      region: 'eu-west-1',
      users: { 'mei.tan': { policies: { read: READ } } },
      roles: {
        BatchWorker: { trust: trust({ AWS: BOOKINGS }), policies: { work: policy('Allow', 's3:*') } },
        AWSServiceRoleForAutoScaling: {
          path: `/aws-service-role/${SERVICE}/`,
          trust: trust({ Service: SERVICE }),
          policies: { own: policy('Allow', ['s3:GetObject', 'ec2:*']) },
        },
      },
      policies: { ReadOnly: READ },
      buckets: { 'tern-timetables': { objects: ['winter.csv'] } },
      sessions: {
        'night-1': { role: 'BatchWorker', policy: READ },
        'night-2': { role: 'BatchWorker', attached: ['ReadOnly'], vpc: 'vpc-0a1b2c3d' },
      },
      endpoints: {
        quay: {
          id: ENDPOINT,
          vpc: 'vpc-0a1b2c3d',
          service: 's3',
          policy: policy('Allow', 's3:GetObject', { Principal: '*', Resource: TIMETABLE }),
        },
        open: { id: 'vpce-0ffffffffffffffff', vpc: 'vpc-0ffffffff', service: 's3' },
      },
    },
    [ANALYTICS]: {
      region: 'eu-west-1',
      users: { 'mei.tan': { policies: { read: READ } } },
      buckets: { 'tern-reports': { objects: ['november.csv'], policy: open(BOOKINGS, LUMEN) } },
    },
    [MANAGEMENT]: {
      region: 'eu-west-1',
      users: { ana: { policies: { admin: policy('Allow', '*') } } },
      buckets: { 'tern-ledger': { objects: ['2026.csv'], policy: open(LUMEN) } },
    },
    [LUMEN]: { region: 'eu-west-1', users: { jun: { policies: { read: READ } } } },
  },
  organizations: {
    'o-ternferries': {
      management: MANAGEMENT,
      root: { id: 'r-tern', rcp: ['OnlyOurs'] },
      units: {
        fleet: { id: 'ou-tern-0a1b2c3d' },
        production: { id: 'ou-tern-1a2b3c4d', under: 'fleet', scp: ['FullAWSAccess', 'KeepObjects'] },
      },
      members: {
        [BOOKINGS]: { unit: 'production', scp: ['OnlyStorage'] },
        [ANALYTICS]: { unit: 'fleet' },
      },
      scp: { KeepObjects: policy('Deny', 's3:DeleteObject'), OnlyStorage: policy('Allow', 's3:*') },
      rcp: {
        OnlyOurs: policy('Deny', 's3:*', {
          Principal: '*',
          Resource: '*',
          Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-ternferries' } },
        }),
      },
    },
    'o-lumenaudits': {
      management: LUMEN,
      root: { id: 'r-lumen', scp: ['FullAWSAccess', 'Home'] },
      scp: { Home: READ },
    },
  },
};

export const SEA: Cloud = deepFreeze(openCloud(FLEET));

/** The one pair that somebody asks for. */
export function asked(who: string, action: string, on: string, context = {}, cloud = SEA): Part {
  const signed = signIn(cloud, who);
  if (!('session' in signed)) throw new Error(signed.fault.message);
  const found = parts(cloud, signed.session, { action, on, context });
  const [part] = 'fault' in found ? [] : found;
  if (!part) throw new Error('one pair is asked');
  return part;
}

export const decided = (...question: Parameters<typeof asked>): string => asked(...question).verdict.decision;
