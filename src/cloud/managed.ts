// Managed policies by the name under which they are attached: those of an account by name, those of AWS by ARN.
import { lookup, type Account, type Cloud, type DocumentText, type ManagedPolicy } from './cloud.ts';

/** The text that counts: that of the default version. */
export function defaultText(policy: ManagedPolicy): DocumentText {
  return policy.versions.find(({ id }) => id === policy.default)?.text ?? '';
}

/** The policy's ARN. */
export function policyArn(account: Account, name: string): string {
  if (name.startsWith('arn:')) return name;
  return `arn:aws:iam::${account.id}:policy${lookup(account.policies, name)?.path ?? '/'}${name}`;
}

/** The text that counts of a policy that is attached under this name; `undefined` when there is none. */
export function textOfPolicy(cloud: Cloud, account: Account, name: string): DocumentText | undefined {
  if (name.startsWith('arn:')) return lookup(cloud.awsPolicies ?? {}, name)?.text;
  const policy = lookup(account.policies, name);
  return policy && defaultText(policy);
}

/** The name under which the policy that an ARN means is attached in this account; `undefined` when there is none. */
export function policyNameOf(cloud: Cloud, account: Account, arn: string): string | undefined {
  if (lookup(cloud.awsPolicies ?? {}, arn)) return arn;
  const name = arn.split('/').at(-1) ?? '';
  return lookup(account.policies, name) && policyArn(account, name) === arn ? name : undefined;
}
