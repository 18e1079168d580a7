// Getting an object, whole or in part, or what is known of it.
import type { Context } from '#evaluator';
import { partOf, type BareRequest } from '../authorize.ts';
import { base64Of, bytesOf } from '../bytes.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { numberOf, textOf, type Input, type Operation, type Reply, type Site } from '../operation.ts';
import { refusalText } from '../refusal.ts';
import { bucketArn, type FoundBucket } from './bucket.ts';
import { bucketIn, headed } from './door.ts';
import { cannotOpen, keyPair } from './encryption.ts';
import { checksumReply, countsOf, NO_KEY, objectArn, versionIn, versionReply } from './objects.ts';
import { unquoted } from './put-object.ts';
import type { ObjectVersion } from './state.ts';

/** `s3:ExistingObjectTag/…` and the version. */
export function existingKeys(version: ObjectVersion | Refused, id: string): Context {
  const tags = 'fault' in version ? {} : (version.tags ?? {});
  return {
    ...Object.fromEntries(Object.entries(tags).map(([key, value]) => [`s3:ExistingObjectTag/${key}`, value])),
    ...(id === '' ? {} : { 's3:VersionId': id }),
  };
}

/** Which object a call reads. */
export interface Wanted {
  readonly key: string;
  /** Empty for the newest version. */
  readonly version: string;
}

/** The pairs for reading an object: a version has an action of its own. Source: s3-actions. */
export function readPairs(
  site: Site,
  found: FoundBucket,
  { key, version: id }: Wanted,
): readonly BareRequest[] | Refused {
  const version = versionIn(found.bucket, key, id);
  const read: BareRequest = {
    action: id === '' ? 's3:GetObject' : 's3:GetObjectVersion',
    on: objectArn(found.name, key),
    context: existingKeys(version, id),
  };
  if (isRefused(version)) return [read];
  const { encryption = { algorithm: 'AES256' } } = version;
  const opening = keyPair(site, found, encryption, { action: 'Decrypt', key });
  return isRefused(opening) ? opening : [read, ...opening];
}

/** Whether a missing object is owned up to: only to those who may list. Source: s3-get-object. */
export function missing({ cloud, session }: Site, { name }: FoundBucket, refused: Refused): Refused {
  if (refused.fault.code !== NO_KEY.fault.code) return refused;
  const { verdict } = partOf(cloud, session, { action: 's3:ListBucket', on: bucketArn(name) });
  return verdict.decision === 'allowed' ? refused : { fault: refusalText('s3:GetObject', verdict), verdict };
}

/** What the conditions of a call make of a version. Source: s3-get-object. */
function conditionFault(input: Input, version: ObjectVersion): Refused | undefined {
  const etag = unquoted(countsOf(version).etag);
  const [match, none] = [unquoted(textOf(input, 'IfMatch')), unquoted(textOf(input, 'IfNoneMatch'))];
  const [since, before] = [numberOf(input, 'IfModifiedSince'), numberOf(input, 'IfUnmodifiedSince')];
  if ((match !== '' && match !== etag) || (match === '' && before !== undefined && version.modified > before))
    return fault('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
  if (
    (none !== '' && (none === etag || none === '*')) ||
    (none === '' && since !== undefined && version.modified <= since)
  )
    return fault('304', 'Not Modified');
  return undefined;
}

interface Part {
  readonly start: number;
  /** The place behind the last byte. */
  readonly end: number;
}

/** The bytes that `Range` means. What is no range means everything. */
function partIn(input: Input, size: number): Part | Refused | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(textOf(input, 'Range')) ?? [];
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size : Math.min(size, Number(to) + 1);
  return start < size && start < end
    ? { start, end }
    : fault('InvalidRange', 'The requested range is not satisfiable');
}

interface Read {
  readonly version: ObjectVersion;
  readonly part: Part | undefined;
  readonly reply: Reply;
}

function read(site: Site, input: Input): Read | Refused {
  const found = bucketIn(site, input);
  if (isRefused(found)) return found;
  const version = versionIn(found.bucket, textOf(input, 'Key'), textOf(input, 'VersionId'));
  if (isRefused(version)) return missing(site, found, version);
  const stop =
    conditionFault(input, version) ?? cannotOpen(site, found, version.encryption ?? { algorithm: 'AES256' });
  if (stop) return stop;
  const { size } = countsOf(version);
  const part = partIn(input, size);
  if (part && isRefused(part)) return part;
  const given = Object.entries(RESPONSE).flatMap(([member, name]) =>
    textOf(input, member) === '' ? [] : [[name, textOf(input, member)] as const],
  );
  const reply = {
    ...versionReply(found.bucket, version),
    ...Object.fromEntries(given),
    ...(part
      ? { ContentLength: part.end - part.start, ContentRange: `bytes ${part.start}-${part.end - 1}/${size}` }
      : {}),
  };
  return { version, part, reply };
}

/** Headers of the answer that a call may set itself. */
const RESPONSE = {
  ResponseCacheControl: 'CacheControl',
  ResponseContentDisposition: 'ContentDisposition',
  ResponseContentEncoding: 'ContentEncoding',
  ResponseContentLanguage: 'ContentLanguage',
  ResponseContentType: 'ContentType',
} as const;

function needs(site: Site, input: Input): readonly BareRequest[] | Refused {
  const found = bucketIn(site, input);
  if (isRefused(found)) return found;
  return readPairs(site, found, { key: textOf(input, 'Key'), version: textOf(input, 'VersionId') });
}

const getObject: Operation = {
  name: 's3:GetObject',
  anonymous: true,
  needs,
  run: (site, input) => {
    const found = read(site, input);
    if (isRefused(found)) return found;
    const { version, part, reply } = found;
    const { body = '' } = version;
    const bytes = part && bytesOf(body);
    const Body = bytes ? base64Of(bytes.subarray(part.start, part.end)) : body;
    return { cloud: site.cloud, reply: { Body, ...reply, ...(part ? {} : checksumReply(version)) } };
  },
};

const headObject: Operation = headed({
  name: 's3:HeadObject',
  anonymous: true,
  needs,
  run: (site, input) => {
    const found = read(site, input);
    if (isRefused(found)) return found;
    const checksum = textOf(input, 'ChecksumMode') === 'ENABLED' ? checksumReply(found.version) : {};
    return { cloud: site.cloud, reply: { ...found.reply, ...checksum } };
  },
});

export const GET_OBJECT: readonly Operation[] = [getObject, headObject];
