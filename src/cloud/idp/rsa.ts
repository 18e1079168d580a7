// RSA signatures (PKCS #1 v1.5, SHA-256) with one key that everybody may know: nothing outside the simulation trusts it.
import { sha256 } from '@noble/hashes/sha2.js';
import { base64UrlOf } from '../bytes.ts';

const MODULUS =
  'cd91ca9a8d1df55c6dde6866c6165bc139930aeb9a57f2b09d4f122a9ae78384ed7daa97243d7856dcad96306b7512bf' +
  '398bed26100c6dcc2495af9f36875596e6922d19c32e6454d1951181a32d9121b1554602dd934cfd7028caf42569af07' +
  '45dc156275d93765d2738971138314f93fea3c1970d8b7852cc96e8e14e9a42abb71abb6e9e33aff04315b3b7a862a09' +
  '0a72df71bb6dc1b9556c23825948dcb8872af36f9f2d97e4f34a7445762adae9955522e90b17de4f83520849fd7e4316' +
  '86e75b4cf5e79dc36eee5a8cc186cc07e84a708db433f1cf2a6bbea8ac714e4ec432d80062a83c6967c545024f3282f5' +
  '657ae245baf9072d34cc97753ee2859b';
const PRIVATE =
  '198a601844a930b76ba522e685fcf828712d4e41887b1dd988a9eed1614e9b5e141db568b2e57a429c876aae1863c2d1' +
  '0466d8af8e75e4dc64bd3e453342ac4523df8c7ff36a9ba7982483b8ce1bd6b8cf6e0f5542cf4ed4fc2eed4c592ba0c5' +
  'f00d90909ba0c1cbc2527d84918e8b380e935d25320a92fe965a6e84739fb5b82a561971bb86bdd335a5ef88e67d77e1' +
  '27dc7a238a4e1c758d553f80aeb3c74d5721b38df5dd227f402f3929832523803676a7e35083cc31f3aba35b78a84b08' +
  '293232053d3d085242e610d55b71593ebc4a861454f94fc167df372228ba5bd33cd6ef9d455e48a7adbb535598ec7dbf' +
  'a0c4b0f319cd2b10e0a41495a7483165';
const SIZE = 256;
/** What stands before the digest in the padded message: the name of SHA-256. Source: rfc-8017. */
const PREFIX = [
  0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0, 0x04,
  0x20,
];

/** Two hundred and fifty-six bytes. */
export function rsaSign(bytes: Uint8Array): Uint8Array {
  const digest = [...PREFIX, ...sha256(bytes)];
  const padding = Array.from({ length: SIZE - digest.length - 3 }, () => 0xff);
  const message = Uint8Array.from([0, 1, ...padding, 0, ...digest]);
  return toBytes(power(toNumber(message), BigInt(`0x${PRIVATE}`), BigInt(`0x${MODULUS}`)));
}

/** The id of the key in a token's header. */
export const RSA_KEY_ID = base64UrlOf(sha256(toBytes(BigInt(`0x${MODULUS}`)))).slice(0, 22);

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`);
}

function toBytes(number: bigint): Uint8Array {
  const digits = number.toString(16).padStart(SIZE * 2, '0');
  return Uint8Array.from({ length: SIZE }, (_, i) => Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16));
}
