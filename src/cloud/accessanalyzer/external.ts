// Who from outside the zone of trust gets in: a finding for each principal of each statement that allows. A finding's id
// follows from what it says, so it stays the same while nothing changes.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { parsePolicy, type Statement } from '#evaluator';
import { utf8 } from '../bytes.ts';
import type { Account, Cloud } from '../cloud.ts';
import { organizationOf, policiesOf, supportsRcp } from '../organization.ts';
import { isPublic } from '../public-access.ts';
import { flatDenies, holds, reachOf } from './reach.ts';
import { analyzedIn, zoneOf, type Analyzed } from './resources.ts';
import type { FoundAnalyzer } from './analyzer.ts';

export interface ExternalFinding {
  readonly id: string;
  readonly principal: Readonly<Record<string, string>>;
  readonly action: readonly string[];
  readonly resource: string;
  readonly isPublic: boolean;
  readonly resourceType: string;
  readonly condition: Readonly<Record<string, string>>;
  readonly resourceOwnerAccount: string;
  readonly resourceControlPolicyRestriction: string;
  readonly createdAt: number;
}

interface Zone {
  readonly accounts: ReadonlySet<string>;
  /** The id of the organization, where it is the zone. */
  readonly organization: string | undefined;
}

type Named = NonNullable<Statement['principal']>['named'][number];

/** What an analyzer for external access finds now. Source: ug-access-analyzer. */
export function externalFindings(
  cloud: Cloud,
  account: Account,
  { arn, analyzer: { type, created } }: FoundAnalyzer,
): readonly ExternalFinding[] {
  if (type !== 'ACCOUNT' && type !== 'ORGANIZATION') return [];
  const zone: Zone = {
    accounts: zoneOf(cloud, account, type),
    organization: type === 'ORGANIZATION' ? organizationOf(cloud, account.id)?.id : undefined,
  };
  return analyzedIn(cloud, account, arn, type).flatMap((resource) =>
    findingsOf(cloud, zone, resource).map((finding) => ({ ...finding, createdAt: created })),
  );
}

function findingsOf(
  cloud: Cloud,
  zone: Zone,
  resource: Analyzed,
): readonly Omit<ExternalFinding, 'createdAt'>[] {
  const read = parsePolicy(resource.policy, resource.kind);
  if (!('policy' in read)) return [];
  const denies = flatDenies(read.policy);
  return read.policy.statements
    .filter((one) => one.effect === 'Allow' && !staysInside(zone, one))
    .filter((one) => !denies.some((deny) => isDenied(one, deny)))
    .flatMap((one) => strangers(zone, one).map((principal) => findingOf(cloud, resource, one, principal)));
}

function isDenied(statement: Statement, deny: Statement): boolean {
  const { action, resource } = reachOf(statement);
  return action.every((one) => resource.every((other) => holds(deny, { action: one, resource: other })));
}

/** The principals of a statement that are not of the zone. A service of AWS is no stranger. */
function strangers(
  { accounts }: Zone,
  { principal }: Statement,
): readonly Readonly<Record<string, string>>[] {
  if (!principal) return [];
  if (principal.not) return [{ AWS: '*' }];
  return principal.named.flatMap((named) => {
    const shown = shownAs(named);
    const owner =
      named.kind === 'account' ? named.account : named.kind === 'arn' ? named.arn.split(':')[4] : undefined;
    return shown === undefined || (owner !== undefined && accounts.has(owner)) ? [] : [shown];
  });
}

function shownAs(named: Named): Readonly<Record<string, string>> | undefined {
  switch (named.kind) {
    case 'everybody':
      return { AWS: '*' };
    case 'account':
      return { AWS: named.account };
    case 'arn':
      return { AWS: named.arn };
    case 'id':
      return { AWS: named.id };
    case 'provider':
      return { Federated: named.provider };
    case 'canonicalUser':
      return { CanonicalUser: named.text.value };
    case 'service':
      return undefined;
  }
}

const OF_ACCOUNTS = /^(?:aws:(?:principalaccount|sourceaccount|sourceowner)|kms:calleraccount)$/;
const OF_ARNS = /^aws:(?:principalarn|sourcearn)$/;
const COMPARES = /^(?:ForAnyValue:)?(?:StringEquals|StringLike|ArnEquals|ArnLike|StringEqualsIgnoreCase)$/;

/** Does a condition let nobody in but those of the zone? */
function staysInside({ accounts, organization }: Zone, { conditions }: Statement): boolean {
  return conditions.some(({ keyLower, operatorText, test }) => {
    if (test.kind !== 'value' || !COMPARES.test(operatorText.value)) return false;
    const values = test.values.map(({ value }) => value);
    if (OF_ACCOUNTS.test(keyLower)) return values.every((value) => accounts.has(value));
    if (OF_ARNS.test(keyLower)) return values.every((value) => accounts.has(value.split(':')[4] ?? ''));
    if (organization === undefined) return false;
    if (/^aws:(?:principal|source)orgid$/.test(keyLower))
      return values.every((value) => value === organization);
    return (
      /^aws:(?:principal|source)orgpaths$/.test(keyLower) &&
      values.every((value) => value.startsWith(`${organization}/`))
    );
  });
}

function findingOf(
  cloud: Cloud,
  resource: Analyzed,
  statement: Statement,
  principal: Readonly<Record<string, string>>,
): Omit<ExternalFinding, 'createdAt'> {
  const action = statement.action.patterns.map(({ value }) => value);
  const condition = Object.fromEntries(
    statement.conditions.map(({ key, test }) => [key.value, test.values.map(({ value }) => value).join(',')]),
  );
  const isEverybody = principal['AWS'] === '*' && isPublic(statement);
  const said = JSON.stringify([resource.arn, principal, action, condition]);
  return {
    id: idOf(said),
    principal,
    action,
    resource: resource.arn,
    isPublic: isEverybody,
    resourceType: resource.type,
    condition,
    resourceOwnerAccount: resource.owner,
    resourceControlPolicyRestriction: restrictionOf(cloud, resource.owner, action[0] ?? ''),
  };
}

/** Whether a resource control policy of the owner's organization may stand in the way. */
function restrictionOf(cloud: Cloud, owner: string, action: string): string {
  const organization = organizationOf(cloud, owner);
  const own = organization
    ? Object.keys(policiesOf(organization, 'rcp')).filter((name) => name !== 'RCPFullAWSAccess')
    : [];
  return own.length > 0 && supportsRcp(action) ? 'APPLICABLE' : 'NOT_APPLICABLE';
}

function idOf(said: string): string {
  const digits = bytesToHex(sha256(utf8(said)));
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`];
  return [...parts, `8${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-');
}
