// From what a scenario says of a world to a cloud.
import type {
  AccessKey,
  Account,
  Attached,
  Cloud,
  Identity,
  KeyOwner,
  ManagedPolicy,
  Member,
  Named,
  Organization,
} from './cloud.ts';
import { issueId, issueInstanceId, issueKey, type IdPrefix } from './ids.ts';
import { openKeys } from './kms/open-keys.ts';
import { FULL_ACCESS, FULL_ACCESS_TEXT } from './organization.ts';
import type {
  AccountSpec,
  AttachedSpec,
  IdentitySpec,
  MemberSpec,
  NamedSpec,
  OrganizationSpec,
  WorldSpec,
} from './world.ts';

/** The cloud of a world without faults. Ids follow from the seed and the order of the names. */
export function openCloud(world: WorldSpec): Cloud {
  let cloud: Cloud = { time: world.time, seed: world.seed, issued: 0, accounts: {} };
  const next = (prefix: IdPrefix): string => {
    const issued = issueId(cloud, prefix);
    cloud = issued.cloud;
    return issued.id;
  };
  const nextInstance = (): string => {
    const issued = issueInstanceId(cloud);
    cloud = issued.cloud;
    return issued.id;
  };
  const nextKeys = (count = 0): readonly AccessKey[] =>
    Array.from({ length: count }, () => {
      const issued = issueKey(cloud, 'AKIA');
      cloud = issued.cloud;
      return { id: issued.id, secret: issued.secret, status: 'Active', created: world.time };
    });
  const accounts: Record<string, Account> = {};
  for (const [id, spec] of Object.entries(world.accounts))
    accounts[id] = openAccount(id, spec, next, nextInstance, nextKeys, world.time);
  const organizations = Object.entries(world.organizations ?? {}).map(
    ([id, spec]) => [id, openOrganization(id, spec)] as const,
  );
  const keyOwners = ownersOf(accounts);
  return {
    ...cloud,
    accounts,
    ...(Object.keys(keyOwners).length > 0 ? { keyOwners } : {}),
    ...(world.idps ? { idps: world.idps } : {}),
    ...(world.awsPolicies ? { awsPolicies: world.awsPolicies } : {}),
    ...(organizations.length === 0 ? {} : { organizations: Object.fromEntries(organizations) }),
  };
}

function ownersOf(accounts: Named<Account>): Named<KeyOwner> {
  return Object.fromEntries(
    Object.values(accounts).flatMap(({ id: account, users, rootKeys = [] }) => [
      ...rootKeys.map(({ id }) => [id, { account }] as const),
      ...Object.entries(users).flatMap(([user, { keys }]) =>
        keys.map(({ id }) => [id, { account, user }] as const),
      ),
    ]),
  );
}

/** Where nothing is said, FullAWSAccess is attached, and the management account is in the root. Source: org-scps. */
function openOrganization(id: string, spec: OrganizationSpec): Organization {
  const { management, root, units, scp, rcp } = spec;
  const attached = (from: AttachedSpec): Attached => ({
    scp: from.scp ?? [FULL_ACCESS],
    rcp: from.rcp ?? [],
  });
  return {
    id,
    management,
    root: { id: root.id, ...attached(root) },
    units: each(units, (unit) => ({
      id: unit.id,
      ...attached(unit),
      ...(unit.under === undefined ? {} : { under: unit.under }),
    })),
    members: each<MemberSpec, Member>({ [management]: {}, ...spec.members }, (member) => ({
      ...attached(member),
      ...(member.unit === undefined ? {} : { unit: member.unit }),
    })),
    scp: { [FULL_ACCESS]: FULL_ACCESS_TEXT, ...scp },
    rcp: rcp ?? {},
  };
}

function each<S, T>(named: NamedSpec<S>, make: (from: S) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(named ?? {}).map(([name, from]) => [name, make(from)]));
}

function openPolicy(text: string, id: string, time: number): ManagedPolicy {
  const versions = [{ id: 'v1', text, created: time }];
  return { id, path: '/', created: time, updated: time, tags: {}, versions, default: 'v1', issued: 1 };
}

function openAccount(
  id: string,
  spec: AccountSpec,
  next: (prefix: IdPrefix) => string,
  nextInstance: () => string,
  keys: (count: number | undefined) => readonly AccessKey[],
  time: number,
): Account {
  const identity = (prefix: IdPrefix, from: IdentitySpec): Identity => ({
    path: from.path ?? '/',
    id: next(prefix),
    created: time,
    inline: from.policies ?? {},
    attached: from.attached ?? [],
    tags: from.tags ?? {},
  });
  const ceiling = (boundary: string | undefined): { boundary?: string } =>
    boundary === undefined ? {} : { boundary };
  const instances = Object.entries(spec.instances ?? {}).map(([name, { profile }]) => {
    const instance = { id: nextInstance(), name, ...(profile === undefined ? {} : { profile }) };
    return [instance.id, instance] as const;
  });
  return {
    id,
    ...(spec.name === undefined ? {} : { name: spec.name }),
    region: spec.region,
    created: time,
    users: each(spec.users, (user) => ({
      ...identity('AIDA', user),
      groups: user.groups ?? [],
      keys: keys(user.keys),
      ...ceiling(user.boundary),
    })),
    groups: each(spec.groups, (group) => identity('AGPA', group)),
    roles: each(spec.roles, (role) => ({
      ...identity('AROA', role),
      trust: role.trust,
      ...ceiling(role.boundary),
    })),
    policies: each(spec.policies, (text) => openPolicy(text, next('ANPA'), time)),
    instanceProfiles: each(spec.instanceProfiles, (profile) => ({
      id: next('AIPA'),
      created: time,
      path: profile.path ?? '/',
      ...(profile.role === undefined ? {} : { role: profile.role }),
    })),
    tables: each(spec.tables, () => ({ writes: 0 })),
    buckets: each(spec.buckets, (bucket) => ({
      created: time,
      objects: Object.fromEntries((bucket.objects ?? []).map((key) => [key, [{ modified: time }]])),
      ...(bucket.policy === undefined ? {} : { policy: bucket.policy }),
    })),
    instances: Object.fromEntries(instances),
    ...(spec.rootKeys === undefined ? {} : { rootKeys: keys(spec.rootKeys) }),
    ...(spec.sessions && {
      sessions: each(spec.sessions, ({ attached, policy, vpc, ...of }) => ({
        ...of,
        attached: attached ?? [],
        ...(policy === undefined ? {} : { policy }),
        ...(vpc === undefined ? {} : { vpc }),
      })),
    }),
    ...(spec.endpoints && {
      endpoints: each(spec.endpoints, ({ policy, ...endpoint }) => ({
        ...endpoint,
        ...(policy === undefined ? {} : { policy }),
      })),
    }),
    ...(spec.keys && openKeys(id, spec.region, spec.keys, time)),
  };
}
