// The table's rows for instance profiles.
import { accountOf, type Cloud } from '../../index.ts';
import { ACCOUNT, LINKED, LINKED_ROLE, ROLE, tags, also } from './policy-texts.ts';
import type { Row, Step } from './row.ts';

const WEB = { InstanceProfileName: 'web' };
const NONE = { InstanceProfileName: 'none' };
const MADE: Step = ['default', 'iam:CreateInstanceProfile', WEB];
const IN: Step = ['default', 'iam:AddRoleToInstanceProfile', { ...WEB, RoleName: 'batch' }];
const NO_ENTITY = {
  code: 'NoSuchEntity',
  input: NONE,
  message: 'Instance Profile none cannot be found.',
};

/** A world whose first account is full of instance profiles. */
function crowded(cloud: Cloud): Cloud {
  const account = accountOf(cloud, ACCOUNT);
  const profile = { id: 'x', path: '/', created: 0 };
  const instanceProfiles = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`p${i}`, profile]));
  return { ...cloud, accounts: { ...cloud.accounts, [account.id]: { ...account, instanceProfiles } } };
}

export const IAM_PROFILE_ROWS: readonly Row[] = [
  {
    operation: 'iam:CreateInstanceProfile',
    input: { ...WEB, Path: '/app/', Tags: tags(1) },
    needs: ['iam:CreateInstanceProfile', 'iam:TagInstanceProfile'],
    reply: {
      InstanceProfile: {
        Arn: `arn:aws:iam::${ACCOUNT}:instance-profile/app/web`,
        Roles: [],
        Tags: tags(1),
      },
    },
    faults: [
      {
        code: 'EntityAlreadyExists',
        before: [MADE],
        input: { InstanceProfileName: 'Web' },
        message: 'Instance Profile Web already exists.',
      },
      { code: 'InvalidInput', input: { ...WEB, Tags: [...tags(1), ...tags(1)] } },
      {
        code: 'LimitExceeded',
        world: crowded,
        input: WEB,
        message: 'Cannot exceed quota for InstanceProfilesPerAccount: 1000',
      },
    ],
  },
  {
    operation: 'iam:GetInstanceProfile',
    before: [ROLE, MADE, IN],
    input: WEB,
    needs: ['iam:GetInstanceProfile'],
    reply: { InstanceProfile: { InstanceProfileName: 'web', Roles: [{ RoleName: 'batch' }] } },
    faults: [NO_ENTITY],
  },
  {
    operation: 'iam:ListInstanceProfiles',
    before: [MADE],
    input: {},
    needs: ['iam:ListInstanceProfiles'],
    reply: { InstanceProfiles: [{ InstanceProfileName: 'web' }], IsTruncated: false },
  },
  {
    operation: 'iam:ListInstanceProfilesForRole',
    before: [ROLE, MADE, IN],
    input: { RoleName: 'batch' },
    needs: ['iam:ListInstanceProfilesForRole'],
    reply: { InstanceProfiles: [{ InstanceProfileName: 'web' }] },
    faults: [{ code: 'NoSuchEntity', input: { RoleName: 'nobody' } }],
  },
  {
    operation: 'iam:DeleteInstanceProfile',
    before: [MADE],
    input: WEB,
    needs: ['iam:DeleteInstanceProfile'],
    faults: [
      NO_ENTITY,
      {
        code: 'DeleteConflict',
        before: [ROLE, MADE, IN],
        input: WEB,
        message: 'Cannot delete entity, must remove roles from instance profile first.',
      },
    ],
    never: { LimitExceeded: 'deleting adds nothing' },
  },
  {
    operation: 'iam:AddRoleToInstanceProfile',
    before: [ROLE, MADE],
    input: { ...WEB, RoleName: 'batch' },
    needs: ['iam:AddRoleToInstanceProfile', 'iam:PassRole'],
    faults: [
      also(NO_ENTITY, { RoleName: 'batch' }),
      { code: 'NoSuchEntity', input: { ...WEB, RoleName: 'nobody' } },
      {
        code: 'LimitExceeded',
        before: [ROLE, MADE, IN],
        input: { ...WEB, RoleName: 'batch' },
        message: 'Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1',
      },
      { code: 'UnmodifiableEntity', before: [LINKED, MADE], input: { ...WEB, RoleName: LINKED_ROLE } },
    ],
    never: { EntityAlreadyExists: 'a profile that is full says so by its quota' },
  },
  {
    operation: 'iam:RemoveRoleFromInstanceProfile',
    before: [ROLE, MADE, IN],
    input: { ...WEB, RoleName: 'batch' },
    needs: ['iam:RemoveRoleFromInstanceProfile'],
    faults: [
      also(NO_ENTITY, { RoleName: 'batch' }),
      { code: 'NoSuchEntity', before: [ROLE, MADE], input: { ...WEB, RoleName: 'batch' } },
      { code: 'UnmodifiableEntity', before: [LINKED, MADE], input: { ...WEB, RoleName: LINKED_ROLE } },
    ],
    never: { LimitExceeded: 'taking away adds nothing' },
  },
  {
    operation: 'iam:TagInstanceProfile',
    before: [MADE],
    input: { ...WEB, Tags: tags(2) },
    needs: ['iam:TagInstanceProfile'],
    faults: [
      also(NO_ENTITY, { Tags: tags(1) }),
      { code: 'InvalidInput', input: { ...WEB, Tags: [...tags(1), ...tags(1)] } },
      {
        code: 'LimitExceeded',
        before: [MADE, ['default', 'iam:TagInstanceProfile', { ...WEB, Tags: tags(50) }]],
        input: { ...WEB, Tags: [{ Key: 'more', Value: '' }] },
      },
    ],
  },
  {
    operation: 'iam:UntagInstanceProfile',
    before: [MADE],
    input: { ...WEB, TagKeys: ['k0'] },
    needs: ['iam:UntagInstanceProfile'],
    faults: [also(NO_ENTITY, { TagKeys: ['k0'] })],
    never: { InvalidInput: 'the model says what a key looks like' },
  },
  {
    operation: 'iam:ListInstanceProfileTags',
    before: [['default', 'iam:CreateInstanceProfile', { ...WEB, Tags: tags(2) }]],
    input: WEB,
    needs: ['iam:ListInstanceProfileTags'],
    reply: { Tags: tags(2), IsTruncated: false },
    faults: [NO_ENTITY],
  },
];
