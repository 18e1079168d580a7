// Every condition operator by its name, and when one value of a policy fits one value of a request.
import { matches, patternOf, plainText, splitPattern, splitText, type Lookup } from './patterns.ts';
import { addressOf, bytesOf, instantOf, numberOf, rangeOf } from './values.ts';

/** Does the value of the policy fit the value of the request? Without a lookup `${…}` is text. */
type Fits = (given: string, asked: string, lookup: Lookup | undefined) => boolean;

export interface Operator {
  readonly qualifier: 'ForAllValues' | 'ForAnyValue' | undefined;
  readonly base: string;
  readonly ifExists: boolean;
  readonly negated: boolean;
  readonly fits: Fits;
}

const equal =
  (fold: (text: string) => string): Fits =>
  (given, asked, lookup) => {
    const pattern = patternOf(given, lookup);
    return pattern !== undefined && fold(plainText(pattern)) === fold(asked);
  };

const like: Fits = (given, asked, lookup) => {
  const pattern = patternOf(given, lookup);
  return pattern !== undefined && matches(pattern, asked);
};

const arn: Fits = (given, asked, lookup) => {
  const parts = splitPattern(patternOf(given, lookup) ?? [], 6);
  const texts = splitText(asked, 6);
  if (parts.length !== 6 || texts.length !== 6 || texts[0] !== 'arn') return false;
  return parts.every((part, at) => matches(part, texts[at] ?? ''));
};

type Read = (text: string) => bigint | undefined;

/** The request stands left, the policy right: `NumericLessThan` asks whether the request is less. */
const compared =
  (read: Read, holds: (asked: bigint, given: bigint) => boolean): Fits =>
  (given, asked) => {
    const [left, right] = [read(asked), read(given)];
    return left !== undefined && right !== undefined && holds(left, right);
  };

const bool: Fits = (given, asked) => ['true', 'false'].includes(given) && given === asked;

const binary: Fits = (given, asked) => {
  const bytes = bytesOf(given);
  return bytes !== undefined && bytes === bytesOf(asked);
};

const address: Fits = (given, asked) => {
  const [range, one] = [rangeOf(given), addressOf(asked)];
  return range !== undefined && range.family === one?.family && one.bits.startsWith(range.bits);
};

const never: Fits = () => false;

const ordered = (name: string, read: Read): Readonly<Record<string, Fits>> => ({
  [`${name}Equals`]: compared(read, (asked, given) => asked === given),
  [`${name}LessThan`]: compared(read, (asked, given) => asked < given),
  [`${name}LessThanEquals`]: compared(read, (asked, given) => asked <= given),
  [`${name}GreaterThan`]: compared(read, (asked, given) => asked > given),
  [`${name}GreaterThanEquals`]: compared(read, (asked, given) => asked >= given),
});

const POSITIVE = new Map<string, Fits>(
  Object.entries({
    StringEquals: equal((text) => text),
    StringEqualsIgnoreCase: equal((text) => text.toLowerCase()),
    StringLike: like,
    ArnEquals: arn,
    ArnLike: arn,
    ...ordered('Numeric', numberOf),
    ...ordered('Date', instantOf),
    Bool: bool,
    BinaryEquals: binary,
    IpAddress: address,
    Null: never,
  }),
);

const NEGATIVE: ReadonlyMap<string, string> = new Map([
  ['StringNotEquals', 'StringEquals'],
  ['StringNotEqualsIgnoreCase', 'StringEqualsIgnoreCase'],
  ['StringNotLike', 'StringLike'],
  ['NumericNotEquals', 'NumericEquals'],
  ['DateNotEquals', 'DateEquals'],
  ['NotIpAddress', 'IpAddress'],
  ['ArnNotEquals', 'ArnEquals'],
  ['ArnNotLike', 'ArnLike'],
]);

export const OPERATOR_NAMES: readonly string[] = [...POSITIVE.keys(), ...NEGATIVE.keys()];

/** An operator with its qualifier and suffix, letter by letter; undefined where there is none of that name. */
export function operatorNamed(name: string): Operator | undefined {
  const [, prefix, base = '', suffix] = /^(ForAllValues:|ForAnyValue:)?(.*?)(IfExists)?$/.exec(name) ?? [];
  const fits = POSITIVE.get(NEGATIVE.get(base) ?? base);
  if (!fits || (base === 'Null' && suffix)) return undefined;
  return {
    qualifier:
      prefix === 'ForAllValues:' ? 'ForAllValues' : prefix === 'ForAnyValue:' ? 'ForAnyValue' : undefined,
    base,
    ifExists: suffix !== undefined,
    negated: NEGATIVE.has(base),
    fits,
  };
}
