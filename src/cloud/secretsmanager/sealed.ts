// The KMS keys of secrets: who keeps or reads a value needs its key too. Source: secretsmanager-encryption.
import type { BareRequest } from '../authorize.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import type { Site } from '../operation.ts';
import { sealFault, sealingPairs, type Seal } from '../sealing.ts';
import { badRequest, type FoundSecret } from './secret.ts';

/** The key that AWS keeps for secrets: everybody in its account may use it through the service. */
const OF_AWS = 'alias/aws/secretsmanager';

function sealOf(key: string | undefined, arn: string, version: string): Seal | undefined {
  if (key === undefined || key === '' || key === OF_AWS) return undefined;
  const context = { SecretARN: arn, ...(version === '' ? {} : { SecretVersionId: version }) };
  return { key, service: 'secretsmanager', context };
}

interface Sealed {
  readonly key: string | undefined;
  readonly arn: string;
  readonly version: string;
}

/** @param actions without `kms:` */
export function keyPairs(
  site: Site,
  { key, arn, version }: Sealed,
  actions: readonly string[],
): readonly BareRequest[] | Refused {
  const seal = sealOf(key, arn, version);
  if (!seal) return [];
  const pairs = sealingPairs(site, seal, actions);
  return isRefused(pairs) ? badRequest(pairs.fault.message) : pairs;
}

/** The same at home of a secret that is there. */
export function keyPairsOf(
  site: Site,
  { owner, arn, secret }: FoundSecret,
  { version, actions }: { readonly version: string; readonly actions: readonly string[] },
): readonly BareRequest[] | Refused {
  return keyPairs({ ...site, account: owner }, { key: secret.key, arn, version }, actions);
}

/** Why a value cannot be kept with a key now. */
export function encryptionFault(site: Site, key: string | undefined): Refused | undefined {
  return stop(site, key)
    ? fault(
        'EncryptionFailure',
        "Secrets Manager can't encrypt the protected secret text using the provided KMS key. Check that the KMS key is available, enabled, and not in an invalid state.",
      )
    : undefined;
}

/** Why a value cannot be read with a key now. */
export function decryptionFault(site: Site, key: string | undefined): Refused | undefined {
  return stop(site, key)
    ? fault(
        'DecryptionFailure',
        "Secrets Manager can't decrypt the protected secret text using the provided KMS key.",
      )
    : undefined;
}

function stop(site: Site, key: string | undefined): Refused | undefined {
  const seal = sealOf(key, '', '');
  return seal && sealFault(site, seal);
}
