// From what a scenario says of a world to a cloud.
import type { Account, Attached, Cloud, Identity, Member, Organization } from './cloud.ts';
import { issueId, issueInstanceId, type IdPrefix } from './ids.ts';
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
  const accounts: Record<string, Account> = {};
  for (const [id, spec] of Object.entries(world.accounts))
    accounts[id] = openAccount(id, spec, next, nextInstance);
  const organizations = Object.entries(world.organizations ?? {}).map(
    ([id, spec]) => [id, openOrganization(id, spec)] as const,
  );
  return {
    ...cloud,
    accounts,
    ...(organizations.length === 0 ? {} : { organizations: Object.fromEntries(organizations) }),
  };
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

function openAccount(
  id: string,
  spec: AccountSpec,
  next: (prefix: IdPrefix) => string,
  nextInstance: () => string,
): Account {
  const identity = (prefix: IdPrefix, from: IdentitySpec): Identity => ({
    path: from.path ?? '/',
    id: next(prefix),
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
    users: each(spec.users, (user) => ({
      ...identity('AIDA', user),
      groups: user.groups ?? [],
      keys: [],
      ...ceiling(user.boundary),
    })),
    groups: each(spec.groups, (group) => identity('AGPA', group)),
    roles: each(spec.roles, (role) => ({
      ...identity('AROA', role),
      trust: role.trust,
      ...ceiling(role.boundary),
    })),
    policies: spec.policies ?? {},
    instanceProfiles: each(spec.instanceProfiles, (profile) => ({
      id: next('AIPA'),
      path: profile.path ?? '/',
      ...(profile.role === undefined ? {} : { role: profile.role }),
    })),
    tables: each(spec.tables, () => ({ writes: 0 })),
    buckets: each(spec.buckets, (bucket) => ({
      objects: bucket.objects ?? [],
      ...(bucket.policy === undefined ? {} : { policy: bucket.policy }),
    })),
    instances: Object.fromEntries(instances),
    ...(spec.sessions && {
      sessions: each(spec.sessions, ({ role, attached, policy, vpc }) => ({
        role,
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
  };
}
