// How every operation of S3 comes to its bucket: the bucket is looked up before anybody asks for permission.
import type { Context } from '#evaluator';
import { fault, isRefused, type Refused } from '../fault.ts';
import { textOf, type Done, type Input, type Operation, type Site } from '../operation.ts';
import { bucketArn, findBucket, type FoundBucket } from './bucket.ts';
import { isPublicPolicy } from './public.ts';

export const DENIED = fault('AccessDenied', 'Access Denied');

/** The bucket that the input names. */
export function bucketIn(site: Site, input: Input): FoundBucket | Refused {
  return bucketNamed(site, textOf(input, 'Bucket'), textOf(input, 'ExpectedBucketOwner'));
}

/** @param owner the account that the caller believes to own it; empty where it does not say */
export function bucketNamed(site: Site, name: string, owner = ''): FoundBucket | Refused {
  const found = findBucket(site.cloud, name);
  if (!found) return fault('NoSuchBucket', 'The specified bucket does not exist');
  return (owner !== '' && owner !== found.owner.id) || isRestricted(site, found) ? DENIED : found;
}

/** A public policy lets in nobody but the owner's people while public buckets are restricted. Source: s3-public-access. */
function isRestricted({ session }: Site, { owner, bucket }: FoundBucket): boolean {
  const { account, type } = session.principal;
  return (
    bucket.publicAccess?.RestrictPublicBuckets === true &&
    account !== owner.id &&
    type !== 'service' &&
    bucket.policy !== undefined &&
    isPublicPolicy(bucket.policy)
  );
}

export type Work = (site: Site, input: Input, found: FoundBucket) => Done;

/** An operation on a bucket. @param action what the caller must be allowed, without `s3:`. Source: s3-actions */
export function ofBucket(
  name: string,
  action: string,
  work: Work,
  keys: (input: Input) => Context = () => ({}),
): Operation {
  return {
    name: `s3:${name}`,
    anonymous: true,
    needs: (site, input) => {
      const found = bucketIn(site, input);
      if (isRefused(found)) return found;
      return [{ action: `s3:${action}`, on: bucketArn(found.name), context: keys(input) }];
    },
    run: (site, input) => {
      const found = bucketIn(site, input);
      return isRefused(found) ? found : work(site, input, found);
    },
  };
}

/** An operation whose answer has no body, so that a refusal has no words but those of its status. Source: api-s3 */
export function headed(operation: Operation): Operation {
  const silent = (refused: Refused): Refused => ({ ...refused, fault: withoutWords(refused.fault) });
  return {
    ...operation,
    needs: (site, input) => {
      const needed = operation.needs(site, input);
      return 'fault' in needed ? silent(needed) : needed;
    },
    run: (site, input) => {
      const done = operation.run(site, input);
      return isRefused(done) ? silent(done) : done;
    },
    refusal: () => withoutWords(DENIED.fault),
  };
}

const STATUSES: Readonly<Record<string, readonly [string, string]>> = {
  AccessDenied: ['403', 'Forbidden'],
  PreconditionFailed: ['412', 'Precondition Failed'],
  InvalidRange: ['416', 'Requested Range Not Satisfiable'],
  MethodNotAllowed: ['405', 'Method Not Allowed'],
  304: ['304', 'Not Modified'],
};

function withoutWords({ code }: Refused['fault']): Refused['fault'] {
  const [status, words] =
    STATUSES[code] ?? (/^NoSuch/.test(code) ? ['404', 'Not Found'] : ['400', 'Bad Request']);
  return { code: status, message: words };
}
