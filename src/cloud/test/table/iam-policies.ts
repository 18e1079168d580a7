// The table's rows for managed policies and their versions; those of the identities that carry them have files of their own.
import { accountOf, type Cloud } from '../../index.ts';
import { IAM_ATTACHED_ROWS } from './iam-attached.ts';
import { IAM_INLINE_ROWS } from './iam-inline.ts';
import { IAM_SIMULATOR_ROWS } from './iam-simulator.ts';
import {
  ACCOUNT,
  arnOf,
  AWS_READ,
  BROKEN,
  longPolicy,
  POLICY,
  READ,
  tags,
  USER,
  also,
  type Plain,
} from './policy-texts.ts';
import type { Row, Step } from './row.ts';

const ARN = arnOf('reading');
const NONE = arnOf('none');
const NO_ENTITY = {
  code: 'NoSuchEntity',
  input: { PolicyArn: NONE },
  message: `Policy ${NONE} was not found.`,
};
const NO_ARN = {
  code: 'InvalidInput',
  input: { PolicyArn: 'reading-is-not-an-arn' },
  message: 'ARN reading-is-not-an-arn is not valid.',
};
const OF_AWS: Plain = { code: 'AccessDenied', input: { PolicyArn: AWS_READ } };
const VERSION: Step = ['default', 'iam:CreatePolicyVersion', { PolicyArn: ARN, PolicyDocument: READ }];
const ATTACHED: Step = ['default', 'iam:AttachUserPolicy', { UserName: 'mei.tan', PolicyArn: ARN }];
const NEVER_OVER = { LimitExceeded: 'taking away adds nothing' };

/** A world whose first account is full of policies. */
function crowded(cloud: Cloud): Cloud {
  const account = accountOf(cloud, ACCOUNT);
  const policy = {
    id: 'x',
    path: '/',
    created: 0,
    updated: 0,
    tags: {},
    versions: [],
    default: 'v1',
    issued: 1,
  };
  const policies = Object.fromEntries(Array.from({ length: 1500 }, (_, i) => [`p${i}`, policy]));
  return { ...cloud, accounts: { ...cloud.accounts, [account.id]: { ...account, policies } } };
}

const MANAGED: readonly Row[] = [
  {
    operation: 'iam:CreatePolicy',
    input: { PolicyName: 'reading', Path: '/app/', PolicyDocument: READ, Description: 'd', Tags: tags(1) },
    needs: ['iam:CreatePolicy', 'iam:TagPolicy'],
    reply: {
      Policy: {
        PolicyName: 'reading',
        Arn: arnOf('app/reading'),
        Path: '/app/',
        DefaultVersionId: 'v1',
        AttachmentCount: 0,
        IsAttachable: true,
        Tags: tags(1),
      },
    },
    faults: [
      {
        code: 'EntityAlreadyExists',
        before: [POLICY],
        input: { PolicyName: 'READING', PolicyDocument: READ },
        message: 'A policy called READING already exists. Duplicate names are not allowed.',
      },
      {
        code: 'InvalidInput',
        input: { PolicyName: 'p', PolicyDocument: READ, Tags: [...tags(1), ...tags(1)] },
      },
      {
        code: 'LimitExceeded',
        input: { PolicyName: 'p', PolicyDocument: longPolicy(6300) },
        message: 'Cannot exceed quota for PolicySize: 6144',
      },
      {
        code: 'LimitExceeded',
        world: crowded,
        input: { PolicyName: 'p', PolicyDocument: READ },
        message: 'Cannot exceed quota for PoliciesPerAccount: 1500',
      },
      { code: 'MalformedPolicyDocument', input: { PolicyName: 'p', PolicyDocument: BROKEN } },
    ],
  },
  {
    operation: 'iam:GetPolicy',
    before: [
      ['default', 'iam:CreatePolicy', { PolicyName: 'reading', PolicyDocument: READ, Description: 'd' }],
    ],
    input: { PolicyArn: ARN },
    needs: ['iam:GetPolicy'],
    reply: { Policy: { PolicyName: 'reading', Description: 'd', PermissionsBoundaryUsageCount: 0 } },
    faults: [NO_ENTITY, NO_ARN],
  },
  {
    operation: 'iam:ListPolicies',
    before: [POLICY, USER, ATTACHED],
    input: { Scope: 'Local', OnlyAttached: true, PathPrefix: '/' },
    needs: ['iam:ListPolicies'],
    reply: { Policies: [{ PolicyName: 'reading', AttachmentCount: 1 }], IsTruncated: false },
  },
  {
    operation: 'iam:DeletePolicy',
    before: [POLICY],
    input: { PolicyArn: ARN },
    needs: ['iam:DeletePolicy'],
    faults: [
      NO_ENTITY,
      NO_ARN,
      OF_AWS,
      {
        code: 'DeleteConflict',
        before: [POLICY, USER, ATTACHED],
        input: { PolicyArn: ARN },
        message: 'Cannot delete a policy attached to entities.',
      },
      {
        code: 'DeleteConflict',
        before: [POLICY, VERSION],
        input: { PolicyArn: ARN },
        message:
          "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
      },
    ],
    never: NEVER_OVER,
  },
  {
    operation: 'iam:ListEntitiesForPolicy',
    before: [POLICY, USER, ATTACHED],
    input: { PolicyArn: ARN },
    needs: ['iam:ListEntitiesForPolicy'],
    reply: { PolicyGroups: [], PolicyUsers: [{ UserName: 'mei.tan' }], PolicyRoles: [], IsTruncated: false },
    faults: [NO_ENTITY, NO_ARN],
  },
  {
    operation: 'iam:TagPolicy',
    before: [POLICY],
    input: { PolicyArn: ARN, Tags: tags(2) },
    needs: ['iam:TagPolicy'],
    faults: [
      also(NO_ENTITY, { Tags: tags(1) }),
      also(NO_ARN, { Tags: tags(1) }),
      also(OF_AWS, { Tags: tags(1) }),
      {
        code: 'LimitExceeded',
        before: [POLICY, ['default', 'iam:TagPolicy', { PolicyArn: ARN, Tags: tags(50) }]],
        input: { PolicyArn: ARN, Tags: [{ Key: 'more', Value: '' }] },
      },
    ],
  },
  {
    operation: 'iam:UntagPolicy',
    before: [POLICY],
    input: { PolicyArn: ARN, TagKeys: ['k0'] },
    needs: ['iam:UntagPolicy'],
    faults: [also(NO_ENTITY, { TagKeys: ['k0'] }), also(NO_ARN, { TagKeys: ['k0'] })],
  },
  {
    operation: 'iam:ListPolicyTags',
    before: [['default', 'iam:CreatePolicy', { PolicyName: 'reading', PolicyDocument: READ, Tags: tags(2) }]],
    input: { PolicyArn: ARN },
    needs: ['iam:ListPolicyTags'],
    reply: { Tags: tags(2), IsTruncated: false },
    faults: [NO_ENTITY, NO_ARN],
  },
];

