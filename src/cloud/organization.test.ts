// What hangs above an account: policies by level, whom they bind, and the keys that tell where an account stands.
import { expect, test } from 'vitest';
import { openCloud, writeDocument } from './index.ts';
import { levelsOf, organizationOf, pathOf, supportsRcp } from './organization.ts';
import {
  ANALYTICS,
  asked,
  BOOKINGS,
  decided,
  FLEET,
  LEDGER,
  LUMEN,
  MANAGEMENT,
  REPORT,
  SEA,
  TIMETABLE,
} from './test/fleet.ts';
import { policy } from './test/tern.ts';

test('[scp-level-must-allow] every level from the root to the account is handed over under its name', () => {
  expect(asked('user/mei.tan', 's3:GetObject', TIMETABLE).names.scp).toEqual([
    { name: 'root', documents: ['org/scp/FullAWSAccess'] },
    { name: 'fleet', documents: ['org/scp/FullAWSAccess'] },
    { name: 'production', documents: ['org/scp/FullAWSAccess', 'org/scp/KeepObjects'] },
    { name: 'bookings', documents: ['org/scp/OnlyStorage'] },
  ]);
});

test('[scp-level-must-allow] one level without an Allow is enough for a no', () => {
  const may = (action: string): string => decided('user/mei.tan', action, TIMETABLE);
  expect(may('s3:GetObject')).toBe('allowed');
  const silent = writeDocument(SEA, 'org/scp/OnlyStorage', policy('Allow', 'dynamodb:*'));
  expect(decided('user/mei.tan', 's3:GetObject', TIMETABLE, {}, silent)).toBe('implicitDeny');
  expect(decided('role/BatchWorker', 's3:DeleteObject', TIMETABLE)).toBe('explicitDeny');
});

test('[scp-never-grants] a policy of the organization is attached by name, once for all its levels', () => {
  const closed = writeDocument(SEA, 'org/scp/FullAWSAccess', policy('Allow', 'ec2:*'));
  expect(decided('user/mei.tan', 's3:GetObject', TIMETABLE, {}, closed)).toBe('implicitDeny');
  expect(decided(`${ANALYTICS}/user/mei.tan`, 's3:GetObject', REPORT, {}, closed)).toBe('implicitDeny');
  expect(decided('user/jun', 's3:GetObject', 'arn:aws:s3:::elsewhere/x', {}, closed)).toBe('allowed');
});

test('[scp-never-grants] an account outside every organization has no levels', () => {
  const { time, seed, accounts } = FLEET;
  const part = asked('user/mei.tan', 's3:GetObject', TIMETABLE, {}, openCloud({ time, seed, accounts }));
  expect([part.names.scp, part.names.rcp, part.verdict.decision]).toEqual([undefined, undefined, 'allowed']);
});

test('[rcp-never-grants] a stranger is denied by the organization of the resource, a colleague is not', () => {
  const stranger = asked('user/jun', 's3:GetObject', REPORT);
  expect(stranger.verdict.decision).toBe('explicitDeny');
  expect(stranger.names.rcp).toEqual([
    { name: 'root', documents: ['org/rcp/OnlyOurs'] },
    { name: 'fleet', documents: [] },
    { name: ANALYTICS, documents: [] },
  ]);
  expect(stranger.names.scp?.map(({ documents }) => documents)).toEqual([
    ['o-lumenaudits/org/scp/FullAWSAccess', 'o-lumenaudits/org/scp/Home'],
    ['o-lumenaudits/org/scp/FullAWSAccess'],
  ]);
  expect(decided('user/mei.tan', 's3:GetObject', REPORT)).toBe('allowed');
});

test('[rcp-full-access-is-always-there] where nothing of their own is attached, or the service has none, nothing is read', () => {
  expect(supportsRcp('S3:GetObject')).toBe(true);
  expect(supportsRcp('ec2:RunInstances')).toBe(false);
  const instance = `arn:aws:ec2:eu-west-1:${BOOKINGS}:instance/i-0`;
  expect(asked('user/mei.tan', 'ec2:StopInstances', instance).names.rcp).toBeUndefined();
  expect(asked('user/jun', 's3:GetObject', 'arn:aws:s3:::elsewhere/x').names.rcp).toBeUndefined();
});

test('[management-account-is-not-bound] neither its principals nor its resources are bound', () => {
  const { request, names } = asked('user/ana', 's3:DeleteObject', LEDGER);
  expect([request.principal.inManagementAccount, request.resourceInManagementAccount]).toEqual([true, true]);
  expect(names.scp).toEqual([
    { name: 'root', documents: ['org/scp/FullAWSAccess'] },
    { name: MANAGEMENT, documents: ['org/scp/FullAWSAccess'] },
  ]);
  expect(decided('user/jun', 's3:GetObject', LEDGER)).toBe('allowed');
  const closed = writeDocument(SEA, 'org/scp/FullAWSAccess', policy('Deny', '*'));
  expect(decided('user/ana', 's3:DeleteObject', LEDGER, {}, closed)).toBe('allowed');
});

test('[service-linked-role-is-not-bound] a role under the path of services works below any guardrail', () => {
  const closed = writeDocument(SEA, 'org/scp/FullAWSAccess', policy('Deny', '*'));
  const part = asked('role/AWSServiceRoleForAutoScaling', 's3:GetObject', TIMETABLE, {}, closed);
  expect([part.request.principal.serviceLinkedRole, part.verdict.decision]).toEqual([true, 'allowed']);
  expect(decided('role/BatchWorker', 's3:GetObject', TIMETABLE, {}, closed)).toBe('explicitDeny');
});

test('[condition-holds] a request says where caller and resource stand', () => {
  const keys = (who: string, on: string): unknown => {
    const { context } = asked(who, 's3:GetObject', on).request;
    return [
      'PrincipalOrgID',
      'PrincipalOrgPaths',
      'PrincipalOrgMasterAccountId',
      'ResourceOrgID',
      'ResourceOrgPaths',
    ].map((key) => context[`aws:${key}`]);
  };
  const production = ['o-ternferries/r-tern/ou-tern-0a1b2c3d/ou-tern-1a2b3c4d/'];
  const fleet = ['o-ternferries/r-tern/ou-tern-0a1b2c3d/'];
  expect(keys('user/mei.tan', REPORT)).toEqual([
    'o-ternferries',
    production,
    MANAGEMENT,
    'o-ternferries',
    fleet,
  ]);
  expect(keys('user/jun', LEDGER)).toEqual([
    'o-lumenaudits',
    ['o-lumenaudits/r-lumen/'],
    LUMEN,
    'o-ternferries',
    ['o-ternferries/r-tern/'],
  ]);
  expect(keys('anonymous', REPORT)).toEqual([undefined, undefined, undefined, 'o-ternferries', fleet]);
});

test('[worlds-are-values] a unit that lies under itself is not followed for ever', () => {
  const organization = organizationOf(SEA, BOOKINGS);
  if (!organization) throw new Error('bookings is in an organization');
  const units = {
    a: { id: 'ou-a', under: 'b', scp: [], rcp: [] },
    b: { id: 'ou-b', under: 'a', scp: [], rcp: [] },
  };
  const members = { [BOOKINGS]: { unit: 'a', scp: [], rcp: [] } };
  const round = { ...organization, units, members };
  expect(pathOf(round, BOOKINGS)).toBe('o-ternferries/r-tern/ou-b/ou-a/');
  expect(levelsOf(SEA, round, BOOKINGS).map(({ name }) => name)).toEqual(['root', 'b', 'a', 'bookings']);
});
