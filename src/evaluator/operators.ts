// The condition operators, each a small value. A family says how one value of the policy is compared with one of the request.
import { isInRange, parseRange } from './address.ts';
import { arnGlobsOf, matchesArn } from './arn-glob.ts';
import { parseBool, type AskedValue } from './asked-value.ts';
import { parseBase64 } from './bytes.ts';
import { compareDecimals, parseDecimal, type Decimal, type Order } from './decimal.ts';
import { globOf } from './glob.ts';
import { GlobList } from './glob-list.ts';
import { parseInstant } from './instant.ts';
import type { Filled } from './template.ts';

/**
 * Looks for one value of the request among the values of the policy.
 * @returns the place of the first that fits, or `NONE`, or `UNREADABLE` when none fits and something could not be read
 */
export type Search = (requested: AskedValue) => number;

export const NONE = -1;
export const UNREADABLE = -2;

export interface Operator {
  readonly name: string;
  readonly family: Family;
  /** A negated operator holds when its positive twin fails for every value, and when the key is missing. */
  readonly negated: boolean;
  /** The values of the policy, made ready. One whose variable has no value is undefined: nothing fits it. */
  readonly compile: (wanted: readonly (Filled | undefined)[]) => Search;
}

export type Family = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'IpAddress' | 'Arn';
type Compile = Operator['compile'];

const equals: Compile = (wanted) => {
  const texts = wanted.map((one) => one?.text);
  return ({ text }) => texts.indexOf(text);
};
const equalsIgnoringCase: Compile = (wanted) => {
  const lowers = wanted.map((one) => one?.text.toLowerCase());
  return ({ lower }) => lowers.indexOf(lower);
};
const like: Compile = (wanted) => {
  const globs = new GlobList(wanted.map((one) => one && globOf(one.tokens)));
  return ({ text }) => globs.find(text);
};

/** The place of the first value that fits, or `NONE`. */
type Find<R> = (requested: R) => number;

/** Values that are read before they are compared, each once. */
function read<P, R>(
  readWanted: (wanted: Filled) => P | undefined,
  readRequested: (requested: AskedValue) => R | undefined,
  findIn: (values: readonly (P | undefined)[]) => Find<R>,
): Compile {
  return (wanted) => {
    const values = wanted.map((one) => one && readWanted(one));
    const find = findIn(values);
    const none = wanted.some((one, i) => one !== undefined && values[i] === undefined) ? UNREADABLE : NONE;
    const nothingToRead = wanted.every((one) => one === undefined) ? NONE : UNREADABLE;
    return (requested) => {
      const value = readRequested(requested);
      if (value === undefined) return nothingToRead;
      const found = find(value);
      return found === NONE ? none : found;
    };
  };
}

const findSame =
  (values: readonly (string | undefined)[]): Find<string> =>
  (requested) =>
    values.indexOf(requested);
const bool = read(
  ({ text }) => parseBool(text),
  (requested) => requested.bool,
  findSame,
);
const bytes = read(
  ({ text }) => parseBase64(text),
  (requested) => requested.bytes,
  findSame,
);
const address = read(
  ({ text }) => parseRange(text),
  (requested) => requested.address,
  (ranges) => {
    const tops = ranges.map((range) => range?.top ?? 0);
    const masks = ranges.map((range) => range?.mask ?? 0);
    return (requested) => {
      for (let i = 0; i < tops.length; i += 1) {
        const range = (((tops[i] ?? 0) ^ requested.top) & (masks[i] ?? 0)) === 0 ? ranges[i] : undefined;
        if (range && isInRange(range, requested)) return i;
      }
      return NONE;
    };
  },
);
const arn = read(
  ({ tokens }) => arnGlobsOf(tokens),
  (requested) => requested.arn,
  (arns) => {
    const rests = new GlobList(arns.map((globs) => globs?.[5]));
    return (parts) => {
      const rest = parts[5] ?? '';
      for (let i = 0; i < arns.length; i += 1) {
        const globs = rests.mayFit(i, rest) ? arns[i] : undefined;
        if (globs && matchesArn(globs, parts)) return i;
      }
      return NONE;
    };
  },
);

