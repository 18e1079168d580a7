// What IAM refuses to save although it can be read. It looks at forms alone: whether a name exists is asked elsewhere.
import type { Policy, Statement } from '#evaluator';
import { unpinnedProvider } from './shared-providers.ts';

type Principal = NonNullable<Statement['principal']>['named'][number];

const ACTION = /^(?:\*|[a-z0-9*?-]+:[\w*?]+)$/i;
const VENDOR = /^[a-z0-9*?.-]+$/i;
const USER_ROLE_OR_SESSION =
  /^arn:aws[\w-]*:(?:iam::\d{12}:(?:user|role)|sts::\d{12}:(?:assumed-role|federated-user))\/[\w+=,.@/-]+$/;
const SERVICE = /^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/;
const UNREADABLE = 'Syntax errors in policy.';
export const LEGACY = 'The policy failed legacy parsing';

/** AWS's sentence for the first thing that is refused. Source: api-iam, ug-grammar. */
export function grammarFault({ kind, statements }: Policy): string | undefined {
  if (statements.length === 0) return UNREADABLE;
  const sids = statements.flatMap(({ sid }) => (sid && sid.value !== '' ? [sid.value] : []));
  if (kind !== 'resource' && sids.some((sid) => !/^[A-Za-z0-9]*$/.test(sid))) return UNREADABLE;
  if (new Set(sids).size < sids.length) return 'Statement IDs (SID) in a single policy must be unique.';
  for (const statement of statements) {
    const fault = (kind === 'trust' ? trustFault(statement) : undefined) ?? statementFault(statement);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function trustFault(statement: Statement): string | undefined {
  const { action, resource, principal } = statement;
  if (resource) return 'Has prohibited field Resource.';
  if (principal?.not) return UNREADABLE;
  const other = action.patterns.some(
    ({ value }) => ACTION.test(value) && value !== '*' && !/^sts:/i.test(value),
  );
  if (other) return 'AssumeRole policy may only specify STS AssumeRole actions.';
  return unpinnedProvider(statement);
}

function statementFault({ action, resource, principal }: Statement): string | undefined {
  if (action.patterns.some(({ value }) => value.includes('${'))) return UNREADABLE;
  if (action.patterns.length === 0) return 'Policy statement must contain actions.';
  if (resource?.patterns.length === 0) return 'Policy statement must contain resources.';
  const wrongAction = action.patterns.find(({ value }) => !ACTION.test(value))?.value;
  if (wrongAction !== undefined) return actionFault(wrongAction);
  const odd = resource?.patterns.find(({ value }) => !mayBeArn(value));
  if (odd) return `Resource ${odd.value} must be in ARN format or "*".`;
  if (resource?.patterns.some(({ value }) => isHalfArn(value))) return LEGACY;
  const [fault] = resource?.patterns.flatMap(({ value }) => arnFault(value) ?? []) ?? [];
  if (fault !== undefined) return fault;
  const wrong = principal?.named.find((named) => !hasForm(named));
  return (
    wrong &&
    `Invalid principal in policy: "${wrong.kind === 'service' ? 'SERVICE' : 'AWS'}":"${wrong.text.value}"`
  );
}

function actionFault(action: string): string {
  const [vendor = '', ...rest] = action.split(':');
  if (rest.length > 1) return 'Actions/Condition can contain only one colon.';
  if (rest.length === 1 && !VENDOR.test(vendor)) return `Vendor ${vendor} is not valid`;
  return 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.';
}

/** What stands before the first wildcard must be able to begin an ARN. */
function mayBeArn(value: string): boolean {
  const [literal = ''] = value.split(/[*?]/);
  return literal.startsWith('arn:') || (literal !== value && 'arn:'.startsWith(literal));
}

/** An ARN may end early and is filled up with wildcards, but not behind an empty part, and never without its service. */
function isHalfArn(value: string): boolean {
  const parts = value.split(':');
  return (parts.length < 6 && value.includes('::')) || parts[2] === '';
}

const PARTITION = /^(?:aws(?:-[a-z]+)*|.*[*?].*)$/;

/** What an ARN says of its partition, its service and its region. Source: api-iam. */
function arnFault(arn: string): string | undefined {
  const [prefix, partition = '', service = '*', region = '', account] = arn.split(':');
  if (prefix !== 'arn') return undefined;
  if (!PARTITION.test(partition)) return `Partition "${partition}" is not valid for resource "${arn}".`;
  if (/[*?]/.test(service)) return 'Resource vendor must be fully qualified and cannot contain regexes.';
  if (region === '') return undefined;
  if (service === 'iam') return `IAM resource ${arn} cannot contain region information.`;
  return service === 's3' && account === ''
    ? `Resource ${arn} can not contain region information.`
    : undefined;
}

function hasForm(named: Principal): boolean {
  if (named.kind === 'arn') return USER_ROLE_OR_SESSION.test(named.arn);
  return named.kind !== 'service' || SERVICE.test(named.service);
}
