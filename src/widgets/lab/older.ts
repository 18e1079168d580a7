// A cloud as a link of an older version carries it, made one of today.
import type { Cloud, ManagedPolicy } from '#cloud';

/** In version 1 a managed policy was its text alone, and no key had a secret. */
export function upgraded(cloud: Cloud): Cloud {
  const accounts = Object.fromEntries(
    Object.entries(cloud.accounts).map(([id, account]) => [
      id,
      {
        ...account,
        policies: each(account.policies, (policy: unknown) =>
          typeof policy === 'string' ? policyOf(policy) : (policy as ManagedPolicy),
        ),
        users: each(account.users, (user) => ({
          ...user,
          keys: (user.keys as readonly unknown[]).every((key) => typeof key === 'string') ? [] : user.keys,
        })),
      },
    ]),
  );
  return { ...cloud, accounts };
}

function policyOf(text: string): ManagedPolicy {
  const versions = [{ id: 'v1', text, created: 0 }];
  return { id: '', path: '/', created: 0, updated: 0, tags: {}, versions, default: 'v1', issued: 1 };
}

function each<T, R>(named: Readonly<Record<string, T>>, make: (from: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(named).map(([name, from]) => [name, make(from)]));
}
