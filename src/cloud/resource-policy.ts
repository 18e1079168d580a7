// The policy that lies on a resource, wherever the resource is kept. It knows no layer and decides nothing.
import { lookup, roleOf, without, type Account, type Cloud } from './cloud.ts';
import { unpinned, pinsOf } from './pins.ts';
import { bucketOf } from './owner.ts';

export interface FoundPolicy {
  /** Its name among the documents of the account. */
  readonly id: string;
  readonly text: string;
  readonly kind: 'trust' | 'resource';
}

const TAKES_A_ROLE = /^sts:(?:assumerole|tagsession|setsourceidentity)/i;

/** The policy of the resource; for taking a role its trust policy. Source: ug-evaluation-logic. */
export function resourcePolicyOf(
  cloud: Cloud,
  owner: Account,
  { action, on }: { readonly action: string; readonly on: string },
): FoundPolicy | undefined {
  if (TAKES_A_ROLE.test(action)) return trustOf(cloud, owner, on);
  const bucket = bucketOf(on);
  if (bucket !== undefined) {
    const found = lookup(owner.buckets, bucket);
    const text = found?.policy === undefined ? undefined : unpinned(cloud, found.policy, found.pins);
    return text === undefined ? undefined : { id: `bucket/${bucket}/policy`, text, kind: 'resource' };
  }
  const arn = holderArn(on);
  const found = lookup(owner.resourcePolicies ?? {}, arn);
  return (
    found && { id: `resource/${arn}/policy`, text: unpinned(cloud, found.text, found.pins), kind: 'resource' }
  );
}

function trustOf(cloud: Cloud, owner: Account, arn: string): FoundPolicy | undefined {
  const name = roleOf(owner, arn);
  const role = name === undefined ? undefined : lookup(owner.roles, name);
  if (name === undefined || !role) return undefined;
  return { id: `role/${name}/trust`, text: unpinned(cloud, role.trust, role.pins), kind: 'trust' };
}

/** The resource that carries the policy: of a table's index or stream it is the table. */
function holderArn(arn: string): string {
  return arn.startsWith('arn:aws:dynamodb:') ? arn.split('/').slice(0, 2).join('/') : arn;
}

/** The account with a policy on one of its resources, its principals pinned; without a text the policy is gone. */
export function withResourcePolicy(
  cloud: Cloud,
  account: Account,
  arn: string,
  text: string | undefined,
): Account {
  const others = without(account.resourcePolicies ?? {}, arn);
  if (text === undefined) return { ...account, resourcePolicies: others };
  return { ...account, resourcePolicies: { ...others, [arn]: { text, pins: pinsOf(cloud, text) } } };
}
