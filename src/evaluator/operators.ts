// The condition operators, each a small value. They compare one value of the request with one of the policy.
import { matchesArn, matchesGlob, parseGlob } from './glob.ts';

export interface Operator {
  readonly name: string;
  /** A negated operator holds when its positive twin fails for every value, and when the key is missing. */
  readonly negated: boolean;
  readonly fits: (requested: string, wanted: string) => boolean;
}

type Fits = Operator['fits'];

const equals: Fits = (requested, wanted) => requested === wanted;
const equalsIgnoringCase: Fits = (requested, wanted) => requested.toLowerCase() === wanted.toLowerCase();
const like: Fits = (requested, wanted) => matchesGlob(parseGlob(wanted), requested);
const arn: Fits = (requested, wanted) => matchesArn(wanted, requested);
const bool: Fits = (requested, wanted) => requested.toLowerCase() === wanted.toLowerCase();

function positive(name: string, fits: Fits): Operator {
  return { name, negated: false, fits };
}
function negative(name: string, fits: Fits): Operator {
  return { name, negated: true, fits };
}

/** The operators that are evaluated, by their exact name. Source: ug-condition-operators. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  [
    positive('StringEquals', equals),
    negative('StringNotEquals', equals),
    positive('StringEqualsIgnoreCase', equalsIgnoringCase),
    negative('StringNotEqualsIgnoreCase', equalsIgnoringCase),
    positive('StringLike', like),
    negative('StringNotLike', like),
    positive('Bool', bool),
    positive('ArnEquals', arn),
    positive('ArnLike', arn),
    negative('ArnNotEquals', arn),
    negative('ArnNotLike', arn),
  ].map((operator) => [operator.name, operator]),
);

/** `Null` asks whether the key is there; it takes no `IfExists`. */
export const NULL_OPERATOR = 'Null';

/** AWS has these too; a policy with one is valid and refused aloud. */
const LATER = [
  ...['Numeric', 'Date'].flatMap((family) =>
    ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].map(
      (o) => family + o,
    ),
  ),
  'BinaryEquals',
  'IpAddress',
  'NotIpAddress',
];

/** What an operator's name means: evaluated here, known to AWS, or unknown. */
export type OperatorName =
  | { readonly kind: 'value'; readonly operator: Operator; readonly ifExists: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'later' | 'unknown' | 'null-with-if-exists' };

export function parseOperator(name: string): OperatorName {
  const bare = name.endsWith('IfExists') ? name.slice(0, -'IfExists'.length) : name;
  const ifExists = bare !== name;
  if (bare === NULL_OPERATOR) return ifExists ? { kind: 'null-with-if-exists' } : { kind: 'null' };
  const operator = OPERATORS.get(bare);
  if (operator) return { kind: 'value', operator, ifExists };
  const inner = /^(?:ForAllValues|ForAnyValue):(.+)$/.exec(bare)?.[1];
  const known =
    inner === undefined
      ? LATER.includes(bare)
      : inner === NULL_OPERATOR || OPERATORS.has(inner) || LATER.includes(inner);
  return { kind: known ? 'later' : 'unknown' };
}
