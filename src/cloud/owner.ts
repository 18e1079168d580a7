// Which account owns what an ARN means.
import { lookup, type Cloud } from './cloud.ts';

/** The bucket's name in the ARN of a bucket or an object. */
export function bucketOf(arn: string): string | undefined {
  return /^arn:aws:s3:::([^/]+)/.exec(arn)?.[1];
}

/** The account that owns what an ARN means, where the ARN or the cloud says so. What AWS keeps belongs to no account. */
export function ownerOf(cloud: Cloud, arn: string): string | undefined {
  const bucket = bucketOf(arn);
  if (bucket !== undefined)
    return Object.values(cloud.accounts).find(({ buckets }) => lookup(buckets, bucket))?.id;
  const account = arn.split(':')[4] ?? '';
  return /^\d{12}$/.test(account) ? account : undefined;
}
