// What is wrong with a policy that somebody wants to save, in AWS's words.
import {
  isBreaking,
  parsePolicy,
  type Issue,
  type IssueCode,
  type Policy,
  type PolicyKind,
} from '#evaluator';
import { iamArn, lookup, roleOf, type Account, type Cloud } from './cloud.ts';
import { overQuota, type Fault } from './fault.ts';
import { grammarFault, LEGACY } from './policy-grammar.ts';

const UNREADABLE = 'Syntax errors in policy.';

/** Source: api-iam. */
const MESSAGES: Partial<Record<IssueCode, string>> = {
  MISSING_ACTION: 'Policy statement must contain actions.',
  MISSING_RESOURCE: 'Policy statement must contain resources.',
  UNSUPPORTED_PRINCIPAL: 'Policy document should not specify a principal.',
};

/**
 * `MalformedPolicyDocument` with the first error, `undefined` when the document may be saved. Principals must exist,
 * resources need not.
 */
export function policyFault(cloud: Cloud, text: string, kind: PolicyKind): Fault | undefined {
  const result = parsePolicy(text, kind);
  const issues = ('policy' in result ? result.policy.issues : result.issues).filter(isRefused);
  const issue = issues.find(({ code }) => code === 'UNSUPPORTED_PRINCIPAL') ?? issues[0];
  if (issue || !('policy' in result)) return malformed(sentenceOf(issue));
  const fault = grammarFault(result.policy);
  if (fault !== undefined) return malformed(fault);
  const missing = missingPrincipal(cloud, result.policy);
  return missing === undefined ? undefined : malformed(`Invalid principal in policy: "AWS":"${missing}"`);
}

/** An effect in small letters is read at first, and fails only then. */
function sentenceOf(issue: Issue | undefined): string {
  const found = issue?.detail['found'] ?? '';
  if (issue?.code === 'INVALID_EFFECT' && /^(?:allow|deny)$/i.test(found)) return LEGACY;
  return (issue && MESSAGES[issue.code]) ?? UNREADABLE;
}

function isRefused(issue: Issue): boolean {
  return isBreaking(issue) || issue.severity === 'ERROR';
}

function malformed(message: string): Fault {
  return { code: 'MalformedPolicyDocument', message };
}

function missingPrincipal(cloud: Cloud, policy: Policy): string | undefined {
  const named = policy.statements.flatMap((statement) => statement.principal?.named ?? []);
  return named.find(
    (one) => (one.kind === 'arn' && !exists(cloud, one.arn)) || (one.kind === 'id' && !isHeld(cloud, one.id)),
  )?.text.value;
}

/** Whether a unique id is somebody's. That of somebody who was deleted cannot be saved again. Source: ug-principal. */
function isHeld(cloud: Cloud, id: string): boolean {
  return Object.values(cloud.accounts).some(({ users, roles }) =>
    [...Object.values(users), ...Object.values(roles)].some((one) => one.id === id),
  );
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
