// Buckets: made, found, listed and deleted.
import { lookup, withAccount, without, type Account } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { isStructure, present, textOf, type Input, type Operation } from '../operation.ts';
import { pageOf } from '../paging.ts';
import { requestTagKeys, tagsIn } from '../tags.ts';
import { isPublicAcl } from './acl.ts';
import { bucketArn, findBucket } from './bucket.ts';
import { headed, ofBucket } from './door.ts';
import { regionOf } from './encryption.ts';
import { canonicalId } from './objects.ts';
import type { Bucket, PublicAccess } from './state.ts';

/** What a new bucket begins with. Source: s3-public-access. */
const ALL_BLOCKED: PublicAccess = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};

/** Source: s3-buckets. */
const BUCKETS_PER_ACCOUNT = 10_000;

/** Source: s3-buckets. */
export function isBucketName(name: string): boolean {
  return (
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) &&
    !/\.\.|^\d+\.\d+\.\d+\.\d+$|^(?:xn--|sthree-)|(?:-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(name)
  );
}

function configuration(input: Input): Input {
  const given = input['CreateBucketConfiguration'];
  return isStructure(given) ? given : {};
}

const createBucket: Operation = {
  name: 's3:CreateBucket',
  anonymous: true,
  needs: ({ cloud, account, region }, input) => {
    const acl = textOf(input, 'ACL');
    const name = textOf(input, 'Bucket');
    const taken = findBucket(cloud, name);
    const wrong = placeFault(input, region);
    if (wrong) return wrong;
    if (taken && taken.owner.id !== account.id) return TAKEN;
    const tags = tagsIn(configuration(input));
    const place = textOf(configuration(input), 'LocationConstraint');
    const context = {
      ...(place === '' ? {} : { 's3:LocationConstraint': place }),
      ...(acl === '' ? {} : { 's3:x-amz-acl': acl }),
      ...(textOf(input, 'ObjectOwnership') === ''
        ? {}
        : { 's3:x-amz-object-ownership': textOf(input, 'ObjectOwnership') }),
      ...requestTagKeys(tags),
    };
    const actions = [
      's3:CreateBucket',
      ...(acl === '' || acl === 'private' ? [] : ['s3:PutBucketAcl']),
      ...(textOf(input, 'ObjectOwnership') === '' ? [] : ['s3:PutBucketOwnershipControls']),
      ...(Object.keys(tags).length === 0 ? [] : ['s3:TagResource']),
    ];
    return actions.map((action) => ({ action, on: bucketArn(name), context }));
  },
  run: ({ cloud, account, region }, input) => {
    const name = textOf(input, 'Bucket');
    const ownership = textOf(input, 'ObjectOwnership') || 'BucketOwnerEnforced';
    const wrong = nameFault(name) ?? listFault(input, ownership);
    if (wrong) return wrong;
    const taken = findBucket(cloud, name);
    const reply = {
      Location: region === 'us-east-1' ? `/${name}` : `http://${name}.s3.amazonaws.com/`,
      BucketArn: bucketArn(name),
    };
    if (taken) return regionOf(taken) === 'us-east-1' && region === 'us-east-1' ? { cloud, reply } : OWN;
    if (Object.keys(account.buckets).length >= BUCKETS_PER_ACCOUNT)
      return fault('TooManyBuckets', 'You have attempted to create more buckets than allowed');
    const tags = tagsIn(configuration(input));
    const bucket: Bucket = {
      created: cloud.time,
      region,
      objects: {},
      publicAccess: ALL_BLOCKED,
      ownership,
      ...(Object.keys(tags).length === 0 ? {} : { tags }),
    };
    return {
      cloud: withAccount(cloud, { ...account, buckets: { ...account.buckets, [name]: bucket } }),
      reply,
    };
  },
};

const TAKEN = fault(
  'BucketAlreadyExists',
  'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.',
);
const OWN = fault(
  'BucketAlreadyOwnedByYou',
  'Your previous request to create the named bucket succeeded and you already own it.',
);

