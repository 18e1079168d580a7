// Putting an object: what it needs beside its own permission, and what is kept of it.
import type { Context } from '#evaluator';
import type { BareRequest } from '../authorize.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { isStructure, textOf, type Input, type Operation, type Site } from '../operation.ts';
import type { Tags } from '../tags.ts';
import { isThere, type FoundBucket } from './bucket.ts';
import { bucketIn } from './door.ts';
import { keyBehind, keyPair, sealedWith, wantedEncryption } from './encryption.ts';
import {
  checksumReply,
  countsOf,
  encryptionReply,
  headersIn,
  newVersion,
  objectArn,
  withVersion,
} from './objects.ts';
import { aclFault } from './acl.ts';

/** Tags as `Tagging` has them, like the query of an address. */
export function tagsInQuery(text: string): Tags {
  return Object.fromEntries(new URLSearchParams(text));
}

/** `s3:RequestObjectTag/…` and the keys of the tags. */
export function requestObjectTags(tags: Tags): Context {
  const keys = Object.keys(tags);
  if (keys.length === 0) return {};
  return {
    's3:RequestObjectTagKeys': keys,
    ...Object.fromEntries(Object.entries(tags).map(([key, value]) => [`s3:RequestObjectTag/${key}`, value])),
  };
}

/** The condition keys of headers, by the member that gives each. Source: s3-actions. */
const HEADERS = {
  ACL: 's3:x-amz-acl',
  ServerSideEncryption: 's3:x-amz-server-side-encryption',
  StorageClass: 's3:x-amz-storage-class',
  CopySource: 's3:x-amz-copy-source',
  MetadataDirective: 's3:x-amz-metadata-directive',
  WebsiteRedirectLocation: 's3:x-amz-website-redirect-location',
  IfNoneMatch: 's3:if-none-match',
  IfMatch: 's3:if-match',
  GrantRead: 's3:x-amz-grant-read',
  GrantFullControl: 's3:x-amz-grant-full-control',
} as const;

/** The pairs for writing an object under a key. */
export function writePairs(site: Site, input: Input, found: FoundBucket): readonly BareRequest[] | Refused {
  const key = textOf(input, 'Key');
  const tags = tagsInQuery(textOf(input, 'Tagging'));
  const encryption = wantedEncryption(input, found);
  const sealing = keyPair(site, found, encryption, { action: 'GenerateDataKey', key });
  if (isRefused(sealing)) return sealing;
  const behind = textOf(input, 'SSEKMSKeyId') === '' ? undefined : keyBehind(site, found, encryption);
  const context: Context = {
    ...Object.fromEntries(
      Object.entries(HEADERS).flatMap(([member, name]) =>
        textOf(input, member) === '' ? [] : [[name, textOf(input, member)] as const],
      ),
    ),
    ...(behind && !isRefused(behind) ? { 's3:x-amz-server-side-encryption-aws-kms-key-id': behind.arn } : {}),
    ...requestObjectTags(tags),
  };
  const acl = textOf(input, 'ACL');
  const actions = [
    's3:PutObject',
    ...(Object.keys(tags).length > 0 ? ['s3:PutObjectTagging'] : []),
    ...(acl === '' || acl === 'private' ? [] : ['s3:PutObjectAcl']),
  ];
  return [...actions.map((action) => ({ action, on: objectArn(found.name, key), context })), ...sealing];
}

export function metadataIn(input: Input): Readonly<Record<string, string>> {
  const given = input['Metadata'];
  if (!isStructure(given)) return {};
  return Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key.toLowerCase(), value] as const] : [],
    ),
  );
}

/** Source: s3-tagging. */
const MOST_TAGS = 10;

export function objectTagFault(tags: Tags): Refused | undefined {
  const keys = Object.keys(tags);
  if (keys.length > MOST_TAGS) return fault('BadRequest', `Object tags cannot be greater than ${MOST_TAGS}`);
  if (keys.some((key) => key.startsWith('aws:')))
    return fault('InvalidTag', 'System tags cannot be added/updated by requester');
  return keys.some((key) => key === '' || key.length > 128) ||
    Object.values(tags).some((value) => value.length > 256)
    ? fault('InvalidTag', 'The TagKey you have provided is invalid')
    : undefined;
}

const FAILED = fault('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');

/** Source: api-s3. */
export function conditionFault(input: Input, { bucket }: FoundBucket): Refused | undefined {
  const key = textOf(input, 'Key');
  const wanted = textOf(input, 'IfMatch');
  const newest = isThere(bucket, key) ? bucket.objects[key]?.[0] : undefined;
  if (textOf(input, 'IfNoneMatch') === '*' && newest) return FAILED;
  if (wanted === '') return undefined;
  if (!newest) return fault('NoSuchKey', 'The specified key does not exist.');
  return unquoted(countsOf(newest).etag) === unquoted(wanted) ? undefined : FAILED;
}

export function unquoted(etag: string): string {
  return etag.replace(/^"|"$/g, '');
}

/** Source: api-s3. */
const LONGEST_KEY = 1024;

export function keyFault(input: Input): Refused | undefined {
  return textOf(input, 'Key').length > LONGEST_KEY
    ? fault('KeyTooLongError', 'Your key is too long')
    : undefined;
}

const putObject: Operation = {
  name: 's3:PutObject',
  anonymous: true,
  needs: (site, input) => {
    const found = bucketIn(site, input);
    return isRefused(found) ? found : writePairs(site, input, found);
  },
  run: (site, input) => {
    const found = bucketIn(site, input);
    if (isRefused(found)) return found;
    const tags = tagsInQuery(textOf(input, 'Tagging'));
    const wrong =
      unsupported(input) ??
      keyFault(input) ??
      objectTagFault(tags) ??
      aclFault(site, textOf(input, 'ACL'), found, textOf(input, 'Key')) ??
      conditionFault(input, found);
    if (wrong) return wrong;
    const sealed = sealedWith(site, found, wantedEncryption(input, found));
    if (isRefused(sealed)) return sealed;
    const version = newVersion(textOf(input, 'Body'), site.cloud.time, {
      headers: headersIn(input),
      metadata: metadataIn(input),
      tags,
      encryption: sealed.encryption,
    });
    const put = withVersion(sealed.cloud, found, textOf(input, 'Key'), version);
    return {
      cloud: put.cloud,
      reply: {
        ETag: countsOf(version).etag,
        ...checksumReply(version),
        ...encryptionReply(sealed.encryption),
        ...put.reply,
      },
    };
  },
};

/** What general purpose buckets do not have, and keys that customers bring. Source: api-s3. */
function unsupported(input: Input): Refused | undefined {
  if (input['WriteOffsetBytes'] !== undefined)
    return fault('NotImplemented', 'A header you provided implies functionality that is not implemented');
  if (textOf(input, 'SSECustomerAlgorithm') !== '')
    return fault('InvalidRequest', 'Keys that customers provide (SSE-C) are not simulated here.');
  return textOf(input, 'SSEKMSKeyId') !== '' && !textOf(input, 'ServerSideEncryption').startsWith('aws:kms')
    ? fault(
        'InvalidArgument',
        'Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms',
      )
    : undefined;
}

export const PUT_OBJECT: readonly Operation[] = [putObject];
