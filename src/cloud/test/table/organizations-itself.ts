// The table's rows for the organization itself and its invitations.
import {
  alone,
  FREE,
  handshakeId,
  INVITED,
  managed,
  ORGANIZATION,
  OWN,
  PARTNER,
  ROOT,
  strangers,
  wrong,
} from './organizations-world.ts';
import type { Failing, Row, Step } from './row.ts';

const NO_HANDSHAKE: Failing = {
  code: 'HandshakeNotFoundException',
  input: { HandshakeId: 'h-00000000' },
};
const NO_ACCESS = { AccessDeniedException: 'the two parties may, and others find no handshake' };
const invite = { Target: { Id: OWN, Type: 'ACCOUNT' } };
const to = (as: string, name: string): Step => [
  as,
  `organizations:${name}`,
  (replies) => ({ HandshakeId: handshakeId(replies) }),
];
/** The rows of an answer to an invitation. */
function answering(as: string, name: string, other: Step, more: Partial<Row> = {}): Row {
  return {
    as,
    operation: `organizations:${name}`,
    before: [FREE, INVITED],
    input: (replies) => ({ HandshakeId: handshakeId(replies) }),
    needs: [`organizations:${name}`],
    ...more,
    faults: [
      wrong({ HandshakeId: 'x' }),
      NO_HANDSHAKE,
      {
        code: 'HandshakeAlreadyInStateException',
        before: [FREE, INVITED, to(as, name)],
        input: (replies) => ({ HandshakeId: handshakeId(replies) }),
      },
      {
        code: 'InvalidHandshakeTransitionException',
        before: [FREE, INVITED, other],
        input: (replies) => ({ HandshakeId: handshakeId(replies) }),
      },
      ...(more.faults ?? []),
    ],
    never: { ...NO_ACCESS, ...more.never },
  };
}

