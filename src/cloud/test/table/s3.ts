// The table's rows for buckets of S3 and what is set on them. Objects have a file of their own.
import { accountOf, type Cloud } from '../../index.ts';
import { BUCKET, inBucket, NAME, NO_BUCKET, S3_OBJECT_ROWS } from './s3-objects.ts';
import type { Input } from '../../operation.ts';
import type { Row, Step } from './row.ts';

/** A world in which the first account has a bucket somewhere else. */
function abroad(cloud: Cloud): Cloud {
  const account = accountOf(cloud, '111122223333');
  const bucket = { created: cloud.time, objects: {}, region: 'eu-west-1' };
  const buckets = { ...account.buckets, [NAME]: bucket };
  return { ...cloud, accounts: { ...cloud.accounts, [account.id]: { ...account, buckets } } };
}

const READERS = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::444455556666:root' },
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::${NAME}/*`,
    },
  ],
};
const POLICY = JSON.stringify(READERS);
const PUBLIC = JSON.stringify({ ...READERS, Statement: [{ ...READERS.Statement[0], Principal: '*' }] });
const changed = (part: object): string =>
  JSON.stringify({ ...READERS, Statement: [{ ...READERS.Statement[0], ...part }] });
const POLICED: Step = ['default', 's3:PutBucketPolicy', inBucket({ Policy: POLICY })];
const ALL = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};
const tagging = (...keys: readonly string[]): Input => ({
  Tagging: { TagSet: keys.map((Key) => ({ Key, Value: 'v' })) },
});
const RULES = {
  ServerSideEncryptionConfiguration: {
    Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' }, BucketKeyEnabled: true }],
  },
};
const OWNED = { OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerPreferred' }] } };

/** A setting that is told and changed in the bucket of the table. */
function row(name: string, action: string, more: Partial<Row> = {}): Row {
  const { faults = [], ...rest } = more;
  const input = typeof rest.input === 'object' ? rest.input : {};
  return {
    operation: `s3:${name}`,
    before: [BUCKET],
    needs: [`s3:${action}`],
    ...rest,
    input: inBucket(input),
    faults: [{ ...NO_BUCKET, input: { ...input, Bucket: 'nothing-here' } }, ...faults],
  };
}

