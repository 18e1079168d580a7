// Numbers as DynamoDB has them: decimal, exact, up to 38 digits.
export interface Decimal {
  readonly digits: bigint;
  /** How many of the digits stand behind the point; below zero for zeros in front of it. */
  readonly scale: number;
}

/** Source: api-dynamodb. */
const MOST_DIGITS = 38;
const LARGEST = 126;
const SMALLEST = -130;

/** The number that a text writes; `undefined` when it is none. */
export function parseDecimal(text: string): Decimal | undefined {
  const [, sign = '', whole = '', part = '', power = '0'] =
    /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?\s*$/.exec(text) ?? [];
  if (whole === '' && part === '') return undefined;
  const digits = BigInt(`${whole}${part}`);
  return bare({ digits: sign === '-' ? -digits : digits, scale: part.length - Number(power) });
}

/** Does it fit into an attribute? */
export function fits({ digits, scale }: Decimal): boolean {
  const length = lengthOf(digits);
  const magnitude = length - scale;
  return digits === 0n || (length <= MOST_DIGITS && magnitude <= LARGEST && magnitude > SMALLEST);
}

function lengthOf(digits: bigint): number {
  return String(digits < 0n ? -digits : digits).length;
}

/** Without zeros at its end. */
function bare({ digits, scale }: Decimal): Decimal {
  if (digits === 0n) return { digits, scale: 0 };
  let [rest, left] = [digits, scale];
  while (rest % 10n === 0n) [rest, left] = [rest / 10n, left - 1];
  return { digits: rest, scale: left };
}

export function makeDecimal(value: Decimal): string {
  const { digits, scale } = bare(value);
  const text = String(digits < 0n ? -digits : digits);
  const sign = digits < 0n ? '-' : '';
  if (scale <= 0) return `${sign}${text}${'0'.repeat(-scale)}`;
  const padded = text.padStart(scale + 1, '0');
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

function aligned(a: Decimal, b: Decimal): readonly [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [a.digits * 10n ** BigInt(scale - a.scale), b.digits * 10n ** BigInt(scale - b.scale), scale];
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const [left, right, scale] = aligned(a, b);
  return bare({ digits: left + right, scale });
}

export function minus(a: Decimal, b: Decimal): Decimal {
  return plus(a, { digits: -b.digits, scale: b.scale });
}

/** Below zero, zero or above, as `a` is less than, equal to or more than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const [left, right] = aligned(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
}
