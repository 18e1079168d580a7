// Documents of a cloud: all listed under stable names, rewritten by name, kept as they were typed.
import { expect, test } from 'vitest';
import { documentOf, documentsOf, openCloud, signIn, ask, writeDocument } from './index.ts';
import { ANALYTICS, SEA } from './test/fleet.ts';
import { ACCOUNT, after, CREATE_ROLE, deepFreeze, MAY_WRITE, policy, START, WORLD } from './test/tern.ts';

const BUCKET_POLICY = policy('Deny', 's3:DeleteObject', {
  Principal: '*',
  Resource: 'arn:aws:s3:::tern-timetables/*',
});
const CLOUD = after(START, CREATE_ROLE, MAY_WRITE, [
  'user/ana',
  's3:PutBucketPolicy',
  { Bucket: 'tern-timetables', Policy: BUCKET_POLICY },
]);

test('[worlds-are-values] every document is listed under its name with its kind', () => {
  expect(documentsOf(CLOUD).map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    'user/ana/inline/admin identity',
    'group/developers/inline/launch identity',
    'role/bookings/trust trust',
    'role/bookings/inline/orders identity',
    'policy/FirstWeek identity',
    'bucket/tern-timetables/policy resource',
  ]);
});

test('[boundary-is-a-ceiling] a managed policy that somebody has as a boundary is listed as one', () => {
  const account = WORLD.accounts[ACCOUNT];
  const users = { oskar: { boundary: 'FirstWeek' } };
  const cloud = openCloud({ ...WORLD, accounts: { [ACCOUNT]: { ...account, region: 'eu-west-1', users } } });
  expect(documentsOf(cloud).find(({ id }) => id === 'policy/FirstWeek')?.kind).toBe('boundary');
});

test('[worlds-are-values] what is not of the first account or organization is listed behind its owner', () => {
  const ids = documentsOf(SEA).map(({ id, kind }) => `${id} ${kind}`);
  expect(ids).toEqual(
    expect.arrayContaining([
      'session/night-1/policy session',
      'endpoint/quay/policy vpce',
      `${ANALYTICS}/bucket/tern-reports/policy resource`,
      'org/scp/FullAWSAccess scp',
      'org/rcp/OnlyOurs rcp',
      'o-lumenaudits/org/scp/Home scp',
    ]),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test.each([
  ['one account', CLOUD],
  ['two organizations', SEA],
])('[worlds-are-values] each document of %s can be rewritten, and nothing else changes', (_what, cloud) => {
  for (const { id, text } of documentsOf(cloud)) {
    const written = deepFreeze(writeDocument(cloud, id, '{ broken'));
    const changed = documentsOf(written).filter((one, i) => one.text !== documentsOf(cloud)[i]?.text);
    expect(changed.map((one) => [one.id, one.text])).toEqual([[id, '{ broken']]);
    expect(writeDocument(written, id, text)).toStrictEqual(cloud);
  }
});

test('[worlds-are-values] a document that is not there cannot be written', () => {
  for (const id of [
    'policy/None',
    'user/ana/inline/none',
    'user/constructor/inline/x',
    'bucket/none/policy',
    '',
  ]) {
    expect(() => writeDocument(CLOUD, id, '{}')).toThrow(`no document ${id}`);
  }
});

test('[invalid-document-allows-nothing] what is written counts at once, broken text allows nothing', () => {
  const may = (cloud: typeof CLOUD): string | undefined => {
    const signed = signIn(cloud, 'user/ana');
    const bare = { action: 's3:GetObject', on: 'arn:aws:s3:::tern-timetables/winter.csv' };
    return 'session' in signed ? ask(cloud, signed.session, bare)?.decision : undefined;
  };
  const id = 'user/ana/inline/admin';
  expect(may(CLOUD)).toBe('allowed');
  expect(may(writeDocument(CLOUD, id, policy('Deny', 's3:*')))).toBe('explicitDeny');
  expect(may(writeDocument(CLOUD, id, '{ "Version"'))).toBe('implicitDeny');
});

test('[worlds-are-values] a text is read once for each kind', () => {
  const text = policy('Allow', 's3:GetObject');
  expect(documentOf(text, 'identity')).toBe(documentOf(text, 'identity'));
  expect(documentOf(text, 'boundary')).not.toBe(documentOf(text, 'identity'));
  expect(documentOf(text, 'boundary').kind).toBe('boundary');
  const large = text + ' '.repeat(60_000);
  expect(documentOf(large, 'identity')).toEqual(documentOf(large, 'identity'));
  expect(documentOf(large, 'identity')).not.toBe(documentOf(large, 'identity'));
});
