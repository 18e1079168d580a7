// The picture that comes with a new virtual device. Nobody scans it here: it is one white point, with the address as its text.

const SIGNATURE = '\x89PNG\r\n\x1a\n';
/** One point, eight bits of grey. */
const HEADER = '\0\0\0\x01\0\0\0\x01\x08\0\0\0\0';
/** A line of one white point, stored as it is. */
const POINT = '\x78\x01\x01\x02\0\xfd\xff\0\xff\x01\x01\x01\0';

/** A PNG file in base64 that carries an address as its text. @param uri ASCII */
export function qrPng(uri: string): string {
  const chunks = [
    chunk('IHDR', HEADER),
    chunk('tEXt', `URI\0${uri}`),
    chunk('IDAT', POINT),
    chunk('IEND', ''),
  ];
  return btoa(SIGNATURE + chunks.join(''));
}

function chunk(type: string, data: string): string {
  return word(data.length) + type + data + word(crc(type + data));
}

function word(value: number): string {
  return String.fromCharCode(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);
}

/** The checksum of ISO 3309 that PNG demands. */
function crc(bytes: string): number {
  let sum = 0xffffffff;
  for (let i = 0; i < bytes.length; i += 1) {
    sum ^= bytes.charCodeAt(i);
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
