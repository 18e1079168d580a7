// The private keys with which a SAML provider's assertions are decrypted: added and removed, never shown.
import type { Cloud } from '../cloud.ts';
import { fault, overQuota, type Refused } from '../fault.ts';
import { issueId } from '../ids.ts';
import { textOf, type Input } from '../operation.ts';
import type { SamlKey } from './state.ts';

/** One to use and one to change over to. Source: api-iam. */
const MOST = 2;
const PEM =
  /^-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----[A-Za-z0-9+/=\s]+-----END (?:[A-Z]+ )?PRIVATE KEY-----\s*$/;

/** The keys after a call that adds or removes one, and the cloud that has given out its id. */
export function samlKeysAfter(
  cloud: Cloud,
  keys: readonly SamlKey[],
  input: Input,
): { readonly cloud: Cloud; readonly keys: readonly SamlKey[] } | Refused {
  const gone = textOf(input, 'RemovePrivateKey');
  if (gone !== '' && !keys.some(({ id }) => id === gone))
    return fault('InvalidInput', `The private key with id ${gone} cannot be found.`);
  const left = keys.filter(({ id }) => id !== gone);
  const pem = textOf(input, 'AddPrivateKey');
  if (pem === '') return { cloud, keys: left };
  if (!PEM.test(pem)) return fault('InvalidInput', 'The private key is not a valid PEM encoded key');
  if (left.length >= MOST) return overQuota('PrivateKeysPerSAMLProvider', MOST);
  const issued = issueId(cloud, 'ASCA');
  return {
    cloud: issued.cloud,
    keys: [...left, { id: `SAMLPK${issued.id.slice(4)}`, added: cloud.time }],
  };
}
