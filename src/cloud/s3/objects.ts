// Objects as they are kept: their versions, and what S3 tells of one. Who may see one is not known here.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { bytesOf, utf8 } from '../bytes.ts';
import { lookup, without, type Cloud, type Named } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { issueText } from '../ids.ts';
import { present, textOf, type Input, type Reply } from '../operation.ts';
import { withBucket, type FoundBucket } from './bucket.ts';
import { crc64Of, etagOf } from './checksum.ts';
import type { Bucket, Encryption, ObjectVersion } from './state.ts';

export const NO_KEY = fault('NoSuchKey', 'The specified key does not exist.');

/** The id by which S3 knows an account. */
export function canonicalId(account: string): string {
  return bytesToHex(sha256(utf8(`s3 ${account}`)));
}

export function objectArn(bucket: string, key: string): string {
  return `arn:aws:s3:::${bucket}/${key}`;
}

/** The version that an input means; the newest where it names none. Source: s3-versioning. */
export function versionIn({ objects }: Bucket, key: string, id: string): ObjectVersion | Refused {
  const versions = lookup(objects, key) ?? [];
  if (id === '') {
    const [newest] = versions;
    return newest && newest.marker !== true ? newest : NO_KEY;
  }
  const found = versions.find((one) => (one.id ?? 'null') === id);
  if (!found) return fault('NoSuchVersion', 'The specified version does not exist.');
  return found.marker === true
    ? fault('MethodNotAllowed', 'The specified method is not allowed against this resource.')
    : found;
}

/** A version with its bytes counted. */
export function newVersion(
  body: string,
  modified: number,
  rest: Omit<ObjectVersion, 'body' | 'modified'>,
): ObjectVersion {
  const bytes = bytesOf(body) ?? new Uint8Array();
  return {
    modified,
    ...(body === '' ? {} : { body }),
    size: bytes.length,
    etag: etagOf(bytes),
    checksum: crc64Of(bytes),
    ...rest,
  };
}

const EMPTY = { size: 0, etag: '"d41d8cd98f00b204e9800998ecf8427e"', checksum: 'AAAAAAAAAAA=' };

/** Size, ETag and checksum of a version. */
export function countsOf({ size, etag, checksum }: ObjectVersion): typeof EMPTY {
  return { size: size ?? EMPTY.size, etag: etag ?? EMPTY.etag, checksum: checksum ?? EMPTY.checksum };
}

/** The cloud with a new version of an object, and the id that the reply says. Source: s3-versioning. */
export function withVersion(
  cloud: Cloud,
  found: FoundBucket,
  key: string,
  version: ObjectVersion,
): { readonly cloud: Cloud; readonly reply: Reply } {
  const { bucket } = found;
  const before = lookup(bucket.objects, key) ?? [];
  const put = (now: Cloud, versions: readonly ObjectVersion[]): Cloud =>
    withBucket(now, found, { ...bucket, objects: { ...bucket.objects, [key]: versions } });
  if (bucket.versioning === undefined) return { cloud: put(cloud, [version]), reply: {} };
  if (bucket.versioning === 'Suspended') {
    const others = before.filter(({ id }) => id !== undefined);
    return { cloud: put(cloud, [version, ...others]), reply: { VersionId: 'null' } };
  }
  const issued = issueText(cloud, 32);
  const named = { ...version, id: issued.id };
  return { cloud: put(issued.cloud, [named, ...before]), reply: { VersionId: issued.id } };
}

/** The cloud in which an object, or one version of it, was deleted. Source: s3-versioning. */
export function withoutVersion(
  cloud: Cloud,
  found: FoundBucket,
  key: string,
  id: string,
): { readonly cloud: Cloud; readonly reply: Reply } {
  const { bucket } = found;
  const versions = lookup(bucket.objects, key) ?? [];
  if (id === '' && bucket.versioning !== undefined) {
    const { cloud: next, reply } = withVersion(cloud, found, key, { modified: cloud.time, marker: true });
    return { cloud: next, reply: { DeleteMarker: true, ...reply } };
  }
  const gone = versions.filter((one) => id !== '' && (one.id ?? 'null') === id);
  const left = id === '' ? [] : versions.filter((one) => !gone.includes(one));
  if (left.length === versions.length) return { cloud, reply: id === '' ? {} : { VersionId: id } };
  const objects = left.length === 0 ? without(bucket.objects, key) : { ...bucket.objects, [key]: left };
  return {
    cloud: withBucket(cloud, found, { ...bucket, objects }),
    reply: id === '' ? {} : { ...(gone[0]?.marker === true ? { DeleteMarker: true } : {}), VersionId: id },
  };
}

/** Members that a caller gives with an object and gets back as they were. */
const HEADERS = [
  'CacheControl',
  'ContentDisposition',
  'ContentEncoding',
  'ContentLanguage',
  'ContentType',
  'WebsiteRedirectLocation',
  'StorageClass',
];

export function headersIn(input: Input): Named<string> {
  return Object.fromEntries(
    HEADERS.flatMap((name) => (textOf(input, name) === '' ? [] : [[name, textOf(input, name)] as const])),
  );
}

/** What `GetObject` and `HeadObject` tell of a version beside its bytes. */
export function versionReply({ versioning }: Bucket, version: ObjectVersion): Reply {
  const { headers = {}, metadata = {}, tags = {}, encryption } = version;
  const { etag, size } = countsOf(version);
  const { StorageClass, ...others } = headers;
  const tagged = Object.keys(tags).length;
  return present({
    AcceptRanges: 'bytes',
    LastModified: version.modified,
    ContentLength: size,
    ETag: etag,
    VersionId: versioning === undefined ? undefined : (version.id ?? 'null'),
    ContentType: 'binary/octet-stream',
    ...others,
    ...encryptionReply(encryption),
    Metadata: metadata,
    StorageClass: StorageClass === 'STANDARD' ? undefined : StorageClass,
    TagCount: tagged === 0 ? undefined : tagged,
  });
}

export function encryptionReply({ algorithm, key, bucketKey }: Encryption = { algorithm: 'AES256' }): Reply {
  return present({
    ServerSideEncryption: algorithm,
    SSEKMSKeyId: key,
    BucketKeyEnabled: bucketKey === true ? true : undefined,
  });
}

/** The checksum of a version, as replies give it. */
export function checksumReply(version: ObjectVersion): Reply {
  return { ChecksumCRC64NVME: countsOf(version).checksum, ChecksumType: 'FULL_OBJECT' };
}
