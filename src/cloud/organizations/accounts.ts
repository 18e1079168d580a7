// Accounts of an organization: listed, moved, removed, closed. How they come into it are other files.
import { lookup, without, type Cloud, type Organization } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { textOf, type Input, type Operation, type Reply } from '../operation.ts';
import { idPathOf } from '../organization.ts';
import { accountArn, placeArn } from './arns.ts';
import { byManagement, byMembers, byReaders, withOrganization, type Inside } from './caller.ts';
import { listed } from './page.ts';
import { parentOf, placeOf } from './places.ts';
import type { Joined } from './state.ts';
import { onParent } from './units.ts';

/** How an account came to be there; those of a scenario were always there, as invited ones. */
export function joinedOf(cloud: Cloud, organization: Organization, id: string): Joined {
  const name = lookup(cloud.accounts, id)?.name ?? id;
  return (
    lookup(organization.joined ?? {}, id) ?? {
      email: `${name}@example.com`,
      method: 'INVITED',
      joined: lookup(cloud.accounts, id)?.created ?? 0,
    }
  );
}

/** The members that are there already: a new account takes a moment. */
export function memberIds(cloud: Cloud, organization: Organization): readonly string[] {
  return Object.keys(organization.members).filter(
    (id) => joinedOf(cloud, organization, id).joined <= cloud.time,
  );
}

/** What a list of accounts says of one. */
export function accountReply(cloud: Cloud, organization: Organization, id: string): Reply {
  const { email, method, joined, closed } = joinedOf(cloud, organization, id);
  const status = closed === undefined ? 'ACTIVE' : 'SUSPENDED';
  return {
    Id: id,
    Arn: accountArn(organization, id),
    Email: email,
    Name: lookup(cloud.accounts, id)?.name ?? id,
    Status: status,
    State: closed === undefined ? 'ACTIVE' : 'SUSPENDED',
    Paths: [`${idPathOf(organization, lookup(organization.members, id)?.unit)}${id}/`],
    JoinedMethod: method,
    JoinedTimestamp: joined,
  };
}

export function noAccount(): Refused {
  return fault('AccountNotFoundException', "You specified an account that doesn't exist.");
}

/** The account that an input names, when it is a member. */
export function memberIn({ cloud, organization }: Inside, input: Input): string | Refused {
  const id = textOf(input, 'AccountId');
  return memberIds(cloud, organization).includes(id) ? id : noAccount();
}

export const onAccount = ({ organization }: Inside, input: Input): readonly string[] => [
  accountArn(organization, textOf(input, 'AccountId')),
];

const describeAccount = byReaders({
  name: 'DescribeAccount',
  on: onAccount,
  run: (inside, input) => {
    const id = memberIn(inside, input);
    return typeof id === 'string' ? { Account: accountReply(inside.cloud, inside.organization, id) } : id;
  },
});

function accountsOf({ cloud, organization }: Inside, ids: readonly string[]): readonly Reply[] {
  return ids.map((id) => accountReply(cloud, organization, id));
}

const listAccounts = byReaders({
  name: 'ListAccounts',
  run: (inside, input) =>
    listed(input, 'Accounts', accountsOf(inside, memberIds(inside.cloud, inside.organization))),
});

const listAccountsForParent = byReaders({
  name: 'ListAccountsForParent',
  on: onParent,
  run: (inside, input) => {
    const { cloud, organization } = inside;
    const parent = placeOf(cloud, organization, textOf(input, 'ParentId'));
    if (!parent) return fault('ParentNotFoundException', "You specified parent that doesn't exist.");
    const ids = memberIds(cloud, organization).filter(
      (id) => (lookup(organization.members, id)?.unit ?? '') === parent.key,
    );
    return listed(input, 'Accounts', accountsOf(inside, ids));
  },
});

const moveAccount = byManagement({
  name: 'MoveAccount',
  on: (inside, input) => [
    ...onAccount(inside, input),
    placeArn(inside.organization, textOf(input, 'SourceParentId')),
    placeArn(inside.organization, textOf(input, 'DestinationParentId')),
  ],
  run: (inside, input) => {
    const { cloud, organization } = inside;
    const id = memberIn(inside, input);
    if (typeof id !== 'string') return id;
    const member = lookup(organization.members, id);
    const parent = (name: string) => placeOf(cloud, organization, textOf(input, name));
    const [source, destination] = [parent('SourceParentId'), parent('DestinationParentId')];
    const now = parentOf(organization, member?.unit ?? '').id;
    if (!destination || destination.type === 'ACCOUNT')
      return fault(
        'DestinationParentNotFoundException',
        "You specified a destination container that doesn't exist.",
      );
    if (now === destination.id)
      return fault(
        'DuplicateAccountException',
        'That account is already present in the specified destination.',
      );
    if (!source || source.id !== now)
      return fault('SourceParentNotFoundException', "You specified a source root or OU that doesn't exist.");
    const { scp, rcp } = member ?? destination.attached;
    const moved = { scp, rcp, ...(destination.key === '' ? {} : { unit: destination.key }) };
    const members = { ...organization.members, [id]: moved };
    return { cloud: withOrganization(cloud, { ...organization, members }), reply: {} };
  },
});

/** The organization without an account, which goes on alone. One that was created here cannot. Source: api-organizations. */
function leave({ cloud, organization }: Inside, id: string) {
  if (id === organization.management)
    return fault(
      'MasterCannotLeaveOrganizationException',
      "You can't remove the management account from an organization.",
    );
  if (joinedOf(cloud, organization, id).method === 'CREATED')
    return fault(
      'ConstraintViolationException',
      'The member account is missing one or more of the prerequisites required to operate as a standalone account. To add what is missing, sign-in to the member account using the AWS Organizations console, then select to leave the organization.',
    );
  if (lookup(organization.delegated ?? {}, id))
    return fault(
      'ConstraintViolationException',
      'You cannot remove an account that is a delegated administrator for a service from the organization.',
    );
  const next: Organization = {
    ...organization,
    members: without(organization.members, id),
    joined: without(organization.joined ?? {}, id),
  };
  return { cloud: withOrganization(cloud, next), reply: {} };
}

const removeAccount = byManagement({
  name: 'RemoveAccountFromOrganization',
  on: onAccount,
  run: (inside, input) => {
    const id = memberIn(inside, input);
    return typeof id === 'string' ? leave(inside, id) : id;
  },
});

const leaveOrganization = byMembers({
  name: 'LeaveOrganization',
  run: (inside) => leave(inside, inside.account.id),
});

const closeAccount = byManagement({
  name: 'CloseAccount',
  on: onAccount,
  run: (inside, input) => {
    const { cloud, organization } = inside;
    const id = memberIn(inside, input);
    if (typeof id !== 'string') return id;
    if (id === organization.management)
      return fault('ConstraintViolationException', 'You cannot close the management account.');
    const joined = joinedOf(cloud, organization, id);
    if (joined.closed !== undefined)
      return fault('AccountAlreadyClosedException', 'The provided account is already closed.');
    const next = {
      ...organization,
      joined: { ...organization.joined, [id]: { ...joined, closed: cloud.time } },
    };
    return { cloud: withOrganization(cloud, next), reply: {} };
  },
});

export const ACCOUNTS: readonly Operation[] = [
  ...[describeAccount, listAccounts, listAccountsForParent, moveAccount],
  ...[removeAccount, leaveOrganization, closeAccount],
];