const V1 = { VersionId: 'v1' };
const V9 = {
  code: 'NoSuchEntity',
  input: { PolicyArn: ARN, VersionId: 'v9' },
  message: `Policy ${ARN} version v9 does not exist or is not attachable.`,
};

const VERSIONS: readonly Row[] = [
  {
    operation: 'iam:CreatePolicyVersion',
    before: [POLICY],
    input: { PolicyArn: ARN, PolicyDocument: READ, SetAsDefault: true },
    needs: ['iam:CreatePolicyVersion'],
    reply: { PolicyVersion: { VersionId: 'v2', IsDefaultVersion: true } },
    faults: [
      also(NO_ENTITY, { PolicyDocument: READ }),
      also(NO_ARN, { PolicyDocument: READ }),
      also(OF_AWS, { PolicyDocument: READ }),
      { code: 'MalformedPolicyDocument', input: { PolicyArn: ARN, PolicyDocument: BROKEN } },
      {
        code: 'LimitExceeded',
        before: [POLICY, VERSION, VERSION, VERSION, VERSION],
        input: { PolicyArn: ARN, PolicyDocument: READ },
        message:
          'A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.',
      },
    ],
  },
  {
    operation: 'iam:GetPolicyVersion',
    before: [POLICY],
    input: { PolicyArn: ARN, VersionId: 'v1' },
    needs: ['iam:GetPolicyVersion'],
    reply: { PolicyVersion: { Document: READ, VersionId: 'v1', IsDefaultVersion: true } },
    faults: [V9, also(NO_ARN, V1)],
  },
  {
    operation: 'iam:ListPolicyVersions',
    before: [POLICY, VERSION],
    input: { PolicyArn: ARN },
    needs: ['iam:ListPolicyVersions'],
    reply: { Versions: [{ VersionId: 'v2', IsDefaultVersion: false }, { VersionId: 'v1' }] },
    faults: [NO_ENTITY, NO_ARN],
  },
  {
    operation: 'iam:DeletePolicyVersion',
    before: [POLICY, VERSION],
    input: { PolicyArn: ARN, VersionId: 'v2' },
    needs: ['iam:DeletePolicyVersion'],
    faults: [
      V9,
      also(NO_ARN, V1),
      {
        code: 'DeleteConflict',
        input: { PolicyArn: ARN, VersionId: 'v1' },
        message: 'Cannot delete the default version of a policy.',
      },
    ],
    never: NEVER_OVER,
  },
  {
    operation: 'iam:SetDefaultPolicyVersion',
    before: [POLICY, VERSION],
    input: { PolicyArn: ARN, VersionId: 'v2' },
    needs: ['iam:SetDefaultPolicyVersion'],
    faults: [V9, also(NO_ARN, V1)],
    never: { LimitExceeded: 'choosing adds nothing' },
  },
];

export const IAM_POLICY_ROWS: readonly Row[] = [
  ...MANAGED,
  ...VERSIONS,
  ...IAM_INLINE_ROWS,
  ...IAM_ATTACHED_ROWS,
  ...IAM_SIMULATOR_ROWS,
];
