// Encrypting and decrypting, with keys and with data keys.
import type { BareRequest } from '../authorize.ts';
import { base64Of, bytesOf } from '../bytes.ts';
import type { Cloud } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { hexToBytes } from '@noble/hashes/utils.js';
import { issueHex } from '../ids.ts';
import { flagOf, numberOf, textOf, type Input, type Operation, type Reply, type Site } from '../operation.ts';
import { digitsOf, keyDigitsIn, seal, unseal } from './ciphertext.ts';
import { findKey, stateOf, unusable, type FoundKey } from './key.ts';
import { algorithmsOf, materialId } from './metadata.ts';
import { contextIn, encryptionKeys, ofKey, onKey } from './needs.ts';

const NO_CIPHERTEXT = fault('InvalidCiphertextException', '');
const DRY_RUN = fault(
  'DryRunOperationException',
  'The request would have succeeded, but the DryRun option is set.',
);
const ELSEWHERE = fault(
  'AccessDeniedException',
  'The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.',
);
const OTHER_KEY = fault(
  'IncorrectKeyException',
  'The key ID in the request does not identify a CMK that can perform this operation.',
);

/** What stands in the way of encrypting or decrypting with a key. */
export function cannotCrypt(found: FoundKey, algorithm: string): Refused | undefined {
  const { key, arn } = found;
  const stop = unusable(found);
  if (stop) return stop;
  if (key.usage !== 'ENCRYPT_DECRYPT')
    return fault(
      'InvalidKeyUsageException',
      `${arn} key usage is ${key.usage} which is not valid for this operation.`,
    );
  return algorithmsOf(key).includes(algorithm)
    ? undefined
    : fault('InvalidKeyUsageException', `Algorithm ${algorithm} is incompatible with key spec ${key.spec}.`);
}

/** Bytes sealed under a key, and the cloud that gave out what makes them unlike any others. */
export function sealed(
  cloud: Cloud,
  { id }: Pick<FoundKey, 'id'>,
  plain: Uint8Array,
  context: Readonly<Record<string, string>>,
): { readonly cloud: Cloud; readonly blob: string } {
  const nonce = issueHex(cloud, 24);
  return { cloud: nonce.cloud, blob: base64Of(seal(plain, { keyId: id, context }, nonce.id)) };
}

const encrypt = ofKey(
  'Encrypt',
  ({ cloud }, input, found) => {
    const algorithm = textOf(input, 'EncryptionAlgorithm') || 'SYMMETRIC_DEFAULT';
    const stop = cannotCrypt(found, algorithm) ?? dryRun(input);
    if (stop) return stop;
    const plain = bytesOf(textOf(input, 'Plaintext')) ?? new Uint8Array();
    const made = sealed(cloud, found, plain, contextIn(input));
    return {
      cloud: made.cloud,
      reply: { CiphertextBlob: made.blob, KeyId: found.arn, EncryptionAlgorithm: algorithm },
    };
  },
  (input) => encryptionKeys(input),
);

function dryRun(input: Input): Refused | undefined {
  return flagOf(input, 'DryRun') === true ? DRY_RUN : undefined;
}

/** The key that a ciphertext was made with. A ciphertext names it, so that the call need not. */
function keyBehind(site: Site, input: Input, member = 'KeyId'): FoundKey | Refused {
  const bytes = bytesOf(textOf(input, 'CiphertextBlob'));
  const digits = bytes && keyDigitsIn(bytes);
  if (digits === undefined) return NO_CIPHERTEXT;
  const wanted = textOf(input, member);
  const named = wanted === '' ? undefined : findKey(site, wanted);
  if (named && isRefused(named)) return named;
  const found = Object.values(site.cloud.accounts).flatMap((owner) =>
    Object.keys(stateOf(owner).keys)
      .filter((id) => digitsOf(id) === digits)
      .map((id) => findKey({ ...site, account: owner }, id)),
  )[0];
  if (!found || isRefused(found)) return ELSEWHERE;
  return named && named.arn !== found.arn ? OTHER_KEY : (named ?? found);
}

function opened(input: Input, member: string): Uint8Array | Refused {
  const bytes = bytesOf(textOf(input, 'CiphertextBlob'));
  return (bytes && unseal(bytes, contextIn(input, member))) ?? NO_CIPHERTEXT;
}