const COMPARISONS: readonly (readonly [name: string, negated: boolean, holds: (order: Order) => boolean])[] =
  [
    ['Equals', false, (order) => order === 0],
    ['NotEquals', true, (order) => order === 0],
    ['LessThan', false, (order) => order < 0],
    ['LessThanEquals', false, (order) => order <= 0],
    ['GreaterThan', false, (order) => order > 0],
    ['GreaterThanEquals', false, (order) => order >= 0],
  ];

function ordered(
  family: Family,
  parse: (text: string) => Decimal | undefined,
  readRequested: (requested: AskedValue) => Decimal | undefined,
): Operator[] {
  return COMPARISONS.map(([name, negated, holds]) => ({
    name: family + name,
    family,
    negated,
    compile: read(
      ({ text }) => parse(text),
      readRequested,
      (values) => {
        const nears = values.map((value) => value?.near ?? 0);
        return (requested) => {
          for (let i = 0; i < nears.length; i += 1) {
            const near = nears[i] ?? 0;
            const order = requested.near === near ? undefined : requested.near < near ? -1 : 1;
            const value = order === undefined || holds(order) ? values[i] : undefined;
            if (value && holds(order ?? compareDecimals(requested, value))) return i;
          }
          return NONE;
        };
      },
    ),
  }));
}

/** An operator and its negated twin. */
function pair(family: Family, name: string, not: string, compile: Compile): Operator[] {
  return [
    { name, family, negated: false, compile },
    { name: not, family, negated: true, compile },
  ];
}

/** Every operator but `Null`, by its exact name. Source: ug-condition-operators. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  [
    ...pair('String', 'StringEquals', 'StringNotEquals', equals),
    ...pair('String', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', equalsIgnoringCase),
    ...pair('String', 'StringLike', 'StringNotLike', like),
    ...ordered('Numeric', parseDecimal, ({ decimal }) => decimal),
    ...ordered('Date', parseInstant, ({ instant }) => instant),
    { name: 'Bool', family: 'Bool' as const, negated: false, compile: bool },
    { name: 'BinaryEquals', family: 'Binary' as const, negated: false, compile: bytes },
    ...pair('IpAddress', 'IpAddress', 'NotIpAddress', address),
    ...pair('Arn', 'ArnEquals', 'ArnNotEquals', arn),
    ...pair('Arn', 'ArnLike', 'ArnNotLike', arn),
  ].map((operator) => [operator.name, operator]),
);

/** `Null` asks whether the key is there; it takes no `IfExists`. */
export const NULL_OPERATOR = 'Null';

/** Variables are filled in under these families alone; elsewhere `${…}` is text. Source: ug-variables. */
export const FAMILIES_WITH_VARIABLES: ReadonlySet<Family> = new Set<Family>(['String', 'Arn']);

export type SetOperator = 'ForAllValues' | 'ForAnyValue';

/** What an operator's name means. */
export type OperatorName =
  | {
      readonly kind: 'value';
      readonly operator: Operator;
      readonly ifExists: boolean;
      readonly set: SetOperator | undefined;
    }
  | { readonly kind: 'null' }
  | { readonly kind: 'unknown' | 'null-with-if-exists' };

const NAME = /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/;

export function parseOperator(name: string): OperatorName {
  const [, set, bare = '', suffix] = NAME.exec(name) ?? [];
  const ifExists = suffix !== undefined;
  if (bare === NULL_OPERATOR) return ifExists ? { kind: 'null-with-if-exists' } : { kind: 'null' };
  const operator = OPERATORS.get(bare);
  if (!operator) return { kind: 'unknown' };
  const isSet = set === 'ForAllValues' || set === 'ForAnyValue';
  return { kind: 'value', operator, ifExists, set: isSet ? set : undefined };
}
