// Conditions by key: does the key exist, for these actions, and does its value have the form that it takes?
import { own } from '../own.ts';
import { keyIn, type Catalogue } from './catalogue.ts';
import { found, NONE, when, type Check, type Finding } from './check.ts';
import { hasWildcard } from './globs.ts';
import { GLOBAL_NAMES, isGlobal } from './global-keys.ts';
import { meant } from './meant.ts';
import { serviceOf } from './patron.ts';
import { isService } from './principals.ts';
import { isRegion, REGIONS } from './regions.ts';
import type { Condition, Statement, Text, View } from './view.ts';

const TAG_KEY =
  /^(?:aws:(?:resource|request|principal)tag|[a-z\d-]+:resourcetag|s3:(?:existing|request)objecttag)\/?$/;

/** Words before the colon that no catalogue is needed for: providers by their domain, and SAML. */
const isProvider = (prefix: string): boolean => prefix.includes('.') || prefix === 'saml';

function keyFindings({ key, lower }: Condition, statement: Statement, view: View): readonly Finding[] {
  const { catalogue } = view;
  const prefix = lower.slice(0, lower.indexOf(':'));
  if (!/^[^\s:]+:\S/.test(lower)) return [found('INVALID_CONDITION_KEY_FORMAT', key)];
  if (TAG_KEY.test(lower))
    return [found('MISSING_TAG_KEY_IN_CONDITION', key, { found: key.value.replace(/\/$/, '') })];
  if (prefix === 'aws') {
    if (lower === 'aws:arn') return [found('UNSUPPORTED_GLOBAL_CONDITION_KEY', key)];
    if (lower === 'aws:sourceowner') return [found('DEPRECATED_GLOBAL_CONDITION_KEY', key)];
    return when(!isGlobal(lower), 'INVALID_GLOBAL_CONDITION_KEY', key, () =>
      meant(view, key.value, GLOBAL_NAMES),
    );
  }
  if (!catalogue || isProvider(prefix) || catalogue.otherPrefixes.has(prefix) || isGlobal(lower)) return NONE;
  if (!catalogue.services.has(prefix))
    return [found('INVALID_SERVICE', key, { found: prefix, ...meant(view, prefix, catalogue.services) })];
  return knows(catalogue, [prefix, ...statement.services], lower)
    ? NONE
    : [
        found('INVALID_SERVICE_CONDITION_KEY', key, {
          service: prefix,
          ...meant(view, lower, catalogue.service(prefix)?.keys.keys() ?? []),
        }),
      ];
}

/** True when a service that is loaded has the key, or one of them is not loaded. */
function knows(catalogue: Catalogue, prefixes: readonly string[], lower: string): boolean {
  const [own] = prefixes;
  if (own !== undefined && !catalogue.service(own)) return true;
  return prefixes.some((prefix) => {
    const keys = catalogue.service(prefix)?.keys;
    return keys !== undefined && keyIn(keys, lower) !== undefined;
  });
}

/** These come along with another call and see its keys. */
const COMPANIONS = /^sts:(?:tagsession|setsourceidentity|setcontext)$/;

function unsupported(condition: Condition, { action }: Statement, { catalogue }: View): readonly Finding[] {
  const { lower, key, operator } = condition;
  const prefix = lower.slice(0, lower.indexOf(':'));
  if (!catalogue || !action || action.not || operator.ifExists || isGlobal(lower) || isProvider(prefix))
    return NONE;
  const keys = catalogue.service(prefix)?.keys;
  if (!keys || keyIn(keys, lower) === undefined) return NONE;
  return action.items.flatMap((item) => {
    const name = item.value.toLowerCase();
    if (hasWildcard(name) || COMPANIONS.test(name)) return NONE;
    const service = serviceOf(name);
    const known = catalogue.service(service)?.actions.get(name.slice(service.length + 1));
    return known && keyIn(known.keys, lower) === undefined
      ? found('UNSUPPORTED_ACTION_FOR_CONDITION_KEY', key, { found: item.value, key: key.value })
      : NONE;
  });
}

