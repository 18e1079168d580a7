// The table's rows for users.
import { accountOf, type Cloud } from '../../index.ts';
import type { Row, Step } from './row.ts';

const MEI: Step = ['default', 'iam:CreateUser', { UserName: 'mei.tan', Path: '/dev/' }];
const tags = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, i) => ({ Key: `k${i}`, Value: 'v' }));
/** A world whose first account is full of users. */
function crowded(cloud: Cloud): Cloud {
  const account = accountOf(cloud, '111122223333');
  const [user] = Object.values(account.users);
  const crowd = user ? Array.from({ length: 5000 }, (_, i) => [`user-${i}`, user] as const) : [];
  const users = { ...Object.fromEntries(crowd), ...account.users };
  return { ...cloud, accounts: { ...cloud.accounts, [account.id]: { ...account, users } } };
}

const NOBODY = { UserName: 'nobody' };
const NO_ENTITY = {
  code: 'NoSuchEntity',
  input: NOBODY,
  message: 'The user with name nobody cannot be found.',
};
const ARN = 'arn:aws:iam::111122223333:user/dev/mei.tan';

export const IAM_USERS: readonly Row[] = [
  {
    operation: 'iam:CreateUser',
    input: { UserName: 'mei.tan', Path: '/dev/', Tags: [{ Key: 'team', Value: 'booking' }] },
    needs: ['iam:CreateUser', 'iam:TagUser'],
    reply: {
      User: { Path: '/dev/', UserName: 'mei.tan', Arn: ARN, Tags: [{ Key: 'team', Value: 'booking' }] },
    },
    faults: [
      {
        code: 'EntityAlreadyExists',
        before: [MEI],
        input: { UserName: 'MEI.TAN' },
        message: 'User with name MEI.TAN already exists.',
      },
      { code: 'LimitExceeded', world: crowded, input: { UserName: 'one-more' } },
      { code: 'InvalidInput', input: { UserName: 'x', Tags: [...tags(1), ...tags(1)] } },
      {
        code: 'NoSuchEntity',
        input: { UserName: 'x', PermissionsBoundary: 'arn:aws:iam::111122223333:policy/None' },
      },
      { code: 'ValidationError', input: { UserName: 'not a name' } },
    ],
  },
  {
    operation: 'iam:GetUser',
    before: [MEI],
    input: { UserName: 'mei.tan' },
    needs: ['iam:GetUser'],
    reply: { User: { Arn: ARN } },
    faults: [NO_ENTITY],
  },
  {
    operation: 'iam:ListUsers',
    before: [MEI],
    input: { PathPrefix: '/dev/' },
    needs: ['iam:ListUsers'],
    reply: { Users: [{ UserName: 'mei.tan' }], IsTruncated: false },
  },
  {
    operation: 'iam:UpdateUser',
    before: [MEI],
    input: { UserName: 'mei.tan', NewUserName: 'mei' },
    needs: ['iam:UpdateUser', 'iam:UpdateUser'],
    faults: [
      NO_ENTITY,
      { code: 'EntityAlreadyExists', input: { UserName: 'mei.tan', NewUserName: 'Admin' } },
    ],
    never: { LimitExceeded: 'renaming adds nobody' },
  },
  {
    operation: 'iam:DeleteUser',
    before: [MEI],
    input: { UserName: 'mei.tan' },
    needs: ['iam:DeleteUser'],
    faults: [
      NO_ENTITY,
      {
        code: 'DeleteConflict',
        input: { UserName: 'admin' },
        message: 'Cannot delete entity, must delete access keys first.',
      },
    ],
    never: { LimitExceeded: 'deleting adds nothing' },
  },
  {
    operation: 'iam:TagUser',
    before: [MEI],
    input: { UserName: 'mei.tan', Tags: tags(50) },
    needs: ['iam:TagUser'],
    faults: [
      { ...NO_ENTITY, input: { ...NOBODY, Tags: tags(1) } },
      { code: 'InvalidInput', input: { UserName: 'mei.tan', Tags: [...tags(1), ...tags(1)] } },
      {
        code: 'LimitExceeded',
        before: [MEI, ['default', 'iam:TagUser', { UserName: 'mei.tan', Tags: tags(50) }]],
        input: { UserName: 'mei.tan', Tags: [{ Key: 'more', Value: '' }] },
      },
    ],
  },
  {
    operation: 'iam:UntagUser',
    before: [['default', 'iam:CreateUser', { UserName: 'mei.tan', Tags: tags(2) }]],
    input: { UserName: 'mei.tan', TagKeys: ['k0'] },
    needs: ['iam:UntagUser'],
    faults: [{ ...NO_ENTITY, input: { ...NOBODY, TagKeys: ['k0'] } }],
  },
  {
    operation: 'iam:ListUserTags',
    before: [['default', 'iam:CreateUser', { UserName: 'mei.tan', Tags: tags(2) }]],
    input: { UserName: 'mei.tan' },
    needs: ['iam:ListUserTags'],
    reply: { Tags: tags(2), IsTruncated: false },
    faults: [NO_ENTITY],
  },
];
