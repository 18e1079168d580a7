// The table's rows for policies of an organization and where they are attached.
import {
  AT_ONCE,
  ATTACHED,
  DENY,
  managed,
  NO_POLICY,
  NO_UNIT,
  OWN,
  PARTNER,
  POLICY,
  policyId,
  ROOT,
  SCP,
  simple,
  strangers,
  wrong,
} from './organizations-world.ts';
import type { Failing, Row, Step } from './row.ts';

const FULL = 'p-FullAWSAccess';
const NO_SUCH_POLICY = {
  code: 'PolicyNotFoundException',
  message: "We can't find a policy with the PolicyId that you specified.",
};
const TARGET_MISSING = 'TargetNotFoundException';
const create = { Name: 'NoStorage', Description: '', Type: SCP, Content: DENY };
const off: Step = ['management', 'organizations:DisablePolicyType', { RootId: ROOT, PolicyType: SCP }];
const many = Array.from({ length: 9 }, (_, i): readonly Step[] => [
  [POLICY[0], POLICY[1], { ...create, Name: `p${i}` }],
  ATTACHED,
]).flat();
const NOT_OF_MEMBERS: Failing = {
  code: 'PolicyTypeNotAvailableForOrganizationException',
  world: simple,
  input: create,
};

export const ORGANIZATIONS_POLICY_ROWS: readonly Row[] = [
  managed({
    operation: 'organizations:CreatePolicy',
    input: { ...create, Tags: [{ Key: 'team', Value: 'sea' }] },
    needs: ['organizations:CreatePolicy'],
    reply: { Policy: { PolicySummary: { Name: 'NoStorage', Type: SCP, AwsManaged: false }, Content: DENY } },
    faults: [
      ...strangers(create),
      wrong({ ...create, Type: 'POLICY' }),
      { code: 'DuplicatePolicyException', before: [POLICY], input: create },
      { code: 'MalformedPolicyDocumentException', input: { ...create, Content: '{"Version":"2012-10-17"}' } },
      {
        code: 'MalformedPolicyDocumentException',
        input: {
          ...create,
          Type: 'RESOURCE_CONTROL_POLICY',
          Content: DENY.replace('Deny', 'Allow').replace('"Action"', '"Principal":"*","Action"'),
        },
      },
      { code: 'ConstraintViolationException', input: { ...create, Content: DENY + ' '.repeat(10_240) } },
      NOT_OF_MEMBERS,
    ],
  }),
  managed({
    operation: 'organizations:UpdatePolicy',
    before: [POLICY],
    input: (replies) => ({ PolicyId: policyId(replies), Name: 'Other' }),
    needs: ['organizations:UpdatePolicy'],
    reply: { Policy: { PolicySummary: { Name: 'Other' }, Content: DENY } },
    faults: [
      ...strangers({ PolicyId: FULL }),
      wrong({ PolicyId: FULL, Name: 'mine' }),
      { ...NO_SUCH_POLICY, input: { PolicyId: NO_POLICY } },
      {
        code: 'DuplicatePolicyException',
        input: (replies) => ({ PolicyId: policyId(replies), Name: 'FullAWSAccess' }),
      },
      {
        code: 'MalformedPolicyDocumentException',
        input: (replies) => ({ PolicyId: policyId(replies), Content: 'no' }),
      },
      {
        code: 'ConstraintViolationException',
        input: (replies) => ({ PolicyId: policyId(replies), Content: DENY + ' '.repeat(10_240) }),
      },
    ],
    never: AT_ONCE,
  }),
  managed({
    operation: 'organizations:DeletePolicy',
    before: [POLICY],
    input: (replies) => ({ PolicyId: policyId(replies) }),
    needs: ['organizations:DeletePolicy'],
    faults: [
      ...strangers({ PolicyId: FULL }),
      wrong({ PolicyId: FULL }),
      { ...NO_SUCH_POLICY, input: { PolicyId: NO_POLICY } },
      {
        code: 'PolicyInUseException',
        before: [POLICY, ATTACHED],
        input: (replies) => ({ PolicyId: policyId(replies) }),
      },
    ],
  }),
  managed({
    operation: 'organizations:DescribePolicy',
    input: { PolicyId: FULL },
    needs: ['organizations:DescribePolicy'],
    reply: {
      Policy: {
        PolicySummary: {
          Arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
          AwsManaged: true,
        },
      },
    },
    faults: [
      ...strangers({ PolicyId: FULL }),
      wrong({ PolicyId: 'x' }),
      { ...NO_SUCH_POLICY, input: { PolicyId: NO_POLICY } },
    ],
  }),
  managed({
    operation: 'organizations:ListPolicies',
    before: [POLICY],
    input: { Filter: SCP },
    needs: ['organizations:ListPolicies'],
    reply: { Policies: [{ Id: FULL }, { Name: 'NoStorage' }] },
    faults: [...strangers({ Filter: SCP }), wrong({ Filter: 'x' })],
  }),
  managed({
    operation: 'organizations:AttachPolicy',
    before: [POLICY],
    input: (replies) => ({ PolicyId: policyId(replies), TargetId: OWN }),
    needs: ['organizations:AttachPolicy', 'organizations:AttachPolicy'],
    faults: [
      ...strangers({ PolicyId: FULL, TargetId: OWN }),
      wrong({ PolicyId: FULL, TargetId: 'x' }),
      { ...NO_SUCH_POLICY, input: { PolicyId: NO_POLICY, TargetId: OWN } },
      { code: TARGET_MISSING, input: { PolicyId: FULL, TargetId: NO_UNIT } },
      { code: 'DuplicatePolicyAttachmentException', input: { PolicyId: FULL, TargetId: OWN } },
      { code: 'PolicyTypeNotEnabledException', before: [off], input: { PolicyId: FULL, TargetId: OWN } },
      {
        code: 'ConstraintViolationException',
        before: [...many, POLICY],
        input: (replies) => ({ PolicyId: policyId(replies), TargetId: OWN }),
      },
    ],
    never: AT_ONCE,
  }),
  managed({
    operation: 'organizations:DetachPolicy',
    before: [POLICY, ATTACHED],
    input: (replies) => ({ PolicyId: policyId(replies), TargetId: OWN }),
    needs: ['organizations:DetachPolicy', 'organizations:DetachPolicy'],
    faults: [
      ...strangers({ PolicyId: FULL, TargetId: OWN }),
      wrong({ PolicyId: 'x', TargetId: OWN }),
      { ...NO_SUCH_POLICY, input: { PolicyId: NO_POLICY, TargetId: OWN } },
      { code: TARGET_MISSING, input: { PolicyId: FULL, TargetId: NO_UNIT } },
      {
        code: 'PolicyNotAttachedException',
        input: (replies) => ({ PolicyId: policyId(replies), TargetId: PARTNER }),
      },
      {
        code: 'ConstraintViolationException',
        input: { PolicyId: FULL, TargetId: PARTNER },
        message:
          'You cannot remove the last policy attached to the specified target. You must have at least one attached at all times.',
      },
      {
        code: 'ConstraintViolationException',
        input: { PolicyId: 'p-RCPFullAWSAccess', TargetId: OWN },
      },
    ],
    never: AT_ONCE,
  }),
  managed({
    operation: 'organizations:ListPoliciesForTarget',
    before: [POLICY, ATTACHED],
    input: { TargetId: OWN, Filter: SCP },
    needs: ['organizations:ListPoliciesForTarget'],
    reply: { Policies: [{ Id: FULL }, { Name: 'NoStorage' }] },
    faults: [
      ...strangers({ TargetId: OWN, Filter: SCP }),
      wrong({ TargetId: OWN, Filter: 'x' }),
      { code: TARGET_MISSING, input: { TargetId: NO_UNIT, Filter: SCP } },
    ],
  }),
  managed({
    operation: 'organizations:ListTargetsForPolicy',
    before: [POLICY, ATTACHED],
    input: (replies) => ({ PolicyId: policyId(replies) }),
    needs: ['organizations:ListTargetsForPolicy'],
    reply: { Targets: [{ TargetId: OWN, Name: 'learner', Type: 'ACCOUNT' }] },
    faults: [
      ...strangers({ PolicyId: FULL }),
      wrong({ PolicyId: 'x' }),
      { ...NO_SUCH_POLICY, input: { PolicyId: NO_POLICY } },
    ],
  }),
];