type Form = (value: Text, view: View) => Finding | readonly Finding[];

const id = (prefix: string): RegExp => new RegExp(`^${prefix}-(?:[a-z\\d]{8}|[a-z\\d]{17})$`, 'i');
const [VPC, VPCE] = [id('vpc'), id('vpce')];
const region: Form = (value, view) =>
  when(!isRegion(value.value), 'INVALID_REGION', value, () => meant(view, value.value, REGIONS));
const service =
  (form: string, pattern?: RegExp): Form =>
  (value) =>
    when(
      !(pattern ? pattern.test(value.value) : isService(value.value)),
      'INVALID_SERVICE_PRINCIPAL_FORMAT',
      value,
      {
        form,
      },
    );

/** The form of the values of a key. Source: ug-context-keys, kms-condition-keys. */
const FORMS: Readonly<Record<string, Form>> = {
  'aws:requestedregion': region,
  'ec2:region': region,
  'aws:sourcevpc': (value) => when(!VPC.test(value.value), 'INVALID_VPC_FORMAT', value),
  'aws:sourcevpce': (value) => when(!VPCE.test(value.value), 'INVALID_VPCE_FORMAT', value),
  'aws:principalservicename': service('lambda.amazonaws.com'),
  'aws:principalservicenameslist': service('lambda.amazonaws.com'),
  'iam:passedtoservice': service('lambda.amazonaws.com'),
  'kms:viaservice': service(
    's3.eu-central-1.amazonaws.com',
    /^[a-z\d-]+\.[a-z\d-]+\.amazonaws\.com(?:\.cn)?$/,
  ),
  's3:x-amz-server-side-encryption-aws-kms-key-id': (value) =>
    when(
      !/^arn:aws[\w-]*:kms:[a-z\d-]+:\d{12}:key\/[\w-]+$/.test(value.value),
      'INVALID_KMS_KEY_VALUE',
      value,
    ),
};

export const CONDITION_KEYS: readonly Check[] = [
  {
    codes: [
      ...([
        'INVALID_CONDITION_KEY_FORMAT',
        'MISSING_TAG_KEY_IN_CONDITION',
        'INVALID_GLOBAL_CONDITION_KEY',
      ] as const),
      ...([
        'UNSUPPORTED_GLOBAL_CONDITION_KEY',
        'DEPRECATED_GLOBAL_CONDITION_KEY',
        'INVALID_SERVICE',
      ] as const),
      'INVALID_SERVICE_CONDITION_KEY',
    ],
    condition: keyFindings,
  },
  {
    codes: ['UNSUPPORTED_ACTION_FOR_CONDITION_KEY'],
    condition: unsupported,
  },
  {
    codes: [
      ...(['INVALID_REGION', 'INVALID_VPC_FORMAT', 'INVALID_VPCE_FORMAT', 'INVALID_KMS_KEY_VALUE'] as const),
      'INVALID_SERVICE_PRINCIPAL_FORMAT',
    ],
    condition: ({ lower, operator, values }, _statement, view) => {
      const form = operator.family === 'String' ? own(FORMS, lower) : undefined;
      return form
        ? values.flatMap((value) =>
            hasWildcard(value.value) || value.value.includes('${') ? NONE : form(value, view),
          )
        : NONE;
    },
  },
  {
    codes: ['UNTRUSTWORTHY_CONDITION_KEY'],
    condition: ({ lower, key }) =>
      when(lower === 'aws:referer' || lower === 'aws:useragent', 'UNTRUSTWORTHY_CONDITION_KEY', key, {
        key: key.value,
      }),
  },
  {
    codes: ['USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES'],
    condition: ({ lower, key }, { action }) => {
      const everything =
        action?.not === true || (action?.items ?? []).some(({ value }) => serviceOf(value) === '');
      return when(
        /^aws:vpce(?:account|orgid|orgpaths)$/.test(lower) && everything,
        'USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES',
        key,
        {
          key: key.value,
        },
      );
    },
  },
];
