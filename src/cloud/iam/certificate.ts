// A certificate and its private key, read as far as IAM looks: is it one, until when, and do the two belong together.

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----\s*([A-Za-z0-9+/=\s]+?)\s*-----END \1-----/g;

/** The bytes of every block of a PEM text, by its label; a byte a character. Nothing when something else stands there. */
function blocksOf(pem: string): readonly { readonly label: string; readonly bytes: string }[] {
  if (pem.replace(BLOCK, '').trim() !== '') return [];
  return [...pem.matchAll(BLOCK)].flatMap(([, label = '', base64 = '']) => {
    try {
      return [{ label, bytes: atob(base64.replace(/\s/g, '')) }];
    } catch {
      return [];
    }
  });
}

/** One element of DER: its tag and what it holds. */
interface Element {
  readonly tag: number;
  readonly content: string;
}

const SEQUENCE = 0x30;
const BIT_STRING = 0x03;
const INTEGER = 0x02;

/** The elements that follow each other; nothing when the lengths do not fit. */
function elementsOf(bytes: string): readonly Element[] {
  const elements: Element[] = [];
  for (let at = 0; at < bytes.length;) {
    const tag = bytes.charCodeAt(at);
    const first = bytes.charCodeAt(at + 1);
    const count = first < 0x80 ? 0 : first - 0x80;
    let length = count === 0 ? first : 0;
    for (let i = 0; i < count; i += 1) length = length * 256 + bytes.charCodeAt(at + 2 + i);
    const start = at + 2 + count;
    if (!(start + length <= bytes.length)) return [];
    elements.push({ tag, content: bytes.slice(start, start + length) });
    at = start + length;
  }
  return elements;
}

const inside = (elements: readonly Element[], at: number): readonly Element[] =>
  elementsOf(elements[at]?.content ?? '');

export interface Certificate {
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** What of the public key stands in its private key too: the modulus of RSA, the point of an elliptic curve. */
  readonly mark: string;
}

/** The only certificate of a PEM text; `undefined` when it is not one. */
export function parseCertificate(pem: string): Certificate | undefined {
  const [block, ...more] = blocksOf(pem);
  if (block?.label !== 'CERTIFICATE' || more.length > 0) return undefined;
  const [whole] = elementsOf(block.bytes);
  if (whole?.tag !== SEQUENCE) return undefined;
  const signed = inside(elementsOf(whole.content), 0);
  const parts = signed[0]?.tag === 0xa0 ? signed.slice(1) : signed;
  const expires = timeOf(inside(parts, 3)[1]);
  const key = inside(parts, 5)
    .find(({ tag }) => tag === BIT_STRING)
    ?.content.slice(1);
  return expires === undefined || key === undefined ? undefined : { expires, mark: markOf(key) };
}

/** Of an RSA key the modulus without its leading zero; of others the whole. */
function markOf(key: string): string {
  const [modulus] = key.startsWith('\x30') ? inside(elementsOf(key), 0) : [];
  return modulus?.tag === INTEGER ? modulus.content.replace(/^\0/, '') : key;
}

/** A time of DER, with two digits of the year or with four. */
function timeOf(element: Element | undefined): number | undefined {
  const digits = /^(\d{2})?(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(element?.content ?? '');
  if (!digits) return undefined;
  const [, century, year = '', month = '', day = '', hour = '', minute = '', second = ''] = digits;
  const full = `${century ?? (year < '50' ? '20' : '19')}${year}`;
  const time = Date.parse(`${full}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}

/** The private key of a PEM text, unencrypted; `undefined` when it is not one. */
export function parsePrivateKey(pem: string): string | undefined {
  const block = blocksOf(pem).find(({ label }) => /^(?:RSA |EC )?PRIVATE KEY$/.test(label));
  return block && elementsOf(block.bytes)[0]?.tag === SEQUENCE ? block.bytes : undefined;
}

/** Does a private key belong to a certificate? */
export function isKeyOf({ mark }: Certificate, key: string): boolean {
  return key.includes(mark);
}

/** Are these certificates and nothing else? */
export function isChain(pem: string): boolean {
  const blocks = blocksOf(pem);
  return blocks.length > 0 && blocks.every(({ label }) => label === 'CERTIFICATE');
}
