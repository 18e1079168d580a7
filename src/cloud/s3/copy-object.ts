// Copying an object: reading one, writing another, with the permissions of both.
import { fault, isRefused, type Refused } from '../fault.ts';
import { flagOf, textOf, type Input, type Operation, type Site } from '../operation.ts';
import type { FoundBucket } from './bucket.ts';
import { bucketIn, bucketNamed } from './door.ts';
import { cannotOpen, sealedWith, wantedEncryption } from './encryption.ts';
import { missing, readPairs, type Wanted } from './get-object.ts';
import { aclFault } from './acl.ts';
import {
  checksumReply,
  countsOf,
  encryptionReply,
  headersIn,
  objectArn,
  versionIn,
  withVersion,
} from './objects.ts';
import {
  conditionFault,
  keyFault,
  metadataIn,
  objectTagFault,
  tagsInQuery,
  writePairs,
} from './put-object.ts';
import type { ObjectVersion } from './state.ts';

interface Source extends Wanted {
  readonly found: FoundBucket;
}

/** The object that `CopySource` means: a bucket, a key and perhaps a version, written like an address. */
function sourceIn(site: Site, input: Input): Source | Refused {
  const [path = '', query = ''] = textOf(input, 'CopySource').replace(/^\//, '').split('?versionId=');
  const slash = path.indexOf('/');
  if (slash < 1)
    return fault(
      'InvalidArgument',
      'Copy Source must mention the source bucket and key: sourcebucket/sourcekey',
    );
  const found = bucketNamed(site, path.slice(0, slash), textOf(input, 'ExpectedSourceBucketOwner'));
  return isRefused(found) ? found : { found, key: decoded(path.slice(slash + 1)), version: query };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function copiesTags(input: Input): boolean {
  return textOf(input, 'TaggingDirective') !== 'REPLACE';
}

const copyObject: Operation = {
  name: 's3:CopyObject',
  anonymous: true,
  needs: (site, input) => {
    const target = bucketIn(site, input);
    if (isRefused(target)) return target;
    const source = sourceIn(site, input);
    if (isRefused(source)) return source;
    const version = versionIn(source.found.bucket, source.key, source.version);
    const reading = readPairs(site, source.found, source);
    const writing = writePairs(site, copiesTags(input) ? { ...input, Tagging: '' } : input, target);
    if (isRefused(reading)) return reading;
    if (isRefused(writing)) return writing;
    const tagged = !isRefused(version) && Object.keys(version.tags ?? {}).length > 0 && copiesTags(input);
    const [read, ...opening] = reading;
    const [write, ...rest] = writing;
    const suffix = source.version === '' ? '' : 'Version';
    return [
      ...(read ? [read] : []),
      ...(tagged
        ? [{ action: `s3:GetObject${suffix}Tagging`, on: objectArn(source.found.name, source.key) }]
        : []),
      ...opening,
      ...(write ? [write] : []),
      ...(tagged
        ? [{ action: 's3:PutObjectTagging', on: objectArn(target.name, textOf(input, 'Key')) }]
        : []),
      ...rest,
    ];
  },
  run: (site, input) => {
    const target = bucketIn(site, input);
    if (isRefused(target)) return target;
    const source = sourceIn(site, input);
    if (isRefused(source)) return source;
    const version = versionIn(source.found.bucket, source.key, source.version);
    if (isRefused(version)) return missing(site, source.found, version);
    const tags = copiesTags(input) ? (version.tags ?? {}) : tagsInQuery(textOf(input, 'Tagging'));
    const wrong =
      keyFault(input) ??
      objectTagFault(tags) ??
      aclFault(site, textOf(input, 'ACL'), target, textOf(input, 'Key')) ??
      sameFault(input, source, target) ??
      conditionFault(input, target) ??
      cannotOpen(site, source.found, version.encryption ?? { algorithm: 'AES256' });
    if (wrong) return wrong;
    const sealed = sealedWith(site, target, wantedEncryption(input, target));
    if (isRefused(sealed)) return sealed;
    const copy = {
      ...copied(version, input),
      modified: site.cloud.time,
      tags,
      encryption: sealed.encryption,
    };
    const put = withVersion(sealed.cloud, target, textOf(input, 'Key'), copy);
    const shown =
      source.found.bucket.versioning === undefined ? {} : { CopySourceVersionId: version.id ?? 'null' };
    return {
      cloud: put.cloud,
      reply: {
        CopyObjectResult: {
          ETag: countsOf(copy).etag,
          LastModified: site.cloud.time,
          ...checksumReply(copy),
        },
        ...shown,
        ...put.reply,
        ...encryptionReply(sealed.encryption),
      },
    };
  },
};

/** The version as it is copied, without an id; with the headers and metadata of the call where it replaces them. */
function copied(version: ObjectVersion, input: Input): ObjectVersion {
  const { id, ...bare } = version;
  const copy = id === undefined ? version : bare;
  return textOf(input, 'MetadataDirective') === 'REPLACE'
    ? { ...copy, headers: headersIn(input), metadata: metadataIn(input) }
    : copy;
}

/** An object is copied onto itself only to change something. Source: api-s3. */
function sameFault(input: Input, { found, key, version }: Source, target: FoundBucket): Refused | undefined {
  const changes =
    textOf(input, 'MetadataDirective') === 'REPLACE' ||
    ['ServerSideEncryption', 'StorageClass', 'WebsiteRedirectLocation', 'SSEKMSKeyId'].some(
      (member) => textOf(input, member) !== '',
    ) ||
    flagOf(input, 'BucketKeyEnabled') !== undefined;
  if (found.name !== target.name || key !== textOf(input, 'Key') || version !== '' || changes)
    return undefined;
  return fault(
    'InvalidRequest',
    "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
  );
}

export const COPY_OBJECT: readonly Operation[] = [copyObject];
