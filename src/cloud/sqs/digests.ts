// The MD5 digests by which a sender can see that a message came through.
import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js';
import { bytesOf, utf8 } from '../bytes.ts';
import type { Named } from '../cloud.ts';
import { textOf, type Input } from '../operation.ts';

export function digestOf(body: string): string {
  return bytesToHex(md5(utf8(body)));
}

/**
 * The digest of attributes: each by its name, name, type and value with their lengths before them; `undefined` of none.
 * Source: sqs-message-attributes.
 */
export function digestOfAttributes(attributes: Named<Input>): string | undefined {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  return bytesToHex(md5(concatBytes(...names.flatMap((name) => encoded(name, attributes[name] ?? {})))));
}

function encoded(name: string, value: Input): readonly Uint8Array[] {
  const type = textOf(value, 'DataType');
  const binary = type.startsWith('Binary');
  const bytes = binary ? bytesOf(textOf(value, 'BinaryValue')) : utf8(textOf(value, 'StringValue'));
  return [...sized(utf8(name)), ...sized(utf8(type)), Uint8Array.of(binary ? 2 : 1), ...sized(bytes)];
}

function sized(bytes: Uint8Array = new Uint8Array()): readonly Uint8Array[] {
  const length = bytes.length;
  return [Uint8Array.of(length >>> 24, (length >>> 16) & 255, (length >>> 8) & 255, length & 255), bytes];
}
