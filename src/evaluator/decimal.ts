// Numbers as policies write them: whole or with a decimal point, compared exactly, however long they are.

export interface Decimal {
  /** The nearest number that a computer holds: where those of two differ, the two do in the same way. */
  readonly near: number;
  readonly sign: -1 | 0 | 1;
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
    sign: whole === '' && fraction === '' ? 0 : sign === '-' ? -1 : 1,
    whole,
    fraction,
  };
}

/** Below, at or above zero as `a` is less than, equal to or greater than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  if (a.near !== b.near) return a.near < b.near ? -1 : 1;
  if (a.sign !== b.sign) return a.sign - b.sign;
  return a.sign * compareSizes(a, b);
}

function compareSizes(a: Decimal, b: Decimal): number {
  if (a.whole.length !== b.whole.length) return a.whole.length - b.whole.length;
  return compareDigits(a.whole, b.whole) || compareDigits(a.fraction, b.fraction);
}

function compareDigits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
