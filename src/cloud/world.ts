// What a scenario says of a world, and what in it does not fit together.
import type { DocumentText } from './cloud.ts';

export interface IdentitySpec {
  readonly path?: string | undefined;
  readonly policies?: Readonly<Record<string, DocumentText>> | undefined;
  readonly attached?: readonly string[] | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

export type NamedSpec<T> = Readonly<Record<string, T>> | undefined;

export interface AccountSpec {
  readonly region: string;
  readonly users?: NamedSpec<
    IdentitySpec & { readonly groups?: readonly string[] | undefined; readonly boundary?: string | undefined }
  >;
  readonly groups?: NamedSpec<Omit<IdentitySpec, 'tags'>>;
  readonly roles?: NamedSpec<
    IdentitySpec & { readonly trust: DocumentText; readonly boundary?: string | undefined }
  >;
  readonly policies?: Readonly<Record<string, DocumentText>> | undefined;
  readonly instanceProfiles?: NamedSpec<{
    readonly role?: string | undefined;
    readonly path?: string | undefined;
  }>;
  readonly tables?: NamedSpec<object>;
  readonly buckets?: NamedSpec<{
    readonly policy?: DocumentText | undefined;
    readonly objects?: readonly string[] | undefined;
  }>;
  readonly instances?: NamedSpec<{ readonly profile?: string | undefined }>;
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
  readonly path: readonly string[];
  readonly missing: string;
}

/** Every reference of the world that leads nowhere. */
export function faultsOf(world: WorldSpec): readonly WorldFault[] {
  return Object.entries(world.accounts).flatMap(([id, account]) =>
    referencesOf(account).flatMap(({ path, names, known }) =>
      names
        .filter((name) => !Object.hasOwn(known ?? {}, name))
        .map((missing) => ({ path: ['accounts', id, ...path], missing })),
    ),
  );
}

interface Reference {
  readonly path: readonly string[];
  readonly names: readonly string[];
  readonly known: NamedSpec<unknown>;
}

function referencesOf(account: AccountSpec): Reference[] {
  const { policies, groups, roles, instanceProfiles } = account;
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
  ];
}

type Names = string | readonly string[] | undefined;
