// IP addresses and ranges of both families. A range without a prefix is one address; host bits are masked away.

/** 16-bit groups: two of IPv4, eight of IPv6. */
type Groups = readonly number[];

export interface Address {
  readonly groups: Groups;
  /** The first two groups in one number: nearly every range is left out by them. */
  readonly top: number;
}

export interface AddressRange extends Address {
  readonly bits: number;
  /** The bits of the top that count. */
  readonly mask: number;
}

/** @returns undefined when the text is no address */
export function parseAddress(text: string): Address | undefined {
  const groups = text.includes(':') ? parseV6(text) : parseV4(text);
  return groups && { groups, top: ((groups[0] ?? 0) << 16) | (groups[1] ?? 0) };
}

const RANGE = /^([^/]*)(?:\/(0|[1-9]\d{0,2}))?$/;

/** @returns undefined when the text is neither an address nor a range in CIDR notation */
export function parseRange(text: string): AddressRange | undefined {
  const [found, host = '', prefix] = RANGE.exec(text) ?? [];
  const address = found === undefined ? undefined : parseAddress(host);
  if (!address) return undefined;
  const { groups, top } = address;
  const size = groups.length * 16;
  const bits = prefix === undefined ? size : Number(prefix);
  if (bits > size) return undefined;
  return { groups, top, bits, mask: bits === 0 ? 0 : -1 << Math.max(0, 32 - bits) };
}

/** The two families never match each other. */
export function isInRange({ groups, top, bits, mask }: AddressRange, address: Address): boolean {
  if (((top ^ address.top) & mask) !== 0 || groups.length !== address.groups.length) return false;
  for (let i = 2, left = bits - 32; left > 0; i += 1, left -= 16) {
    const masked = Math.max(0, 16 - left);
    if ((groups[i] ?? 0) >> masked !== (address.groups[i] ?? 0) >> masked) return false;
  }
  return true;
}

function parseV4(text: string): Groups | undefined {
  const bytes = text.split('.');
  if (bytes.length !== 4 || !bytes.every((byte) => /^(?:0|[1-9]\d{0,2})$/.test(byte) && Number(byte) < 256))
    return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = bytes.map(Number);
  return [a * 256 + b, c * 256 + d];
}

function parseV6(text: string): Groups | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [left, right] = [groupsOf(halves[0] ?? '', halves.length === 1), groupsOf(halves[1] ?? '', true)];
  if (!left || !right) return undefined;
  if (halves.length === 1) return left.length === 8 ? left : undefined;
  const gap = 8 - left.length - right.length;
  return gap >= 1 ? [...left, ...Array.from({ length: gap }, () => 0), ...right] : undefined;
}

/** Groups between colons; the last may be an IPv4 address where the text ends. */
function groupsOf(text: string, atEnd: boolean): number[] | undefined {
  if (text === '') return [];
  const pieces = text.split(':');
  const groups: number[] = [];
  for (const [i, piece] of pieces.entries()) {
    const embedded = atEnd && i === pieces.length - 1 && piece.includes('.') ? parseV4(piece) : undefined;
    if (embedded) groups.push(...embedded);
    else if (/^[\da-f]{1,4}$/i.test(piece)) groups.push(Number.parseInt(piece, 16));
    else return undefined;
  }
  return groups;
}
