// The table's rows for groups.
import { accountOf, type Cloud } from '../../index.ts';
import type { Reply } from '../../operation.ts';
import type { Failing, Row, Step } from './row.ts';

const DEVELOPERS: Step = ['default', 'iam:CreateGroup', { GroupName: 'developers', Path: '/dev/' }];
const JOIN: Step = ['default', 'iam:AddUserToGroup', { GroupName: 'developers', UserName: 'admin' }];
const GROUP = { GroupName: 'developers' };
const MEMBER = { ...GROUP, UserName: 'admin' };
const ARN = 'arn:aws:iam::111122223333:group/dev/developers';
const REPLY: Reply = { Path: '/dev/', GroupName: 'developers', Arn: ARN };

const NO_GROUP: Failing = {
  code: 'NoSuchEntity',
  input: { GroupName: 'nobody', UserName: 'admin' },
  message: 'The group with name nobody cannot be found.',
};
const NO_USER: Failing = {
  code: 'NoSuchEntity',
  input: { ...GROUP, UserName: 'nobody' },
  message: 'The user with name nobody cannot be found.',
};
const ADDS_NOTHING = { LimitExceeded: 'there is nothing more of it afterwards' };

/** A world whose first account is full of groups. */
function crowded(cloud: Cloud): Cloud {
  const account = accountOf(cloud, '111122223333');
  const one = { path: '/', id: 'AGPATERNCROWDCROWDCRX', created: 0, inline: {}, attached: [] };
  const groups = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`group-${i}`, one] as const));
  return { ...cloud, accounts: { ...cloud.accounts, [account.id]: { ...account, groups } } };
}

const conflict = (before: readonly Step[], must: string): Failing => ({
  code: 'DeleteConflict',
  before: [DEVELOPERS, ...before],
  input: GROUP,
  message: `Cannot delete entity, ${must} first.`,
});

const READ = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
});

export const IAM_GROUP_ROWS: readonly Row[] = [
  {
    operation: 'iam:CreateGroup',
    input: { GroupName: 'developers', Path: '/dev/' },
    needs: ['iam:CreateGroup'],
    reply: { Group: REPLY },
    faults: [
      {
        code: 'EntityAlreadyExists',
        before: [DEVELOPERS],
        input: { GroupName: 'Developers' },
        message: 'Group with name Developers already exists.',
      },
      {
        code: 'LimitExceeded',
        world: crowded,
        input: GROUP,
        message: 'Cannot exceed quota for GroupsPerAccount: 300',
      },
      { code: 'ValidationError', input: { GroupName: 'no name' } },
    ],
    never: { NoSuchEntity: 'it names nothing that must be there' },
  },
  {
    operation: 'iam:GetGroup',
    before: [DEVELOPERS, JOIN],
    input: GROUP,
    needs: ['iam:GetGroup'],
    reply: { Group: REPLY, Users: [{ UserName: 'admin' }], IsTruncated: false },
    faults: [NO_GROUP, { code: 'ValidationError', input: { ...GROUP, Marker: 'none' } }],
  },
  {
    operation: 'iam:ListGroups',
    before: [DEVELOPERS, ['default', 'iam:CreateGroup', { GroupName: 'auditors' }]],
    input: { PathPrefix: '/dev/' },
    needs: ['iam:ListGroups'],
    reply: { Groups: [REPLY], IsTruncated: false },
    faults: [{ code: 'ValidationError', input: { MaxItems: 0 } }],
  },
  {
    operation: 'iam:UpdateGroup',
    before: [DEVELOPERS, JOIN],
    input: { ...GROUP, NewGroupName: 'builders', NewPath: '/' },
    needs: ['iam:UpdateGroup', 'iam:UpdateGroup'],
    faults: [
      NO_GROUP,
      {
        code: 'EntityAlreadyExists',
        before: [DEVELOPERS, ['default', 'iam:CreateGroup', { GroupName: 'Builders' }]],
        input: { ...GROUP, NewGroupName: 'builders' },
        message: 'Group with name builders already exists.',
      },
    ],
    never: ADDS_NOTHING,
  },
  {
    operation: 'iam:DeleteGroup',
    before: [DEVELOPERS],
    input: GROUP,
    needs: ['iam:DeleteGroup'],
    faults: [
      NO_GROUP,
      conflict([JOIN], 'must remove users from group'),
      conflict(
        [['default', 'iam:PutGroupPolicy', { ...GROUP, PolicyName: 'read', PolicyDocument: READ }]],
        'must delete policies',
      ),
      conflict(
        [
          [
            'default',
            'iam:AttachGroupPolicy',
            { ...GROUP, PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
          ],
        ],
        'must detach all policies',
      ),
    ],
    never: ADDS_NOTHING,
  },
  {
    operation: 'iam:AddUserToGroup',
    before: [DEVELOPERS],
    input: MEMBER,
    needs: ['iam:AddUserToGroup'],
    faults: [
      NO_GROUP,
      NO_USER,
      {
        code: 'LimitExceeded',
        before: [
          DEVELOPERS,
          ...Array.from({ length: 10 }, (_, i) => `group-${i}`).flatMap((GroupName): Step[] => [
            ['default', 'iam:CreateGroup', { GroupName }],
            ['default', 'iam:AddUserToGroup', { GroupName, UserName: 'admin' }],
          ]),
        ],
        input: MEMBER,
        message: 'Cannot exceed quota for GroupsPerUser: 10',
      },
    ],
  },
  {
    operation: 'iam:RemoveUserFromGroup',
    before: [DEVELOPERS, JOIN],
    input: MEMBER,
    needs: ['iam:RemoveUserFromGroup'],
    faults: [NO_GROUP, NO_USER, { code: 'NoSuchEntity', before: [DEVELOPERS], input: MEMBER }],
    never: ADDS_NOTHING,
  },
  {
    operation: 'iam:ListGroupsForUser',
    before: [DEVELOPERS, JOIN],
    input: { UserName: 'admin' },
    needs: ['iam:ListGroupsForUser'],
    reply: { Groups: [REPLY], IsTruncated: false },
    faults: [NO_USER],
  },
];
