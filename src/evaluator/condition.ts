// Does a condition hold? One function answers for the decision and for the derivation.
import type { Asked } from './asked.ts';
import type { Test } from './operators.ts';
import type { Condition, ConditionValue } from './policy.ts';
import type { RuleId } from './rules.ts';
import { fill, type Template } from './template.ts';

type ValueTest = Extract<Condition['test'], { kind: 'value' }>;

export interface Judgement {
  readonly holds: boolean;
  /** The rule that settled it. */
  readonly rule: RuleId;
  /** The value of the policy that did. */
  readonly hit?: ConditionValue;
  /** The value of the request that did, where it has several. */
  readonly asked?: string;
  /** A value could not be read as the operator's type. */
  readonly unreadable?: boolean;
}

const NULL_HOLDS: Judgement = { holds: true, rule: 'null-asks-for-absence' };
const NULL_FAILS: Judgement = { holds: false, rule: 'null-asks-for-absence' };
const MISSING: Judgement = { holds: false, rule: 'missing-key-fails' };
const MISSING_NEGATED: Judgement = { holds: true, rule: 'missing-key-satisfies-negation' };
const MISSING_IF_EXISTS: Judgement = { holds: true, rule: 'if-exists-forgives-absence' };
const MISSING_ANY_IF_EXISTS: Judgement = { holds: true, rule: 'if-exists-wins-over-for-any-value' };
const NOTHING_FITS_ALL: Judgement = { holds: true, rule: 'for-all-values-holds-for-none' };
const NOTHING_FITS_ANY: Judgement = { holds: false, rule: 'for-any-value-needs-one' };
const SEVERAL: Judgement = { holds: false, rule: 'several-values-need-a-set-operator' };

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

function judgeOne({ operator, values }: ValueTest, value: string, asked: Asked): Judgement {
  const { hit, unreadable } = find(operator, values, value, asked);
  const holds = (hit !== undefined) !== operator.negated;
  const rule = operator.negated ? 'negated-condition-fits-no-value' : 'one-value-is-enough';
  return { holds, rule, ...(hit ? { hit } : {}), ...(unreadable ? { unreadable } : {}) };
}

function judgeSet(test: ValueTest, found: readonly string[], asked: Asked): Judgement {
  const every = test.set === 'ForAllValues';
  const rule = every ? 'for-all-values-needs-every-one' : 'for-any-value-needs-one';
  let unreadable = false;
  for (const value of found) {
    const one = judgeOne(test, value, asked);
    unreadable ||= one.unreadable === true;
    if (one.holds !== every) return { ...one, rule, asked: value };
  }
  return { holds: every, rule, ...(unreadable ? { unreadable } : {}) };
}

/** The first value of the policy that fits. */
function find(
  operator: ValueTest['operator'],
  values: readonly ConditionValue[],
  requested: string,
  asked: Asked,
): { readonly hit?: ConditionValue; readonly unreadable: boolean } {
  let unreadable = false;
  for (const value of values) {
    const test = 'test' in value ? value.test : filledTest(operator, value.template, asked);
    const fits = test?.(requested);
    if (fits) return { hit: value, unreadable: false };
    if (test && fits === undefined) unreadable = true;
  }
  return { unreadable };
}

/** @returns undefined when a variable has no value: then nothing fits */
function filledTest(operator: ValueTest['operator'], template: Template, asked: Asked): Test | undefined {
  const filled = fill(template, asked.lookup);
  return filled && operator.compile(filled);
}
