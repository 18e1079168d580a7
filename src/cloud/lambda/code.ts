// The code of a function: a zip that comes with the call or lies in a bucket. Nothing is unpacked here.
import { sha256 } from '@noble/hashes/sha2.js';
import type { BareRequest } from '../authorize.ts';
import { base64Of, bytesOf } from '../bytes.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { textOf, type Input, type Site } from '../operation.ts';
import { findBucket } from '../s3/bucket.ts';
import { objectArn, versionIn } from '../s3/objects.ts';
import type { Code } from './state.ts';

/** The code that a structure with `ZipFile`, or `S3Bucket` and `S3Key`, means. Source: api-lambda. */
export function codeIn({ cloud, region }: Site, input: Input): Code | Refused {
  const zip = textOf(input, 'ZipFile');
  if (zip !== '') return packed(zip);
  const name = textOf(input, 'S3Bucket');
  if (name === '')
    return textOf(input, 'ImageUri') === ''
      ? fault('InvalidParameterValueException', 'Please provide a source for function code.')
      : fault('InvalidParameterValueException', 'Container images are not simulated here.');
  const found = findBucket(cloud, name);
  if (!found) return notFetched('NoSuchBucket', 'The specified bucket does not exist');
  if ((found.bucket.region ?? found.owner.region) !== region)
    return notFetched('PermanentRedirect', 'The bucket is in this region: ' + (found.bucket.region ?? ''));
  const version = versionIn(found.bucket, textOf(input, 'S3Key'), textOf(input, 'S3ObjectVersion'));
  if (isRefused(version)) return notFetched('NoSuchKey', 'The specified key does not exist.');
  return packed(version.body ?? '');
}

function notFetched(code: string, message: string): Refused {
  return fault(
    'InvalidParameterValueException',
    `Error occurred while GetObject. S3 Error Code: ${code}. S3 Error Message: ${message}`,
  );
}

/** Lambda fetches code from a bucket with the permissions of whoever names it. */
export function codePairs(input: Input): readonly BareRequest[] {
  const bucket = textOf(input, 'S3Bucket');
  return bucket === '' ? [] : [{ action: 's3:GetObject', on: objectArn(bucket, textOf(input, 'S3Key')) }];
}

/** The bytes with which the directory of a zip ends; a pack of nothing is nothing else. */
const END = [0x50, 0x4b, 0x05, 0x06];
const END_LENGTH = 22;

function packed(zip: string): Code | Refused {
  const bytes = bytesOf(zip);
  const isZip = bytes !== undefined && hasEnd(bytes);
  if (!isZip)
    return fault(
      'InvalidParameterValueException',
      'Could not unzip uploaded file. Please check your file, then try to upload again.',
    );
  if (bytes.length <= END_LENGTH)
    return fault('InvalidParameterValueException', 'Uploaded file must be a non-empty zip');
  return { zip, size: bytes.length, sha256: base64Of(sha256(bytes)) };
}

function hasEnd(bytes: Uint8Array): boolean {
  for (let at = bytes.length - END_LENGTH; at >= 0; at -= 1)
    if (END.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}
