// Does a condition hold? One function answers for the decision and for the derivation.
import type { Asked } from './asked.ts';
import type { AskedValue } from './asked-value.ts';
import { NONE, UNREADABLE, type Search } from './operators.ts';
import type { Condition } from './policy.ts';
import type { RuleId } from './rules.ts';
import { fill, plain, type Template } from './template.ts';

type ValueTest = Extract<Condition['test'], { kind: 'value' }>;

export interface Judgement {
  readonly holds: boolean;
  /** The rule that settled it. */
  readonly rule: RuleId;
  /** The place of the value of the policy that did, -1 where none did. */
  readonly hit: number;
  /** The value of the request that did, where it has several. */
  readonly asked: string | undefined;
  /** A value could not be read as the operator's type. */
  readonly unreadable: boolean;
  /** A number for all that is the same of this condition, from 0; absent where the request made it. */
  readonly outcome: number | undefined;
}

const judged = (holds: boolean, rule: RuleId): Judgement => ({
  holds,
  rule,
  hit: NONE,
  asked: undefined,
  unreadable: false,
  outcome: undefined,
});

const NULL_HOLDS = judged(true, 'null-asks-for-absence');
const NULL_FAILS = judged(false, 'null-asks-for-absence');
const MISSING = judged(false, 'missing-key-fails');
const MISSING_NEGATED = judged(true, 'missing-key-satisfies-negation');
const MISSING_IF_EXISTS = judged(true, 'if-exists-forgives-absence');
const MISSING_ANY_IF_EXISTS = judged(true, 'if-exists-wins-over-for-any-value');
const NOTHING_FITS_ALL = judged(true, 'for-all-values-holds-for-none');
const NOTHING_FITS_ANY = judged(false, 'for-any-value-needs-one');
const SEVERAL = judged(false, 'several-values-need-a-set-operator');

export function judge(condition: Condition, asked: Asked): Judgement {
  const { test, keyLower } = condition;
  const found = asked.keys.get(keyLower);
  if (test.kind === 'null') {
    const absent = String(found === undefined);
    return test.values.some(({ value }) => value.toLowerCase() === absent) ? NULL_HOLDS : NULL_FAILS;
  }
  if (found === undefined) return judgeMissing(test);
  if (test.set) return judgeSet(test, found, asked);
  const [only] = found;
  return found.length > 1 || only === undefined ? SEVERAL : judgeOne(test, only, asked);
}

function judgeMissing({ set, ifExists, operator }: ValueTest): Judgement {
  if (set === 'ForAllValues') return NOTHING_FITS_ALL;
  if (set === 'ForAnyValue') return ifExists ? MISSING_ANY_IF_EXISTS : NOTHING_FITS_ANY;
  if (ifExists) return MISSING_IF_EXISTS;
  return operator.negated ? MISSING_NEGATED : MISSING;
}

function judgeOne(test: ValueTest, requested: AskedValue, asked: Asked): Judgement {
  const { operator, wanted } = test;
  const search = wanted.search ?? filledSearch(test, wanted.templates, asked);
  const found = search(requested);
  const hit = Math.max(found, NONE);
  const holds = found >= 0 !== operator.negated;
  const rule = operator.negated ? 'negated-condition-fits-no-value' : 'one-value-is-enough';
  return {
    holds,
    rule,
    hit,
    asked: undefined,
    unreadable: found === UNREADABLE,
    outcome: found - UNREADABLE,
  };
}

function filledSearch(
  { operator, values }: ValueTest,
  templates: readonly (Template | undefined)[],
  { lookup }: Asked,
): Search {
  return operator.compile(
    values.map(({ value }, i) => {
      const template = templates[i];
      return template ? fill(template, lookup) : plain(value);
    }),
  );
}

function judgeSet(test: ValueTest, found: readonly AskedValue[], asked: Asked): Judgement {
  const every = test.set === 'ForAllValues';
  const rule = every ? 'for-all-values-needs-every-one' : 'for-any-value-needs-one';
  let unreadable = false;
  for (const value of found) {
    const one = judgeOne(test, value, asked);
    unreadable ||= one.unreadable;
    if (one.holds !== every) return { ...one, rule, asked: value.text, outcome: undefined };
  }
  return { ...judged(every, rule), unreadable };
}
