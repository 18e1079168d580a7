// Finding a bucket by its name and putting it back changed. Names are one space over all accounts.
import { lookup, withAccount, type Account, type Cloud } from '../cloud.ts';
import type { Bucket } from './state.ts';

export interface FoundBucket {
  readonly owner: Account;
  readonly name: string;
  readonly bucket: Bucket;
}

export function bucketArn(name: string): string {
  return `arn:aws:s3:::${name}`;
}

/** The bucket of a name, whoever owns it. Source: s3-buckets. */
export function findBucket({ accounts }: Cloud, name: string): FoundBucket | undefined {
  for (const owner of Object.values(accounts)) {
    const bucket = lookup(owner.buckets, name);
    if (bucket) return { owner, name, bucket };
  }
  return undefined;
}

/** The cloud with another state of one bucket. */
export function withBucket(cloud: Cloud, { owner, name }: FoundBucket, bucket: Bucket): Cloud {
  const account = cloud.accounts[owner.id] ?? owner;
  return withAccount(cloud, { ...account, buckets: { ...account.buckets, [name]: bucket } });
}

/** Is there an object under this key? One that is deleted in a versioned bucket is not. */
export function isThere({ objects }: Bucket, key: string): boolean {
  const newest = lookup(objects, key)?.[0];
  return newest !== undefined && newest.marker !== true;
}
