// Conditions by operator: qualifiers, `Null`, lists that are empty, wildcards that match everything or nothing.
import type { IssueCode } from '../issue.ts';
import { found, NONE, when, type Check, type Finding } from './check.ts';
import { typeOf } from './global-keys.ts';
import type { Condition } from './view.ts';

const detailOf = ({ key, operator }: Condition) => ({ key: key.value, found: operator.qualifier });

/** What an operator with the value `*` asks for, by qualifier, suffix and negation. */
function meaningOfStar({ operator }: Condition): IssueCode {
  const { qualifier, isNegated, ifExists } = operator;
  if (isNegated)
    return qualifier === 'ForAnyValue' && !ifExists
      ? 'REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION'
      : 'EQUIVALENT_TO_NULL_TRUE';
  return qualifier === 'ForAllValues' || ifExists
    ? 'REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION'
    : 'EQUIVALENT_TO_NULL_FALSE';
}

function emptyCode({ operator }: Condition): IssueCode {
  if (operator.qualifier === 'ForAllValues') return 'EMPTY_ARRAY_CONDITION_FORALLVALUES';
  if (operator.qualifier === 'ForAnyValue') return 'EMPTY_ARRAY_CONDITION_FORANYVALUE';
  return operator.ifExists ? 'EMPTY_ARRAY_CONDITION_IFEXISTS' : 'EMPTY_ARRAY_CONDITION';
}

/** Of several limits the widest counts, since one value that holds is enough. */
function redundantLimits({ operator, values }: Condition): readonly Finding[] {
  const limit = /^Numeric(Less|Greater)/.exec(operator.name);
  if (!limit || values.length < 2 || values.some(({ value }) => Number.isNaN(Number(value)))) return NONE;
  const most = limit[1] === 'Less' ? -1 : 1;
  const [first, ...rest] = values.toSorted((a, b) => most * (Number(a.value) - Number(b.value)));
  return rest
    .map((value) => found('REDUNDANT_CONDITION_VALUE_NUM', value, { found: first?.value ?? '' }))
    .slice(0, 1);
}

export const CONDITION_OPERATORS: readonly Check[] = [
  {
    codes: ['MISSING_QUALIFIER', 'FORALLVALUES_WITH_SINGLE_VALUED_KEY'],
    condition: (condition, _statement, { catalogue }) => {
      const { operator, lower, key } = condition;
      const type = operator.name === 'Null' || operator.name === '' ? undefined : typeOf(lower, catalogue);
      if (type === undefined) return NONE;
      if (type.startsWith('ArrayOf'))
        return when(operator.qualifier === '', 'MISSING_QUALIFIER', key, detailOf(condition));
      return when(
        operator.qualifier === 'ForAllValues',
        'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
        operator,
        detailOf(condition),
      );
    },
  },
  {
    codes: ['NULL_WITH_QUALIFIER'],
    condition: (condition) => {
      const { operator } = condition;
      return when(
        operator.name === 'Null' && operator.qualifier !== '',
        'NULL_WITH_QUALIFIER',
        operator,
        detailOf(condition),
      );
    },
  },
  {
    codes: [
      ...(['EMPTY_ARRAY_CONDITION', 'EMPTY_ARRAY_CONDITION_FORALLVALUES'] as const),
      ...(['EMPTY_ARRAY_CONDITION_FORANYVALUE', 'EMPTY_ARRAY_CONDITION_IFEXISTS'] as const),
    ],
    condition: (condition) =>
      when(condition.isEmpty, emptyCode(condition), condition.key, detailOf(condition)),
  },
  {
    codes: ['EMPTY_OBJECT_CONDITION'],
    statement: ({ emptyConditions }) => emptyConditions.map((at) => found('EMPTY_OBJECT_CONDITION', at)),
  },
  {
    codes: [
      ...(['EQUIVALENT_TO_NULL_TRUE', 'EQUIVALENT_TO_NULL_FALSE'] as const),
      'REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION',
      'REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION',
    ],
    condition: (condition) => {
      const { operator, values } = condition;
      const star = operator.name.endsWith('Like')
        ? values.find(({ value }) => /^\*+$/.test(value))
        : undefined;
      return star ? [found(meaningOfStar(condition), star, detailOf(condition))] : NONE;
    },
  },
  { codes: ['REDUNDANT_CONDITION_VALUE_NUM'], condition: redundantLimits },
];
