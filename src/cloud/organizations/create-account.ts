// New accounts. One takes a few seconds; then it has a role that trusts the management account.
import { lookup, type Account, type Cloud, type Organization, type Role } from '../cloud.ts';
import { fault } from '../fault.ts';
import { issueDigits, issueId, issueText } from '../ids.ts';
import { present, textOf, textsOf, type Operation, type Reply } from '../operation.ts';
import { requestTagKeys, tagsIn } from '../tags.ts';
import { byManagement, byReaders, withOrganization } from './caller.ts';
import { listed } from './page.ts';
import type { AccountRequest } from './state.ts';
import { firstPolicies } from './units.ts';

/** Accounts of an organization, closed ones included. Source: org-quotas. */
const MOST = 10;
const TAKES = 5_000;
const USUAL_ROLE = 'OrganizationAccountAccessRole';
const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';

function statusReply(cloud: Cloud, id: string, request: AccountRequest): Reply {
  const { name, account, requested, completed } = request;
  const isDone = cloud.time >= completed;
  return present({
    Id: id,
    AccountName: name,
    State: isDone ? 'SUCCEEDED' : 'IN_PROGRESS',
    RequestedTimestamp: requested,
    CompletedTimestamp: isDone ? completed : undefined,
    AccountId: isDone ? account : undefined,
  });
}

function emptyAccount(id: string, name: string, region: string, created: number): Account {
  return {
    ...{ id, name, region, created },
    ...{ users: {}, groups: {}, roles: {}, policies: {}, instanceProfiles: {} },
    ...{ tables: {}, buckets: {}, instances: {} },
  };
}

function accessRole(id: string, created: number, management: string): Role {
  const statement = {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${management}:root` },
    Action: 'sts:AssumeRole',
  };
  return {
    ...{ path: '/', id, created, inline: {}, attached: [ADMINISTRATOR], tags: {} },
    trust: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
  };
}

const createAccount = byManagement({
  name: 'CreateAccount',
  context: (_, input) => requestTagKeys(tagsIn(input)),
  run: ({ cloud, account, organization }, input) => {
    if (Object.keys(organization.members).length >= MOST)
      return fault('ConstraintViolationException', 'You have exceeded the allowed number of AWS accounts.');
    const number = newNumber(cloud);
    const request = issueText(number.cloud, 10);
    const role = issueId(request.cloud, 'AROA');
    const id = `car-${request.id.toLowerCase()}`;
    const name = textOf(input, 'AccountName');
    const completed = cloud.time + TAKES;
    const made: Account = {
      ...emptyAccount(number.id, name, account.region, completed),
      roles: {
        [textOf(input, 'RoleName') || USUAL_ROLE]: accessRole(role.id, completed, organization.management),
      },
    };
    const asked: AccountRequest = { name, account: number.id, requested: cloud.time, completed };
    const tags = tagsIn(input);
    const next: Organization = {
      ...organization,
      members: { ...organization.members, [number.id]: firstPolicies(organization) },
      joined: {
        ...organization.joined,
        [number.id]: { email: textOf(input, 'Email'), method: 'CREATED', joined: completed },
      },
      requests: { ...organization.requests, [id]: asked },
      ...(Object.keys(tags).length > 0 ? { tags: { ...organization.tags, [number.id]: tags } } : {}),
    };
    const grown = { ...role.cloud, accounts: { ...cloud.accounts, [number.id]: made } };
    return {
      cloud: withOrganization(grown, next),
      reply: { CreateAccountStatus: statusReply(cloud, id, asked) },
    };
  },
});

/** Twelve digits that no account has. */
function newNumber(cloud: Cloud): ReturnType<typeof issueDigits> {
  const issued = issueDigits(cloud, 12);
  return lookup(cloud.accounts, issued.id) || issued.id.startsWith('0') ? newNumber(issued.cloud) : issued;
}

const describeStatus = byReaders({
  name: 'DescribeCreateAccountStatus',
  run: ({ cloud, organization }, input) => {
    const id = textOf(input, 'CreateAccountRequestId');
    const request = lookup(organization.requests ?? {}, id);
    return request
      ? { CreateAccountStatus: statusReply(cloud, id, request) }
      : fault(
          'CreateAccountStatusNotFoundException',
          "We can't find a create account request with the CreateAccountRequestId that you specified.",
        );
  },
});

const listStatus = byReaders({
  name: 'ListCreateAccountStatus',
  run: ({ cloud, organization }, input) => {
    const states = textsOf(input, 'States');
    const all = Object.entries(organization.requests ?? {})
      .map(([id, request]) => statusReply(cloud, id, request))
      .filter(({ State }) => states.length === 0 || states.some((state) => state === State));
    return listed(input, 'CreateAccountStatuses', all);
  },
});

export const CREATE_ACCOUNT: readonly Operation[] = [createAccount, describeStatus, listStatus];
