// S3 as scenarios act it out: objects by their keys, a bucket's policy. It travels with every lab.
import { partOf } from '../authorize.ts';
import { without } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { textOf, type Input, type Operation, type Reply, type Site } from '../operation.ts';
import { policyFault } from '../policy-fault.ts';
import { bucketArn, findBucket, isThere, withBucket, type FoundBucket } from './bucket.ts';

type Work = (site: Site, input: Input, found: FoundBucket) => ReturnType<Operation['run']>;

function onBucket(action: string, required: readonly string[], work: Work): Operation {
  const hasKey = required.includes('Key');
  return {
    name: `s3:${action}`,
    needs: (_, input) => {
      const arn = bucketArn(textOf(input, 'Bucket'));
      return [{ action: `s3:${action}`, on: hasKey ? `${arn}/${textOf(input, 'Key')}` : arn }];
    },
    run: (site, input) => {
      const found = findBucket(site.cloud, textOf(input, 'Bucket'));
      return found ? work(site, input, found) : fault('NoSuchBucket', 'The specified bucket does not exist');
    },
  };
}

/** Whether a missing object is owned up to: only to those who may list. Source: s3-get-object. */
function missingObject({ cloud, session }: Site, { name }: FoundBucket): Refused {
  const listing = partOf(cloud, session, { action: 's3:ListBucket', on: bucketArn(name) });
  return listing.verdict.decision === 'allowed'
    ? fault('NoSuchKey', 'The specified key does not exist.')
    : fault('AccessDenied', 'Access Denied');
}

const getObject: Work = (site, input, found) =>
  isThere(found.bucket, textOf(input, 'Key')) ? { cloud: site.cloud, reply: {} } : missingObject(site, found);

const putObject: Work = ({ cloud }, input, found) => {
  const key = textOf(input, 'Key');
  const { bucket } = found;
  if (isThere(bucket, key)) return { cloud, reply: {} };
  const objects = { ...bucket.objects, [key]: [{ modified: cloud.time }] };
  return { cloud: withBucket(cloud, found, { ...bucket, objects }), reply: {} };
};

/** Deleting what is not there succeeds and changes nothing. */
const deleteObject: Work = ({ cloud }, input, found) => {
  const key = textOf(input, 'Key');
  const { bucket } = found;
  if (!isThere(bucket, key)) return { cloud, reply: {} };
  return { cloud: withBucket(cloud, found, { ...bucket, objects: without(bucket.objects, key) }), reply: {} };
};

const listBucket: Work = ({ cloud }, _, { name, bucket }) => {
  const keys = Object.keys(bucket.objects).filter((key) => isThere(bucket, key));
  const reply: Reply = { Name: name, KeyCount: keys.length, Contents: keys.map((Key) => ({ Key })) };
  return { cloud, reply };
};

const putBucketPolicy: Work = ({ cloud }, input, found) => {
  const policy = textOf(input, 'Policy');
  const bad = policyFault(cloud, policy, 'resource');
  return bad
    ? fault('MalformedPolicy', bad.message)
    : { cloud: withBucket(cloud, found, { ...found.bucket, policy }), reply: {} };
};

export const S3_IN_SCENARIOS: readonly Operation[] = [
  onBucket('GetObject', ['Key'], getObject),
  onBucket('PutObject', ['Key'], putObject),
  onBucket('DeleteObject', ['Key'], deleteObject),
  onBucket('ListBucket', [], listBucket),
  onBucket('PutBucketPolicy', ['Policy'], putBucketPolicy),
];
