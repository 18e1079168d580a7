// IP addresses and ranges, version 4 and 6, as numbers.

export interface IpRange {
  readonly bits: 32 | 128;
  readonly value: bigint;
  readonly prefix: number;
}

/** `203.0.113.0/24`, `2001:db8::/32`, or a single address; `undefined` when it is neither. */
export function parseRange(text: string): IpRange | undefined {
  const [, address = '', length] = /^([\da-f:.]{2,45})(?:\/(\d{1,3}))?$/i.exec(text) ?? [];
  const bits = address.includes(':') ? 128 : 32;
  const value = bits === 32 ? valueOf4(address) : valueOf6(address);
  const prefix = length === undefined ? bits : Number(length);
  return value === undefined || prefix > bits ? undefined : { bits, value, prefix };
}

/** The range with the bits after its prefix set to zero. */
export function baseOf({ bits, value, prefix }: IpRange): bigint {
  const rest = BigInt(bits - prefix);
  return (value >> rest) << rest;
}

export function makeRange({ bits, prefix, ...range }: IpRange): string {
  const base = baseOf({ bits, prefix, ...range });
  const size = bits === 32 ? 8n : 16n;
  const parts = Array.from({ length: bits / Number(size) }, (_, i) =>
    Number((base >> (BigInt(bits) - size * BigInt(i + 1))) & ((1n << size) - 1n)),
  );
  const address =
    bits === 32
      ? parts.join('.')
      : parts
          .map((part) => part.toString(16))
          .join(':')
          .replace(/(?:^|:)0(?::0)+(?:$|:)/, '::');
  return `${address}/${prefix}`;
}

function valueOf4(address: string): bigint | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return undefined;
  return parts.reduce((sum, part) => (sum << 8n) + BigInt(part), 0n);
}

function valueOf6(address: string): bigint | undefined {
  const [head = '', tail, ...more] = address.split('::');
  const split = (half: string): string[] => (half === '' ? [] : half.split(':'));
  const [before, after] = [split(head), split(tail ?? '')];
  const gap = 8 - before.length - after.length;
  if (more.length > 0 || (tail === undefined ? gap !== 0 : gap < 1)) return undefined;
  const groups = [...before, ...Array.from({ length: gap }, () => '0'), ...after];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((sum, group) => (sum << 16n) + BigInt(`0x${group}`), 0n);
}

const PRIVATE = [
  ...['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '127.0.0.0/8', '169.254.0.0/16'],
  ...['fc00::/7', 'fe80::/10', '::1'],
].flatMap((text) => parseRange(text) ?? []);

/** No address of the range is ever seen on the Internet. */
export function isPrivate(range: IpRange): boolean {
  return PRIVATE.some(
    (known) =>
      known.bits === range.bits &&
      known.prefix <= range.prefix &&
      baseOf({ ...range, prefix: known.prefix }) === known.value,
  );
}
