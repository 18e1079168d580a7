// A computer in memory and a service that answers as it is told: what tests of the `aws` command run on.
import type { SignedCall } from '#cloud/services';
import type { Host, Printed } from '../aws/command.ts';
import { runAws, type AwsPlace } from '../aws/run.ts';
import type { Answer, Simulation } from '../simulation.ts';

export const NOW = Date.parse('2026-11-23T09:00:00Z');

export interface Asked extends SignedCall {
  readonly keyId: string | undefined;
}

export interface Machine {
  readonly files: Map<string, string>;
  readonly asked: Asked[];
  readonly clock: { now: number };
  readonly aws: (line: string, env?: Readonly<Record<string, string>>, stdin?: string) => Promise<Printed>;
}

/** @param answer what the service says; without it, who asks */
export function machine(
  files: Readonly<Record<string, string>>,
  answer: (wanted: Asked, clock: { now: number }) => Answer = whoAsks,
  more: Partial<AwsPlace> = {},
): Machine {
  const disk = new Map(Object.entries(files).map(([name, text]) => [`/home/mei/${name}`, text]));
  const asked: Asked[] = [];
  const clock = { now: NOW };
  const simulation: Simulation = {
    now: () => clock.now,
    seed: () => 1,
    pass: (seconds) => {
      clock.now += seconds * 1000;
    },
    ready: () => Promise.resolve(),
    mfaCode: () => undefined,
    call: (credentials, wanted) => {
      const one = { ...wanted, keyId: credentials?.accessKeyId };
      asked.push(one);
      return answer(one, clock);
    },
  };
  const host = (env: Readonly<Record<string, string>>, stdin: string): Host => ({
    env: new Map(Object.entries(env)),
    home: '/home/mei',
    stdin: new TextEncoder().encode(stdin),
    read: (path) => {
      const text = disk.get(path);
      return Promise.resolve(text === undefined ? undefined : new TextEncoder().encode(text));
    },
    write: (path, bytes) => {
      disk.set(path, new TextDecoder().decode(bytes));
      return Promise.resolve();
    },
    list: (path) => Promise.resolve(path === '.' ? [] : undefined),
    remove: (path) => {
      disk.delete(path);
      return Promise.resolve();
    },
  });
  const aws: Machine['aws'] = (line, env = {}, stdin = '') =>
    runAws(line.split(' '), { host: host(env, stdin), simulation, ...more });
  return { files: disk, asked, clock, aws };
}

/** Who a key belongs to is its id; a role gives a key with the role's name. */
export function whoAsks({ operation, input = {}, keyId }: Asked, { now }: { now: number }): Answer {
  const role = String(input['RoleArn']).split('/').at(-1) ?? '';
  if (operation === 'sts:GetCallerIdentity')
    return { reply: { UserId: 'AIDA', Account: '111122223333', Arn: keyId ?? 'nobody' } };
  return {
    reply: {
      Credentials: {
        AccessKeyId: `ASIA-${role}`,
        SecretAccessKey: 'secret',
        SessionToken: 'token',
        Expiration: now + Number(input['DurationSeconds'] ?? 3600) * 1000,
      },
      AssumedRoleUser: { AssumedRoleId: 'AROA:x', Arn: `arn:aws:sts::444455556666:assumed-role/${role}/x` },
    },
  };
}
