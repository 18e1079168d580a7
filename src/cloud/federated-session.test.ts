// A federated user whom a world keeps is the one whom GetFederationToken gives.
import { expect, test } from 'vitest';
import { openCloud, signIn, writeDocument } from './index.ts';
import { asked, decided } from './test/fleet.ts';
import { ACCOUNT, act, deepFreeze, policy } from './test/tern.ts';

const NAMED = 'arn:aws:s3:::tern-names/list.csv';
const OTHER = 'arn:aws:s3:::tern-others/list.csv';
const BROKER = `arn:aws:iam::${ACCOUNT}:user/broker`;
const GUEST = `arn:aws:sts::${ACCOUNT}:federated-user/guest`;
const READ = policy('Allow', 's3:GetObject');

const namesIn = (who: string): string =>
  policy('Allow', 's3:GetObject', { Principal: { AWS: who }, Resource: NAMED });

const KEPT = deepFreeze(
  openCloud({
    time: 0,
    seed: 3,
    accounts: {
      [ACCOUNT]: {
        region: 'eu-west-1',
        users: { broker: { policies: { all: policy('Allow', '*') } } },
        buckets: {
          'tern-names': { objects: ['list.csv'], policy: namesIn(BROKER) },
          'tern-others': { objects: ['list.csv'] },
        },
        sessions: { guest: { user: 'broker' }, narrowed: { user: 'broker', policy: READ } },
      },
    },
  }),
);

const reads = (who: string, on: string, cloud = KEPT): string => decided(who, 's3:GetObject', on, {}, cloud);

test('[federated-user-needs-a-session-policy] a kept federated user is the principal that GetFederationToken gives', () => {
  const { cloud } = act(KEPT, 'user/broker', 'sts:GetFederationToken', { Name: 'guest' });
  const [given] = Object.values(cloud.temporary ?? {});
  const signed = signIn(KEPT, 'session/guest');
  expect('session' in signed && signed.session.principal).toEqual(given?.session.principal);
  expect(asked('session/guest', 's3:GetObject', OTHER, {}, KEPT).names.identity).toEqual([
    'user/broker/inline/all',
  ]);
});

test('[federated-user-needs-a-session-policy] without a session policy only a resource that names the session gives', () => {
  expect(reads('session/guest', OTHER)).toBe('implicitDeny');
  expect(reads('session/narrowed', OTHER)).toBe('allowed');
  const byName = writeDocument(KEPT, 'bucket/tern-names/policy', namesIn(GUEST));
  expect(reads('session/guest', NAMED, byName)).toBe('allowed');
});

test('[naming-the-issuer-keeps-ceilings] a resource that names the user reaches the session within its policy', () => {
  expect(reads('session/guest', NAMED)).toBe('implicitDeny');
  expect(reads('session/narrowed', NAMED)).toBe('allowed');
  const silent = writeDocument(KEPT, 'session/narrowed/policy', policy('Allow', 's3:PutObject'));
  expect(reads('session/narrowed', NAMED, silent)).toBe('implicitDeny');
});
