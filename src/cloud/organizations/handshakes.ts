// Invitations: the management account asks an account, which accepts or declines.
import { lookup, type Account, type Cloud, type Organization } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { issueText } from '../ids.ts';
import { isStructure, textOf, type Input, type Operation, type Reply, type Site } from '../operation.ts';
import { organizationOf } from '../organization.ts';
import { requestTagKeys, tagsIn } from '../tags.ts';
import { joinedOf } from './accounts.ts';
import { accountArn, handshakeArn } from './arns.ts';
import { byManagement, withOrganization } from './caller.ts';
import { listed } from './page.ts';
import type { Handshake } from './state.ts';
import { firstPolicies } from './units.ts';

/** Fifteen days. Source: api-organizations. */
const LASTS = 15 * 24 * 3_600_000;

function stateOf(cloud: Cloud, { state, expires }: Handshake): string {
  return state === 'OPEN' && cloud.time >= expires ? 'EXPIRED' : state;
}

function handshakeReply(cloud: Cloud, organization: Organization, handshake: Handshake): Reply {
  const { id, action, target, notes, requested, expires } = handshake;
  const { email } = joinedOf(cloud, organization, organization.management);
  const name = lookup(cloud.accounts, organization.management)?.name ?? organization.management;
  const about = [
    { Value: email, Type: 'MASTER_EMAIL' },
    { Value: name, Type: 'MASTER_NAME' },
    { Value: organization.features ?? 'ALL', Type: 'ORGANIZATION_FEATURE_SET' },
  ];
  const isInvitation = action === 'INVITE';
  return {
    Id: id,
    Arn: handshakeArn(organization, action, id),
    Parties: [
      { Id: organization.id.slice(2), Type: 'ORGANIZATION' },
      ...(isInvitation ? [{ Id: target.id, Type: target.type }] : []),
    ],
    State: stateOf(cloud, handshake),
    RequestedTimestamp: requested,
    ExpirationTimestamp: expires,
    Action: action,
    Resources: [
      { Value: organization.id, Type: 'ORGANIZATION', ...(isInvitation ? { Resources: about } : {}) },
      ...(isInvitation ? [{ Value: target.id, Type: target.type }] : []),
      ...(notes === undefined ? [] : [{ Value: notes, Type: 'NOTES' }]),
    ],
  };
}

/** The cloud with a new handshake, and the answer that tells it. */
export function openHandshake(
  cloud: Cloud,
  organization: Organization,
  wanted: Pick<Handshake, 'action' | 'target' | 'state'> & Partial<Handshake>,
) {
  const issued = issueText(cloud, 12);
  const id = `h-${issued.id.toLowerCase()}`;
  const handshake: Handshake = { ...wanted, id, requested: cloud.time, expires: cloud.time + LASTS };
  const next = { ...organization, handshakes: { ...organization.handshakes, [id]: handshake } };
  return {
    cloud: withOrganization(issued.cloud, next),
    reply: { Handshake: handshakeReply(cloud, next, handshake) },
  };
}

const invite = byManagement({
  name: 'InviteAccountToOrganization',
  on: ({ organization }, input) => {
    const { id, type } = targetIn(input);
    return type === 'ACCOUNT' ? [accountArn(organization, id)] : ['*'];
  },
  context: (_, input) => requestTagKeys(tagsIn(input)),
  run: ({ cloud, organization }, input) => {
    const target = targetIn(input);
    const asked = Object.values(organization.handshakes ?? {}).some(
      (one) => one.target.id === target.id && stateOf(cloud, one) === 'OPEN',
    );
    if (asked)
      return fault(
        'DuplicateHandshakeException',
        'A handshake with the same action and target already exists.',
      );
    if (target.type === 'ACCOUNT' && organizationOf(cloud, target.id))
      return fault(
        'HandshakeConstraintViolationException',
        'The account you specified is already a member of an organization.',
      );
    if (target.type === 'ACCOUNT' && !lookup(cloud.accounts, target.id))
      return fault('InvalidInputException', "You specified an account that doesn't exist.");
    const notes = textOf(input, 'Notes');
    const tags = tagsIn(input);
    return openHandshake(cloud, organization, {
      action: 'INVITE',
      target,
      state: 'OPEN',
      ...(notes === '' ? {} : { notes }),
      ...(Object.keys(tags).length > 0 ? { tags } : {}),
    });
  },
});

function targetIn(input: Input): Handshake['target'] {
  const target = isStructure(input['Target']) ? input['Target'] : {};
  return { id: textOf(target, 'Id'), type: textOf(target, 'Type') };
}

interface Found {
  readonly organization: Organization;
  readonly handshake: Handshake;
}