export const S3_ROWS: readonly Row[] = [
  {
    operation: 's3:CreateBucket',
    input: { Bucket: NAME, ACL: 'private' },
    needs: ['s3:CreateBucket'],
    reply: { Location: `/${NAME}`, BucketArn: `arn:aws:s3:::${NAME}` },
    faults: [
      {
        code: 'BucketAlreadyExists',
        before: [['partner', 's3:CreateBucket', { Bucket: NAME }]],
        input: { Bucket: NAME },
        message:
          'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.',
      },
      { code: 'BucketAlreadyOwnedByYou', world: abroad, input: { Bucket: NAME } },
      { code: 'InvalidBucketName', input: { Bucket: 'Tern' }, message: 'The specified bucket is not valid.' },
      {
        code: 'InvalidLocationConstraint',
        input: { Bucket: NAME, CreateBucketConfiguration: { LocationConstraint: 'us-east-1' } },
        message: 'The specified location-constraint is not valid',
      },
      {
        code: 'IllegalLocationConstraintException',
        input: { Bucket: NAME, CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } },
        message:
          'The eu-west-1 location constraint is incompatible for the region specific endpoint this request was sent to.',
      },
      { code: 'InvalidBucketAclWithObjectOwnership', input: { Bucket: NAME, ACL: 'public-read' } },
    ],
  },
  row('DeleteBucket', 'DeleteBucket', {
    faults: [
      {
        code: 'BucketNotEmpty',
        before: [BUCKET, ['default', 's3:PutObject', inBucket({ Key: 'k' })]],
        input: inBucket(),
        message: 'The bucket you tried to delete is not empty',
      },
    ],
  }),
  {
    ...row('HeadBucket', 'ListBucket'),
    reply: { BucketRegion: 'us-east-1', AccessPointAlias: false },
    wordless: 'an answer without a body says its status alone',
    faults: [{ code: '404', input: { Bucket: 'nothing-here' }, message: 'Not Found' }],
    never: { NotFound: 'the command line shows the status, 404' },
  },
  row('GetBucketLocation', 'GetBucketLocation', { reply: { LocationConstraint: null } }),
  {
    operation: 's3:ListBuckets',
    before: [BUCKET],
    input: {},
    needs: ['s3:ListAllMyBuckets'],
    reply: { Buckets: [{ Name: NAME, CreationDate: Date.parse('2026-11-23T09:00:00Z') }] },
    faults: [{ code: 'InvalidArgument', input: { ContinuationToken: 'x' } }],
  },
  row('GetBucketVersioning', 'GetBucketVersioning', {
    before: [
      BUCKET,
      ['default', 's3:PutBucketVersioning', inBucket({ VersioningConfiguration: { Status: 'Enabled' } })],
    ],
    reply: { Status: 'Enabled' },
  }),
  row('PutBucketVersioning', 'PutBucketVersioning', {
    input: { VersioningConfiguration: { Status: 'Suspended' } },
    faults: [
      { code: 'IllegalVersioningConfigurationException', input: inBucket({ VersioningConfiguration: {} }) },
    ],
  }),
  row('GetBucketTagging', 'GetBucketTagging', {
    before: [BUCKET, ['default', 's3:PutBucketTagging', inBucket(tagging('team'))]],
    reply: { TagSet: [{ Key: 'team', Value: 'v' }] },
    faults: [
      {
        code: 'NoSuchTagSet',
        before: [BUCKET],
        input: inBucket(),
        message: 'The TagSet does not exist',
      },
    ],
  }),
  row('PutBucketTagging', 'PutBucketTagging', {
    input: { ...tagging('team') },
    faults: [{ code: 'InvalidTag', input: inBucket(tagging('a', 'a')) }],
  }),
  row('DeleteBucketTagging', 'PutBucketTagging'),
  row('GetBucketEncryption', 'GetEncryptionConfiguration', {
    reply: {
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false }],
      },
    },
  }),
  row('PutBucketEncryption', 'PutEncryptionConfiguration', {
    input: RULES,
    faults: [{ code: 'MalformedXML', input: inBucket({ ServerSideEncryptionConfiguration: { Rules: [] } }) }],
  }),
  row('GetBucketOwnershipControls', 'GetBucketOwnershipControls', {
    reply: { OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] } },
    faults: [
      {
        code: 'OwnershipControlsNotFoundError',
        before: [BUCKET, ['default', 's3:DeleteBucketOwnershipControls', inBucket()]],
        input: inBucket(),
        message: 'The bucket ownership controls were not found',
      },
    ],
  }),
  row('PutBucketOwnershipControls', 'PutBucketOwnershipControls', {
    input: OWNED,
    faults: [{ code: 'MalformedXML', input: inBucket({ OwnershipControls: { Rules: [] } }) }],
  }),
  row('DeleteBucketOwnershipControls', 'PutBucketOwnershipControls'),
  row('GetBucketAcl', 'GetBucketAcl', { reply: { Grants: [{ Permission: 'FULL_CONTROL' }] } }),
  row('GetPublicAccessBlock', 'GetBucketPublicAccessBlock', {
    reply: { PublicAccessBlockConfiguration: ALL },
    faults: [
      {
        code: 'NoSuchPublicAccessBlockConfiguration',
        before: [BUCKET, ['default', 's3:DeletePublicAccessBlock', inBucket()]],
        input: inBucket(),
        message: 'The public access block configuration was not found',
      },
    ],
  }),
  row('PutPublicAccessBlock', 'PutBucketPublicAccessBlock', {
    input: { PublicAccessBlockConfiguration: { BlockPublicPolicy: false } },
    faults: [{ code: 'InvalidRequest', input: inBucket({ PublicAccessBlockConfiguration: {} }) }],
  }),
  row('DeletePublicAccessBlock', 'PutBucketPublicAccessBlock'),
  row('PutBucketPolicy', 'PutBucketPolicy', {
    input: { Policy: POLICY },
    faults: [
      {
        code: 'AccessDenied',
        input: inBucket({ Policy: PUBLIC }),
        message: `User: arn:aws:iam::111122223333:user/admin is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::${NAME}" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access`,
      },
      {
        code: 'MalformedPolicy',
        input: inBucket({ Policy: 'none' }),
        message: "Policies must be valid JSON and the first byte must be '{'",
      },
      {
        code: 'MalformedPolicy',
        input: inBucket({ Policy: changed({ Resource: 'arn:aws:s3:::another/*' }) }),
        message: 'Policy has invalid resource',
      },
      {
        code: 'MalformedPolicy',
        input: inBucket({ Policy: changed({ Resource: `arn:aws:s3:::${NAME}` }) }),
        message: 'Action does not apply to any resource(s) in statement',
      },
      {
        code: 'MalformedPolicy',
        input: inBucket({ Policy: changed({ Action: 'ec2:RunInstances' }) }),
        message: 'Policy has invalid action',
      },
      {
        code: 'MalformedPolicy',
        input: inBucket({ Policy: changed({ Principal: { AWS: 'arn:aws:iam::444455556666:user/none' } }) }),
        message: 'Invalid principal in policy',
      },
      {
        code: 'MalformedPolicy',
        input: inBucket({ Policy: changed({ Principal: undefined }) }),
        message: 'Missing required field Principal',
      },
    ],
  }),
  row('GetBucketPolicy', 'GetBucketPolicy', {
    before: [BUCKET, POLICED],
    reply: { Policy: POLICY },
    faults: [
      {
        code: 'NoSuchBucketPolicy',
        before: [BUCKET],
        input: inBucket(),
        message: 'The bucket policy does not exist',
      },
    ],
  }),
  row('GetBucketPolicyStatus', 'GetBucketPolicyStatus', {
    before: [BUCKET, POLICED],
    reply: { PolicyStatus: { IsPublic: false } },
    faults: [{ code: 'NoSuchBucketPolicy', before: [BUCKET], input: inBucket() }],
  }),
  row('DeleteBucketPolicy', 'DeleteBucketPolicy', { before: [BUCKET, POLICED] }),
  ...S3_OBJECT_ROWS,
];
