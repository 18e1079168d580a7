// What S3 counts over the bytes of an object: the MD5 of its ETag and the CRC-64/NVME of its checksum.
import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { base64Of } from '../bytes.ts';

/** With its quotes, as everywhere. */
export function etagOf(bytes: Uint8Array): string {
  return `"${bytesToHex(md5(bytes))}"`;
}

/** The polynomial 0x9a6c9329ac4bc9b5 in two halves: numbers of 64 bits would be slow. */
const HIGH = 0x9a6c9329;
const LOW = 0xac4bc9b5;
const highs = new Uint32Array(256);
const lows = new Uint32Array(256);

for (let byte = 0; byte < 256; byte += 1) {
  let [high, low] = [0, byte];
  for (let bit = 0; bit < 8; bit += 1) {
    const odd = (low & 1) === 1;
    low = (low >>> 1) | ((high & 1) << 31);
    high >>>= 1;
    if (odd) [high, low] = [high ^ HIGH, low ^ LOW];
  }
  highs[byte] = high;
  lows[byte] = low;
}

/** Eight bytes as base64. */
export function crc64Of(bytes: Uint8Array): string {
  let [high, low] = [~0, ~0];
  for (const byte of bytes) {
    const at = (low ^ byte) & 0xff;
    low = ((low >>> 8) | (high << 24)) ^ (lows[at] ?? 0);
    high = (high >>> 8) ^ (highs[at] ?? 0);
  }
  const result = new DataView(new ArrayBuffer(8));
  result.setInt32(0, ~high);
  result.setInt32(4, ~low);
  return base64Of(new Uint8Array(result.buffer));
}
