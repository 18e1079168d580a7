// How an object is encrypted, and the permission on a KMS key that this takes.
import type { BareRequest } from '../authorize.ts';
import { accountOf, type Cloud } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { flagOf, textOf, type Input, type Site } from '../operation.ts';
import { findKey, unusable, type FoundKey } from '../kms/key.ts';
import { hasManagedKey, managedKeyArn, withManagedKey } from '../kms/managed.ts';
import { onKey } from '../kms/needs.ts';
import { bucketArn, type FoundBucket } from './bucket.ts';
import { objectArn } from './objects.ts';
import type { Encryption } from './state.ts';

export function regionOf({ owner, bucket }: FoundBucket): string {
  return bucket.region ?? owner.region;
}

export function usesKms({ algorithm }: Encryption): boolean {
  return algorithm.startsWith('aws:kms');
}

/** How the object of an input will be encrypted: as it says, else as its bucket does. Source: s3-encryption. */
export function wantedEncryption(input: Input, { bucket }: FoundBucket): Encryption {
  const own = textOf(input, 'ServerSideEncryption');
  const usual = bucket.encryption ?? { algorithm: 'AES256' };
  const key = textOf(input, 'SSEKMSKeyId');
  const bucketKey = flagOf(input, 'BucketKeyEnabled') ?? usual.bucketKey;
  if (own === '' && key === '') return usual;
  const algorithm = own === '' ? usual.algorithm : own;
  const named = key === '' && algorithm === usual.algorithm ? usual.key : key;
  return {
    algorithm,
    ...(named === undefined || named === '' ? {} : { key: named }),
    ...(bucketKey === undefined ? {} : { bucketKey }),
  };
}

/** The key behind an encryption; `undefined` while the one that AWS manages is not yet made, or when none of KMS is used. */
export function keyBehind(
  site: Site,
  found: FoundBucket,
  encryption: Encryption,
): FoundKey | Refused | undefined {
  if (!usesKms(encryption)) return undefined;
  const region = regionOf(found);
  const { key } = encryption;
  if (key === undefined && !hasManagedKey(found.owner, region, 's3')) return undefined;
  const named = findKey({ ...site, region }, key ?? managedKeyArn(found.owner.id, region, 's3'));
  return isRefused(named) ? asKms(named) : named;
}

/** A fault of KMS as S3 passes it on. */
function asKms({ fault: { code, message } }: Refused): Refused {
  return fault(`KMS.${code}`, message);
}

/** The pair on the key that encrypts an object, none where S3 has its own. @param action without `kms:` */
export function keyPair(
  site: Site,
  found: FoundBucket,
  encryption: Encryption,
  { action, key }: { readonly action: string; readonly key: string },
): readonly BareRequest[] | Refused {
  const behind = keyBehind(site, found, encryption);
  if (!behind) return [];
  if (isRefused(behind)) return behind;
  const name = encryption.bucketKey === true ? bucketArn(found.name) : objectArn(found.name, key);
  return [
    onKey(action, site, behind, {
      'kms:ViaService': `s3.${regionOf(found)}.amazonaws.com`,
      'kms:EncryptionContext:aws:s3:arn': name,
      'kms:EncryptionContextKeys': ['aws:s3:arn'],
    }),
  ];
}

/** The encryption with its key's ARN, in a cloud that has the key; the fault when the key cannot be used. */
export function sealedWith(
  site: Site,
  found: FoundBucket,
  encryption: Encryption,
): { readonly cloud: Cloud; readonly encryption: Encryption } | Refused {
  if (!usesKms(encryption)) return { cloud: site.cloud, encryption: { algorithm: encryption.algorithm } };
  const region = regionOf(found);
  const cloud =
    encryption.key === undefined ? withManagedKey(site.cloud, found.owner.id, region, 's3') : site.cloud;
  const owner = accountOf(cloud, found.owner.id);
  const behind = keyBehind({ ...site, cloud }, { ...found, owner }, encryption);
  if (!behind) return { cloud, encryption };
  if (isRefused(behind)) return behind;
  const stop = unusable(behind);
  return stop ? asKms(stop) : { cloud, encryption: { ...encryption, key: behind.arn } };
}

/** Why an object that is there cannot be decrypted now. */
export function cannotOpen(site: Site, found: FoundBucket, encryption: Encryption): Refused | undefined {
  const behind = keyBehind(site, found, encryption);
  if (!behind) return undefined;
  if (isRefused(behind)) return behind;
  const stop = unusable(behind);
  return stop && asKms(stop);
}
