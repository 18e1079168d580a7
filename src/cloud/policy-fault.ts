// What is wrong with a policy that somebody wants to save, in AWS's words.
import {
  isBreaking,
  parsePolicy,
  type Issue,
  type IssueCode,
  type Policy,
  type PolicyKind,
} from '#evaluator';
import { validate } from '#evaluator/validate';
import { iamArn, lookup, roleOf, type Account, type Cloud } from './cloud.ts';
import { overQuota, type Fault } from './fault.ts';

const UNREADABLE = 'Syntax errors in policy.';

/** Source: api-iam. */
const MESSAGES: Partial<Record<IssueCode, (issue: Issue) => string>> = {
  MISSING_ACTION: () => 'Policy statement must contain actions.',
  MISSING_RESOURCE: () => 'Policy statement must contain resources.',
  INVALID_ACTION: () => 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
  INVALID_ARN_PREFIX: ({ detail }) => `Resource ${detail['found'] ?? ''} must be in ARN format or "*".`,
  UNSUPPORTED_PRINCIPAL: () => 'Policy document should not specify a principal.',
  ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE: () => 'Has prohibited field Resource.',
  MISMATCHED_ACTION_FOR_PRINCIPAL: () => 'AssumeRole policy may only specify STS AssumeRole actions.',
  UNIQUE_SIDS_REQUIRED: () => 'Statement IDs (SID) in a single policy must be unique.',
  INVALID_PRINCIPAL_FORMAT: (issue) => invalidPrincipal(kindOf(issue), issue.detail['found'] ?? ''),
  INVALID_SERVICE_PRINCIPAL_FORMAT: (issue) => invalidPrincipal(kindOf(issue), issue.detail['found'] ?? ''),
  UNSUPPORTED_WILDCARD_IN_PRINCIPAL: (issue) => invalidPrincipal(kindOf(issue), issue.detail['found'] ?? ''),
};

const ALSO_REFUSED: readonly IssueCode[] = [
  ...(['INVALID_VERSION', 'UNSUPPORTED_SID', 'VARIABLE_UNSUPPORTED_IN_ELEMENT'] as const),
  'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL',
];

function kindOf({ path }: Issue): string {
  return path.endsWith('.Service') ? 'SERVICE' : 'AWS';
}

function invalidPrincipal(kind: string, found: string): string {
  return `Invalid principal in policy: "${kind}":"${found}"`;
}

/**
 * `MalformedPolicyDocument` with the first error, `undefined` when the document may be saved. Principals must exist,
 * resources need not.
 */
export function policyFault(cloud: Cloud, text: string, kind: PolicyKind): Fault | undefined {
  const errors = validate(text, kind).filter(isRefused);
  const error = errors.find(({ code }) => code === 'UNSUPPORTED_PRINCIPAL') ?? errors[0];
  if (error) return malformed(MESSAGES[error.code]?.(error) ?? UNREADABLE);
  const result = parsePolicy(text, kind);
  const missing = 'policy' in result ? missingPrincipal(cloud, result.policy) : undefined;
  return missing === undefined ? undefined : malformed(invalidPrincipal('AWS', missing));
}

/** Errors after which IAM does not save a document; it saves what only works otherwise than meant. */
function isRefused(issue: Issue): boolean {
  const { code, detail, path } = issue;
  if (code === 'MISMATCHED_ACTION_FOR_PRINCIPAL') return !/^sts:/i.test(detail['found'] ?? '');
  if (code === 'INVALID_SERVICE_PRINCIPAL_FORMAT') return path.endsWith('.Service');
  return isBreaking(issue) || code in MESSAGES || ALSO_REFUSED.includes(code);
}

function malformed(message: string): Fault {
  return { code: 'MalformedPolicyDocument', message };
}

function missingPrincipal(cloud: Cloud, policy: Policy): string | undefined {
  const named = policy.statements.flatMap((statement) => statement.principal?.named ?? []);
  return named.flatMap((one) => (one.kind === 'arn' && !exists(cloud, one.arn) ? [one.arn] : []))[0];
}

/** Whether a user, role or session could be the principal; nobody here knows about accounts outside the cloud. */
function exists(cloud: Cloud, arn: string): boolean {
  const [, , , , id = '', resource = ''] = arn.split(':');
  const account = lookup(cloud.accounts, id);
  if (!account) return true;
  if (resource.startsWith('user/')) return userOf(account, arn) !== undefined;
  if (resource.startsWith('role/')) return roleOf(account, arn) !== undefined;
  return lookup(account.roles, resource.split('/')[1] ?? '') !== undefined;
}

function userOf(account: Account, arn: string): string | undefined {
  return Object.entries(account.users).find(
    ([name, { path }]) => iamArn(account.id, 'user', path, name) === arn,
  )?.[0];
}

/** Characters without white space, as IAM counts them. Source: ug-quotas. */
export function sizeOf(text: string): number {
  return text.replace(/\s/g, '').length;
}

/** The fault when a document is larger than its quota. Source: ug-quotas. */
export function sizeFault(text: string, quota: string, limit: number): Fault | undefined {
  return sizeOf(text) > limit ? overQuota(quota, limit).fault : undefined;
}