/** Only the two parties see a handshake. */
function handshakesFor(cloud: Cloud, account: Account): readonly Found[] {
  const email = `${account.name ?? account.id}@example.com`;
  return Object.values(cloud.organizations ?? {}).flatMap((organization) =>
    Object.values(organization.handshakes ?? {})
      .filter(
        ({ target }) =>
          organization.management === account.id || target.id === account.id || target.id === email,
      )
      .map((handshake) => ({ organization, handshake })),
  );
}

function handshakeIn({ cloud, account }: Site, input: Input): Found | Refused {
  return (
    handshakesFor(cloud, account).find(({ handshake }) => handshake.id === textOf(input, 'HandshakeId')) ??
    fault('HandshakeNotFoundException', "We can't find a handshake with the HandshakeId that you specified.")
  );
}

/** What must hold before a handshake goes to another state. */
function toState(
  name: string,
  state: Handshake['state'],
  isTheirs: (found: Found, account: Account) => boolean,
  then: (site: Site, found: Found) => Organization | Refused,
): Operation {
  const action = `organizations:${name}`;
  return {
    name: action,
    needs: () => [{ action, on: '*' }],
    run: (site, input) => {
      const found = handshakeIn(site, input);
      if (isRefused(found)) return found;
      const now = stateOf(site.cloud, found.handshake);
      if (now === state)
        return fault(
          'HandshakeAlreadyInStateException',
          `The specified handshake is already in the requested state.`,
        );
      if (now !== 'OPEN' || !isTheirs(found, site.account))
        return fault(
          'InvalidHandshakeTransitionException',
          "You can't perform the operation on the handshake in its current state.",
        );
      const next = then(site, found);
      if (isRefused(next)) return next;
      const handshake = { ...found.handshake, state };
      const kept = { ...next, handshakes: { ...next.handshakes, [handshake.id]: handshake } };
      return {
        cloud: withOrganization(site.cloud, kept),
        reply: { Handshake: handshakeReply(site.cloud, kept, handshake) },
      };
    },
  };
}

const isInvited = ({ organization }: Found, account: Account): boolean =>
  organization.management !== account.id;
const isInviter = (found: Found, account: Account): boolean => !isInvited(found, account);
const asItWas = (_: Site, { organization }: Found): Organization => organization;

const accept = toState('AcceptHandshake', 'ACCEPTED', isInvited, ({ cloud, account }, { organization }) => {
  if (organizationOf(cloud, account.id))
    return fault(
      'HandshakeConstraintViolationException',
      'The account you specified is already a member of an organization.',
    );
  const email = `${account.name ?? account.id}@example.com`;
  return {
    ...organization,
    members: { ...organization.members, [account.id]: firstPolicies(organization) },
    joined: { ...organization.joined, [account.id]: { email, method: 'INVITED', joined: cloud.time } },
  };
});
const decline = toState('DeclineHandshake', 'DECLINED', isInvited, asItWas);
const cancel = toState('CancelHandshake', 'CANCELED', isInviter, asItWas);

const describe: Operation = {
  name: 'organizations:DescribeHandshake',
  needs: () => [{ action: 'organizations:DescribeHandshake', on: '*' }],
  run: (site, input) => {
    const found = handshakeIn(site, input);
    if (isRefused(found)) return found;
    const reply = { Handshake: handshakeReply(site.cloud, found.organization, found.handshake) };
    return { cloud: site.cloud, reply };
  },
};

function listing(input: Input, cloud: Cloud, all: readonly Found[]): Reply | Refused {
  const filter = isStructure(input['Filter']) ? textOf(input['Filter'], 'ActionType') : '';
  const wanted = all.filter(({ handshake }) => filter === '' || handshake.action === filter);
  return listed(
    input,
    'Handshakes',
    wanted.map(({ organization, handshake }) => handshakeReply(cloud, organization, handshake)),
  );
}

const listForOrganization = byManagement({
  name: 'ListHandshakesForOrganization',
  run: ({ cloud, organization }, input) =>
    listing(
      input,
      cloud,
      Object.values(organization.handshakes ?? {}).map((handshake) => ({ organization, handshake })),
    ),
});

const listForAccount: Operation = {
  name: 'organizations:ListHandshakesForAccount',
  needs: () => [{ action: 'organizations:ListHandshakesForAccount', on: '*' }],
  run: ({ cloud, account }, input) => {
    const own = handshakesFor(cloud, account).filter((found) => isInvited(found, account));
    const reply = listing(input, cloud, own);
    return isRefused(reply) ? reply : { cloud, reply };
  },
};

export const HANDSHAKES: readonly Operation[] = [
  ...[invite, accept, decline, cancel, describe, listForOrganization, listForAccount],
];
