// What a service needs on a KMS key to keep something for somebody: the same people ask for both. Which things are sealed
// with which key is the service's business.
import type { Context } from '#evaluator';
import type { BareRequest } from './authorize.ts';
import { isRefused, type Refused } from './fault.ts';
import { findKey, unusable } from './kms/key.ts';
import { onKey } from './kms/needs.ts';
import type { Site } from './operation.ts';

export interface Seal {
  /** An id, an alias or an ARN. */
  readonly key: string;
  /** The first label of the service's address, such as `sqs`. */
  readonly service: string;
  /** The encryption context. */
  readonly context: Readonly<Record<string, string>>;
}

/** The pairs on the key behind a seal. @param actions without `kms:` Source: kms-condition-keys */
export function sealingPairs(
  site: Site,
  { key, service, context }: Seal,
  actions: readonly string[],
): readonly BareRequest[] | Refused {
  const found = findKey(site, key);
  if (isRefused(found)) return found;
  const names = Object.keys(context);
  const keys: Context = {
    'kms:ViaService': `${service}.${site.region}.amazonaws.com`,
    'kms:EncryptionContextKeys': names,
    ...Object.fromEntries(names.map((name) => [`kms:EncryptionContext:${name}`, context[name] ?? ''])),
  };
  return actions.map((action) => onKey(action, site, found, keys));
}

/** Why a key that is there cannot be used now. */
export function sealFault(site: Site, { key }: Pick<Seal, 'key'>): Refused | undefined {
  const found = findKey(site, key);
  return isRefused(found) ? found : unusable(found);
}