export const ORGANIZATIONS_ITSELF_ROWS: readonly Row[] = [
  {
    operation: 'organizations:CreateOrganization',
    before: [FREE],
    input: {},
    needs: ['organizations:CreateOrganization'],
    reply: { Organization: { FeatureSet: 'ALL', MasterAccountId: OWN } },
    faults: [
      { code: 'AlreadyInOrganizationException', before: [], input: {} },
      wrong({ FeatureSet: 'SOME' }),
    ],
    never: {
      AccessDeniedException: 'every account may make one whose caller may',
      AccessDeniedForDependencyException: 'its service-linked role is not made here',
      ConstraintViolationException: 'no quota is in the way',
    },
  },
  managed({
    operation: 'organizations:DescribeOrganization',
    input: {},
    needs: ['organizations:DescribeOrganization'],
    reply: { Organization: { Id: ORGANIZATION, FeatureSet: 'ALL' } },
    faults: [{ code: 'AWSOrganizationsNotInUseException', world: alone, input: {} }],
    never: { AccessDeniedException: 'every member may read it' },
  }),
  managed({
    operation: 'organizations:DeleteOrganization',
    before: [FREE, ['partner', 'organizations:LeaveOrganization', {}]],
    input: {},
    needs: ['organizations:DeleteOrganization'],
    faults: [
      { code: 'AccessDeniedException', as: 'default', before: [], input: {} },
      { code: 'AWSOrganizationsNotInUseException', as: 'default', input: {} },
      { code: 'OrganizationNotEmptyException', before: [], input: {} },
    ],
    never: {
      ConstraintViolationException: 'only members are in the way',
      InvalidInputException: 'there is no input',
    },
  }),
  {
    as: 'default',
    operation: 'organizations:EnableAllFeatures',
    before: [FREE, ['default', 'organizations:CreateOrganization', { FeatureSet: 'CONSOLIDATED_BILLING' }]],
    input: {},
    needs: ['organizations:EnableAllFeatures'],
    reply: { Handshake: { Action: 'ENABLE_ALL_FEATURES', State: 'ACCEPTED' } },
    faults: [
      { code: 'AccessDeniedException', before: [], input: {} },
      { code: 'AWSOrganizationsNotInUseException', before: [FREE], input: {} },
      { code: 'HandshakeConstraintViolationException', as: 'management', input: {} },
    ],
    never: {
      ConstraintViolationException: 'no quota is in the way',
      InvalidInputException: 'there is no input',
    },
  },
  managed({
    operation: 'organizations:ListRoots',
    input: {},
    needs: ['organizations:ListRoots'],
    reply: { Roots: [{ Id: ROOT, Name: 'Root' }] },
    faults: [...strangers({}), wrong({ MaxResults: 21 })],
  }),
  managed({
    operation: 'organizations:InviteAccountToOrganization',
    before: [FREE],
    input: { ...invite, Notes: 'come back', Tags: [{ Key: 'team', Value: 'sea' }] },
    needs: ['organizations:InviteAccountToOrganization'],
    reply: { Handshake: { Action: 'INVITE', State: 'OPEN' } },
    faults: [
      { code: 'AccessDeniedException', as: 'partner', input: invite },
      { code: 'AWSOrganizationsNotInUseException', as: 'default', input: invite },
      wrong({ Target: { Id: OWN, Type: 'PERSON' } }),
      { code: 'DuplicateHandshakeException', before: [FREE, INVITED], input: invite },
      {
        code: 'HandshakeConstraintViolationException',
        input: { Target: { Id: PARTNER, Type: 'ACCOUNT' } },
      },
    ],
    never: {
      AccountOwnerNotVerifiedException: 'every address here is verified',
      ConstraintViolationException: 'no quota of invitations is met',
      FinalizingOrganizationException: 'an organization is ready at once',
    },
  }),
  answering('default', 'AcceptHandshake', to('default', 'DeclineHandshake'), {
    reply: { Handshake: { State: 'ACCEPTED' } },
    faults: [
      {
        code: 'HandshakeConstraintViolationException',
        before: [FREE, INVITED, ['default', 'organizations:CreateOrganization', {}]],
        input: (replies) => ({ HandshakeId: handshakeId(replies) }),
      },
    ],
    never: {
      AccessDeniedForDependencyException: 'its service-linked role is not made here',
      AWSOrganizationsNotInUseException: 'whoever accepts is in no organization yet',
      ConstraintViolationException: 'no quota is in the way',
      MasterCannotLeaveOrganizationException: 'whoever is in an organization accepts nothing',
    },
  }),
  answering('default', 'DeclineHandshake', to('management', 'CancelHandshake'), {
    reply: { Handshake: { State: 'DECLINED' } },
  }),
  answering('management', 'CancelHandshake', to('default', 'DeclineHandshake'), {
    reply: { Handshake: { State: 'CANCELED' } },
  }),
  {
    operation: 'organizations:DescribeHandshake',
    before: [FREE, INVITED],
    input: (replies) => ({ HandshakeId: handshakeId(replies) }),
    needs: ['organizations:DescribeHandshake'],
    reply: { Handshake: { State: 'OPEN' } },
    faults: [wrong({ HandshakeId: 'x' }), NO_HANDSHAKE],
    never: NO_ACCESS,
  },
  {
    operation: 'organizations:ListHandshakesForAccount',
    before: [FREE, INVITED],
    input: { Filter: { ActionType: 'INVITE' } },
    needs: ['organizations:ListHandshakesForAccount'],
    reply: { Handshakes: [{ State: 'OPEN' }] },
    faults: [wrong({ MaxResults: 21 })],
    never: NO_ACCESS,
  },
  managed({
    operation: 'organizations:ListHandshakesForOrganization',
    before: [FREE, INVITED],
    input: {},
    needs: ['organizations:ListHandshakesForOrganization'],
    reply: { Handshakes: [{ Action: 'INVITE' }] },
    faults: [
      { code: 'AccessDeniedException', as: 'partner', input: {} },
      { code: 'AWSOrganizationsNotInUseException', as: 'default', input: {} },
      wrong({ MaxResults: 21 }),
    ],
  }),
];
