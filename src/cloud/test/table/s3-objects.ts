// The table's rows for objects of S3.
import type { Input } from '../../operation.ts';
import { textOf } from '../../operation.ts';
import type { Failing, Row, Step } from './row.ts';

export const NAME = 'tern-ledger';
export const BUCKET: Step = ['default', 's3:CreateBucket', { Bucket: NAME }];

/** An input on the bucket of the table. */
export function inBucket(more: Input = {}): Input {
  return { Bucket: NAME, ...more };
}

const NO_PLACE: Input = { Bucket: 'nothing-here' };
const NO_OBJECT: Input = { ...NO_PLACE, Key: 'k' };

export const NO_BUCKET: Failing = {
  code: 'NoSuchBucket',
  input: NO_PLACE,
  message: 'The specified bucket does not exist',
};

const BODY = 'aGVsbG8=';
const ETAG = '"5d41402abc4b2a76b9719d911017c592"';
const OBJECT = inBucket({ Key: 'a/one.txt' });
const PUT: Step = ['default', 's3:PutObject', { ...OBJECT, Body: BODY, ContentType: 'text/plain' }];
const TAGGED: Step = ['default', 's3:PutObject', { ...OBJECT, Body: BODY, Tagging: 'team=booking' }];
const VERSIONED: Step = [
  'default',
  's3:PutBucketVersioning',
  inBucket({ VersioningConfiguration: { Status: 'Enabled' } }),
];
const KMS_KEY: Step = ['default', 'kms:CreateKey', {}];
const KMS_BUCKET: Step = [
  'default',
  's3:PutBucketEncryption',
  (replies) => {
    const made = replies[1]?.['KeyMetadata'];
    const key = typeof made === 'object' && made !== null && 'Arn' in made ? made.Arn : '';
    const rule = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key } };
    return inBucket({ ServerSideEncryptionConfiguration: { Rules: [rule] } });
  },
];
const NOWHERE: Failing = { ...NO_BUCKET, input: NO_OBJECT };
const NO_KEY: Failing = {
  code: 'NoSuchKey',
  input: inBucket({ Key: 'none' }),
  message: 'The specified key does not exist.',
};
const NO_VERSION: Failing = {
  code: 'NoSuchVersion',
  before: [BUCKET, VERSIONED, PUT],
  input: { ...OBJECT, VersionId: 'none' },
  message: 'The specified version does not exist.',
};
const set = (...keys: readonly string[]): Input => ({
  Tagging: { TagSet: keys.map((Key) => ({ Key, Value: 'v' })) },
});
const WORDLESS = 'an answer without a body says its status alone';

