// Blocks of IPv4 addresses, such as `10.0.0.0/16`.

export interface Block {
  readonly first: number;
  readonly bits: number;
  readonly size: number;
}

/** `undefined` for what is none; bits behind the prefix do not count. */
export function blockOf(text: string): Block | undefined {
  const [, a, b, c, d, prefix] = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text) ?? [];
  const parts = [a, b, c, d].map(Number);
  const bits = Number(prefix);
  if (prefix === undefined || bits > 32 || parts.some((part) => part > 255)) return undefined;
  const size = 2 ** (32 - bits);
  const address = parts.reduce((sum, part) => sum * 256 + part, 0);
  return { first: Math.floor(address / size) * size, bits, size };
}

export function addressText(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

export function isInside({ first, size }: Block, outer: Block): boolean {
  return first >= outer.first && first + size <= outer.first + outer.size;
}

export function overlaps(one: Block, other: Block): boolean {
  return one.first < other.first + other.size && other.first < one.first + one.size;
}
