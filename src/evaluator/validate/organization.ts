// What a resource control policy may say. Service control policies have the whole language. Source: org-rcps.
import { found, NONE, when, type Check } from './check.ts';
import { hasWildcard } from './globs.ts';
import { serviceOf } from './patron.ts';

const OF_PRINCIPALS = /^aws:principal(?:orgid|orgpaths|account|arn)$/;
const OF_SERVICES = /^aws:source(?:orgid|orgpaths|account)$/;
const IS_SERVICE = 'aws:principalisawsservice';

export const ORGANIZATION: readonly Check[] = [
  {
    codes: ['RCP_SYNTAX_ERROR_PRINCIPAL'],
    kinds: ['rcp'],
    statement: ({ principal }) => {
      if (!principal) return NONE;
      const everyone =
        principal.named.length > 0 && principal.named.every(({ key, value }) => value === '*' && key === '');
      return when(principal.not || !everyone, 'RCP_SYNTAX_ERROR_PRINCIPAL', principal.name);
    },
  },
  {
    codes: ['RCP_SYNTAX_ERROR_ALLOW'],
    kinds: ['rcp'],
    statement: (statement) => when(statement.effect === 'Allow', 'RCP_SYNTAX_ERROR_ALLOW', statement),
  },
  {
    codes: ['RCP_SYNTAX_ERROR_NOTACTION', 'RCP_SYNTAX_ERROR_ACTION'],
    kinds: ['rcp'],
    statement: ({ action }, { catalogue }) => {
      if (!action) return NONE;
      if (action.not) return [found('RCP_SYNTAX_ERROR_NOTACTION', action.name)];
      return action.items.flatMap((item) => {
        const service = serviceOf(item.value);
        const open = hasWildcard(service) || /^\*+$/.test(item.value);
        const other = service !== '' && catalogue !== undefined && !catalogue.controlled.has(service);
        return when(open || other, 'RCP_SYNTAX_ERROR_ACTION', item);
      });
    },
  },
  {
    codes: [
      'RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY',
      'RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY',
      'RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK',
    ],
    kinds: ['rcp'],
    condition: ({ lower, key, operator }, { keys, conditions }) => {
      if (operator.name === 'Null') return NONE;
      const detail = { key: key.value };
      const checked = conditions.some(
        (one) => one.operator.name === 'Null' && /^aws:source(?:account|arn)$/.test(one.lower),
      );
      const ofServices = OF_SERVICES.test(lower);
      return [
        ...when(
          OF_PRINCIPALS.test(lower) && !keys.has(IS_SERVICE),
          'RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY',
          key,
          detail,
        ),
        ...when(
          ofServices && !keys.has(IS_SERVICE),
          'RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY',
          key,
          detail,
        ),
        ...when(ofServices && !checked, 'RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK', key, detail),
      ];
    },
  },
];
