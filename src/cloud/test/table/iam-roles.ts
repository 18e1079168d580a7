// The table's rows for roles and service-linked roles; those of instance profiles have a file of their own.
import { accountOf, type Cloud } from '../../index.ts';
import { IAM_PROFILE_ROWS } from './iam-profiles.ts';
import {
  ACCOUNT,
  arnOf,
  BROKEN,
  EC2_TRUST,
  LINKED,
  LINKED_ROLE,
  policyText,
  POLICY,
  READ,
  ROLE,
  tags,
  also,
  type Plain,
} from './policy-texts.ts';
import type { Failing, Row, Step } from './row.ts';

const BATCH = { RoleName: 'batch' };
const NO_ENTITY = {
  code: 'NoSuchEntity',
  input: { RoleName: 'nobody' },
  message: 'The role with name nobody cannot be found.',
};
const GUARDED: Plain = { code: 'UnmodifiableEntity', before: [LINKED], input: { RoleName: LINKED_ROLE } };

/** A world whose first account is full of roles. */
function crowded(cloud: Cloud): Cloud {
  const account = accountOf(cloud, ACCOUNT);
  const role = { path: '/', id: 'x', created: 0, inline: {}, attached: [], tags: {}, trust: EC2_TRUST };
  const roles = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`r${i}`, role]));
  return { ...cloud, accounts: { ...cloud.accounts, [account.id]: { ...account, roles } } };
}

const made = { RoleName: 'x', AssumeRolePolicyDocument: EC2_TRUST };
const longTrust = policyText('Allow', 'sts:AssumeRole', {
  Principal: { Service: Array<string>(100).fill('ec2.amazonaws.com') },
});

const ROLES: readonly Row[] = [
  {
    operation: 'iam:CreateRole',
    before: [POLICY],
    input: {
      RoleName: 'batch',
      Path: '/app/',
      AssumeRolePolicyDocument: EC2_TRUST,
      Description: 'runs at night',
      MaxSessionDuration: 7200,
      PermissionsBoundary: arnOf('reading'),
      Tags: tags(1),
    },
    needs: ['iam:CreateRole', 'iam:TagRole'],
    reply: {
      Role: {
        Arn: `arn:aws:iam::${ACCOUNT}:role/app/batch`,
        AssumeRolePolicyDocument: EC2_TRUST,
        Description: 'runs at night',
        MaxSessionDuration: 7200,
        PermissionsBoundary: { PermissionsBoundaryArn: arnOf('reading') },
        Tags: tags(1),
      },
    },
    faults: [
      {
        code: 'EntityAlreadyExists',
        before: [ROLE],
        input: { ...made, RoleName: 'BATCH' },
        message: 'Role with name BATCH already exists.',
      },
      { code: 'InvalidInput', input: { ...made, Tags: [...tags(1), ...tags(1)] } },
      { code: 'InvalidInput', input: { ...made, Path: '/aws-service-role/ecs.amazonaws.com/' } },
      { code: 'NoSuchEntity', input: { ...made, PermissionsBoundary: arnOf('none') } },
      {
        code: 'LimitExceeded',
        input: { ...made, AssumeRolePolicyDocument: longTrust },
        message: 'Cannot exceed quota for ACLSizePerRole: 2048',
      },
      {
        code: 'LimitExceeded',
        world: crowded,
        before: [],
        input: made,
        message: 'Cannot exceed quota for RolesPerAccount: 1000',
      },
      { code: 'MalformedPolicyDocument', input: { ...made, AssumeRolePolicyDocument: BROKEN } },
    ],
  },
  {
    operation: 'iam:GetRole',
    before: [ROLE],
    input: { RoleName: 'Batch' },
    needs: ['iam:GetRole'],
    reply: { Role: { RoleName: 'batch', MaxSessionDuration: 3600, RoleLastUsed: {} } },
    faults: [NO_ENTITY],
  },
  {
    operation: 'iam:ListRoles',
    before: [ROLE],
    input: { PathPrefix: '/' },
    needs: ['iam:ListRoles'],
    reply: { Roles: [{ RoleName: 'batch', MaxSessionDuration: 3600 }], IsTruncated: false },
  },
  {
    operation: 'iam:UpdateRole',
    before: [ROLE],
    input: { ...BATCH, MaxSessionDuration: 43_200, Description: 'longer' },
    needs: ['iam:UpdateRole'],
    faults: [NO_ENTITY, also(GUARDED, { MaxSessionDuration: 7200 })],
  },
  {
    operation: 'iam:UpdateRoleDescription',
    before: [ROLE],
    input: { ...BATCH, Description: 'runs at night' },
    needs: ['iam:UpdateRoleDescription'],
    reply: { Role: { RoleName: 'batch', Description: 'runs at night' } },
    faults: [also(NO_ENTITY, { Description: '' })],
    never: { UnmodifiableEntity: 'a service-linked role may be described' },
  },
  {
    operation: 'iam:UpdateAssumeRolePolicy',
    before: [ROLE],
    input: { ...BATCH, PolicyDocument: EC2_TRUST },
    needs: ['iam:UpdateAssumeRolePolicy'],
    faults: [
      also(NO_ENTITY, { PolicyDocument: EC2_TRUST }),
      also(GUARDED, { PolicyDocument: EC2_TRUST }),
      { code: 'MalformedPolicyDocument', input: { ...BATCH, PolicyDocument: READ } },
      { code: 'LimitExceeded', input: { ...BATCH, PolicyDocument: longTrust } },
    ],
  },
  {
    operation: 'iam:DeleteRole',
    before: [ROLE],
    input: BATCH,
    needs: ['iam:DeleteRole'],
    faults: [
      NO_ENTITY,
      GUARDED,
      ...obstacles([
        ['must remove roles from instance profile first.', inProfile()],
        ['must detach all policies first.', [POLICY, attached()]],
        ['must delete policies first.', [inline()]],
      ]),
    ],
    never: { LimitExceeded: 'deleting adds nothing' },
  },
  {
    operation: 'iam:TagRole',
    before: [ROLE],
    input: { ...BATCH, Tags: tags(2) },
    needs: ['iam:TagRole'],
    faults: [
      also(NO_ENTITY, { Tags: tags(1) }),
      also(GUARDED, { Tags: tags(1) }),
      { code: 'InvalidInput', input: { ...BATCH, Tags: [...tags(1), ...tags(1)] } },
      {
        code: 'LimitExceeded',
        before: [ROLE, ['default', 'iam:TagRole', { ...BATCH, Tags: tags(50) }]],
        input: { ...BATCH, Tags: [{ Key: 'more', Value: '' }] },
      },
    ],
  },
  {
    operation: 'iam:UntagRole',
    before: [ROLE],
    input: { ...BATCH, TagKeys: ['k0'] },
    needs: ['iam:UntagRole'],
    faults: [also(NO_ENTITY, { TagKeys: ['k0'] })],
  },
  {
    operation: 'iam:ListRoleTags',
    before: [ROLE, ['default', 'iam:TagRole', { ...BATCH, Tags: tags(2) }]],
    input: BATCH,
    needs: ['iam:ListRoleTags'],
    reply: { Tags: tags(2), IsTruncated: false },
    faults: [NO_ENTITY],
  },
];

