// What S3 does beyond the table: versions, keys of KMS, other accounts, nobody, lists in pages.
import { expect, test } from 'vitest';
import { accountOf, type Cloud, type Outcome } from '../index.ts';
import { textOf, type Input, type Reply } from '../operation.ts';
import { blankWorld, callAs, profilesOf, SERVICES } from '../services.ts';
import { deepFreeze, policy } from '../test/tern.ts';
import { utf8 } from '../bytes.ts';
import { crc64Of } from './checksum.ts';
import { isPublicPolicy } from './public.ts';

const BLANK = deepFreeze(blankWorld());
const NAME = 'tern-ledger';
const OWNER = '111122223333';

type Call = readonly [as: string, operation: string, input?: Input];

function act(cloud: Cloud, [as, operation, input = {}]: Call): Outcome {
  const key = profilesOf(BLANK).find(({ name }) => name === as)?.key;
  const credentials = key && { accessKeyId: key.id, secretAccessKey: key.secret };
  const wanted = { operation: `s3:${operation}`, input: { Bucket: NAME, ...input }, region: 'us-east-1' };
  const outcome = callAs(deepFreeze(cloud), credentials, wanted, SERVICES);
  return { ...outcome, cloud: deepFreeze(outcome.cloud) };
}

function after(cloud: Cloud, ...calls: readonly Call[]): Cloud {
  return calls.reduce((now, call) => {
    const outcome = act(now, call);
    if ('fault' in outcome) throw new Error(`${call[1]}: ${outcome.fault.message}`);
    return outcome.cloud;
  }, cloud);
}

function replyOf(outcome: Outcome): Reply {
  if ('fault' in outcome) throw new Error(outcome.fault.message);
  return outcome.reply;
}

const put = (Key: string, Body = 'aGVsbG8='): Call => ['default', 'PutObject', { Key, Body }];
const BUCKET = after(BLANK, ['default', 'CreateBucket']);
const OPEN = after(BUCKET, ['default', 'DeletePublicAccessBlock'], put('k'));
const forAll = (principal: unknown, more = {}): string =>
  policy('Allow', 's3:GetObject', { Principal: principal, Resource: `arn:aws:s3:::${NAME}/*`, ...more });

test('[worlds-are-values] the checksum is the one of the NVM Express specification', () => {
  expect(crc64Of(utf8('123456789'))).toBe('rosUhgp5mIg=');
});

test('[worlds-are-values] a versioned bucket keeps what is overwritten and deleted', () => {
  const versioned = after(BUCKET, [
    'default',
    'PutBucketVersioning',
    { VersioningConfiguration: { Status: 'Enabled' } },
  ]);
  const first = act(versioned, put('k', 'YQ=='));
  const VersionId = textOf(replyOf(first), 'VersionId');
  const second = after(first.cloud, put('k', 'Yg=='));
  expect(replyOf(act(second, ['default', 'GetObject', { Key: 'k' }]))).toMatchObject({ Body: 'Yg==' });
  expect(replyOf(act(second, ['default', 'GetObject', { Key: 'k', VersionId }]))).toMatchObject({
    Body: 'YQ==',
  });
  const deleted = act(second, ['default', 'DeleteObject', { Key: 'k' }]);
  expect(replyOf(deleted)).toMatchObject({ DeleteMarker: true });
  expect(act(deleted.cloud, ['default', 'GetObject', { Key: 'k' }])).toMatchObject({
    fault: { code: 'NoSuchKey' },
  });
  expect(act(deleted.cloud, ['default', 'DeleteBucket'])).toMatchObject({
    fault: {
      message: 'The bucket you tried to delete is not empty. You must delete all versions in the bucket.',
    },
  });
  const marker = textOf(replyOf(deleted), 'VersionId');
  const back = after(deleted.cloud, ['default', 'DeleteObject', { Key: 'k', VersionId: marker }]);
  expect(replyOf(act(back, ['default', 'GetObject', { Key: 'k' }]))).toMatchObject({ Body: 'Yg==' });
});

test('[both-accounts-must-allow] another account reads what the bucket policy opens to it, and no more', () => {
  expect(act(OPEN, ['partner', 'GetObject', { Key: 'k' }])).toMatchObject({
    fault: { code: 'AccessDenied' },
  });
  const Policy = forAll({ AWS: 'arn:aws:iam::444455556666:user/admin' });
  const shared = after(OPEN, ['default', 'PutBucketPolicy', { Policy }]);
  expect(replyOf(act(shared, ['partner', 'GetObject', { Key: 'k' }]))).toMatchObject({ ContentLength: 5 });
  expect(act(shared, ['partner', 'DeleteObject', { Key: 'k' }])).toHaveProperty('fault');
});

