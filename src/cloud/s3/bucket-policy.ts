// The policy of a bucket: put, read, judged public or not, deleted.
import { parsePolicy, type IssueCode, type Policy } from '#evaluator';
import { fault, type Refused } from '../fault.ts';
import { textOf, type Operation } from '../operation.ts';
import { pinned, unpinned } from '../pins.ts';
import { policyFault } from '../policy-fault.ts';
import { bucketArn, withBucket } from './bucket.ts';
import { prevented } from './acl.ts';
import { ofBucket } from './door.ts';
import { isPublicPolicy } from './public.ts';
import type { Cloud } from '../cloud.ts';

/** Source: s3-bucket-policies. */
const LARGEST = 20_480;

/** How S3 words what the parser finds. Source: s3-bucket-policies. */
const MESSAGES: Partial<Record<IssueCode, string>> = {
  JSON_SYNTAX_ERROR: 'This policy contains invalid Json',
  MISSING_ACTION: 'Missing required field Action',
  MISSING_RESOURCE: 'Missing required field Resource',
  MISSING_PRINCIPAL: 'Missing required field Principal',
  MISSING_EFFECT: 'Missing required field Effect',
  MISSING_STATEMENT: 'Missing required field Statement',
  INVALID_EFFECT: 'Invalid effect',
  INVALID_PRINCIPAL_KEY: 'Invalid policy syntax.',
};

function bucketPolicyFault(cloud: Cloud, text: string, bucket: string): Refused | undefined {
  if (text.length > LARGEST) return malformed('Policies must not be larger than 20 KB');
  if (!text.trimStart().startsWith('{'))
    return malformed("Policies must be valid JSON and the first byte must be '{'");
  const read = parsePolicy(text, 'resource');
  const found = policyFault(cloud, text, 'resource');
  if (!('policy' in read)) {
    const words = read.issues.map(({ code }) => MESSAGES[code]).find((one) => one !== undefined);
    return malformed(words ?? 'Invalid policy syntax.');
  }
  if (found?.message.startsWith('Invalid principal')) return malformed('Invalid principal in policy');
  return statementFault(read.policy, bucket) ?? (found && malformed(wordsOf(read.policy, found.message)));
}

function wordsOf({ issues }: Policy, message: string): string {
  const words = issues.map(({ code }) => MESSAGES[code]).find((one) => one !== undefined);
  if (words !== undefined) return words;
  return message.startsWith('Syntax errors') ? 'Invalid policy syntax.' : message;
}

/** Source: s3-bucket-policies. */
function statementFault({ statements }: Policy, bucket: string): Refused | undefined {
  for (const { action, resource } of statements) {
    if (
      action.patterns.some(
        ({ value }) => value !== '*' && !/^s3(?:express|-object-lambda)?:[\w*?]+$/i.test(value),
      )
    )
      return malformed('Policy has invalid action');
    const arns = resource?.patterns.map(({ value }) => value) ?? [];
    if (arns.some((arn) => !isOf(arn, bucket))) return malformed('Policy has invalid resource');
    if (
      resource?.not === false &&
      !action.not &&
      !someApplies(
        action.patterns.map(({ value }) => value),
        arns,
      )
    )
      return malformed('Action does not apply to any resource(s) in statement');
  }
  return undefined;
}

function isOf(arn: string, bucket: string): boolean {
  const own = bucketArn(bucket);
  return (
    arn === own || arn.startsWith(`${own}/`) || (arn.startsWith(own) && /^[*?]/.test(arn.slice(own.length)))
  );
}

const OBJECT_ACTION =
  /^s3:(?:\w*Object\w*|RestoreObject|AbortMultipartUpload|ListMultipartUploadParts|ReplicateDelete)$/i;
const BUCKET_ACTION = /^s3:(?:\w*Bucket\w*|\w*Configuration|ListBucketMultipartUploads)$/i;

/** Actions on objects need a resource with a path, actions on buckets one without. A wildcard may mean either. */
function someApplies(actions: readonly string[], arns: readonly string[]): boolean {
  return actions.every((action) => {
    if (/[*?]/.test(action)) return true;
    if (OBJECT_ACTION.test(action) && !/BucketObjectLock/i.test(action))
      return arns.some((arn) => /[/*?]/.test(arn.slice(13)));
    return !BUCKET_ACTION.test(action) || arns.some((arn) => !arn.includes('/') || arn.endsWith('*'));
  });
}

function malformed(message: string): Refused {
  return fault('MalformedPolicy', message);
}

const putBucketPolicy = ofBucket('PutBucketPolicy', 'PutBucketPolicy', (site, input, found) => {
  const { cloud } = site;
  const policy = textOf(input, 'Policy');
  const bad = bucketPolicyFault(cloud, policy, found.name);
  if (bad) return bad;
  if (found.bucket.publicAccess?.BlockPublicPolicy === true && isPublicPolicy(policy))
    return prevented(
      site,
      's3:PutBucketPolicy',
      bucketArn(found.name),
      'public policies',
      'BlockPublicPolicy',
    );
  const { pins, ...bucket } = found.bucket;
  const kept = pins ? bucket : found.bucket;
  return { cloud: withBucket(cloud, found, { ...kept, policy, ...pinned(cloud, policy) }), reply: {} };
});

const NONE = fault('NoSuchBucketPolicy', 'The bucket policy does not exist');

const getBucketPolicy = ofBucket('GetBucketPolicy', 'GetBucketPolicy', ({ cloud }, _, { bucket }) =>
  bucket.policy === undefined
    ? NONE
    : { cloud, reply: { Policy: tightened(unpinned(cloud, bucket.policy, bucket.pins)) } },
);

/** S3 keeps no space between the parts of a document. Source: s3-bucket-policies. */
function tightened(json: string): string {
  return json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');
}

const getBucketPolicyStatus = ofBucket(
  'GetBucketPolicyStatus',
  'GetBucketPolicyStatus',
  ({ cloud }, _, { bucket: { policy } }) =>
    policy === undefined ? NONE : { cloud, reply: { PolicyStatus: { IsPublic: isPublicPolicy(policy) } } },
);

const deleteBucketPolicy = ofBucket('DeleteBucketPolicy', 'DeleteBucketPolicy', ({ cloud }, _, found) => {
  const { policy, pins, ...rest } = found.bucket;
  return policy === undefined && pins === undefined
    ? { cloud, reply: {} }
    : { cloud: withBucket(cloud, found, rest), reply: {} };
});

export const BUCKET_POLICY: readonly Operation[] = [
  ...[putBucketPolicy, getBucketPolicy, getBucketPolicyStatus, deleteBucketPolicy],
];
