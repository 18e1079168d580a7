// The table's rows for types of policies, and what policies come to.
import {
  AT_ONCE,
  DENY,
  managed,
  NO_UNIT,
  OWN,
  PARTNER,
  policyId,
  ROOT,
  SCP,
  simple,
  strangers,
  TAG,
  TAG_POLICY,
  TAGS,
  TAGS_ON,
  wrong,
} from './organizations-world.ts';
import type { Failing, Row, Step } from './row.ts';

const TARGET_MISSING = 'TargetNotFoundException';
const create = { Name: 'NoStorage', Description: '', Type: SCP, Content: DENY };
const off: Step = ['management', 'organizations:DisablePolicyType', { RootId: ROOT, PolicyType: SCP }];
const NOT_OF_MEMBERS: Failing = {
  code: 'PolicyTypeNotAvailableForOrganizationException',
  world: simple,
  input: create,
};

export const ORGANIZATIONS_POLICY_TYPE_ROWS: readonly Row[] = [
  managed({
    operation: 'organizations:EnablePolicyType',
    before: [off],
    input: { RootId: ROOT, PolicyType: SCP },
    needs: ['organizations:EnablePolicyType'],
    reply: { Root: { Id: ROOT, PolicyTypes: [{ Type: SCP, Status: 'ENABLED' }, {}] } },
    faults: [
      ...strangers({ RootId: ROOT, PolicyType: SCP }),
      wrong({ RootId: ROOT, PolicyType: 'x' }),
      { code: 'RootNotFoundException', input: { RootId: 'r-none', PolicyType: SCP } },
      {
        code: 'PolicyTypeAlreadyEnabledException',
        before: [],
        input: { RootId: ROOT, PolicyType: SCP },
      },
      { ...NOT_OF_MEMBERS, before: [], input: { RootId: ROOT, PolicyType: SCP } },
    ],
    never: { ...AT_ONCE, ConstraintViolationException: 'no quota is in the way of switching on' },
  }),
  managed({
    operation: 'organizations:DisablePolicyType',
    input: { RootId: ROOT, PolicyType: SCP },
    needs: ['organizations:DisablePolicyType'],
    reply: { Root: { PolicyTypes: [{ Type: 'RESOURCE_CONTROL_POLICY' }] } },
    faults: [
      ...strangers({ RootId: ROOT, PolicyType: SCP }),
      wrong({ RootId: ROOT, PolicyType: 'x' }),
      { code: 'RootNotFoundException', input: { RootId: 'r-none', PolicyType: SCP } },
      { code: 'PolicyTypeNotEnabledException', input: { RootId: ROOT, PolicyType: TAG } },
    ],
    never: { ...AT_ONCE, ConstraintViolationException: 'nothing is in the way of switching off' },
  }),
  managed({
    operation: 'organizations:DescribeEffectivePolicy',
    before: [
      TAGS_ON,
      TAG_POLICY,
      [
        'management',
        'organizations:AttachPolicy',
        (replies) => ({ PolicyId: policyId(replies), TargetId: ROOT }),
      ],
    ],
    input: { PolicyType: TAG, TargetId: OWN },
    needs: ['organizations:DescribeEffectivePolicy'],
    reply: {
      EffectivePolicy: { PolicyContent: TAGS.replace('{"@@assign":"team"}', '"team"'), TargetId: OWN },
    },
    faults: [
      ...strangers({ PolicyType: TAG, TargetId: PARTNER }),
      wrong({ PolicyType: SCP, TargetId: OWN }),
      { code: TARGET_MISSING, input: { PolicyType: TAG, TargetId: NO_UNIT } },
      {
        code: 'EffectivePolicyNotFoundException',
        before: [],
        input: { PolicyType: TAG, TargetId: OWN },
      },
    ],
    never: { ConstraintViolationException: 'reading breaks no quota' },
  }),
];
