// From what a scenario says of a world to a cloud. What does not fit together is reported as data.
import type { Account, Cloud, DocumentText, Identity } from './cloud.ts';
import { issueId, issueInstanceId, type IdPrefix } from './ids.ts';

interface IdentitySpec {
  readonly path?: string | undefined;
  readonly policies?: Readonly<Record<string, DocumentText>> | undefined;
  readonly attached?: readonly string[] | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

type Named<T> = Readonly<Record<string, T>> | undefined;

export interface AccountSpec {
  readonly region: string;
  readonly users?: Named<IdentitySpec & { readonly groups?: readonly string[] | undefined; readonly boundary?: string | undefined }>;
  readonly groups?: Named<Omit<IdentitySpec, 'tags'>>;
  readonly roles?: Named<IdentitySpec & { readonly trust: DocumentText; readonly boundary?: string | undefined }>;
  readonly policies?: Readonly<Record<string, DocumentText>> | undefined;
  readonly instanceProfiles?: Named<{ readonly role?: string | undefined; readonly path?: string | undefined }>;
  readonly tables?: Named<object>;
  readonly buckets?: Named<{ readonly policy?: DocumentText | undefined; readonly objects?: readonly string[] | undefined }>;
  readonly instances?: Named<{ readonly profile?: string | undefined }>;
}

/** What a scenario's `world:` holds. */
export interface WorldSpec {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly seed: number;
  readonly accounts: Readonly<Record<string, AccountSpec>>;
}

/** A name that refers to nothing. `path` says where in the world it stands. */
export interface WorldFault {
  readonly path: string;
  readonly missing: string;
}

/** Every reference of the world that leads nowhere. */
export function faultsOf(world: WorldSpec): readonly WorldFault[] {
  return Object.entries(world.accounts).flatMap(([id, account]) => {
    const at = (path: string): string => `accounts.${id}.${path}`;
    const check = (path: string, names: readonly (string | undefined)[], known: Named<unknown>): WorldFault[] =>
      names.flatMap((name) =>
        name === undefined || Object.hasOwn(known ?? {}, name) ? [] : [{ path: at(path), missing: name }],
      );
    const identities = [
      ...Object.entries(account.users ?? {}).map(([name, user]) => ({ path: `users.${name}`, ...user })),
      ...Object.entries(account.roles ?? {}).map(([name, role]) => ({ ...role, path: `roles.${name}` })),
      ...Object.entries(account.groups ?? {}).map(([name, group]) => ({ ...group, path: `groups.${name}` })),
    ];
    return [
      ...Object.entries(account.users ?? {}).flatMap(([name, user]) =>
        check(`users.${name}.groups`, user.groups ?? [], account.groups),
      ),
      ...identities.flatMap((identity) => [
        ...check(`${identity.path ?? ''}.attached`, identity.attached ?? [], account.policies),
        ...('boundary' in identity ? check(`${identity.path ?? ''}.boundary`, [identity.boundary], account.policies) : []),
      ]),
      ...Object.entries(account.instanceProfiles ?? {}).flatMap(([name, profile]) =>
        check(`instanceProfiles.${name}.role`, [profile.role], account.roles),
      ),
      ...Object.entries(account.instances ?? {}).flatMap(([name, instance]) =>
        check(`instances.${name}.profile`, [instance.profile], account.instanceProfiles),
      ),
    ];
  });
}

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
  for (const [id, spec] of Object.entries(world.accounts)) accounts[id] = openAccount(id, spec, next, nextInstance);
  return { ...cloud, accounts };
}

function openAccount(id: string, spec: AccountSpec, next: (prefix: IdPrefix) => string, nextInstance: () => string): Account {
  const identity = (prefix: IdPrefix, from: IdentitySpec): Identity => ({
    path: from.path ?? '/',
    id: next(prefix),
    inline: from.policies ?? {},
    attached: from.attached ?? [],
    tags: from.tags ?? {},
  });
  const ceiling = (boundary: string | undefined): { boundary?: string } => (boundary === undefined ? {} : { boundary });
  const each = <S, T>(named: Named<S>, make: (from: S) => T): Record<string, T> =>
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
    roles: each(spec.roles, (role) => ({ ...identity('AROA', role), trust: role.trust, ...ceiling(role.boundary) })),
    policies: spec.policies ?? {},
    instanceProfiles: each(spec.instanceProfiles, (profile) => ({
      id: next('AIPA'),
      path: profile.path ?? '/',
      ...(profile.role === undefined ? {} : { role: profile.role }),
    })),
    tables: each(spec.tables, () => ({ items: 0 })),
    buckets: each(spec.buckets, (bucket) => ({
      objects: bucket.objects ?? [],
      ...(bucket.policy === undefined ? {} : { policy: bucket.policy }),
    })),
    instances: Object.fromEntries(instances),
  };
}