function inProfile(): readonly Step[] {
  const profile = { InstanceProfileName: 'p' };
  return [
    ['default', 'iam:CreateInstanceProfile', profile],
    ['default', 'iam:AddRoleToInstanceProfile', { ...profile, ...BATCH }],
  ];
}

function attached(): Step {
  return ['default', 'iam:AttachRolePolicy', { ...BATCH, PolicyArn: arnOf('reading') }];
}

function inline(): Step {
  return ['default', 'iam:PutRolePolicy', { ...BATCH, PolicyName: 'p', PolicyDocument: READ }];
}

function obstacles(all: readonly (readonly [string, readonly Step[]])[]): readonly Failing[] {
  return all.map(([rest, steps]) => ({
    code: 'DeleteConflict',
    before: [ROLE, ...steps],
    input: BATCH,
    message: `Cannot delete entity, ${rest}`,
  }));
}

const TASK =
  'task/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS/0f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f9';

const LINKED_ROLES: readonly Row[] = [
  {
    operation: 'iam:CreateServiceLinkedRole',
    input: { AWSServiceName: 'autoscaling.amazonaws.com', CustomSuffix: 'night' },
    needs: ['iam:CreateServiceLinkedRole'],
    reply: {
      Role: { Path: '/aws-service-role/autoscaling.amazonaws.com/', RoleName: `${LINKED_ROLE}_night` },
    },
    faults: [
      {
        code: 'InvalidInput',
        before: [LINKED],
        input: { AWSServiceName: 'autoscaling.amazonaws.com' },
        message: `Service role name ${LINKED_ROLE} has been taken in this account, please try a different suffix.`,
      },
      { code: 'InvalidInput', input: { AWSServiceName: 'ecs.amazonaws.com', CustomSuffix: 'x' } },
      { code: 'InvalidInput', input: { AWSServiceName: 'none.amazonaws.com' } },
      {
        code: 'LimitExceeded',
        world: crowded,
        input: { AWSServiceName: 'ecs.amazonaws.com' },
        message: 'Cannot exceed quota for RolesPerAccount: 1000',
      },
    ],
    never: { NoSuchEntity: 'it names nothing that must be there' },
  },
  {
    operation: 'iam:DeleteServiceLinkedRole',
    before: [LINKED],
    input: { RoleName: LINKED_ROLE },
    needs: ['iam:DeleteServiceLinkedRole'],
    faults: [NO_ENTITY, { code: 'NoSuchEntity', before: [ROLE], input: BATCH }],
    never: { LimitExceeded: 'deleting adds nothing' },
  },
  {
    operation: 'iam:GetServiceLinkedRoleDeletionStatus',
    before: [LINKED, ['default', 'iam:DeleteServiceLinkedRole', { RoleName: LINKED_ROLE }]],
    input: (replies) => ({ DeletionTaskId: replies[1]?.['DeletionTaskId'] }),
    needs: ['iam:GetServiceLinkedRoleDeletionStatus'],
    reply: { Status: 'SUCCEEDED' },
    faults: [
      { code: 'NoSuchEntity', input: { DeletionTaskId: TASK } },
      { code: 'InvalidInput', input: { DeletionTaskId: 'task' } },
    ],
  },
];

export const IAM_ROLE_ROWS: readonly Row[] = [...ROLES, ...LINKED_ROLES, ...IAM_PROFILE_ROWS];
