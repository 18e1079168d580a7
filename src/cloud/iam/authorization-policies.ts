// Managed policies with all their texts, as the answer about everything in an account shows them.
import { lookup, type Account, type Cloud } from '../cloud.ts';
import { policyArn } from '../managed.ts';
import { present, type Reply } from '../operation.ts';

interface Usage {
  readonly attached: number;
  readonly boundaries: number;
}

/** How often each policy is attached and is a boundary, by the name under which it is attached. */
function usages({ users, groups, roles }: Account): ReadonlyMap<string, Usage> {
  const known = new Map<string, Usage>();
  const add = (name: string, attached: number, boundaries: number): void => {
    const before = known.get(name) ?? { attached: 0, boundaries: 0 };
    known.set(name, { attached: before.attached + attached, boundaries: before.boundaries + boundaries });
  };
  for (const named of [users, groups, roles])
    for (const { attached } of Object.values(named)) for (const name of attached) add(name, 1, 0);
  for (const { boundary } of [...Object.values(users), ...Object.values(roles)])
    if (boundary !== undefined) add(boundary, 0, 1);
  return known;
}

function usageReply(usage: Usage | undefined): Reply {
  return {
    AttachmentCount: usage?.attached ?? 0,
    PermissionsBoundaryUsageCount: usage?.boundaries ?? 0,
    IsAttachable: true,
  };
}

export function ownPolicies(account: Account): readonly Reply[] {
  const used = usages(account);
  return Object.entries(account.policies).map(([name, policy]) => ({
    PolicyName: name,
    PolicyId: policy.id,
    Arn: policyArn(account, name),
    Path: policy.path,
    DefaultVersionId: policy.default,
    ...usageReply(used.get(name)),
    ...present({ Description: policy.description }),
    CreateDate: policy.created,
    UpdateDate: policy.updated,
    PolicyVersionList: policy.versions.toReversed().map(({ id, text, created }) => ({
      Document: text,
      VersionId: id,
      IsDefaultVersion: id === policy.default,
      CreateDate: created,
    })),
  }));
}

/** Of the policies that AWS keeps, those that are used here. */
export function usedAwsPolicies(cloud: Cloud, account: Account): readonly Reply[] {
  return [...usages(account)].flatMap(([arn, usage]) => {
    const policy = lookup(cloud.awsPolicies ?? {}, arn);
    if (!policy) return [];
    const parts = arn.replace(/^.*:policy/, '').split('/');
    return {
      PolicyName: parts.at(-1),
      PolicyId: policy.id,
      Arn: arn,
      Path: [...parts.slice(0, -1), ''].join('/'),
      DefaultVersionId: policy.version,
      ...usageReply(usage),
      ...present({ Description: policy.description }),
      CreateDate: policy.created,
      UpdateDate: policy.updated,
      PolicyVersionList: [
        {
          Document: policy.text,
          VersionId: policy.version,
          IsDefaultVersion: true,
          CreateDate: policy.updated,
        },
      ],
    };
  });
}
