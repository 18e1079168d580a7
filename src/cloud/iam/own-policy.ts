// A managed policy of the account itself, which the account may change. What AWS keeps, nobody changes.
import { lookup, type Account, type ManagedPolicy } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { textOf, type Input, type Site } from '../operation.ts';
import { namedPolicy, notFound } from './named-policy.ts';

/** The policy that the input names, or the fault that it is none of the account's. */
export function ownPolicyIn(
  { cloud, account, session }: Site,
  input: Input,
  action: string,
): { readonly name: string; readonly is: ManagedPolicy } | Refused {
  const arn = textOf(input, 'PolicyArn');
  const found = namedPolicy(cloud, account, arn, notFound);
  if (isRefused(found)) return found;
  const is = lookup(account.policies, found.policy);
  return is
    ? { name: found.policy, is }
    : fault(
        'AccessDenied',
        `User: ${session.principal.arn} is not authorized to perform: ${action} on resource: policy ${arn}`,
      );
}

/** The account with another state of one policy. */
export function withPolicy(account: Account, name: string, policy: ManagedPolicy): Account {
  return { ...account, policies: { ...account.policies, [name]: policy } };
}
