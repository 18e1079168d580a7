// Credentials for everybody in a world of the course: keys for its users, sessions for its roles.
import { openCloud, signIn, type Cloud, type WorldSpec } from '#cloud';
import type { ProfileKey } from '#terminal';
import type { Opened } from './scenarios.ts';

type Account = Cloud['accounts'][string];
type Session = Extract<ReturnType<typeof signIn>, { readonly session: unknown }>['session'];

/** How long a session of a role lasts, in milliseconds. */
const HOUR = 3_600_000;

export function everybodyIn(world: WorldSpec): Opened {
  const cloud = openCloud({ ...world, accounts: withKeys(world.accounts) });
  const accounts = Object.values(cloud.accounts);
  const [first] = accounts;
  if (!first) throw new Error('a world without an account');
  const users = accounts.flatMap(userKeys);
  const sessions = accounts.flatMap((account) => sessionsOf(cloud, account));
  const profiles = named([...users, ...sessions.map(({ profile }) => profile)]);
  const [one] = profiles;
  return {
    cloud: {
      ...cloud,
      temporary: Object.fromEntries(sessions.map(({ profile, kept }) => [profile.accessKeyId, kept])),
    },
    region: first.region,
    profiles: [...(one ? [{ ...one, name: 'default' }] : []), ...profiles],
  };
}

function withKeys(accounts: WorldSpec['accounts']): WorldSpec['accounts'] {
  return Object.fromEntries(
    Object.entries(accounts).map(([id, account]) => [
      id,
      {
        ...account,
        ...(account.users && {
          users: Object.fromEntries(
            Object.entries(account.users).map(([name, user]) => [name, { ...user, keys: user.keys ?? 1 }]),
          ),
        }),
      },
    ]),
  );
}

function userKeys({ users }: Account): readonly ProfileKey[] {
  return Object.entries(users).flatMap(
    ([
      name,
      {
        keys: [key],
      },
    ]) => (key ? [{ name, accessKeyId: key.id, secretAccessKey: key.secret }] : []),
  );
}

interface Kept {
  readonly profile: ProfileKey;
  readonly kept: NonNullable<Cloud['temporary']>[string];
}

function sessionsOf(cloud: Cloud, account: Account): readonly Kept[] {
  const whos = [
    ...Object.keys(account.sessions ?? {}).map((name) => [name, `session/${name}`] as const),
    ...Object.keys(account.roles).map((name) => [name, `role/${name}`] as const),
  ];
  return whos.flatMap(([name, who], index) => {
    const signed = signIn(cloud, `${account.id}/${who}`);
    return 'session' in signed ? [sessionKey(cloud, account, name, index, signed.session)] : [];
  });
}

/** Credentials made up from the name: they are the same each time. */
function sessionKey(cloud: Cloud, account: Account, name: string, index: number, session: Session): Kept {
  const number = `${account.id}${String(index).padStart(4, '0')}`;
  const profile = {
    name,
    accessKeyId: `ASIA${number}`,
    secretAccessKey: `secret/${name}/${number}`.padEnd(40, '0').slice(0, 40),
    sessionToken: `token/${name}/${number}`,
  };
  const { secretAccessKey: secret, sessionToken: token } = profile;
  const expires = cloud.time + HOUR;
  return { profile, kept: { secret, token, expires, session: { ...session, issued: cloud.time, expires } } };
}

/** A name that two have gets the number of the second one. */
function named(profiles: readonly ProfileKey[]): readonly ProfileKey[] {
  return profiles.map((profile, index) => {
    const before = profiles.slice(0, index).filter(({ name }) => name === profile.name).length;
    return before === 0 ? profile : { ...profile, name: `${profile.name}-${before + 1}` };
  });
}
