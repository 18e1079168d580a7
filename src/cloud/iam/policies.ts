// Managed policies made, read, listed, tagged and deleted, and who uses them. Those of AWS are read the same way.
import type { BareRequest } from '../authorize.ts';
import { lookup, without, type Account } from '../cloud.ts';
import { fault, isRefused } from '../fault.ts';
import { textOf, type Input, type Operation, type Reply, type Site } from '../operation.ts';
import { answered, changed } from './changed.ts';
import { CREATE_POLICY } from './create-policy.ts';
import { isUnder, pageAs, pageOf } from './found.ts';
import { namedPolicy, notFound, pathIn } from './named-policy.ts';
import { ownPolicyIn, withPolicy } from './own-policy.ts';
import { awsPolicyReply, policyReply, usagesOf, wholePolicyReply, type Usage } from './policy-reply.ts';
import { tagOperations } from './tag-operations.ts';

export function onPolicy(action: string, _: Site, input: Input): BareRequest {
  return { action, on: textOf(input, 'PolicyArn') };
}

const getPolicy: Operation = {
  name: 'iam:GetPolicy',
  needs: (site, input) => [onPolicy('iam:GetPolicy', site, input)],
  run: ({ cloud, account }, input) => {
    const found = namedPolicy(cloud, account, textOf(input, 'PolicyArn'), notFound);
    return isRefused(found)
      ? found
      : { cloud, reply: { Policy: wholePolicyReply(cloud, account, found.policy) } };
  },
};

interface Listed {
  readonly path: string;
  readonly usage: Usage | undefined;
  readonly reply: () => Reply;
}

/** Those of the account first, as AWS answers them. */
function listed({ cloud, account }: Site, input: Input): readonly Listed[] {
  const scope = textOf(input, 'Scope');
  const usages = usagesOf(account);
  const own = Object.entries(scope === 'AWS' ? {} : account.policies).map(([name, policy]): Listed => {
    const usage = usages.get(name);
    return { path: policy.path, usage, reply: () => policyReply(account, name, policy, usage) };
  });
  const aws = Object.entries(scope === 'Local' ? {} : (cloud.awsPolicies ?? {})).map(
    ([arn, policy]): Listed => {
      const usage = usages.get(arn);
      return { path: pathIn(arn), usage, reply: () => awsPolicyReply(arn, policy, usage) };
    },
  );
  return [...own, ...aws];
}

function isWanted(input: Input, usage: Usage = { attached: 0, boundaries: 0 }): boolean {
  const filter = textOf(input, 'PolicyUsageFilter');
  if (filter === 'PermissionsBoundary') return usage.boundaries > 0;
  if (filter === 'PermissionsPolicy' || input['OnlyAttached'] === true) return usage.attached > 0;
  return true;
}

const listPolicies: Operation = {
  name: 'iam:ListPolicies',
  needs: ({ account }, input) => [
    {
      action: 'iam:ListPolicies',
      on: `arn:aws:iam::${account.id}:policy${textOf(input, 'PathPrefix') || '/'}`,
    },
  ],
  run: (site, input) => {
    const policies = listed(site, input).filter(
      ({ path, usage }) => isUnder(input, path) && isWanted(input, usage),
    );
    return answered(
      site.cloud,
      pageAs(input, 'Policies', policies, ({ reply }) => reply()),
    );
  },
};

const deletePolicy: Operation = {
  name: 'iam:DeletePolicy',
  needs: (site, input) => [onPolicy('iam:DeletePolicy', site, input)],
  run: (site, input) => {
    const { cloud, account } = site;
    const found = ownPolicyIn(site, input, 'iam:DeletePolicy');
    if (isRefused(found)) return found;
    if (usagesOf(account).has(found.name))
      return fault('DeleteConflict', 'Cannot delete a policy attached to entities.');
    if (found.is.versions.length > 1)
      return fault(
        'DeleteConflict',
        "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
      );
    return changed(cloud, { ...account, policies: without(account.policies, found.name) });
  },
};

/** The lists of ListEntitiesForPolicy, in AWS's order. */
const ENTITIES = [
  { filter: 'Group', member: 'PolicyGroups', noun: 'Group', all: ({ groups }: Account) => groups },
  { filter: 'User', member: 'PolicyUsers', noun: 'User', all: ({ users }: Account) => users },
  { filter: 'Role', member: 'PolicyRoles', noun: 'Role', all: ({ roles }: Account) => roles },
] as const;

interface Entity {
  readonly member: string;
  readonly reply: Reply;
}

function entitiesOf(account: Account, policy: string, input: Input): readonly Entity[] {
  const filter = textOf(input, 'EntityFilter');
  const usage = textOf(input, 'PolicyUsageFilter');
  return ENTITIES.filter((kind) => filter === '' || filter === kind.filter).flatMap(({ member, noun, all }) =>
    Object.entries(all(account))
      .filter(([, { attached, path, ...holder }]) => {
        const boundary = 'boundary' in holder ? holder.boundary : undefined;
        const uses =
          (usage !== 'PermissionsBoundary' && attached.includes(policy)) ||
          (usage !== 'PermissionsPolicy' && boundary === policy);
        return uses && isUnder(input, path);
      })
      .map(([name, { id }]) => ({ member, reply: { [`${noun}Name`]: name, [`${noun}Id`]: id } })),
  );
}

const listEntities: Operation = {
  name: 'iam:ListEntitiesForPolicy',
  needs: (site, input) => [onPolicy('iam:ListEntitiesForPolicy', site, input)],
  run: ({ cloud, account }, input) => {
    const found = namedPolicy(cloud, account, textOf(input, 'PolicyArn'), notFound);
    if (isRefused(found)) return found;
    const all = entitiesOf(account, found.policy, input);
    const one = pageOf(input, all);
    if (isRefused(one)) return one;
    const lists = ENTITIES.map(({ member }): readonly [string, unknown] => [
      member,
      one.things.filter((entity) => entity.member === member).map(({ reply }) => reply),
    ]);
    return { cloud, reply: { ...Object.fromEntries(lists), ...one.rest } };
  },
};

const tags = tagOperations({
  noun: 'Policy',
  pair: onPolicy,
  found: (site, input, action) => {
    const found = action === 'iam:ListPolicyTags' ? readable(site, input) : ownPolicyIn(site, input, action);
    if (isRefused(found)) return found;
    const { name, is } = found;
    return {
      tags: is?.tags ?? {},
      put: (more) => (is ? withPolicy(site.account, name, { ...is, tags: more }) : site.account),
    };
  },
});

/** Anybody may read the tags of what AWS keeps: there are none. */
function readable({ cloud, account }: Site, input: Input) {
  const found = namedPolicy(cloud, account, textOf(input, 'PolicyArn'), notFound);
  return isRefused(found) ? found : { name: found.policy, is: lookup(account.policies, found.policy) };
}

export const POLICIES: readonly Operation[] = [
  ...[CREATE_POLICY, getPolicy, listPolicies, deletePolicy, listEntities],
  ...tags,
];
