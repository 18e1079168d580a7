// Access control lists at their simplest: buckets whose owner owns everything have none, and none decides anything.
import { fault, type Refused } from '../fault.ts';
import type { Site } from '../operation.ts';
import type { FoundBucket } from './bucket.ts';
import { ofBucket } from './door.ts';
import { canonicalId, objectArn } from './objects.ts';

/** What is wrong with a canned list that an object is put with. Source: api-s3. */
export function aclFault(site: Site, acl: string, found: FoundBucket, key: string): Refused | undefined {
  const { ownership, publicAccess } = found.bucket;
  if (acl === '' || acl === 'bucket-owner-full-control') return undefined;
  if (ownership === undefined || ownership === 'BucketOwnerEnforced')
    return fault('AccessControlListNotSupported', 'The bucket does not allow ACLs');
  return isPublicAcl(acl) && publicAccess?.BlockPublicAcls === true
    ? prevented(site, 's3:PutObject', objectArn(found.name, key), 'public ACLs', 'BlockPublicAcls')
    : undefined;
}

export function isPublicAcl(acl: string): boolean {
  return /^(?:public-read|public-read-write|authenticated-read)$/.test(acl);
}

/** The ending that Block Public Access has for itself. Source: s3-public-access. */
export function prevented(
  { session }: Site,
  action: string,
  on: string,
  what: string,
  setting: string,
): Refused {
  return fault(
    'AccessDenied',
    `User: ${session.principal.arn} is not authorized to perform: ${action} on resource: "${on}" because ${what} are prevented by the ${setting} setting in S3 Block Public Access`,
  );
}

export const GET_BUCKET_ACL = ofBucket('GetBucketAcl', 'GetBucketAcl', ({ cloud }, _, { owner }) => {
  const ID = canonicalId(owner.id);
  return {
    cloud,
    reply: {
      Owner: { ID },
      Grants: [{ Grantee: { ID, Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' }],
    },
  };
});
