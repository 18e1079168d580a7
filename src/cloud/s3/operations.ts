// S3, as far as permissions go: buckets, objects, a bucket's policy.
import { withAccount } from '../cloud.ts';
import { fault } from '../fault.ts';
import { textOf, type Operation, type Site } from '../operation.ts';
import { policyFault } from '../policy-fault.ts';

const bucketArn = (bucket: string): string => `arn:aws:s3:::${bucket}`;

function noBucket(site: Site, bucket: string) {
  return Object.hasOwn(site.account.buckets, bucket) ? undefined : fault('NoSuchBucket', 'The specified bucket does not exist');
}

function object(name: string): Operation {
  return {
    name: `s3:${name}`,
    required: ['Bucket', 'Key'],
    needs: (_, input) => [{ action: `s3:${name}`, on: `${bucketArn(textOf(input, 'Bucket'))}/${textOf(input, 'Key')}` }],
    run: (site, input) => {
      const missing = noBucket(site, textOf(input, 'Bucket'));
      return missing ?? { cloud: site.cloud, reply: {} };
    },
  };
}

const putBucketPolicy: Operation = {
  name: 's3:PutBucketPolicy',
  required: ['Bucket', 'Policy'],
  needs: (_, input) => [{ action: 's3:PutBucketPolicy', on: bucketArn(textOf(input, 'Bucket')) }],
  run: (site, input) => {
    const name = textOf(input, 'Bucket');
    const policy = textOf(input, 'Policy');
    const bucket = site.account.buckets[name];
    if (!bucket) return fault('NoSuchBucket', 'The specified bucket does not exist');
    const bad = policyFault(policy, 'resource');
    if (bad) return fault('MalformedPolicy', bad.message);
    const buckets = { ...site.account.buckets, [name]: { ...bucket, policy } };
    return { cloud: withAccount(site.cloud, { ...site.account, buckets }), reply: {} };
  },
};

export const S3: readonly Operation[] = [...['GetObject', 'PutObject', 'DeleteObject'].map(object), putBucketPolicy];
