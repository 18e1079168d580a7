// The tags of a resource, wherever they are kept, and the condition keys that tags give.
import type { Context } from '#evaluator';
import { lookup, roleOf, without, type Account, type Named } from './cloud.ts';
import { isStructure, textOf } from './operation.ts';

export type Tags = Named<string>;

/** The tags of what an ARN means in its owner's account. */
export function tagsOf(account: Account, arn: string): Tags {
  const [, , service = '', , , resource = ''] = arn.split(':');
  if (service !== 'iam') return lookup(account.resourceTags ?? {}, arn) ?? {};
  const name = resource.split('/').at(-1) ?? '';
  if (resource.startsWith('user/')) return lookup(account.users, name)?.tags ?? {};
  if (resource.startsWith('role/')) return lookup(account.roles, roleOf(account, arn) ?? '')?.tags ?? {};
  if (resource.startsWith('policy/')) return lookup(account.policies, name)?.tags ?? {};
  if (resource.startsWith('instance-profile/')) return lookup(account.instanceProfiles, name)?.tags ?? {};
  const { saml = {}, oidc = {}, virtualMfa = {}, certificates = {} } = account.iam ?? {};
  if (resource.startsWith('server-certificate/')) return lookup(certificates, name)?.tags ?? {};
  return (lookup(saml, arn) ?? lookup(oidc, arn) ?? lookup(virtualMfa, arn))?.tags ?? {};
}

/**
 * `aws:ResourceTag/…` and the service's own form of it. Tags of a role do not count for passing it.
 * Source: ug-context-keys, ug-passrole.
 */
export function resourceTagKeys(account: Account, action: string, arn: string): Context {
  const tags = Object.entries(tagsOf(account, arn));
  if (tags.length === 0 || action === 'iam:PassRole') return {};
  const [service = ''] = action.split(':');
  return Object.fromEntries(
    tags.flatMap(([key, value]) => [
      [`aws:ResourceTag/${key}`, value],
      [`${service === 'sts' ? 'iam' : service}:ResourceTag/${key}`, value],
    ]),
  );
}

/** The tags in a member of an input that is a list of `{Key, Value}`. */
export function tagsIn(input: Readonly<Record<string, unknown>>, member = 'Tags'): Tags {
  const list = input[member];
  if (!Array.isArray(list)) return {};
  return Object.fromEntries(
    list.filter(isStructure).map((tag) => [textOf(tag, 'Key'), textOf(tag, 'Value')] as const),
  );
}

/** `aws:RequestTag/…` and `aws:TagKeys` of a call that gives tags. */
export function requestTagKeys(tags: Tags): Context {
  const keys = Object.keys(tags);
  if (keys.length === 0) return {};
  return {
    'aws:TagKeys': keys,
    ...Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:RequestTag/${key}`, value])),
  };
}

/** `[{Key, Value}]`, as most services answer tags. */
export function tagList(tags: Tags): readonly { readonly Key: string; readonly Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** The account with other tags on a resource that keeps them by ARN. */
export function withTags(account: Account, arn: string, tags: Tags): Account {
  const others = without(account.resourceTags ?? {}, arn);
  const kept = Object.keys(tags).length === 0 ? others : { ...others, [arn]: tags };
  return { ...account, resourceTags: kept };
}
