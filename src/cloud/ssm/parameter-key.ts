// The KMS key behind an encrypted parameter, and the permission on it. Source: api-ssm, kms-condition-keys.
import type { BareRequest } from '../authorize.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { findKey, unusable, type FoundKey } from '../kms/key.ts';
import { hasManagedKey } from '../kms/managed.ts';
import { onKey } from '../kms/needs.ts';
import type { Site } from '../operation.ts';
import { parameterArn } from './parameter.ts';

/** The key that is used where none is named. */
export const OWN_KEY = 'alias/aws/ssm';

/** The key; `undefined` while the one that AWS manages is not yet made. */
function keyBehind(site: Site, keyId: string): FoundKey | Refused | undefined {
  if (keyId === OWN_KEY && !hasManagedKey(site.account, site.region, 'ssm')) return undefined;
  const found = findKey(site, keyId);
  return isRefused(found) ? invalid(found) : found;
}

/** A fault of KMS as Systems Manager passes it on. */
function invalid({ fault: { code, message } }: Refused): Refused {
  return fault(
    'InvalidKeyId',
    `${message} (Service: AWSKMS; Status Code: 400; Error Code: ${code}; Proxy: null)`,
  );
}

/** The pair on the key. @param action `Encrypt` or `Decrypt` */
export function keyPair(
  site: Site,
  name: string,
  keyId: string,
  action: string,
): readonly BareRequest[] | Refused {
  const behind = keyBehind(site, keyId);
  if (!behind) return [];
  if (isRefused(behind)) return behind;
  return [
    onKey(action, site, behind, {
      'kms:ViaService': `ssm.${site.region}.amazonaws.com`,
      'kms:EncryptionContext:PARAMETER_ARN': parameterArn(site, name),
      'kms:EncryptionContextKeys': ['PARAMETER_ARN'],
    }),
  ];
}

/** Why the key cannot be used now. */
export function keyFault(site: Site, keyId: string): Refused | undefined {
  const behind = keyBehind(site, keyId);
  if (!behind) return undefined;
  if (isRefused(behind)) return behind;
  const stop = unusable(behind);
  return stop && invalid(stop);
}
