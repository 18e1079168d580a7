// The condition keys that a request carries: what the caller, the moment and the resource give, then what the call adds.
import type { Context, Principal } from '#evaluator';
import { lookup, type Account, type Cloud } from './cloud.ts';
import type { Passed } from './endpoint.ts';
import { organizationOf, pathOf } from './organization.ts';
import { holderOf, userIdOf, type Session } from './session.ts';

/** Source: ug-context-keys. */
const PRINCIPAL_TYPES: Partial<Record<Principal['type'], string>> = {
  root: 'Account',
  user: 'User',
  assumedRole: 'AssumedRole',
  federatedUser: 'FederatedUser',
};

/** An address that is kept for documentation, and one inside a VPC. */
const SOURCE_IP = '192.0.2.17';
const PRIVATE_IP = '10.0.0.17';

interface Way {
  readonly resourceAccount: string;
  /** The endpoint on the way. */
  readonly passed?: Passed | undefined;
  /** Where it is asked. */
  readonly region?: string | undefined;
}

/**
 * The keys that every request of this caller carries. Long-term keys carry no `aws:MultiFactorAuthPresent`, a session
 * without MFA carries `false`. Source: ug-context-keys.
 */
export function contextOf(cloud: Cloud, session: Session, { resourceAccount, passed, region }: Way): Context {
  const { principal } = session;
  const account = lookup(cloud.accounts, principal.account);
  const context = {
    'aws:CurrentTime': isoTime(cloud.time),
    'aws:EpochTime': String(Math.floor(cloud.time / 1000)),
    'aws:SecureTransport': 'true',
    'aws:ViaAWSService': 'false',
    'aws:ResourceAccount': resourceAccount,
    ...organizationKeys(cloud, 'Resource', resourceAccount),
  };
  if (account)
    return { ...context, ...networkKeys(cloud, passed), ...callerKeys(cloud, account, session, region) };
  if (principal.type === 'service')
    return { ...context, 'aws:PrincipalIsAWSService': 'true', 'aws:PrincipalServiceName': principal.arn };
  if (principal.type !== 'anonymous') return { ...context, ...networkKeys(cloud, passed) };
  return {
    ...context,
    ...networkKeys(cloud, passed),
    'aws:PrincipalType': 'Anonymous',
    'aws:userid': 'anonymous',
  };
}

function callerKeys(cloud: Cloud, account: Account, session: Session, region = account.region): Context {
  const { principal, name, instance, sourceIdentity, federation } = session;
  const organization = organizationOf(cloud, account.id);
  return {
    'aws:PrincipalArn': principal.roleArn ?? principal.arn,
    'aws:PrincipalAccount': account.id,
    ...organizationKeys(cloud, 'Principal', account.id),
    ...(organization ? { 'aws:PrincipalOrgMasterAccountId': organization.management } : {}),
    'aws:PrincipalType': PRINCIPAL_TYPES[principal.type] ?? '',
    'aws:PrincipalIsAWSService': 'false',
    'aws:RequestedRegion': region,
    'aws:userid': userIdOf(account, session),
    ...(principal.type === 'user' ? { 'aws:username': name } : {}),
    ...temporaryKeys(cloud, session),
    ...(instance === undefined
      ? {}
      : { 'ec2:SourceInstanceArn': `arn:aws:ec2:${account.region}:${account.id}:instance/${instance}` }),
    ...(sourceIdentity === undefined ? {} : { 'aws:SourceIdentity': sourceIdentity }),
    ...(federation?.type === 'WebIdentityUser' ? { 'aws:FederatedProvider': federation.provider } : {}),
    ...tagKeys(account, session),
    ...session.keys,
  };
}

/** Only temporary credentials say when they were issued and whether a second factor was given. */
function temporaryKeys(cloud: Cloud, { principal, token, mfa, issued = cloud.time }: Session): Context {
  if (principal.type === 'federatedUser') return { 'aws:TokenIssueTime': isoTime(issued) };
  if (principal.type !== 'assumedRole' && token !== true && mfa === undefined) return {};
  return {
    'aws:MultiFactorAuthPresent': String(mfa !== undefined),
    ...(mfa === undefined ? {} : { 'aws:MultiFactorAuthAge': String(Math.floor((cloud.time - mfa) / 1000)) }),
    'aws:TokenIssueTime': isoTime(issued),
  };
}

/** Tags of whoever asks; a session tag wins over a tag of the role, whatever the case of its key. Source: ug-session-tags. */
function tagKeys(account: Account, session: Session): Context {
  const own = Object.entries(holderOf(account, session)?.tags ?? {});
  const given = Object.entries(session.tags ?? {});
  const taken = new Set(given.map(([key]) => key.toLowerCase()));
  const kept = own.filter(([key]) => !taken.has(key.toLowerCase()));
  return Object.fromEntries([...kept, ...given].map(([key, value]) => [`aws:PrincipalTag/${key}`, value]));
}

/** Where an account stands, such as `aws:PrincipalOrgID`; nothing outside an organization. */
function organizationKeys(cloud: Cloud, whose: 'Principal' | 'Resource' | 'Vpce', account: string): Context {
  const organization = organizationOf(cloud, account);
  if (!organization) return {};
  return {
    [`aws:${whose}OrgID`]: organization.id,
    [`aws:${whose}OrgPaths`]: [pathOf(organization, account)],
  };
}

/** Through an endpoint a request has no public address. */
function networkKeys(cloud: Cloud, passed: Passed | undefined): Context {
  if (!passed) return { 'aws:SourceIp': SOURCE_IP };
  const { account, endpoint } = passed;
  return {
    'aws:SourceVpce': endpoint.id,
    'aws:SourceVpc': endpoint.vpc,
    'aws:SourceVpcArn': `arn:aws:ec2:${account.region}:${account.id}:vpc/${endpoint.vpc}`,
    'aws:VpcSourceIp': PRIVATE_IP,
    'aws:VpceAccount': account.id,
    ...organizationKeys(cloud, 'Vpce', account.id),
  };
}

/** Both contexts in one; `over` wins, and the names of keys ignore case. */
export function mergeContexts(under: Context, over: Context): Context {
  const set = new Set(Object.keys(over).map((key) => key.toLowerCase()));
  return {
    ...Object.fromEntries(Object.entries(under).filter(([key]) => !set.has(key.toLowerCase()))),
    ...over,
  };
}

export function isoTime(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}
