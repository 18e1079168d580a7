// Bytes as base64 text and back. It knows no parameter.

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES: ReadonlyMap<string, number> = new Map(Array.from(LETTERS, (letter, at) => [letter, at]));

export function makeBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3);
    const all = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += letter(all >> 18) + letter(all >> 12);
    text += (b === undefined ? '=' : letter(all >> 6)) + (c === undefined ? '=' : letter(all));
  }
  return text;
}

function letter(bits: number): string {
  return LETTERS[bits & 63] ?? '';
}

/**
 * Reads as AWS's command line does: letters that are not of the alphabet do not count, what stands after the padding
 * is not read.
 * @returns `undefined` when letters are missing at the end
 */
export function parseBase64(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  let bits = 0;
  let place = 0;
  let padding = 0;
  for (const one of text) {
    if (one === '=') {
      padding++;
      if (place >= 2 && place + padding >= 4) return Uint8Array.from(bytes);
      continue;
    }
    const value = VALUES.get(one);
    if (value === undefined) continue;
    padding = 0;
    bits = ((bits << 6) | value) & 0xffff;
    place = (place + 1) % 4;
    // After two letters four bits are left over, after three two, after four none.
    if (place !== 1) bytes.push((bits >> (((4 - place) % 4) * 2)) & 255);
  }
  return place === 0 ? Uint8Array.from(bytes) : undefined;
}
