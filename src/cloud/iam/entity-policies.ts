// The user, group or role that an ARN means, with every policy that counts for it: what the simulator reads.
import { lookup, type Account, type Cloud, type DocumentText, type Role, type User } from '../cloud.ts';
import { fault, noSuchEntity, type Refused } from '../fault.ts';
import { policyArn, textOfPolicy } from '../managed.ts';
import { iamArn } from '../cloud.ts';
import type { Holder } from './holders.ts';

/** A policy by the name that the simulator gives it. */
export interface NamedText {
  readonly id: string;
  readonly text: DocumentText;
  /** Everything that it may be called by in a list of exclusions. */
  readonly names: readonly string[];
}

export interface Entity {
  readonly noun: 'user' | 'group' | 'role';
  readonly name: string;
  readonly is: Holder;
  readonly policies: readonly NamedText[];
  readonly boundary?: NamedText;
}

/** Source: api-simulate-principal-policy. */
export function entityOf(cloud: Cloud, account: Account, arn: string): Entity | Refused {
  const [, noun, path = ''] = /^arn:aws[\w-]*:iam::\d{12}:(user|group|role)\/(.+)$/.exec(arn) ?? [];
  if (noun !== 'user' && noun !== 'group' && noun !== 'role')
    return fault('InvalidInput', `Invalid Entity Arn: ${arn} does not clearly define entity type and name.`);
  const name = path.split('/').at(-1) ?? '';
  const all = { user: account.users, group: account.groups, role: account.roles }[noun];
  const is = lookup<User | Holder | Role>(all, name);
  if (!is || iamArn(account.id, noun, is.path, name) !== arn) return noSuchEntity(noun, name);
  const groups = 'groups' in is ? is.groups.flatMap((group) => lookup(account.groups, group) ?? []) : [];
  const policies = [is, ...groups].flatMap((holder) => policiesOf(cloud, account, holder));
  const boundary = 'boundary' in is ? is.boundary : undefined;
  return {
    noun,
    name,
    is,
    policies: [...new Map(policies.map((policy) => [policy.names.join(), policy])).values()],
    ...(boundary === undefined ? {} : { boundary: managed(cloud, account, boundary) }),
  };
}

function policiesOf(cloud: Cloud, account: Account, holder: Holder): readonly NamedText[] {
  return [
    ...Object.entries(holder.inline).map(([id, text]) => ({ id, text, names: [`${holder.id}/${id}`, id] })),
    ...holder.attached.map((name) => managed(cloud, account, name)),
  ];
}

function managed(cloud: Cloud, account: Account, name: string): NamedText {
  const arn = policyArn(account, name);
  const id = arn.split('/').at(-1) ?? '';
  return { id, text: textOfPolicy(cloud, account, name) ?? '', names: [arn, id] };
}
