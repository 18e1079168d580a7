// What KMS tells of a key.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { utf8 } from '../bytes.ts';
import { present, type Reply } from '../operation.ts';
import type { FoundKey } from './key.ts';
import type { KmsKey } from './state.ts';

/** The algorithms of a kind of key. Source: api-kms. */
export function algorithmsOf({ spec, usage }: KmsKey): readonly string[] {
  if (usage === 'ENCRYPT_DECRYPT')
    return spec === 'SYMMETRIC_DEFAULT' ? [spec] : ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'];
  if (usage === 'GENERATE_VERIFY_MAC') return [`HMAC_SHA_${spec.split('_').at(-1) ?? ''}`];
  if (spec.startsWith('RSA'))
    return ['RSASSA_PKCS1_V1_5', 'RSASSA_PSS'].flatMap((name) =>
      ['256', '384', '512'].map((bits) => `${name}_SHA_${bits}`),
    );
  return [`ECDSA_SHA_${/256/.test(spec) ? '256' : /384/.test(spec) ? '384' : '512'}`];
}

/** The member that lists the algorithms of a use. */
const MEMBERS: Readonly<Record<string, string>> = {
  ENCRYPT_DECRYPT: 'EncryptionAlgorithms',
  SIGN_VERIFY: 'SigningAlgorithms',
  GENERATE_VERIFY_MAC: 'MacAlgorithms',
};

/** The id of the bytes that a symmetric key of KMS's own has now. */
export function materialOf(id: string): string {
  return bytesToHex(sha256(utf8(id)));
}

/** `KeyMaterialId`, where there is one. */
export function materialId({ id, key }: FoundKey): Reply {
  return key.spec === 'SYMMETRIC_DEFAULT' && key.origin === 'AWS_KMS'
    ? { KeyMaterialId: materialOf(id) }
    : {};
}

export function keyMetadata(found: FoundKey): Reply {
  const { owner, id, arn, key } = found;
  const member = MEMBERS[key.usage];
  return present({
    AWSAccountId: owner.id,
    KeyId: id,
    Arn: arn,
    CreationDate: key.created,
    Enabled: key.enabled && key.deletes === undefined,
    Description: key.description,
    KeyUsage: key.usage,
    KeyState: stateName(key),
    DeletionDate: key.deletes,
    Origin: key.origin,
    KeyManager: key.manager,
    CustomerMasterKeySpec: key.spec,
    KeySpec: key.spec,
    ...(member === undefined ? {} : { [member]: algorithmsOf(key) }),
    MultiRegion: key.multiRegion,
    CurrentKeyMaterialId: materialId(found)['KeyMaterialId'],
  });
}

function stateName({ deletes, enabled, origin }: KmsKey): string {
  if (deletes !== undefined) return 'PendingDeletion';
  if (origin === 'EXTERNAL') return 'PendingImport';
  return enabled ? 'Enabled' : 'Disabled';
}
