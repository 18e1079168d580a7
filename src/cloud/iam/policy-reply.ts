// A managed policy as IAM answers it, whoever keeps it, with how often it is used in the account.
import { lookup, type Account, type AwsPolicy, type Cloud, type ManagedPolicy } from '../cloud.ts';
import { policyArn } from '../managed.ts';
import { present, type Reply } from '../operation.ts';
import { tagList } from '../tags.ts';
import { pathIn } from './named-policy.ts';

/** How many users, groups and roles have a policy attached, and how many have it as their boundary. */
export interface Usage {
  readonly attached: number;
  readonly boundaries: number;
}

const UNUSED: Usage = { attached: 0, boundaries: 0 };

/** The usage of every policy that is used in the account, by the name under which it is attached. */
export function usagesOf({ users, groups, roles }: Account): ReadonlyMap<string, Usage> {
  const usages = new Map<string, Usage>();
  const count = (name: string, more: Usage): void => {
    const { attached, boundaries } = usages.get(name) ?? UNUSED;
    usages.set(name, { attached: attached + more.attached, boundaries: boundaries + more.boundaries });
  };
  const bounded = [...Object.values(users), ...Object.values(roles)];
  for (const { attached } of [...bounded, ...Object.values(groups)])
    for (const name of attached) count(name, { attached: 1, boundaries: 0 });
  for (const { boundary } of bounded)
    if (boundary !== undefined) count(boundary, { attached: 0, boundaries: 1 });
  return usages;
}

/** A policy of the account as lists show it: without a description and without tags. */
export function policyReply(account: Account, name: string, policy: ManagedPolicy, usage = UNUSED): Reply {
  return {
    PolicyName: name,
    PolicyId: policy.id,
    Arn: policyArn(account, name),
    Path: policy.path,
    DefaultVersionId: policy.default,
    AttachmentCount: usage.attached,
    PermissionsBoundaryUsageCount: usage.boundaries,
    IsAttachable: true,
    CreateDate: policy.created,
    UpdateDate: policy.updated,
  };
}

/** A policy that AWS keeps, as lists show it. */
export function awsPolicyReply(arn: string, policy: AwsPolicy, usage = UNUSED): Reply {
  const path = pathIn(arn);
  return {
    PolicyName: arn.split('/').at(-1) ?? '',
    PolicyId: policy.id,
    Arn: arn,
    Path: path,
    DefaultVersionId: policy.version,
    AttachmentCount: usage.attached,
    PermissionsBoundaryUsageCount: usage.boundaries,
    IsAttachable: path !== '/root-task/',
    CreateDate: policy.created,
    UpdateDate: policy.updated,
  };
}

/** The policy under this name, as GetPolicy shows it: with its description and its tags. */
export function wholePolicyReply(cloud: Cloud, account: Account, name: string): Reply {
  const usage = usagesOf(account).get(name);
  const own = lookup(account.policies, name);
  if (own) {
    const tags = tagList(own.tags);
    return present({
      ...policyReply(account, name, own, usage),
      Description: own.description,
      Tags: tags.length > 0 ? tags : undefined,
    });
  }
  const aws = lookup(cloud.awsPolicies ?? {}, name);
  return aws ? present({ ...awsPolicyReply(name, aws, usage), Description: aws.description }) : {};
}
