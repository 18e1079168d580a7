// IP addresses and ranges of both families. A range without a prefix is one address; host bits are masked away.

/** 16-bit groups: two of IPv4, eight of IPv6. */
type Groups = readonly number[];

export interface AddressRange {
  readonly groups: Groups;
  readonly bits: number;
}

/** @returns undefined when the text is no address */
export function parseAddress(text: string): Groups | undefined {
  return text.includes(':') ? parseV6(text) : parseV4(text);
}

/** @returns undefined when the text is neither an address nor a range in CIDR notation */
export function parseRange(text: string): AddressRange | undefined {
  const slash = text.indexOf('/');
  const groups = parseAddress(slash < 0 ? text : text.slice(0, slash));
  if (!groups) return undefined;
  const size = groups.length * 16;
  if (slash < 0) return { groups, bits: size };
  const prefix = text.slice(slash + 1);
  return /^(?:0|[1-9]\d{0,2})$/.test(prefix) && Number(prefix) <= size
    ? { groups, bits: Number(prefix) }
    : undefined;
}

/** The two families never match each other. */
export function isInRange({ groups, bits }: AddressRange, address: Groups): boolean {
  if (groups.length !== address.length) return false;
  return groups.every((group, i) => {
    const width = Math.max(0, Math.min(16, bits - i * 16));
    return group >> (16 - width) === (address[i] ?? 0) >> (16 - width);
  });
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
