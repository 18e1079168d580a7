// A walk through the life of the access keys of one user, and of the job that signs with one of them. The simulated
// account decides what each step does; nothing here knows an order that is right.
import { accountOf, call, openCloud, signIn, type Cloud, type Fault, type WorldSpec } from '#cloud';
import { callAs, IDENTITIES, type Credentials } from '#cloud/identities';

export const ACTS = ['create', 'give', 'off', 'on', 'delete'] as const;
export type Act = (typeof ACTS)[number];

/** What somebody did, and to which key: they count from 1 in the order in which they were made. */
export interface Step {
  readonly act: Act;
  readonly key: number;
}

export interface Key {
  readonly number: number;
  readonly id: string;
  readonly status: 'Active' | 'Inactive' | 'Deleted';
  readonly used: boolean;
  /** The job signs with it. */
  readonly ofJob: boolean;
}

export interface Walked extends Step {
  /** What AWS said against it. */
  readonly fault?: Fault;
  /** What the job was told when it ran afterwards; nothing when it ran. */
  readonly stopped?: Fault;
}

export interface Walk {
  readonly keys: readonly Key[];
  readonly steps: readonly Walked[];
  readonly stopped: Fault | undefined;
  /** A new key in use, the old one gone, and no run was missed. */
  readonly isRotated: boolean;
}

const ACCOUNT = '111122223333';
const USER = 'batch.worker';
const HOUR = 3_600_000;
/** Steps that are kept; a longer walk is cut. */
const LONGEST = 60;

const WORLD: WorldSpec = {
  time: Date.UTC(2026, 10, 23, 22),
  seed: 4,
  accounts: { [ACCOUNT]: { region: 'eu-west-1', users: { [USER]: { keys: 1 } } } },
};

/** Every step in turn. One that names a key that never was is left out. */
export function walk(steps: readonly Step[]): Walk {
  let cloud = openCloud(WORLD);
  const made: Credentials[] = keysOf(cloud).map(({ id, secret }) => credentials(id, secret));
  let job = made[0];
  let stopped: Fault | undefined;
  const run = (): void => {
    const wanted = { operation: 'sts:GetCallerIdentity', region: 'eu-west-1' };
    const outcome = callAs({ ...cloud, time: cloud.time + HOUR }, job, wanted, IDENTITIES);
    cloud = outcome.cloud;
    stopped = 'fault' in outcome ? outcome.fault : undefined;
  };
  run();
  const walked: Walked[] = [];
  for (const step of steps.slice(0, LONGEST)) {
    const key = made[step.key - 1];
    if (step.act !== 'create' && !key) continue;
    let fault: Fault | undefined;
    if (step.act === 'give') job = key;
    else {
      const outcome = act(cloud, step.act, key?.accessKeyId ?? '');
      cloud = outcome.cloud;
      if ('fault' in outcome) fault = outcome.fault;
      else if (step.act === 'create') made.push(credentialsIn(outcome.reply));
    }
    run();
    walked.push({ ...step, ...(fault ? { fault } : {}), ...(stopped ? { stopped } : {}) });
  }
  const left = keysOf(cloud);
  const keys = made.map(({ accessKeyId: id }, i): Key => ({
    number: i + 1,
    id,
    status: left.find((one) => one.id === id)?.status ?? 'Deleted',
    used: cloud.uses !== undefined && Object.hasOwn(cloud.uses, id),
    ofJob: job?.accessKeyId === id,
  }));
  const isRotated =
    keys.length > 1 &&
    keys.every(({ ofJob, status }) => status === (ofJob ? 'Active' : 'Deleted')) &&
    !walked.some((step) => step.stopped);
  return { keys, steps: walked, stopped, isRotated };
}

function keysOf(cloud: Cloud) {
  return accountOf(cloud, ACCOUNT).users[USER]?.keys ?? [];
}

const credentials = (accessKeyId: string, secretAccessKey: string): Credentials => ({
  accessKeyId,
  secretAccessKey,
});

function act(cloud: Cloud, what: Exclude<Act, 'give'>, id: string) {
  const signed = signIn(cloud, 'root');
  if (!('session' in signed)) throw new Error('the account has a root user');
  const done = {
    create: { operation: 'iam:CreateAccessKey', input: {} },
    off: { operation: 'iam:UpdateAccessKey', input: { AccessKeyId: id, Status: 'Inactive' } },
    on: { operation: 'iam:UpdateAccessKey', input: { AccessKeyId: id, Status: 'Active' } },
    delete: { operation: 'iam:DeleteAccessKey', input: { AccessKeyId: id } },
  }[what];
  return call(
    cloud,
    signed.session,
    { operation: done.operation, input: { UserName: USER, ...done.input } },
    IDENTITIES,
  );
}

function credentialsIn(reply: Readonly<Record<string, unknown>>): Credentials {
  const { AccessKeyId = '', SecretAccessKey = '' } = reply['AccessKey'] as Readonly<Record<string, string>>;
  return credentials(AccessKeyId, SecretAccessKey);
}

/** `create, off 1, give 2`; what cannot be read is left out. */
export function parseSteps(text: string): readonly Step[] {
  return text.split(',').flatMap((piece) => {
    const [word = '', number = '0'] = piece.trim().split(' ');
    const found = ACTS.find((one) => one === word);
    return found && /^\d$/.test(number) ? { act: found, key: Number(number) } : [];
  });
}

export function makeSteps(steps: readonly Step[]): string {
  return steps.map(({ act: what, key }) => (what === 'create' ? what : `${what} ${key}`)).join(', ');
}
