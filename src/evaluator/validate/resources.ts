// Resources: the six parts of an ARN, each as its service writes it.
import { formFindings } from './arn-forms.ts';
import { partsOf } from './catalogue.ts';
import { found, NONE, when, type Finding, type StatementCheck } from './check.ts';
import { hasWildcard } from './globs.ts';
import { meant } from './meant.ts';
import { PATRONS, arnServiceOf } from './patron.ts';
import { isRegion, REGIONS } from './regions.ts';
import type { Text, View } from './view.ts';

const PARTITIONS = [
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-eusc',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
];
/** Accounts that are words. */
const OWNERS = ['aws', 'aws-managed', 'amazon', 'aws-marketplace', 'cloudfront', 'offering', 'self'];

export const RESOURCES: readonly StatementCheck[] = [
  {
    codes: [
      ...(['INVALID_ARN_PREFIX', 'MISSING_ARN_FIELD', 'INVALID_PARTITION', 'INVALID_SERVICE'] as const),
      ...([
        'INVALID_ARN_SERVICE_CASE',
        'INVALID_ARN_REGION',
        'INVALID_ARN_ACCOUNT',
        'INVALID_ARN_RESOURCE',
      ] as const),
      ...(['ARN_REGION_NOT_ALLOWED', 'ARN_ACCOUNT_NOT_ALLOWED', 'MISSING_ARN_REGION'] as const),
      ...(['MISSING_ARN_ACCOUNT', 'VARIABLE_UNSUPPORTED_IN_ELEMENT', 'WILDCARD_IN_SERVICE_NAME'] as const),
    ],
    statement: ({ resource }, view) => (resource?.items ?? []).flatMap((item) => findingsOf(item, view)),
  },
  {
    codes: ['UNSUPPORTED_RESOURCE_ARN_IN_POLICY'],
    kinds: ['resource'],
    statement: ({ resource }, { patron }) => {
      if (patron === undefined) return NONE;
      return (resource?.items ?? []).flatMap((item) => {
        const service = arnServiceOf(item.value);
        const other = item.value.startsWith('arn:') && /^[a-z]/.test(service) && !service.startsWith(patron);
        return when(other, 'UNSUPPORTED_RESOURCE_ARN_IN_POLICY', item, { resource: PATRONS[patron] ?? '' });
      });
    },
  },
];

function findingsOf(item: Text, view: View): readonly Finding[] {
  const { value } = item;
  if (/^\*+$/.test(value)) return NONE;
  const head = value.split(':', 5).join(':');
  if (view.version === '2012-10-17' && head.includes('${') && value.startsWith('arn:'))
    return [found('VARIABLE_UNSUPPORTED_IN_ELEMENT', item)];
  const [literal = ''] = value.split(/[*?]/);
  if (!literal.startsWith('arn:') && !(literal !== value && 'arn:'.startsWith(literal)))
    return [found('INVALID_ARN_PREFIX', item)];
  const parts = partsOf(value);
  const runsOn = value.endsWith('*') && view.kind !== 'session';
  if (parts.length < 6) return when(!runsOn, 'MISSING_ARN_FIELD', item);
  const [, partition = '', service = '', region = '', account = ''] = parts;
  return [
    ...when(!hasWildcard(partition) && !PARTITIONS.includes(partition), 'INVALID_PARTITION', item, {
      found: partition,
      known: '`aws`, `aws-cn` or `aws-us-gov`',
    }),
    ...serviceFindings(item, service, view),
    ...when(region !== '' && !hasWildcard(region) && !isRegion(region), 'INVALID_ARN_REGION', item, () => ({
      found: region,
      ...meant(view, region, REGIONS),
    })),
    ...when(
      account !== '' && !hasWildcard(account) && !/^\d{12}$/.test(account) && !OWNERS.includes(account),
      'INVALID_ARN_ACCOUNT',
      item,
      { found: account },
    ),
    ...formFindings(item, parts, view),
  ];
}

function serviceFindings(item: Text, service: string, view: View): readonly Finding[] {
  const { catalogue } = view;
  if (hasWildcard(service)) return when(service !== '*', 'WILDCARD_IN_SERVICE_NAME', item);
  const lower = service.toLowerCase();
  if (lower !== service) return [found('INVALID_ARN_SERVICE_CASE', item, { found: service })];
  return when(
    catalogue !== undefined && !catalogue.services.has(service) && !NO_PREFIX.has(service),
    'INVALID_SERVICE',
    item,
    () => ({
      found: service,
      ...meant(view, service, catalogue?.services ?? []),
    }),
  );
}

/** Words in ARNs that begin no action. */
const NO_PREFIX: ReadonlySet<string> = new Set([
  'elastic-inference',
  'route53-recovery-control',
  'catalog',
  'cloudwatch',
]);