function nameFault(name: string): Refused | undefined {
  return isBucketName(name) ? undefined : fault('InvalidBucketName', 'The specified bucket is not valid.');
}

/** A bucket is made at the endpoint of its own region, and us-east-1 has no name there. Source: api-s3. */
function placeFault(input: Input, region: string): Refused | undefined {
  const place = textOf(configuration(input), 'LocationConstraint');
  if (place === 'us-east-1')
    return fault('InvalidLocationConstraint', 'The specified location-constraint is not valid');
  if (place === region || (place === '' && region === 'us-east-1')) return undefined;
  return fault(
    'IllegalLocationConstraintException',
    `The ${place || 'unspecified'} location constraint is incompatible for the region specific endpoint this request was sent to.`,
  );
}

function listFault(input: Input, ownership: string): Refused | undefined {
  const acl = textOf(input, 'ACL');
  if (acl === '' || acl === 'private') return undefined;
  if (ownership === 'BucketOwnerEnforced')
    return fault(
      'InvalidBucketAclWithObjectOwnership',
      "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting",
    );
  return isPublicAcl(acl)
    ? fault(
        'InvalidBucketAclWithBlockPublicAccessError',
        'Bucket cannot have public ACLs set with BlockPublicAccess enabled',
      )
    : undefined;
}

const deleteBucket = ofBucket('DeleteBucket', 'DeleteBucket', ({ cloud }, _, { owner, name, bucket }) => {
  if (Object.keys(bucket.objects).length > 0) {
    const more = bucket.versioning === undefined ? '' : '. You must delete all versions in the bucket.';
    return fault('BucketNotEmpty', `The bucket you tried to delete is not empty${more}`);
  }
  return { cloud: withAccount(cloud, { ...owner, buckets: without(owner.buckets, name) }), reply: {} };
});

const headBucket = headed(
  ofBucket('HeadBucket', 'ListBucket', ({ cloud }, _, found) => ({
    cloud,
    reply: { BucketArn: bucketArn(found.name), BucketRegion: regionOf(found), AccessPointAlias: false },
  })),
);

/** us-east-1 answers nothing. Source: api-s3. */
const getBucketLocation = ofBucket('GetBucketLocation', 'GetBucketLocation', ({ cloud }, _, found) => {
  const region = regionOf(found);
  return { cloud, reply: { LocationConstraint: region === 'us-east-1' ? null : region } };
});

/** Source: s3-actions. */
const listBuckets: Operation = {
  name: 's3:ListBuckets',
  anonymous: true,
  needs: () => [{ action: 's3:ListAllMyBuckets', on: 'arn:aws:s3:::*' }],
  run: ({ cloud, account }, input) => {
    const [prefix, region] = [textOf(input, 'Prefix'), textOf(input, 'BucketRegion')];
    const names = Object.keys(account.buckets)
      .filter((name) => name.startsWith(prefix) && (region === '' || placeOf(account, name) === region))
      .sort();
    const asked = ['MaxBuckets', 'ContinuationToken', 'Prefix', 'BucketRegion'].some((one) => one in input);
    const page = pageOf(input, names, { size: 'MaxBuckets', token: 'ContinuationToken', most: 10_000 });
    if (!page) return fault('InvalidArgument', 'The continuation token provided is incorrect');
    return {
      cloud,
      reply: present({
        Buckets: page.items.map((Name) => ({
          Name,
          CreationDate: lookup(account.buckets, Name)?.created,
          ...(asked ? { BucketRegion: placeOf(account, Name) } : {}),
          BucketArn: bucketArn(Name),
        })),
        Owner: { ID: canonicalId(account.id) },
        ContinuationToken: page.next,
        Prefix: prefix === '' ? undefined : prefix,
      }),
    };
  },
};

function placeOf(account: Account, name: string): string {
  return lookup(account.buckets, name)?.region ?? account.region;
}

export const BUCKETS: readonly Operation[] = [
  ...[createBucket, deleteBucket, headBucket, getBucketLocation, listBuckets],
];
