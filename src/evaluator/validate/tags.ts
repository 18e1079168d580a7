// Conditions on tags, for actions that know no tags.
import { keyIn, type Catalogue } from './catalogue.ts';
import { found, NONE, type Check, type Finding } from './check.ts';
import { covers, hasWildcard } from './globs.ts';
import { serviceOf } from './patron.ts';
import type { Condition, Statement, Text } from './view.ts';

const TAG = /^aws:(?:resource|request)tag\/./;

/** Does no action that the text stands for know the key? Unknown actions count as knowing it. */
function ignores({ value }: Text, lower: string, catalogue: Catalogue): boolean {
  const prefix = serviceOf(value);
  const service = hasWildcard(prefix) ? undefined : catalogue.service(prefix);
  if (!service) return false;
  const name = value.slice(prefix.length + 1).toLowerCase();
  const one = service.actions.get(name);
  const meantBy = one
    ? [one]
    : [...service.actions].filter(([known]) => covers(name, known)).map(([, action]) => action);
  return meantBy.length > 0 && meantBy.every(({ keys }) => keyIn(keys, lower) === undefined);
}

function findingsOf(
  { lower, key, operator }: Condition,
  { effect, action }: Statement,
  catalogue: Catalogue | undefined,
): readonly Finding[] {
  const plain = !operator.ifExists && !operator.isNegated && operator.family === 'String';
  if (!TAG.test(lower) || !plain || !action) return NONE;
  const deny = effect === 'Deny';
  if (action.not) {
    const code = deny
      ? 'DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE'
      : 'ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE';
    return [found(code, key, { key: key.value })];
  }
  const without = catalogue ? action.items.filter((item) => ignores(item, lower, catalogue)) : [];
  if (without.length === 0) return NONE;
  const code = deny
    ? 'DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE'
    : 'ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE';
  const names = without.slice(0, 3).map(({ value }) => `\`${value}\``);
  return [found(code, key, { key: key.value, found: names.join(', ') })];
}

export const TAGS: readonly Check[] = [
  {
    codes: [
      'DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
      'ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
      'DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
      'ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
    ],
    condition: (condition, statement, { catalogue }) => findingsOf(condition, statement, catalogue),
  },
];
