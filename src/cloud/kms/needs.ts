// The pairs of calls on keys, with the condition keys that the request and the key give.
import type { Context } from '#evaluator';
import type { BareRequest } from '../authorize.ts';
import { isRefused, type Refused } from '../fault.ts';
import { isStructure, textOf, type Input, type Operation, type Site } from '../operation.ts';
import { keyIn, stateOf, type FoundKey } from './key.ts';

/** A pair on a key. Source: kms-condition-keys. */
export function onKey(action: string, site: Site, found: FoundKey, more: Context = {}): BareRequest {
  const { key, owner, id, alias, arn } = found;
  const aliases = Object.entries(stateOf(owner).aliases)
    .filter(([, to]) => to.key === id)
    .map(([name]) => name.split(':').at(-1) ?? '');
  return {
    action: `kms:${action}`,
    on: arn,
    context: {
      'kms:CallerAccount': site.session.principal.account,
      'kms:KeySpec': key.spec,
      'kms:KeyUsage': key.usage,
      'kms:KeyOrigin': key.origin,
      'kms:MultiRegion': String(key.multiRegion),
      ...(alias === undefined ? {} : { 'kms:RequestAlias': alias }),
      ...(aliases.length === 0 ? {} : { 'kms:ResourceAliases': aliases }),
      ...more,
    },
  };
}

/** The keys of an encryption context. */
export function encryptionKeys(input: Input, member = 'EncryptionContext', algorithm = ''): Context {
  const pairs = Object.entries(contextIn(input, member));
  return {
    'kms:EncryptionAlgorithm': textOf(input, algorithm || 'EncryptionAlgorithm') || 'SYMMETRIC_DEFAULT',
    ...Object.fromEntries(pairs.map(([name, value]) => [`kms:EncryptionContext:${name}`, value])),
    ...(pairs.length === 0 ? {} : { 'kms:EncryptionContextKeys': pairs.map(([name]) => name) }),
  };
}

/** The encryption context that a member of an input holds. */
export function contextIn(input: Input, member = 'EncryptionContext'): Readonly<Record<string, string>> {
  const value = input[member];
  if (!isStructure(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => (typeof one === 'string' ? [[name, one] as const] : [])),
  );
}

type Work = (site: Site, input: Input, found: FoundKey) => ReturnType<Operation['run']>;

/** An operation on the key that its `KeyId` names. @param more condition keys that the request gives */
export function ofKey(
  name: string,
  work: Work,
  more: (input: Input, found: FoundKey) => Context = () => ({}),
): Operation {
  return {
    name: `kms:${name}`,
    needs: (site, input): readonly BareRequest[] | Refused => {
      const found = keyIn(site, input);
      return isRefused(found) ? found : [onKey(name, site, found, more(input, found))];
    },
    run: (site, input) => {
      const found = keyIn(site, input);
      return isRefused(found) ? found : work(site, input, found);
    },
  };
}
