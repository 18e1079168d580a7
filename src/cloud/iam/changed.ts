// What most IAM operations come to: an account that has changed, and nothing or one structure to answer.
import { withAccount, type Account, type Cloud } from '../cloud.ts';
import { isRefused, type Refused } from '../fault.ts';
import type { Done, Reply } from '../operation.ts';

export function changed(
  cloud: Cloud,
  account: Account,
  reply: Reply = {},
): { readonly cloud: Cloud; readonly reply: Reply } {
  return { cloud: withAccount(cloud, account), reply };
}

/** A reply to a question: the cloud stays as it is. */
export function answered(cloud: Cloud, reply: Reply | Refused): Done {
  return isRefused(reply) ? reply : { cloud, reply };
}
