// Typed values of attributes: read from an input, compared, measured.
import type { Named } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { isStructure } from '../operation.ts';
import { compareDecimals, fits, makeDecimal, parseDecimal } from './decimal.ts';

/** One member, which names the type. */
export interface Value {
  readonly S?: string;
  readonly N?: string;
  /** Base64. */
  readonly B?: string;
  readonly BOOL?: boolean;
  readonly NULL?: boolean;
  readonly SS?: readonly string[];
  readonly NS?: readonly string[];
  readonly BS?: readonly string[];
  readonly L?: readonly Value[];
  readonly M?: Item;
}

export type Item = Named<Value>;
export type ValueType = keyof Value;

export function typeOf(value: Value): ValueType {
  return TYPES.find((type) => value[type] !== undefined) ?? 'NULL';
}

const TYPES: readonly ValueType[] = ['S', 'N', 'B', 'BOOL', 'NULL', 'SS', 'NS', 'BS', 'L', 'M'];

function invalid(message: string): Refused {
  return fault('ValidationException', message);
}

const EMPTY = 'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes';
const SEVERAL =
  'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes';

/** A value in the form in which it is kept, or what is wrong with it. Source: api-dynamodb. */
export function readValue(raw: unknown): Value | Refused {
  const given = isStructure(raw) ? TYPES.filter((type) => raw[type] !== undefined) : [];
  const [type] = given;
  if (!isStructure(raw) || type === undefined) return invalid(EMPTY);
  if (given.length > 1) return invalid(SEVERAL);
  return READERS[type](raw[type]);
}

type Reader = (raw: unknown) => Value | Refused;

const READERS: Readonly<Record<ValueType, Reader>> = {
  S: (raw) => ({ S: typeof raw === 'string' ? raw : '' }),
  B: (raw) => ({ B: typeof raw === 'string' ? raw : '' }),
  BOOL: (raw) => ({ BOOL: raw === true }),
  NULL: (raw) =>
    raw === true
      ? { NULL: true }
      : invalid(
          'One or more parameter values were invalid: Null attribute value types must have the value of true',
        ),
  N: (raw) => {
    const number = readNumber(raw);
    return typeof number === 'string' ? { N: number } : number;
  },
  SS: (raw) => readSet('SS', raw, (one) => one),
  BS: (raw) => readSet('BS', raw, (one) => one),
  NS: (raw) => readSet('NS', raw, readNumber),
  L: (raw) => {
    const values: Value[] = [];
    for (const one of Array.isArray(raw) ? (raw as readonly unknown[]) : []) {
      const value = readValue(one);
      if ('fault' in value) return value;
      values.push(value);
    }
    return { L: values };
  },
  M: (raw) => {
    const item = readItem(raw);
    return isFault(item) ? item : { M: item };
  },
};

function readNumber(raw: unknown): string | Refused {
  const text = typeof raw === 'string' ? raw : '';
  const number = parseDecimal(text);
  if (!number)
    return invalid(
      text === ''
        ? 'The parameter cannot be converted to a numeric value'
        : `The parameter cannot be converted to a numeric value: ${text}`,
    );
  if (fits(number)) return makeDecimal(number);
  return invalid(
    /[eE]/.test(text)
      ? 'Number overflow. Attempting to store a number with magnitude larger than supported range'
      : 'Attempting to store more than 38 significant digits in a Number',
  );
}

function readSet(
  type: 'SS' | 'NS' | 'BS',
  raw: unknown,
  read: (one: string) => string | Refused,
): Value | Refused {
  const all = (Array.isArray(raw) ? (raw as readonly unknown[]) : []).filter(
    (one) => typeof one === 'string',
  );
  const values: string[] = [];
  if (all.length === 0)
    return invalid('One or more parameter values were invalid: An string set  may not be empty');
  for (const one of all) {
    const value = read(one);
    if (typeof value !== 'string') return value;
    if (values.includes(value))
      return invalid(
        `One or more parameter values were invalid: Input collection [${all.join(', ')}] contains duplicates.`,
      );
    values.push(value);
  }
  return { [type]: values };
}

/** Attributes by name, or what is wrong with one of them. */
export function readItem(raw: unknown): Item | Refused {
  const entries: [string, Value][] = [];
  for (const [name, one] of Object.entries(isStructure(raw) ? raw : {})) {
    const value = readValue(one);
    if ('fault' in value) return value;
    entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

/** An item may have an attribute called `fault`, but it is no refusal. */
export function isFault(value: Item | Refused): value is Refused {
  return 'fault' in value && 'code' in value.fault;
}

export function isSame(a: Value, b: Value): boolean {
  return canonical(a) === canonical(b);
}

/** A text that two values share when they are the same: the order of sets and of members does not matter. */
function canonical(value: Value): string {
  if (value.M)
    return `M${JSON.stringify(
      Object.entries(value.M)
        .map(([name, one]) => [name, canonical(one)])
        .sort(),
    )}`;
  if (value.L) return `L${JSON.stringify(value.L.map(canonical))}`;
  const set = value.SS ?? value.NS ?? value.BS;
  return set ? `${typeOf(value)}${JSON.stringify([...set].sort())}` : JSON.stringify(value);
}

/** Below zero, zero, above; `undefined` when the two are not of one type that has an order. */
export function compare(a: Value, b: Value): number | undefined {
  if (a.N !== undefined && b.N !== undefined) {
    const [left, right] = [parseDecimal(a.N), parseDecimal(b.N)];
    return left && right && compareDecimals(left, right);
  }
  if (a.S !== undefined && b.S !== undefined) return order(a.S, b.S);
  return a.B !== undefined && b.B !== undefined ? order(atob(a.B), atob(b.B)) : undefined;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What `size` says: characters, bytes or members; `undefined` for what has none. */
export function sizeOf({ S, B, SS, NS, BS, L, M }: Value): number | undefined {
  if (S !== undefined) return new TextEncoder().encode(S).length;
  if (B !== undefined) return Math.floor((B.replace(/=+$/, '').length * 3) / 4);
  return (SS ?? NS ?? BS ?? L)?.length ?? (M && Object.keys(M).length);
}

/** About how many bytes an item takes. Source: dynamodb-quotas. */
export function bytesOfItem(item: Item): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + name.length + bytesOfValue(value), 0);
}

function bytesOfValue(value: Value): number {
  if (value.M) return 3 + bytesOfItem(value.M);
  if (value.L) return 3 + value.L.reduce((sum, one) => sum + 1 + bytesOfValue(one), 0);
  const set = value.SS ?? value.NS ?? value.BS;
  if (set) return set.reduce((sum, one) => sum + one.length, 0);
  return value.N === undefined ? (sizeOf(value) ?? 1) : Math.ceil(value.N.length / 2) + 1;
}
