// Numbers as policies write them: whole or with a decimal point, compared exactly, however long they are.

export interface Decimal {
  /** The nearest number that a computer holds: where those of two differ, the two do in the same way. */
  readonly near: number;
  /** Below zero: `-0` is not. */
  readonly isNegative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

const FORM = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** @returns undefined when the text is no number */
export function parseDecimal(text: string): Decimal | undefined {
  const [found, sign, digits = '', decimals = ''] = FORM.exec(text) ?? [];
  if (found === undefined) return undefined;
  const whole = digits.replace(/^0+/, '');
  const fraction = decimals.replace(/0+$/, '');
  return {
    near: Number(text),
    isNegative: sign === '-' && (whole !== '' || fraction !== ''),
    whole,
    fraction,
  };
}

/** How the first of two stands to the second: less, equal or greater. */
export type Order = -1 | 0 | 1;

export function compareDecimals(a: Decimal, b: Decimal): Order {
  if (a.isNegative !== b.isNegative) return a.isNegative ? -1 : 1;
  return a.isNegative ? compareSizes(b, a) : compareSizes(a, b);
}

function compareSizes(a: Decimal, b: Decimal): Order {
  return (
    compare(a.whole.length, b.whole.length) || compare(a.whole, b.whole) || compare(a.fraction, b.fraction)
  );
}

function compare<T extends number | string>(a: T, b: T): Order {
  return a < b ? -1 : a > b ? 1 : 0;
}
