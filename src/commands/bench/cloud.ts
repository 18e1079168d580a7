// What the simulated AWS costs: calls through the whole pipeline, a large world, the history of a lab.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { accountOf, type Account, type Cloud } from '#cloud';
import { batch } from './batch.ts';
import { act, actAll, BLANK, day, POLICY } from './days.ts';
import { milliseconds } from './milliseconds.ts';
import { median } from './rounds.ts';

/** What is promised. */
export const CLOUD_WANTED = {
  callsPerSecond: 5000,
  listMilliseconds: 20,
  callMilliseconds: 2,
  megabytes: 20,
};

export interface CloudMeasured {
  /** IAM calls in a second of processor time. */
  readonly callsPerSecond: number;
  /** In a world of 2,000 principals, 1,000 policies and 10,000 events. */
  readonly listUsersMilliseconds: number;
  readonly listPoliciesMilliseconds: number;
  readonly callMilliseconds: number;
  /** What a history of 1,000 calls keeps. */
  readonly historyMegabytes: number;
}

function callsPerSecond(): number {
  const calls = day(1);
  const work = (): Cloud => actAll(BLANK, calls);
  batch(work, 500);
  return calls.length * median(Array.from({ length: 9 }, () => batch(work, 100)));
}

/** 1,000 users, 1,000 roles and 1,000 policies beside those of the blank world, and 10,000 events. */
function largeWorld(): Cloud {
  const seed = actAll(BLANK, [
    ...day(0),
    ['iam:CreatePolicy', { PolicyName: 'policy-0', PolicyDocument: POLICY }],
  ]);
  const account = accountOf(seed, '111122223333');
  const many = <T>(named: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> => {
    const one = named[`${name}-0`];
    if (one === undefined) throw new Error(`no ${name}-0`);
    return {
      ...named,
      ...Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`${name}-${i}`, one] as const)),
    };
  };
  const full: Account = {
    ...account,
    users: many(account.users, 'user'),
    roles: many(account.roles, 'role'),
    policies: many(account.policies, 'policy'),
  };
  let cloud: Cloud = { ...seed, accounts: { ...seed.accounts, [full.id]: full } };
  for (let i = 0; i < 10_000; i += 1) cloud = act(cloud, ['iam:GetUser', { UserName: `user-${i % 1000}` }]);
  return cloud;
}

function historyMegabytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const used = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const calls = Array.from({ length: 100 }, (_, i) => day(i)).flat();
  actAll(BLANK, calls.slice(0, 20));
  const before = used();
  const kept: Cloud[] = [BLANK];
  for (const call of calls) kept.push(act(kept.at(-1) ?? BLANK, call));
  return kept.length > 0 ? (used() - before) / 2 ** 20 : 0;
}

export function measureCloud(): CloudMeasured {
  const large = largeWorld();
  return {
    callsPerSecond: callsPerSecond(),
    listUsersMilliseconds: milliseconds(() => act(large, ['iam:ListUsers', { MaxItems: 1000 }])),
    listPoliciesMilliseconds: milliseconds(() =>
      act(large, ['iam:ListPolicies', { Scope: 'Local', MaxItems: 1000 }]),
    ),
    callMilliseconds: milliseconds(() => act(large, ['iam:CreateUser', { UserName: 'one-more' }])),
    historyMegabytes: historyMegabytes(),
  };
}
