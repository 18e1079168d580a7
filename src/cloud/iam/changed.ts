// What most IAM operations come to: an account that has changed, and nothing or one structure to answer.
import { withAccount, type Account, type Cloud, type Named } from '../cloud.ts';
import type { Reply } from '../operation.ts';

export interface Changed {
  readonly cloud: Cloud;
  readonly reply: Reply;
}

export function changed(cloud: Cloud, account: Account, reply: Reply = {}): Changed {
  return { cloud: withAccount(cloud, account), reply };
}

/** Names in an account are unique ignoring case. Source: ug-quotas. */
export function isTaken(named: Named<unknown>, name: string): boolean {
  const lower = name.toLowerCase();
  return Object.keys(named).some((known) => known.toLowerCase() === lower);
}
