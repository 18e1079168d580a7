// Whom a policy names: the form of each kind of principal.
import { found, NONE, when, type Finding, type StatementCheck } from './check.ts';
import { hasWildcard } from './globs.ts';
import type { Named, View } from './view.ts';

const ACCOUNT = /^(?:\d{12}|arn:aws[\w-]*:iam::\d{12}:root)$/;
const ARN =
  /^arn:aws[\w-]*:(?:iam::\d{12}:(?:user|role)|sts::\d{12}:(?:assumed-role|federated-user))\/[\w+=,.@/-]+$/;
/** CloudFront's own way to name its distributions. Source: s3-bucket-policies. */
const ORIGIN_ACCESS_IDENTITY =
  /^arn:aws[\w-]*:iam::cloudfront:user\/CloudFront Origin Access Identity [A-Z\d]+$/;
/** IAM puts the id of a deleted user or role in its ARN's place. */
const ID = /^A(?:RO|ID)A[A-Z\d]{12,}$/;
const SERVICE = /^[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:amazonaws\.com(?:\.cn)?|amazon\.com|aws\.internal)$/;
const PROVIDER = /^arn:aws[\w-]*:iam::\d{12}:(?:saml|oidc)-provider\/\S+$/;
const DOMAIN = /^[a-z\d-]+(?:\.[a-z\d-]+)+(?:\/\S*)?$/i;

export const isService = (value: string): boolean => SERVICE.test(value);

function findingsOf(named: Named, { kind }: View): readonly Finding[] {
  const { key, value } = named;
  if (value.includes('${')) return NONE;
  if (key === '') return when(value !== '*', 'INVALID_PRINCIPAL_FORMAT', named);
  if (value === '*' && key === 'AWS') return NONE;
  if (key === 'Federated' && kind !== 'trust') return [found('FEDERATED_PRINCIPAL_NOT_SUPPORTED', named)];
  if (hasWildcard(value)) return [found('UNSUPPORTED_WILDCARD_IN_PRINCIPAL', named)];
  if (key === 'AWS') {
    if (ID.test(value))
      return [found(value.startsWith('AROA') ? 'INVALID_ROLE_REFERENCE' : 'INVALID_USER_REFERENCE', named)];
    const fits = [ACCOUNT, ARN, ORIGIN_ACCESS_IDENTITY].some((form) => form.test(value));
    return when(!fits, 'INVALID_PRINCIPAL_FORMAT', named);
  }
  if (key === 'Service')
    return when(!SERVICE.test(value), 'INVALID_SERVICE_PRINCIPAL_FORMAT', named, {
      form: 'lambda.amazonaws.com',
    });
  if (key === 'Federated')
    return when(
      !PROVIDER.test(value) && !DOMAIN.test(value),
      'INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY',
      named,
    );
  return when(key === 'CanonicalUser' && !/^[\da-f]{64}$/i.test(value), 'INVALID_PRINCIPAL_FORMAT', named);
}

export const PRINCIPALS: readonly StatementCheck[] = [
  {
    codes: [
      ...([
        'INVALID_PRINCIPAL_FORMAT',
        'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
        'INVALID_ROLE_REFERENCE',
      ] as const),
      ...(['INVALID_USER_REFERENCE', 'INVALID_SERVICE_PRINCIPAL_FORMAT'] as const),
      ...(['FEDERATED_PRINCIPAL_NOT_SUPPORTED'] as const),
      'INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY',
    ],
    kinds: ['resource', 'trust', 'vpce'],
    statement: ({ principal }, view) => (principal?.named ?? []).flatMap((named) => findingsOf(named, view)),
  },
];
