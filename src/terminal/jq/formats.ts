// `@csv`, `@sh` and the other formats of jq.
import { isList, isScalar, type Value } from '../value.ts';
import { named } from './order.ts';
import { Problem } from './problem.ts';
import { dumped, writtenNumber } from './print.ts';

const plain = (value: Value): string => (typeof value === 'string' ? value : dumped(value));

const HTML: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  "'": '&#39;',
  '"': '&quot;',
};
const TSV: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\\': '\\\\' };

function row(value: Value, name: string, separator: string, quoted: (text: string) => string): string {
  if (!isList(value)) throw new Problem(`${named(value)} cannot be ${name}-formatted, only an array can be`);
  return value
    .map((cell) => {
      if (typeof cell === 'string') return quoted(cell);
      if (typeof cell === 'number') return writtenNumber(cell);
      if (!isScalar(cell)) throw new Problem(`${named(cell)} is not valid in a ${name} row`);
      return cell === null ? '' : String(cell);
    })
    .join(separator);
}

function inShell(value: Value): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", `'\\''`)}'`;
  if (!isScalar(value)) throw new Problem(`${named(value)} can not be escaped for shell`);
  return dumped(value);
}

const utf8 = (value: Value): Uint8Array => new TextEncoder().encode(plain(value));

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function fromBase64(value: Value): string {
  const text = plain(value).replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/');
  if (/[^A-Za-z0-9+/]/.test(text) || text.length % 4 === 1)
    throw new Problem(`${named(value)} is not valid base64 data`);
  return new TextDecoder().decode(Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const fives = bits.match(/.{1,5}/g) ?? [];
  const text = fives.map((five) => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)] ?? '').join('');
  return text.padEnd(Math.ceil(text.length / 8) * 8, '=');
}

function fromBase32(value: Value): string {
  const digits = Array.from(plain(value).replace(/=+$/, '')).map((letter) => LETTERS.indexOf(letter));
  if (digits.includes(-1)) throw new Problem(`${named(value)} is not valid base32 data`);
  const bits = digits.map((digit) => digit.toString(2).padStart(5, '0')).join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

export const FORMATS: Readonly<Record<string, (value: Value) => string>> = {
  '@text': plain,
  '@json': dumped,
  '@csv': (value) => row(value, 'csv', ',', (cell) => `"${cell.replaceAll('"', '""')}"`),
  '@tsv': (value) =>
    row(value, 'tsv', '\t', (cell) => cell.replace(/[\t\n\r\\]/g, (char) => TSV[char] ?? char)),
  '@html': (value) => plain(value).replace(/[<>&'"]/g, (char) => HTML[char] ?? char),
  '@uri': (value) =>
    encodeURIComponent(plain(value)).replace(
      /[!'()*]/g,
      (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
    ),
  '@sh': (value) => (isList(value) ? value.map(inShell).join(' ') : inShell(value)),
  '@base64': (value) => base64(utf8(value)),
  '@base64d': fromBase64,
  '@base32': (value) => base32(utf8(value)),
  '@base32d': fromBase32,
};
