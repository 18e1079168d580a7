// What in a world does not fit together: names that refer to nothing.
import { FULL_ACCESS } from './organization.ts';
import type { AccountSpec, AttachedSpec, NamedSpec, OrganizationSpec, WorldSpec } from './world.ts';

/** A name that refers to nothing. `path` says where in the world it stands. */
export interface WorldFault {
  readonly path: readonly string[];
  readonly missing: string;
  /** Where it was looked for. */
  readonly among: 'account' | 'organization' | 'world';
}

/** Every reference of the world that leads nowhere. */
export function faultsOf(world: WorldSpec): readonly WorldFault[] {
  const accounts = Object.entries(world.accounts).flatMap(([id, account]) =>
    missing(['accounts', id], 'account', referencesOf(account, world.awsPolicies)),
  );
  const organizations = Object.entries(world.organizations ?? {}).flatMap(([id, organization], i, all) => {
    const path = ['organizations', id];
    const others = all
      .slice(0, i)
      .flatMap(([, other]) => [other.management, ...Object.keys(other.members ?? {})]);
    const free = Object.fromEntries(Object.entries(world.accounts).filter(([one]) => !others.includes(one)));
    return [
      ...missing(path, 'world', accountsOf(organization, free)),
      ...missing(path, 'organization', attachmentsOf(organization)),
    ];
  });
  return [...accounts, ...organizations];
}

function missing(
  path: readonly string[],
  among: WorldFault['among'],
  references: readonly Reference[],
): WorldFault[] {
  return references.flatMap((reference) =>
    reference.names
      .filter((name) => !Object.hasOwn(reference.known ?? {}, name))
      .map((name) => ({ path: [...path, ...reference.path], missing: name, among })),
  );
}

interface Reference {
  readonly path: readonly string[];
  readonly names: readonly string[];
  readonly known: NamedSpec<unknown>;
}

/** The accounts that an organization names: they exist, and no other organization has them. */
function accountsOf({ management, members }: OrganizationSpec, known: NamedSpec<unknown>): Reference[] {
  const ids = Object.keys(members ?? {});
  return [
    { path: ['management'], names: [management], known },
    ...ids.map((id) => ({ path: ['members', id], names: [id], known })),
  ];
}

function attachmentsOf({ root, units = {}, members = {}, scp, rcp }: OrganizationSpec): Reference[] {
  const known = { scp: { ...scp, [FULL_ACCESS]: '' }, rcp };
  const of = (path: readonly string[], attached: AttachedSpec): Reference[] => [
    { path: [...path, 'scp'], names: attached.scp ?? [], known: known.scp },
    { path: [...path, 'rcp'], names: attached.rcp ?? [], known: known.rcp },
  ];
  return [
    ...of(['root'], root),
    ...Object.entries(units).flatMap(([name, unit], i, all) => [
      ...of(['units', name], unit),
      {
        path: ['units', name, 'under'],
        names: unit.under === undefined ? [] : [unit.under],
        known: Object.fromEntries(all.slice(0, i)),
      },
    ]),
    ...Object.entries(members).flatMap(([id, member]) => [
      ...of(['members', id], member),
      { path: ['members', id, 'unit'], names: member.unit === undefined ? [] : [member.unit], known: units },
    ]),
  ];
}

function referencesOf(account: AccountSpec, awsPolicies: WorldSpec['awsPolicies']): Reference[] {
  const { groups, roles, instanceProfiles } = account;
  const policies = { ...account.policies, ...awsPolicies };
  const each = <T>(
    kind: string,
    named: NamedSpec<T>,
    of: (one: T) => Record<string, [Names, NamedSpec<unknown>]>,
  ): Reference[] =>
    Object.entries(named ?? {}).flatMap(([name, one]) =>
      Object.entries(of(one)).map(([field, [names, known]]) => ({
        path: [kind, name, field],
        names: typeof names === 'string' ? [names] : (names ?? []),
        known,
      })),
    );
  return [
    ...each('users', account.users, (user) => ({
      groups: [user.groups, groups],
      attached: [user.attached, policies],
      boundary: [user.boundary, policies],
    })),
    ...each('groups', groups, (group) => ({ attached: [group.attached, policies] })),
    ...each('roles', roles, (role) => ({
      attached: [role.attached, policies],
      boundary: [role.boundary, policies],
    })),
    ...each('instanceProfiles', instanceProfiles, (profile) => ({ role: [profile.role, roles] })),
    ...each('instances', account.instances, (instance) => ({
      profile: [instance.profile, instanceProfiles],
    })),
    ...each('sessions', account.sessions, (session) => ({
      role: ['role' in session ? session.role : undefined, roles],
      user: ['user' in session ? session.user : undefined, account.users],
      attached: [session.attached, policies],
    })),
  ];
}

type Names = string | readonly string[] | undefined;
