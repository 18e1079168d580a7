// The condition operators, each a small value. A family says how one value of the policy is compared with one of the request.
import { isInRange, parseAddress, parseRange } from './address.ts';
import { parseBase64 } from './bytes.ts';
import { compareDecimals, parseDecimal } from './decimal.ts';
import { arnPartsOf, globOf, matchesArn, matchesGlob } from './glob.ts';
import { compareInstants, parseInstant } from './instant.ts';
import type { Filled } from './template.ts';

/** Compares one value of the request; undefined when one of the two cannot be read as the operator's type. */
export type Test = (requested: string) => boolean | undefined;

export interface Operator {
  readonly name: string;
  readonly family: Family;
  /** A negated operator holds when its positive twin fails for every value, and when the key is missing. */
  readonly negated: boolean;
  /** A value of the policy, made ready. */
  readonly compile: (wanted: Filled) => Test;
}

export type Family = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'IpAddress' | 'Arn';
type Compile = Operator['compile'];

const equals: Compile = (wanted) => (requested) => requested === wanted.text;
const equalsIgnoringCase: Compile = (wanted) => {
  const lower = wanted.text.toLowerCase();
  return (requested) => requested.toLowerCase() === lower;
};
const like: Compile = (wanted) => {
  const glob = globOf(wanted.tokens);
  return (requested) => matchesGlob(glob, requested);
};
const arn: Compile = (wanted) => {
  const parts = arnPartsOf(wanted.tokens);
  return parts ? (requested) => matchesArn(parts, requested) : () => undefined;
};

/** Values that are read before they are compared: those of the policy once, those of the request each time. */
function read<P, R>(
  readWanted: (text: string) => P | undefined,
  readRequested: (text: string) => R | undefined,
  fits: (requested: R, wanted: P) => boolean,
): Compile {
  return ({ text }) => {
    const wanted = readWanted(text);
    if (wanted === undefined) return () => undefined;
    return (requested) => {
      const value = readRequested(requested);
      return value === undefined ? undefined : fits(value, wanted);
    };
  };
}

const parseBool = (text: string): string | undefined =>
  /^(?:true|false)$/i.test(text) ? text.toLowerCase() : undefined;
const same = (requested: string, wanted: string): boolean => requested === wanted;
const bool = read(parseBool, parseBool, same);
const bytes = read(parseBase64, parseBase64, same);
const address = read(parseRange, parseAddress, (requested, range) => isInRange(range, requested));

const COMPARISONS: readonly (readonly [name: string, negated: boolean, holds: (order: number) => boolean])[] =
  [
    ['Equals', false, (order) => order === 0],
    ['NotEquals', true, (order) => order === 0],
    ['LessThan', false, (order) => order < 0],
    ['LessThanEquals', false, (order) => order <= 0],
    ['GreaterThan', false, (order) => order > 0],
    ['GreaterThanEquals', false, (order) => order >= 0],
  ];

function ordered<T>(
  family: Family,
  parse: (text: string) => T | undefined,
  compare: (a: T, b: T) => number,
): Operator[] {
  return COMPARISONS.map(([name, negated, holds]) => ({
    name: family + name,
    family,
    negated,
    compile: read(parse, parse, (requested, wanted) => holds(compare(requested, wanted))),
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
    ...ordered('Numeric', parseDecimal, compareDecimals),
    ...ordered('Date', parseInstant, compareInstants),
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
      readonly set?: SetOperator;
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
  if (set !== 'ForAllValues' && set !== 'ForAnyValue') return { kind: 'value', operator, ifExists };
  return { kind: 'value', operator, ifExists, set };
}
