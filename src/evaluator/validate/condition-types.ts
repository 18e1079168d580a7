// Conditions by type: does the operator fit the key, do the values fit the operator?
import { own } from '../own.ts';
import type { KeyType } from './catalogue.ts';
import { found, NONE, when, type ConditionCheck, type Finding } from './check.ts';
import { hasWildcard } from './globs.ts';
import { typeOf } from './global-keys.ts';
import type { Condition, Operator, Text } from './view.ts';

interface Fit {
  /** Families of operators that compare values of this type. */
  readonly families: readonly string[];
  readonly type: string;
  readonly wanted: string;
}

const FITS: Readonly<Record<string, Fit>> = {
  String: { families: ['String', 'Binary'], type: 'a string', wanted: '`StringEquals` or `StringLike`' },
  ARN: { families: ['Arn', 'String'], type: 'an ARN', wanted: '`ArnLike`' },
  Bool: { families: ['Bool'], type: 'true or false', wanted: '`Bool`' },
  Numeric: { families: ['Numeric'], type: 'a number', wanted: 'an operator for numbers' },
  Date: { families: ['Date'], type: 'a date', wanted: 'an operator for dates' },
  IPAddress: { families: ['Ip'], type: 'an address', wanted: '`IpAddress` or `NotIpAddress`' },
};

/** Keys that two families of operators may compare. Source: ug-context-keys. */
const ALSO: Readonly<Record<string, string>> = { 'aws:epochtime': 'Numeric', 'aws:federatedprovider': 'Arn' };

const DATE =
  /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d))?)?)?$/i;
const EPOCH = /^-?\d{5,}(?:\.\d+)?$/;

/** What is wrong with one value, by the operator's family. */
const VALUES: Readonly<Record<string, (value: Text, operator: Operator) => Finding | undefined>> = {
  Bool: (value) => fault(/^(?:true|false)$/i.test(value.value), 'TYPE_MISMATCH_BOOLEAN', value),
  Null: (value) => fault(/^(?:true|false)$/i.test(value.value), 'TYPE_MISMATCH_BOOLEAN', value),
  Numeric: (value) => fault(/^[+-]?\d+(?:\.\d+)?$/.test(value.value), 'TYPE_MISMATCH_NUMBER', value),
  Binary: (value) =>
    fault(
      /^[a-z\d+/]*={0,2}$/i.test(value.value) && value.value.length % 4 === 0,
      'TYPE_MISMATCH_STRING',
      value,
    ),
  Date: (value) =>
    EPOCH.test(value.value)
      ? found('INVALID_DATE_VALUE', value)
      : fault(DATE.test(value.value), 'TYPE_MISMATCH_DATE', value),
  String: (value, { name, isLike, value: operator }) =>
    fault(isLike || !hasWildcard(value.value), 'WILDCARD_WITHOUT_LIKE_OPERATOR', value, {
      operator,
      wanted: operator.replace(name, name.includes('Not') ? 'StringNotLike' : 'StringLike'),
    }),
};

function fault(good: boolean, ...rest: Parameters<typeof found>): Finding | undefined {
  return good ? undefined : found(...rest);
}

const literal = ({ value, ...text }: Text): Text => ({ ...text, value: value.replace(/\$\{[*?$]\}/g, '') });

function fitOf(type: KeyType | undefined): Fit | undefined {
  return type === undefined ? undefined : FITS[type.replace('ArrayOf', '')];
}

const detailOf = ({ key, operator }: Condition) => ({ key: key.value, operator: operator.value });

export const CONDITION_TYPES: readonly ConditionCheck[] = [
  {
    codes: ['TYPE_MISMATCH', 'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS'],
    condition: (condition, _statement, { catalogue }) => {
      const { operator, lower } = condition;
      const fit = fitOf(typeOf(lower, catalogue));
      if (!fit || operator.name === 'Null' || operator.name === '' || own(ALSO, lower) === operator.family)
        return NONE;
      const { type, wanted } = fit;
      if (!fit.families.includes(operator.family))
        return [found('TYPE_MISMATCH', operator, { ...detailOf(condition), type, wanted })];
      return when(
        fit === FITS['ARN'] && operator.family === 'String' && operator.isLike,
        'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
        operator,
        { ...detailOf(condition), wanted: operator.value.replace('String', 'Arn') },
      );
    },
  },
  {
    codes: [
      ...([
        'TYPE_MISMATCH_BOOLEAN',
        'TYPE_MISMATCH_NUMBER',
        'TYPE_MISMATCH_STRING',
        'TYPE_MISMATCH_DATE',
      ] as const),
      ...(['INVALID_DATE_VALUE', 'WILDCARD_WITHOUT_LIKE_OPERATOR'] as const),
    ],
    condition: ({ operator, values }) => {
      const check = VALUES[operator.family];
      return check
        ? values
            .map(literal)
            .flatMap((value) => (value.value.includes('${') ? NONE : (check(value, operator) ?? NONE)))
        : NONE;
    },
  },
  {
    codes: ['INVALID_CONDITION_DATA_TYPE'],
    condition: (condition) =>
      when(condition.types.size > 1, 'INVALID_CONDITION_DATA_TYPE', condition.key, detailOf(condition)),
  },
  {
    codes: ['INVALID_CONDITION_MULTIPLE_BOOLEAN'],
    condition: (condition) =>
      when(
        condition.operator.name === 'Bool' && condition.values.length > 1,
        'INVALID_CONDITION_MULTIPLE_BOOLEAN',
        condition.key,
        detailOf(condition),
      ),
  },
];
