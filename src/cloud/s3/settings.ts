// What can be set on a bucket beside its policy: versioning, tags, encryption, ownership, the block on public access.
import { fault, type Refused } from '../fault.ts';
import {
  flagOf,
  isStructure,
  structuresOf,
  textOf,
  type Input,
  type Operation,
  type Reply,
} from '../operation.ts';
import { tagList } from '../tags.ts';
import { GET_BUCKET_ACL } from './acl.ts';
import { withBucket } from './bucket.ts';
import { ofBucket } from './door.ts';
import { repeated, taggingIn } from './object-tagging.ts';
import type { Bucket, Encryption, PublicAccess } from './state.ts';

const MALFORMED = fault(
  'MalformedXML',
  'The XML you provided was not well-formed or did not validate against our published schema',
);

/** An operation that tells a setting, or says that there is none. */
function telling(name: string, action: string, tell: (bucket: Bucket) => Reply | Refused): Operation {
  return ofBucket(name, action, ({ cloud }, _, { bucket }) => {
    const told = tell(bucket);
    return isFault(told) ? told : { cloud, reply: told };
  });
}

function isFault(told: Reply | Refused): told is Refused {
  return 'fault' in told;
}

/** An operation that changes a setting. */
function setting(
  name: string,
  action: string,
  change: (bucket: Bucket, input: Input) => Bucket | Refused,
): Operation {
  return ofBucket(name, action, ({ cloud }, input, found) => {
    const next = change(found.bucket, input);
    return 'fault' in next ? next : { cloud: withBucket(cloud, found, next), reply: {} };
  });
}

function structure(input: Input, member: string): Input {
  const value = input[member];
  return isStructure(value) ? value : {};
}

const versioning: readonly Operation[] = [
  telling('GetBucketVersioning', 'GetBucketVersioning', ({ versioning: Status }) =>
    Status === undefined ? {} : { Status },
  ),
  setting('PutBucketVersioning', 'PutBucketVersioning', (bucket, input) => {
    const status = textOf(structure(input, 'VersioningConfiguration'), 'Status');
    if (status !== 'Enabled' && status !== 'Suspended')
      return fault('IllegalVersioningConfigurationException', 'The Versioning element must be specified');
    return { ...bucket, versioning: status };
  }),
];

/** Source: s3-buckets. */
const MOST_TAGS = 50;

const tagging: readonly Operation[] = [
  telling('GetBucketTagging', 'GetBucketTagging', ({ tags }) =>
    tags ? { TagSet: tagList(tags) } : fault('NoSuchTagSet', 'The TagSet does not exist'),
  ),
  setting('PutBucketTagging', 'PutBucketTagging', (bucket, input) => {
    const tags = taggingIn(input);
    const keys = Object.keys(tags);
    if (keys.length > MOST_TAGS) return fault('BadRequest', 'Bucket tag count cannot be greater than 50');
    if (keys.some((key) => key.startsWith('aws:')))
      return fault('InvalidTag', 'System tags cannot be added/updated by requester');
    return repeated(input) ?? { ...bucket, tags };
  }),
  setting('DeleteBucketTagging', 'PutBucketTagging', (bucket) => {
    const { tags, ...rest } = bucket;
    return tags ? rest : bucket;
  }),
];

/** Every bucket has encryption. Source: s3-encryption. */
const encryption: readonly Operation[] = [
  telling('GetBucketEncryption', 'GetEncryptionConfiguration', (bucket) => {
    const { algorithm, key, bucketKey }: Encryption = bucket.encryption ?? { algorithm: 'AES256' };
    const byDefault = { SSEAlgorithm: algorithm, ...(key === undefined ? {} : { KMSMasterKeyID: key }) };
    const Rules = [{ ApplyServerSideEncryptionByDefault: byDefault, BucketKeyEnabled: bucketKey ?? false }];
    return { ServerSideEncryptionConfiguration: { Rules } };
  }),
  setting('PutBucketEncryption', 'PutEncryptionConfiguration', (bucket, input) => {
    const [rule, ...more] = structuresOf(structure(input, 'ServerSideEncryptionConfiguration'), 'Rules');
    if (!rule || more.length > 0) return MALFORMED;
    const wanted = structure(rule, 'ApplyServerSideEncryptionByDefault');
    const [algorithm, key] = [textOf(wanted, 'SSEAlgorithm') || 'AES256', textOf(wanted, 'KMSMasterKeyID')];
    if (key !== '' && !algorithm.startsWith('aws:kms'))
      return fault(
        'InvalidArgument',
        'a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse',
      );
    return {
      ...bucket,
      encryption: {
        algorithm,
        ...(key === '' ? {} : { key }),
        bucketKey: flagOf(rule, 'BucketKeyEnabled') ?? false,
      },
    };
  }),
];

const ownership: readonly Operation[] = [
  telling('GetBucketOwnershipControls', 'GetBucketOwnershipControls', ({ ownership: ObjectOwnership }) =>
    ObjectOwnership === undefined
      ? fault('OwnershipControlsNotFoundError', 'The bucket ownership controls were not found')
      : { OwnershipControls: { Rules: [{ ObjectOwnership }] } },
  ),
  setting('PutBucketOwnershipControls', 'PutBucketOwnershipControls', (bucket, input) => {
    const rules = structuresOf(structure(input, 'OwnershipControls'), 'Rules');
    const wanted = textOf(rules[0] ?? {}, 'ObjectOwnership');
    return rules.length === 1 && wanted !== '' ? { ...bucket, ownership: wanted } : MALFORMED;
  }),
  setting('DeleteBucketOwnershipControls', 'PutBucketOwnershipControls', (bucket) => {
    const { ownership: before, ...rest } = bucket;
    return before === undefined ? bucket : rest;
  }),
];

function publicAccessIn(input: Input): PublicAccess {
  const wanted = structure(input, 'PublicAccessBlockConfiguration');
  const on = (name: string): boolean => flagOf(wanted, name) ?? false;
  return {
    BlockPublicAcls: on('BlockPublicAcls'),
    IgnorePublicAcls: on('IgnorePublicAcls'),
    BlockPublicPolicy: on('BlockPublicPolicy'),
    RestrictPublicBuckets: on('RestrictPublicBuckets'),
  };
}

/** Source: s3-public-access. */
const publicAccess: readonly Operation[] = [
  telling('GetPublicAccessBlock', 'GetBucketPublicAccessBlock', ({ publicAccess: kept }) =>
    kept
      ? { PublicAccessBlockConfiguration: kept }
      : fault('NoSuchPublicAccessBlockConfiguration', 'The public access block configuration was not found'),
  ),
  setting('PutPublicAccessBlock', 'PutBucketPublicAccessBlock', (bucket, input) =>
    Object.keys(structure(input, 'PublicAccessBlockConfiguration')).length === 0
      ? fault('InvalidRequest', 'Must specify at least one configuration.')
      : { ...bucket, publicAccess: publicAccessIn(input) },
  ),
  setting('DeletePublicAccessBlock', 'PutBucketPublicAccessBlock', (bucket) => {
    const { publicAccess: before, ...rest } = bucket;
    return before ? rest : bucket;
  }),
];

export const SETTINGS: readonly Operation[] = [
  ...[...versioning, ...tagging, ...encryption, ...ownership, ...publicAccess],
  GET_BUCKET_ACL,
];
