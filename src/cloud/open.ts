// From what a scenario says of a world to a cloud.
import type { Account, Cloud, Identity } from './cloud.ts';
import { issueId, issueInstanceId, type IdPrefix } from './ids.ts';
import type { AccountSpec, IdentitySpec, NamedSpec, WorldSpec } from './world.ts';

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
  return { ...cloud, accounts };
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
  const each = <S, T>(named: NamedSpec<S>, make: (from: S) => T): Record<string, T> =>
    Object.fromEntries(Object.entries(named ?? {}).map(([name, from]) => [name, make(from)]));
  const instances = Object.entries(spec.instances ?? {}).map(([name, { profile }]) => {
    const instance = { id: nextInstance(), name, ...(profile === undefined ? {} : { profile }) };
    return [instance.id, instance] as const;
  });
  return {
    id,
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
  };
}
