// S3, as far as permissions go: buckets, the keys of their objects, a bucket's policy.
import { partOf } from '../authorize.ts';
import { lookup, withAccount, type Account, type Bucket } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { textOf, type Input, type Operation, type Reply, type Site } from '../operation.ts';
import { policyFault } from '../policy-fault.ts';

const bucketArn = (bucket: string): string => `arn:aws:s3:::${bucket}`;

interface Found {
  readonly owner: Account;
  readonly name: string;
  readonly bucket: Bucket;
}

/** Bucket names are one space over all accounts. Source: s3-buckets. */
function bucketOf({ cloud }: Site, input: Input): Found | undefined {
  const name = textOf(input, 'Bucket');
  for (const owner of Object.values(cloud.accounts)) {
    const bucket = lookup(owner.buckets, name);
    if (bucket) return { owner, name, bucket };
  }
  return undefined;
}

function kept({ cloud }: Site, { owner, name }: Found, bucket: Bucket) {
  return {
    cloud: withAccount(cloud, { ...owner, buckets: { ...owner.buckets, [name]: bucket } }),
    reply: {},
  };
}

type Work = (site: Site, input: Input, found: Found) => ReturnType<Operation['run']>;

function onBucket(action: string, required: readonly string[], work: Work): Operation {
  const hasKey = required.includes('Key');
  return {
    name: `s3:${action}`,
    needs: (_, input) => {
      const arn = bucketArn(textOf(input, 'Bucket'));
      return [{ action: `s3:${action}`, on: hasKey ? `${arn}/${textOf(input, 'Key')}` : arn }];
    },
    run: (site, input) => {
      const found = bucketOf(site, input);
      return found ? work(site, input, found) : fault('NoSuchBucket', 'The specified bucket does not exist');
    },
  };
}

/** Whether a missing object is owned up to: only to those who may list. Source: s3-get-object. */
function missingObject({ cloud, session }: Site, { name }: Found): Refused {
  const listing = partOf(cloud, session, { action: 's3:ListBucket', on: bucketArn(name) });
  return listing.verdict.decision === 'allowed'
    ? fault('NoSuchKey', 'The specified key does not exist.')
    : fault('AccessDenied', 'Access Denied');
}

const getObject: Work = (site, input, found) =>
  found.bucket.objects.includes(textOf(input, 'Key'))
    ? { cloud: site.cloud, reply: {} }
    : missingObject(site, found);

const putObject: Work = (site, input, found) => {
  const key = textOf(input, 'Key');
  const { bucket } = found;
  if (bucket.objects.includes(key)) return { cloud: site.cloud, reply: {} };
  return kept(site, found, { ...bucket, objects: [...bucket.objects, key] });
};

/** Deleting what is not there succeeds and changes nothing. */
const deleteObject: Work = (site, input, found) => {
  const key = textOf(input, 'Key');
  const { bucket } = found;
  if (!bucket.objects.includes(key)) return { cloud: site.cloud, reply: {} };
  return kept(site, found, { ...bucket, objects: bucket.objects.filter((one) => one !== key) });
};

const listBucket: Work = ({ cloud }, _, { name, bucket }) => {
  const reply: Reply = {
    Name: name,
    KeyCount: bucket.objects.length,
    Contents: bucket.objects.map((Key) => ({ Key })),
  };
  return { cloud, reply };
};

const putBucketPolicy: Work = (site, input, found) => {
  const policy = textOf(input, 'Policy');
  const bad = policyFault(site.cloud, policy, 'resource');
  return bad ? fault('MalformedPolicy', bad.message) : kept(site, found, { ...found.bucket, policy });
};

export const S3: readonly Operation[] = [
  onBucket('GetObject', ['Key'], getObject),
  onBucket('PutObject', ['Key'], putObject),
  onBucket('DeleteObject', ['Key'], deleteObject),
  onBucket('ListBucket', [], listBucket),
  onBucket('PutBucketPolicy', ['Policy'], putBucketPolicy),
];