test('[implicit-deny-by-default] nobody reads without a public policy, and none while public buckets are restricted', () => {
  const read: Call = ['nobody', 'GetObject', { Key: 'k' }];
  expect(act(OPEN, read)).toMatchObject({ fault: { code: 'AccessDenied' } });
  const opened = after(OPEN, ['default', 'PutBucketPolicy', { Policy: forAll('*') }]);
  expect(replyOf(act(opened, read))).toMatchObject({ ContentLength: 5 });
  const restricted = after(opened, [
    'default',
    'PutPublicAccessBlock',
    { PublicAccessBlockConfiguration: { RestrictPublicBuckets: true } },
  ]);
  expect(act(restricted, read)).toMatchObject({ fault: { code: 'AccessDenied' } });
  expect(act(restricted, ['partner', 'GetObject', { Key: 'k' }])).toHaveProperty('fault');
  expect(act(restricted, ['default', 'GetObject', { Key: 'k' }])).toHaveProperty('reply');
});

test('[every-refusal-has-words] a public policy is one that opens to everybody without a condition on fixed values', () => {
  const when = (operator: string, key: string, value: string): string =>
    forAll('*', { Condition: { [operator]: { [key]: value } } });
  expect(isPublicPolicy(forAll('*'))).toBe(true);
  expect(isPublicPolicy(forAll({ AWS: '*' }))).toBe(true);
  expect(isPublicPolicy(forAll({ AWS: OWNER }))).toBe(false);
  expect(isPublicPolicy(when('StringEquals', 'aws:PrincipalOrgID', 'o-gatehouse1'))).toBe(false);
  expect(isPublicPolicy(when('StringLike', 'aws:PrincipalOrgID', 'o-*'))).toBe(true);
  expect(isPublicPolicy(when('IpAddress', 'aws:SourceIp', '192.0.2.0/24'))).toBe(false);
  expect(isPublicPolicy(when('IpAddress', 'aws:SourceIp', '0.0.0.0/0'))).toBe(true);
  expect(isPublicPolicy(when('StringEquals', 'aws:Referer', 'me'))).toBe(true);
  expect(isPublicPolicy(when('StringNotEquals', 'aws:PrincipalOrgID', 'o-gatehouse1'))).toBe(true);
});

test('[worlds-are-values] the pages of a list are the list, keys with a common beginning folded', () => {
  const keys = ['a/1', 'a/2', 'b', 'c/1', 'd'];
  const full = after(BUCKET, ...keys.map((key) => put(key)));
  const seen: unknown[] = [];
  let token: string | undefined;
  do {
    const reply = replyOf(
      act(full, [
        'default',
        'ListObjectsV2',
        { Delimiter: '/', MaxKeys: 2, ...(token === undefined ? {} : { ContinuationToken: token }) },
      ]),
    );
    seen.push([reply['Contents'], reply['CommonPrefixes'], reply['KeyCount']]);
    token = textOf(reply, 'NextContinuationToken') || undefined;
  } while (token !== undefined);
  expect(seen).toMatchObject([
    [[{ Key: 'b' }], [{ Prefix: 'a/' }], 2],
    [[{ Key: 'd' }], [{ Prefix: 'c/' }], 2],
  ]);
});

test('[every-pair-must-pass] an object under a key of KMS takes permission on that key, in its own words', () => {
  const denied = policy('Deny', 'kms:GenerateDataKey');
  const iam = callAs(
    after(BUCKET, ['default', 'PutObject', { Key: 'first', ServerSideEncryption: 'aws:kms' }]),
    keyOfRoot(),
    {
      operation: 'iam:PutUserPolicy',
      input: { UserName: 'admin', PolicyName: 'no', PolicyDocument: denied },
      region: 'us-east-1',
    },
    SERVICES,
  );
  expect(
    act(iam.cloud, ['default', 'PutObject', { Key: 'k', ServerSideEncryption: 'aws:kms' }]),
  ).toMatchObject({
    fault: {
      code: 'AccessDenied',
      message: expect.stringMatching(
        /is not authorized to perform: kms:GenerateDataKey on resource: arn:aws:kms:us-east-1:111122223333:key\/[0-9a-f-]{36} with an explicit deny in an identity-based policy$/,
      ) as string,
    },
  });
  expect(Object.keys(accountOf(iam.cloud, OWNER).kms?.aliases ?? {})).toEqual([
    'arn:aws:kms:us-east-1:111122223333:alias/aws/s3',
  ]);
});

function keyOfRoot() {
  const key = profilesOf(BLANK).find(({ name }) => name === 'root')?.key;
  return key && { accessKeyId: key.id, secretAccessKey: key.secret };
}

test('[every-refusal-has-words] some of many keys are deleted, the others answered with their refusals', () => {
  const Policy = policy('Deny', 's3:DeleteObject', {
    Principal: '*',
    Resource: `arn:aws:s3:::${NAME}/kept/*`,
  });
  const full = after(BUCKET, put('kept/a'), put('b'), ['default', 'PutBucketPolicy', { Policy }]);
  const outcome = act(full, [
    'default',
    'DeleteObjects',
    { Delete: { Objects: [{ Key: 'kept/a' }, { Key: 'b' }] } },
  ]);
  expect(replyOf(outcome)).toMatchObject({
    Deleted: [{ Key: 'b' }],
    Errors: [{ Key: 'kept/a', Code: 'AccessDenied' }],
  });
  expect(Object.keys(accountOf(outcome.cloud, OWNER).buckets[NAME]?.objects ?? {})).toEqual(['kept/a']);
});
