// Base64 as bytes, so that two spellings of the same bytes are equal.

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes as two hexadecimal digits each; undefined when the text is not base64. */
export function parseBase64(text: string): string | undefined {
  if (!/^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/.test(text)) return undefined;
  let hex = '';
  let buffer = 0;
  let bits = 0;
  for (const letter of text.replace(/=+$/, '')) {
    buffer = ((buffer << 6) | LETTERS.indexOf(letter)) & 0xfff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      hex += ((buffer >> bits) & 0xff).toString(16).padStart(2, '0');
    }
  }
  return hex;
}
