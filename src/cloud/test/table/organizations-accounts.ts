// The table's rows for accounts of an organization.
import {
  full,
  managed,
  NO_UNIT,
  OWN,
  PARTNER,
  ROOT,
  strangers,
  told,
  UNIT,
  unitId,
  wrong,
  FREE,
  TRUSTED,
  DELEGATED,
} from './organizations-world.ts';
import type { Row, Step } from './row.ts';

const NOBODY = '123456789012';
const NO_ACCOUNT = {
  code: 'AccountNotFoundException',
  input: { AccountId: NOBODY },
  message: "You specified an account that doesn't exist.",
};
const NO_PARENT = {
  code: 'ParentNotFoundException',
  message: "You specified parent that doesn't exist.",
};
const MADE: Step = [
  'management',
  'organizations:CreateAccount',
  { Email: 'new@example.com', AccountName: 'new' },
];
const move = { AccountId: OWN, SourceParentId: ROOT, DestinationParentId: NO_UNIT };
const MANAGEMENT = '999900001111';

export const ORGANIZATIONS_ACCOUNT_ROWS: readonly Row[] = [
  managed({
    operation: 'organizations:ListAccounts',
    input: { MaxResults: 1 },
    needs: ['organizations:ListAccounts'],
    reply: { Accounts: [{ Id: MANAGEMENT, Status: 'ACTIVE' }] },
    faults: [...strangers({}), wrong({ NextToken: 'x' })],
  }),
  managed({
    operation: 'organizations:DescribeAccount',
    input: { AccountId: OWN },
    needs: ['organizations:DescribeAccount'],
    reply: {
      Account: {
        Arn: `arn:aws:organizations::${MANAGEMENT}:account/o-gatehouse1/${OWN}`,
        Name: 'learner',
        JoinedMethod: 'INVITED',
      },
    },
    faults: [...strangers({ AccountId: OWN }), wrong({ AccountId: 'x' }), NO_ACCOUNT],
  }),
  managed({
    operation: 'organizations:ListAccountsForParent',
    input: { ParentId: ROOT },
    needs: ['organizations:ListAccountsForParent'],
    reply: { Accounts: [{ Id: MANAGEMENT }, { Id: OWN }, { Id: PARTNER }] },
    faults: [
      ...strangers({ ParentId: ROOT }),
      wrong({ ParentId: 'x' }),
      { ...NO_PARENT, input: { ParentId: NO_UNIT } },
    ],
  }),
  managed({
    operation: 'organizations:MoveAccount',
    before: [UNIT],
    input: (replies) => ({ ...move, DestinationParentId: unitId(replies) }),
    needs: Array.from({ length: 3 }, () => 'organizations:MoveAccount'),
    faults: [
      ...strangers(move),
      wrong({ ...move, AccountId: 'x' }),
      { ...NO_ACCOUNT, input: { ...move, AccountId: NOBODY } },
      { code: 'DestinationParentNotFoundException', input: move },
      {
        code: 'SourceParentNotFoundException',
        input: (replies) => ({ ...move, SourceParentId: NO_UNIT, DestinationParentId: unitId(replies) }),
      },
      { code: 'DuplicateAccountException', input: { ...move, DestinationParentId: ROOT } },
    ],
  }),
  managed({
    operation: 'organizations:RemoveAccountFromOrganization',
    input: { AccountId: OWN },
    needs: ['organizations:RemoveAccountFromOrganization'],
    faults: [
      ...strangers({ AccountId: OWN }),
      wrong({ AccountId: 'x' }),
      NO_ACCOUNT,
      { code: 'MasterCannotLeaveOrganizationException', input: { AccountId: MANAGEMENT } },
      {
        code: 'ConstraintViolationException',
        before: [TRUSTED, DELEGATED],
        input: { AccountId: OWN },
      },
    ],
  }),
  {
    operation: 'organizations:LeaveOrganization',
    input: {},
    needs: ['organizations:LeaveOrganization'],
    faults: [
      { code: 'AWSOrganizationsNotInUseException', before: [FREE], input: {} },
      { code: 'MasterCannotLeaveOrganizationException', as: 'management', input: {} },
      { code: 'ConstraintViolationException', before: [TRUSTED, DELEGATED], input: {} },
    ],
    never: {
      AccessDeniedException: 'every member may leave whose caller may',
      AccountNotFoundException: 'the caller has an account',
      InvalidInputException: 'there is no input',
    },
  },
  managed({
    operation: 'organizations:CloseAccount',
    input: { AccountId: PARTNER },
    needs: ['organizations:CloseAccount'],
    faults: [
      ...strangers({ AccountId: PARTNER }),
      wrong({ AccountId: 'x' }),
      NO_ACCOUNT,
      { code: 'ConstraintViolationException', input: { AccountId: MANAGEMENT } },
      {
        code: 'AccountAlreadyClosedException',
        before: [['management', 'organizations:CloseAccount', { AccountId: PARTNER }]],
        input: { AccountId: PARTNER },
      },
    ],
    never: { ConflictException: 'nobody else changes the account meanwhile' },
  }),
  managed({
    operation: 'organizations:CreateAccount',
    input: { ...(MADE[2] as object), Tags: [{ Key: 'team', Value: 'sea' }] },
    needs: ['organizations:CreateAccount'],
    reply: { CreateAccountStatus: { AccountName: 'new', State: 'IN_PROGRESS' } },
    faults: [
      ...strangers(MADE[2]),
      wrong({ Email: 'nobody', AccountName: 'new' }),
      { code: 'ConstraintViolationException', world: full, input: MADE[2] },
    ],
    never: { FinalizingOrganizationException: 'an organization is ready at once' },
  }),
  managed({
    operation: 'organizations:DescribeCreateAccountStatus',
    before: [MADE],
    input: (replies) => ({ CreateAccountRequestId: told(replies, 'CreateAccountStatus', 'Id') }),
    needs: ['organizations:DescribeCreateAccountStatus'],
    reply: { CreateAccountStatus: { AccountName: 'new' } },
    faults: [
      ...strangers({ CreateAccountRequestId: 'car-00000000' }),
      wrong({ CreateAccountRequestId: 'x' }),
      {
        code: 'CreateAccountStatusNotFoundException',
        input: { CreateAccountRequestId: 'car-00000000' },
      },
    ],
  }),
  managed({
    operation: 'organizations:ListCreateAccountStatus',
    before: [MADE],
    input: { States: ['IN_PROGRESS'] },
    needs: ['organizations:ListCreateAccountStatus'],
    reply: { CreateAccountStatuses: [{ AccountName: 'new' }] },
    faults: [...strangers({}), wrong({ States: ['x'] })],
  }),
];
