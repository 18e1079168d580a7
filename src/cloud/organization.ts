// Where an account stands in its organization, and what is attached at each level above it. It decides nothing.
import {
  lookup,
  type Attached,
  type Cloud,
  type DocumentText,
  type Named,
  type Organization,
} from './cloud.ts';

/** Attached everywhere until somebody takes it away. Source: org-scps. */
export const FULL_ACCESS = 'FullAWSAccess';
export const FULL_ACCESS_TEXT: DocumentText = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "*",
      "Resource": "*"
    }
  ]
}`;

/** One place between the root of an organization and an account, both included. */
export interface Level extends Attached {
  /** `root`, the name of a unit, or that of the account. */
  readonly name: string;
}

/** The organization of an account; the first that has it counts. */
export function organizationOf(cloud: Cloud, account: string): Organization | undefined {
  return Object.values(cloud.organizations ?? {}).find(({ members }) => lookup(members, account));
}

/** A closed account is there for ninety days, and nobody works in it. Source: api-organizations. */
export function isClosed(cloud: Cloud, account: string): boolean {
  return lookup(organizationOf(cloud, account)?.joined ?? {}, account)?.closed !== undefined;
}

/** The levels above an account, the root first, the account itself last. */
export function levelsOf(cloud: Cloud, organization: Organization, account: string): readonly Level[] {
  const member = lookup(organization.members, account);
  if (!member) return [];
  const units = unitsAbove(organization, member.unit).map((name) => ({
    name,
    ...(lookup(organization.units, name) ?? organization.root),
  }));
  const own = lookup(cloud.accounts, account)?.name ?? account;
  return [{ ...organization.root, name: 'root' }, ...units, { ...member, name: own }];
}

/** What `aws:PrincipalOrgPaths` says: the ids from the organization down to the last unit. Source: ug-context-keys. */
export function pathOf(organization: Organization, account: string): string {
  return idPathOf(organization, lookup(organization.members, account)?.unit);
}

/** The ids from the organization down to a unit, to the root where none is named. */
export function idPathOf(organization: Organization, unit: string | undefined): string {
  const { id, root, units } = organization;
  const ids = unitsAbove(organization, unit).map((name) => lookup(units, name)?.id ?? '');
  return [id, root.id, ...ids, ''].join('/');
}

/** The names of the units from the top down to this one. A unit that lies under itself is not followed twice. */
function unitsAbove({ units }: Organization, unit: string | undefined): readonly string[] {
  const names: string[] = [];
  for (let name = unit; name !== undefined && !names.includes(name); name = lookup(units, name)?.under)
    names.unshift(name);
  return names;
}

/** Is it the management account of its organization? */
export function isManagement(cloud: Cloud, account: string): boolean {
  return organizationOf(cloud, account)?.management === account;
}

/** Every policy of an organization of one kind by name. */
export function policiesOf(organization: Organization, kind: 'scp' | 'rcp'): Named<DocumentText> {
  return kind === 'scp' ? organization.scp : organization.rcp;
}

/**
 * Services whose resources resource control policies bind, as far as they are met here. Source: org-rcps.
 */
const BOUND_BY_RCP: ReadonlySet<string> = new Set([
  ...['dynamodb', 'ecr', 'events', 'kms', 'logs', 's3', 'secretsmanager', 'sqs', 'sts'],
]);

/** Do resource control policies speak of this action at all? */
export function supportsRcp(action: string): boolean {
  return BOUND_BY_RCP.has(action.split(':')[0]?.toLowerCase() ?? '');
}