export const S3_OBJECT_ROWS: readonly Row[] = [
  {
    operation: 's3:PutObject',
    before: [BUCKET, KMS_KEY, KMS_BUCKET],
    input: { ...OBJECT, Body: BODY, Tagging: 'team=booking' },
    needs: ['s3:PutObject', 's3:PutObjectTagging', 'kms:GenerateDataKey'],
    reply: { ETag: ETAG, ChecksumType: 'FULL_OBJECT', ServerSideEncryption: 'aws:kms' },
    faults: [
      NOWHERE,
      { code: 'AccessControlListNotSupported', input: { ...OBJECT, ACL: 'public-read' } },
      { code: 'InvalidTag', input: { ...OBJECT, Tagging: 'aws:x=1' } },
      { code: 'KeyTooLongError', input: inBucket({ Key: 'k'.repeat(1025) }) },
      { code: 'PreconditionFailed', before: [BUCKET, PUT], input: { ...OBJECT, IfNoneMatch: '*' } },
      { code: 'InvalidRequest', input: { ...OBJECT, SSECustomerAlgorithm: 'AES256' } },
      {
        code: 'KMS.DisabledException',
        before: [
          BUCKET,
          KMS_KEY,
          KMS_BUCKET,
          ['default', 'kms:DisableKey', (replies) => ({ KeyId: keyOf(replies[1]) })],
        ],
        input: OBJECT,
      },
      {
        code: 'KMS.NotFoundException',
        input: { ...OBJECT, ServerSideEncryption: 'aws:kms', SSEKMSKeyId: 'alias/none' },
      },
    ],
    never: {
      EncryptionTypeMismatch: 'an object is written in one go',
      InvalidWriteOffset: 'general purpose buckets append nothing',
      TooManyParts: 'an object is written in one go',
    },
  },
  {
    operation: 's3:GetObject',
    before: [BUCKET, KMS_KEY, KMS_BUCKET, PUT],
    input: OBJECT,
    needs: ['s3:GetObject', 'kms:Decrypt'],
    reply: { Body: BODY, ContentLength: 5, ETag: ETAG, ContentType: 'text/plain', Metadata: {} },
    faults: [
      NOWHERE,
      NO_KEY,
      NO_VERSION,
      { code: 'InvalidRange', input: { ...OBJECT, Range: 'bytes=9-' } },
      { code: 'PreconditionFailed', input: { ...OBJECT, IfMatch: '"x"' } },
      { code: '304', input: { ...OBJECT, IfNoneMatch: ETAG }, message: 'Not Modified' },
    ],
    never: { InvalidObjectState: 'nothing is archived here' },
  },
  {
    operation: 's3:HeadObject',
    before: [BUCKET, PUT],
    input: OBJECT,
    needs: ['s3:GetObject'],
    reply: { ContentLength: 5, ETag: ETAG, AcceptRanges: 'bytes', ServerSideEncryption: 'AES256' },
    wordless: WORDLESS,
    faults: [
      { code: '404', input: { Bucket: 'nothing-here', Key: 'k' }, message: 'Not Found' },
      { code: '404', input: inBucket({ Key: 'none' }), message: 'Not Found' },
      { code: '412', input: { ...OBJECT, IfMatch: '"x"' }, message: 'Precondition Failed' },
    ],
    never: { NotFound: 'the command line shows the status, 404' },
  },
  {
    operation: 's3:CopyObject',
    before: [BUCKET, TAGGED],
    input: inBucket({ Key: 'two.txt', CopySource: `${NAME}/a/one.txt` }),
    needs: ['s3:GetObject', 's3:GetObjectTagging', 's3:PutObject', 's3:PutObjectTagging'],
    reply: { CopyObjectResult: { ETag: ETAG }, ServerSideEncryption: 'AES256' },
    faults: [
      { ...NOWHERE, input: { ...NO_OBJECT, CopySource: `${NAME}/a/one.txt` } },
      { ...NO_KEY, input: inBucket({ Key: 'two.txt', CopySource: `${NAME}/none` }) },
      { code: 'InvalidArgument', input: inBucket({ Key: 'two.txt', CopySource: '//x' }) },
      { code: 'InvalidRequest', input: { ...OBJECT, CopySource: `${NAME}/a/one.txt` } },
    ],
    never: { ObjectNotInActiveTierError: 'nothing is archived here' },
  },
  {
    operation: 's3:DeleteObject',
    before: [BUCKET, VERSIONED, PUT],
    input: (replies) => ({ ...OBJECT, VersionId: textOf(replies[2] ?? {}, 'VersionId') }),
    needs: ['s3:DeleteObjectVersion'],
    faults: [NOWHERE],
  },
  {
    operation: 's3:DeleteObjects',
    before: [BUCKET, PUT],
    input: inBucket({ Delete: { Objects: [{ Key: 'a/one.txt' }, { Key: 'none' }] } }),
    needs: [],
    undeniable: 'each key is decided for itself, and a refusal stands in the answer',
    reply: { Deleted: [{ Key: 'a/one.txt' }, { Key: 'none' }] },
    faults: [
      { ...NO_BUCKET, input: { ...NO_PLACE, Delete: { Objects: [{ Key: 'k' }] } } },
      { code: 'MalformedXML', input: inBucket({ Delete: { Objects: [] } }) },
    ],
  },
  {
    operation: 's3:GetObjectTagging',
    before: [BUCKET, TAGGED],
    input: OBJECT,
    needs: ['s3:GetObjectTagging'],
    reply: { TagSet: [{ Key: 'team', Value: 'booking' }] },
    faults: [NOWHERE, NO_KEY, NO_VERSION],
  },
  {
    operation: 's3:PutObjectTagging',
    before: [BUCKET, PUT],
    input: { ...OBJECT, ...set('team') },
    needs: ['s3:PutObjectTagging'],
    faults: [
      { ...NO_KEY, input: inBucket({ Key: 'none', ...set('team') }) },
      { code: 'InvalidTag', input: { ...OBJECT, ...set('a', 'a') } },
      { code: 'BadRequest', input: { ...OBJECT, ...set(...Array.from({ length: 11 }, (_, i) => `k${i}`)) } },
    ],
  },
  {
    operation: 's3:DeleteObjectTagging',
    before: [BUCKET, TAGGED],
    input: OBJECT,
    needs: ['s3:DeleteObjectTagging'],
    faults: [NOWHERE, NO_KEY],
  },
  {
    operation: 's3:ListObjectsV2',
    before: [BUCKET, PUT],
    input: inBucket({ Prefix: '', Delimiter: '/' }),
    needs: ['s3:ListBucket'],
    reply: { KeyCount: 1, CommonPrefixes: [{ Prefix: 'a/' }], MaxKeys: 1000, IsTruncated: false },
    faults: [NO_BUCKET, { code: 'InvalidArgument', input: inBucket({ ContinuationToken: 'x' }) }],
  },
  {
    operation: 's3:ListObjects',
    before: [BUCKET, PUT],
    input: inBucket({ Prefix: 'a/' }),
    needs: ['s3:ListBucket'],
    reply: { Contents: [{ Key: 'a/one.txt', ETag: ETAG, Size: 5, StorageClass: 'STANDARD' }] },
    faults: [NO_BUCKET],
  },
  {
    operation: 's3:ListObjectVersions',
    before: [BUCKET, VERSIONED, PUT, ['default', 's3:DeleteObject', OBJECT]],
    input: inBucket(),
    needs: ['s3:ListBucketVersions'],
    reply: {
      Versions: [{ Key: 'a/one.txt', IsLatest: false }],
      DeleteMarkers: [{ Key: 'a/one.txt', IsLatest: true }],
    },
    faults: [NO_BUCKET],
  },
];

function keyOf(reply: Input = {}): string {
  const made = reply['KeyMetadata'];
  return typeof made === 'object' && made !== null && 'KeyId' in made && typeof made.KeyId === 'string'
    ? made.KeyId
    : '';
}
