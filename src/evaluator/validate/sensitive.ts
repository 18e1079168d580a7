// Conditions that look narrow and are not: wildcards and variables in keys that guard a border, keys that need another.
import { own } from '../own.ts';
import { found, NONE, when, type Check, type Finding } from './check.ts';
import { VARIABLE } from './globs.ts';
import { SENSITIVE } from './global-keys.ts';
import type { Condition, Statement, Text } from './view.ts';

/** Characters that have to stand before a wildcard or a variable. */
const BEFORE = 6;

/** Lets in what it should keep out when it matches too much: an Allow, or an exception from a Deny. */
const opens = ({ operator }: Condition, { effect }: Statement): boolean =>
  (effect === 'Allow') !== operator.isNegated;

/** Is the value open where it may not be? In `aws:userid` only the whole part before the colon may be. */
function isTooWide(lower: string, value: Text, mark: RegExp): boolean {
  const at = value.value.search(mark);
  if (at < 0) return false;
  if (lower !== 'aws:userid') return at < BEFORE;
  const colon = value.value.replace(VARIABLE, (variable) => variable.replaceAll(':', '.')).indexOf(':');
  return colon < 0 || (at < colon && !/^(?:\*|\$\{[^}]*\})$/.test(value.value.slice(0, colon)));
}

/** A variable that is itself one of these keys is as narrow as it can be. */
const isFixed = (value: string): boolean =>
  SENSITIVE.has((/^\$\{([^},]*)\}$/.exec(value)?.[1] ?? '').toLowerCase());

function findingsOf(condition: Condition, statement: Statement): readonly Finding[] {
  const { lower, operator, values, key } = condition;
  if ((!SENSITIVE.has(lower) && lower !== 'aws:userid') || !opens(condition, statement)) return NONE;
  return values.flatMap((value) => {
    const detail = { key: key.value };
    if (value.value.includes('${'))
      return when(
        !isFixed(value.value) && isTooWide(lower, value, /\$\{/),
        'VARIABLE_USAGE_TOO_PERMISSIVE',
        value,
        detail,
      );
    return when(
      operator.isLike && isTooWide(lower, value, /[*?]/),
      'WILDCARD_USAGE_TOO_PERMISSIVE',
      value,
      detail,
    );
  });
}

/** Keys that mean little alone, each with the keys of which one has to stand beside it. */
const PAIRS: Readonly<Record<string, readonly string[]>> = {
  'aws:vpcsourceip': ['aws:SourceVpc', 'aws:SourceVpce', 'aws:SourceVpcArn'],
  'aws:ec2instancesourceprivateipv4': ['aws:Ec2InstanceSourceVpc'],
};

export const SENSITIVE_CONDITIONS: readonly Check[] = [
  { codes: ['WILDCARD_USAGE_TOO_PERMISSIVE', 'VARIABLE_USAGE_TOO_PERMISSIVE'], condition: findingsOf },
  {
    codes: ['MISSING_PAIRED_CONDITION_KEYS'],
    condition: ({ lower, key }, { keys }) => {
      const pair = own(PAIRS, lower);
      return pair && !pair.some((name) => keys.has(name.toLowerCase()))
        ? [found('MISSING_PAIRED_CONDITION_KEYS', key, { key: key.value, wanted: `\`${pair[0] ?? ''}\`` })]
        : NONE;
    },
  },
  {
    codes: ['DYNAMODB_ATTRIBUTES_WITHOUT_SELECT'],
    condition: ({ lower, key }, { effect, keys }) =>
      when(
        lower === 'dynamodb:attributes' && effect === 'Allow' && !keys.has('dynamodb:select'),
        'DYNAMODB_ATTRIBUTES_WITHOUT_SELECT',
        key,
      ),
  },
  {
    codes: ['S3_PREFIX_IN_NEGATIVE_CONTEXT'],
    condition: (condition, statement) =>
      when(
        condition.lower === 's3:prefix' &&
          condition.operator.family === 'String' &&
          (statement.effect === 'Deny') !== condition.operator.isNegated,
        'S3_PREFIX_IN_NEGATIVE_CONTEXT',
        condition.key,
      ),
  },
];
