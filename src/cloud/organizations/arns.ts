// ARNs of an organization and of what is in it: all of them belong to the management account. Source: api-organizations.
import type { Organization } from '../cloud.ts';

function arn({ id, management }: Organization, kind: string, rest = ''): string {
  return `arn:aws:organizations::${management}:${kind}/${id}${rest}`;
}

export function organizationArn(organization: Organization): string {
  return arn(organization, 'organization');
}

export function accountArn(organization: Organization, account: string): string {
  return arn(organization, 'account', `/${account}`);
}

/** The ARN of a root or a unit by its id. */
export function placeArn(organization: Organization, id: string): string {
  if (/^\d+$/.test(id)) return accountArn(organization, id);
  return arn(organization, id.startsWith('r-') ? 'root' : 'ou', `/${id}`);
}

export function handshakeArn(organization: Organization, action: string, id: string): string {
  return arn(organization, 'handshake', `/${action.toLowerCase()}/${id}`);
}
