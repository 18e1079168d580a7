// Tells a zip file from anything else, by its end. It opens nothing.

/** The bytes with which a zip file's directory ends: its signature, then 18 bytes, then a comment. */
const SIGNATURE = [0x50, 0x4b, 0x05, 0x06];
const LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

export function hasZip(bytes: Uint8Array): boolean {
  const last = bytes.length - LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (SIGNATURE.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
