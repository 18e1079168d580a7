// What the rows of Organizations share: who calls, what must be there, and the three refusals that nearly all know.
import { accountOf, type Cloud } from '../../index.ts';
import type { Input, Reply } from '../../operation.ts';
import type { Failing, Given, Row, Step } from './row.ts';

export const [OWN, PARTNER, ROOT, ORGANIZATION] = ['111122223333', '444455556666', 'r-gate', 'o-gatehouse1'];
export const NO_UNIT = 'ou-gate-00000000';
export const NO_POLICY = 'p-00000000';
export const SCP = 'SERVICE_CONTROL_POLICY';
export const TAG = 'TAG_POLICY';
const STATEMENT = { Effect: 'Deny', Action: 's3:*', Resource: '*' };
export const DENY = JSON.stringify({ Version: '2012-10-17', Statement: [STATEMENT] });
export const TAGS = JSON.stringify({ tags: { team: { tag_key: { '@@assign': 'team' } } } });

export const POLICY: Step = [
  'management',
  'organizations:CreatePolicy',
  { Name: 'NoStorage', Description: '', Type: SCP, Content: DENY },
];
export const UNIT: Step = [
  'management',
  'organizations:CreateOrganizationalUnit',
  { ParentId: ROOT, Name: 'sea' },
];
export const ATTACHED: Step = [
  'management',
  'organizations:AttachPolicy',
  (replies) => ({ PolicyId: policyId(replies), TargetId: OWN }),
];
export const TAG_POLICY: Step = [
  'management',
  'organizations:CreatePolicy',
  { Name: 'Tags', Description: '', Type: TAG, Content: TAGS },
];
export const TAGS_ON: Step = [
  'management',
  'organizations:EnablePolicyType',
  { RootId: ROOT, PolicyType: TAG },
];
export const FREE: Step = ['default', 'organizations:LeaveOrganization', {}];
export const INVITED: Step = [
  'management',
  'organizations:InviteAccountToOrganization',
  { Target: { Id: OWN, Type: 'ACCOUNT' } },
];
export const TRUSTED: Step = [
  'management',
  'organizations:EnableAWSServiceAccess',
  { ServicePrincipal: 'iam.amazonaws.com' },
];
export const DELEGATED: Step = [
  'management',
  'organizations:RegisterDelegatedAdministrator',
  { AccountId: OWN, ServicePrincipal: 'iam.amazonaws.com' },
];

/** The text at a path in the answers, the latest first. */
export function told(replies: readonly Reply[], ...path: readonly string[]): string {
  for (const reply of replies.toReversed()) {
    let value: unknown = reply;
    for (const key of path) value = (value as Input | undefined)?.[key];
    if (typeof value === 'string') return value;
  }
  return '';
}

export const policyId = (replies: readonly Reply[]): string => told(replies, 'Policy', 'PolicySummary', 'Id');
export const unitId = (replies: readonly Reply[]): string => told(replies, 'OrganizationalUnit', 'Id');
export const handshakeId = (replies: readonly Reply[]): string => told(replies, 'Handshake', 'Id');

/** Nobody is in an organization. */
export function alone({ organizations, ...world }: Cloud): Cloud {
  return organizations ? world : world;
}

/** Ten accounts are there. */
export function full(cloud: Cloud): Cloud {
  const organization = cloud.organizations?.[ORGANIZATION];
  const numbers = Array.from({ length: 7 }, (_, i) => `20000000000${i}`);
  const account = accountOf(cloud, OWN);
  const more = Object.fromEntries(numbers.map((id) => [id, { ...account, id, users: {}, rootKeys: [] }]));
  const members = Object.fromEntries(numbers.map((id) => [id, { scp: ['FullAWSAccess'], rcp: [] }]));
  return organization
    ? {
        ...cloud,
        accounts: { ...cloud.accounts, ...more },
        organizations: {
          [ORGANIZATION]: { ...organization, members: { ...organization.members, ...members } },
        },
      }
    : cloud;
}

/** The organization has no features but one bill. */
export function simple(cloud: Cloud): Cloud {
  const organization = cloud.organizations?.[ORGANIZATION];
  return organization
    ? {
        ...cloud,
        organizations: { [ORGANIZATION]: { ...organization, features: 'CONSOLIDATED_BILLING' } },
      }
    : cloud;
}

/** Of an account that is no manager, and of one without an organization. */
export function strangers(input: Given): readonly Failing[] {
  return [
    {
      code: 'AccessDeniedException',
      as: 'default',
      input,
      message: "You don't have permissions to access this resource.",
    },
    {
      code: 'AWSOrganizationsNotInUseException',
      world: alone,
      before: [],
      input,
      message: 'Your account is not a member of an organization.',
    },
  ];
}

/** An input that the model forbids. */
export function wrong(input: Input): Failing {
  return { code: 'InvalidInputException', input };
}

export const AT_ONCE = { PolicyChangesInProgressException: 'a change is done at once' };

/** A row of the management account. */
export function managed(row: Omit<Row, 'as'>): Row {
  return { as: 'management', ...row };
}
