// Who is who in an account: everybody by name, ARN and unique id, and what of it is left when somebody is renamed, deleted
// and made again. The simulated account acts and decides.
import { matchedSteps, type Decision } from '#evaluator';
import {
  accountOf,
  call,
  openCloud,
  signIn,
  ask,
  type Account,
  type Cloud,
  type Fault,
  type WorldSpec,
} from '#cloud';
import { IDENTITIES, pinsOf, unpinned } from '#cloud/identities';

export type Kind = 'root' | 'user' | 'group' | 'role' | 'session';

export interface Node {
  /** Such as `user/oskar`. */
  readonly key: string;
  readonly kind: Kind;
  readonly name: string;
  readonly arn: string;
  readonly id: string;
  /** Names of a user's groups, or of a group's members. */
  readonly others: readonly string[];
}

export const ACTS = ['rename', 'leave', 'delete', 'create'] as const;
export type Act = (typeof ACTS)[number];

export interface Step {
  readonly act: Act;
  readonly user: string;
}

export interface Told {
  readonly nodes: readonly Node[];
  /** Names of users that were there and are not. */
  readonly gone: readonly string[];
  /** What AWS said against the last step. */
  readonly fault: Fault | undefined;
  /** The policy of the bucket as it reads now. */
  readonly policy: string;
  readonly bucket: string;
  /** How each user's wish to read comes out. */
  readonly reads: readonly { readonly user: string; readonly decision: Decision; readonly named: boolean }[];
}

const LONGEST = 40;
const NEW_NAME = '.w';

/** @param world with one account, and in it one bucket with a policy and an object */
export function tell(world: WorldSpec, steps: readonly Step[]): Told {
  let cloud = withPins(openCloud(world));
  const first = accountIn(cloud);
  const known = new Set(Object.keys(first.users));
  let fault: Fault | undefined;
  for (const step of steps.slice(0, LONGEST)) {
    const outcome = act(cloud, step);
    cloud = outcome.cloud;
    fault = 'fault' in outcome ? outcome.fault : undefined;
    if (!fault && step.act === 'rename') known.delete(step.user);
    for (const name of Object.keys(accountIn(cloud).users)) known.add(name);
  }
  const account = accountIn(cloud);
  const [bucket = '', { policy = '', pins, objects } = { objects: {} }] =
    Object.entries(account.buckets)[0] ?? [];
  const wanted = {
    action: 's3:GetObject',
    on: `arn:aws:s3:::${bucket}/${Object.keys(objects)[0] ?? ''}`,
  };
  const reads = Object.keys(account.users).map((user) => {
    const signed = signIn(cloud, `user/${user}`);
    const verdict = 'session' in signed ? ask(cloud, signed.session, wanted) : undefined;
    const named = verdict ? matchedSteps(verdict.trace).some(({ at }) => at?.layer === 'resource') : false;
    return { user, decision: verdict?.decision ?? 'implicitDeny', named };
  });
  const gone = [...known].filter((name) => !Object.hasOwn(account.users, name));
  return {
    nodes: nodesOf(account),
    gone,
    fault,
    policy: unpinned(cloud, policy, pins),
    bucket,
    reads,
  };
}

function accountIn(cloud: Cloud): Account {
  return accountOf(cloud, Object.keys(cloud.accounts)[0] ?? '');
}

/** As if each bucket's policy had just been saved. */
function withPins(cloud: Cloud): Cloud {
  const account = accountIn(cloud);
  const buckets = Object.fromEntries(
    Object.entries(account.buckets).map(([name, bucket]) => [
      name,
      { ...bucket, pins: pinsOf(cloud, bucket.policy ?? '') },
    ]),
  );
  return { ...cloud, accounts: { ...cloud.accounts, [account.id]: { ...account, buckets } } };
}

function act(cloud: Cloud, { act: what, user: UserName }: Step) {
  const signed = signIn(cloud, 'root');
  if (!('session' in signed)) throw new Error('the account has a root user');
  const [GroupName = ''] = accountIn(cloud).users[UserName]?.groups ?? [];
  const wanted = {
    rename: { operation: 'iam:UpdateUser', input: { UserName, NewUserName: `${UserName}${NEW_NAME}` } },
    leave: { operation: 'iam:RemoveUserFromGroup', input: { UserName, GroupName } },
    delete: { operation: 'iam:DeleteUser', input: { UserName } },
    create: { operation: 'iam:CreateUser', input: { UserName } },
  }[what];
  return call(cloud, signed.session, wanted, IDENTITIES);
}

function nodesOf(account: Account): readonly Node[] {
  const iam = (kind: Kind, path: string, name: string): string =>
    `arn:aws:iam::${account.id}:${kind}${path}${name}`;
  const root: Node = {
    key: 'root',
    kind: 'root',
    name: 'root',
    arn: `arn:aws:iam::${account.id}:root`,
    id: account.id,
    others: [],
  };
  const members = (group: string): readonly string[] =>
    Object.entries(account.users).flatMap(([name, { groups }]) => (groups.includes(group) ? [name] : []));
  return [
    root,
    ...Object.entries(account.users).map(([name, { path, id, groups }]): Node => {
      return { key: `user/${name}`, kind: 'user', name, arn: iam('user', path, name), id, others: groups };
    }),
    ...Object.entries(account.groups).map(([name, { path, id }]): Node => {
      const arn = iam('group', path, name);
      return { key: `group/${name}`, kind: 'group', name, arn, id, others: members(name) };
    }),
    ...Object.entries(account.roles).map(([name, { path, id }]): Node => {
      return { key: `role/${name}`, kind: 'role', name, arn: iam('role', path, name), id, others: [] };
    }),
    ...Object.values(account.instances).flatMap((instance) => sessionOf(account, instance)),
  ];
}

/** What a machine is while it wears the role of its profile. */
function sessionOf(account: Account, instance: Account['instances'][string]): readonly Node[] {
  const role = account.instanceProfiles[instance.profile ?? '']?.role ?? '';
  const found = account.roles[role];
  if (!found) return [];
  return [
    {
      key: `session/${instance.id}`,
      kind: 'session',
      name: instance.name,
      arn: `arn:aws:sts::${account.id}:assumed-role/${role}/${instance.id}`,
      id: `${found.id}:${instance.id}`,
      others: [role],
    },
  ];
}

/** `rename oskar, delete mei.tan`; what cannot be read is left out. */
export function parseSteps(text: string): readonly Step[] {
  return text.split(',').flatMap((piece) => {
    const [, word, user] = /^(\w+) ([\w+=.@-]{1,64})$/.exec(piece.trim()) ?? [];
    const found = ACTS.find((one) => one === word);
    return found && user !== undefined ? { act: found, user } : [];
  });
}

export function makeSteps(steps: readonly Step[]): string {
  return steps.map(({ act: what, user }) => `${what} ${user}`).join(', ');
}