const decrypt: Operation = {
  name: 'kms:Decrypt',
  needs: (site, input) => {
    const found = keyBehind(site, input);
    return isRefused(found) ? found : [onKey('Decrypt', site, found, encryptionKeys(input))];
  },
  run: (site, input) => {
    const found = keyBehind(site, input);
    if (isRefused(found)) return found;
    const algorithm = textOf(input, 'EncryptionAlgorithm') || 'SYMMETRIC_DEFAULT';
    const stop = cannotCrypt(found, algorithm) ?? dryRun(input);
    if (stop) return stop;
    const plain = opened(input, 'EncryptionContext');
    if (isRefused(plain)) return plain;
    return {
      cloud: site.cloud,
      reply: {
        KeyId: found.arn,
        Plaintext: base64Of(plain),
        EncryptionAlgorithm: algorithm,
        ...materialId(found),
      },
    };
  },
};

/** From one key to another; needs one permission on each. Source: api-kms. */
const reEncrypt: Operation = {
  name: 'kms:ReEncrypt',
  needs: (site, input): readonly BareRequest[] | Refused => {
    const from = keyBehind(site, input, 'SourceKeyId');
    if (isRefused(from)) return from;
    const to = findKey(site, textOf(input, 'DestinationKeyId'));
    if (isRefused(to)) return to;
    const same = { 'kms:ReEncryptOnSameKey': String(from.arn === to.arn) };
    const source = encryptionKeys(input, 'SourceEncryptionContext', 'SourceEncryptionAlgorithm');
    const target = encryptionKeys(input, 'DestinationEncryptionContext', 'DestinationEncryptionAlgorithm');
    return [
      onKey('ReEncryptFrom', site, from, { ...source, ...same }),
      onKey('ReEncryptTo', site, to, { ...target, ...same }),
    ];
  },
  run: (site, input) => {
    const from = keyBehind(site, input, 'SourceKeyId');
    const to = findKey(site, textOf(input, 'DestinationKeyId'));
    if (isRefused(from)) return from;
    if (isRefused(to)) return to;
    const source = textOf(input, 'SourceEncryptionAlgorithm') || 'SYMMETRIC_DEFAULT';
    const target = textOf(input, 'DestinationEncryptionAlgorithm') || 'SYMMETRIC_DEFAULT';
    const stop = cannotCrypt(from, source) ?? cannotCrypt(to, target) ?? dryRun(input);
    if (stop) return stop;
    const plain = opened(input, 'SourceEncryptionContext');
    if (isRefused(plain)) return plain;
    const made = sealed(site.cloud, to, plain, contextIn(input, 'DestinationEncryptionContext'));
    const reply = {
      CiphertextBlob: made.blob,
      SourceKeyId: from.arn,
      KeyId: to.arn,
      SourceEncryptionAlgorithm: source,
      DestinationEncryptionAlgorithm: target,
      ...renamed('SourceKeyMaterialId', materialId(from)),
      ...renamed('DestinationKeyMaterialId', materialId(to)),
    };
    return { cloud: made.cloud, reply };
  },
};

function renamed(name: string, { KeyMaterialId }: Reply): Reply {
  return KeyMaterialId === undefined ? {} : { [name]: KeyMaterialId };
}

/** @returns how many bytes the data key has, or what is wrong with how many are wanted */
function lengthOf(input: Input): number | Refused {
  const spec = textOf(input, 'KeySpec');
  const bytes = numberOf(input, 'NumberOfBytes');
  if ((spec === '') === (bytes === undefined))
    return fault('ValidationException', 'Please specify either number of bytes or key spec.');
  return bytes ?? (spec === 'AES_128' ? 16 : 32);
}

function dataKey(name: string, shows: (plain: Uint8Array) => Reply): Operation {
  return ofKey(
    name,
    ({ cloud }, input, found) => {
      const length = lengthOf(input);
      if (typeof length !== 'number') return length;
      const symmetric =
        found.key.spec === 'SYMMETRIC_DEFAULT'
          ? undefined
          : fault(
              'InvalidKeyUsageException',
              `${found.arn} key spec is ${found.key.spec} which is not valid for ${name}.`,
            );
      const stop = unusable(found) ?? symmetric ?? dryRun(input);
      if (stop) return stop;
      const drawn = issueHex(cloud, length * 2);
      const plain = hexToBytes(drawn.id);
      const made = sealed(drawn.cloud, found, plain, contextIn(input));
      return {
        cloud: made.cloud,
        reply: { CiphertextBlob: made.blob, ...shows(plain), KeyId: found.arn, ...materialId(found) },
      };
    },
    (input) => encryptionKeys(input),
  );
}

export const CRYPTO: readonly Operation[] = [
  ...[encrypt, decrypt, reEncrypt],
  dataKey('GenerateDataKey', (plain) => ({ Plaintext: base64Of(plain) })),
  dataKey('GenerateDataKeyWithoutPlaintext', () => ({})),
];
