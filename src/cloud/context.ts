// The condition keys that a request carries: what the caller, the moment and the resource give, then what the call adds.
import type { Context, Principal } from '#evaluator';
import { lookup, type Account, type Cloud } from './cloud.ts';
import { holderOf, userIdOf, type Session } from './session.ts';

/** Source: ug-context-keys. */
const PRINCIPAL_TYPES: Partial<Record<Principal['type'], string>> = {
  root: 'Account',
  user: 'User',
  assumedRole: 'AssumedRole',
};

/** An address that is kept for documentation. */
const SOURCE_IP = '192.0.2.17';

/**
 * The keys that every request of this caller carries. Long-term keys carry no `aws:MultiFactorAuthPresent`, a session
 * without MFA carries `false`. Source: ug-context-keys.
 */
export function contextOf(cloud: Cloud, session: Session, resourceAccount: string): Context {
  const account = lookup(cloud.accounts, session.principal.account);
  const context = {
    'aws:CurrentTime': isoTime(cloud.time),
    'aws:EpochTime': String(Math.floor(cloud.time / 1000)),
    'aws:SecureTransport': 'true',
    'aws:ViaAWSService': 'false',
    'aws:ResourceAccount': resourceAccount,
  };
  if (account) return { ...context, ...callerKeys(cloud, account, session) };
  return {
    ...context,
    'aws:PrincipalIsAWSService': 'true',
    'aws:PrincipalServiceName': session.principal.arn,
  };
}

function callerKeys(cloud: Cloud, account: Account, session: Session): Context {
  const { principal, name, instance } = session;
  const tags = Object.entries(holderOf(account, session)?.tags ?? {});
  return {
    'aws:PrincipalArn': principal.roleArn ?? principal.arn,
    'aws:PrincipalAccount': account.id,
    'aws:PrincipalType': PRINCIPAL_TYPES[principal.type] ?? '',
    'aws:PrincipalIsAWSService': 'false',
    'aws:RequestedRegion': account.region,
    'aws:SourceIp': SOURCE_IP,
    'aws:userid': userIdOf(account, session),
    ...(principal.type === 'user' ? { 'aws:username': name } : {}),
    ...(principal.type === 'assumedRole'
      ? { 'aws:MultiFactorAuthPresent': 'false', 'aws:TokenIssueTime': isoTime(cloud.time) }
      : {}),
    ...(instance === undefined
      ? {}
      : { 'ec2:SourceInstanceArn': `arn:aws:ec2:${account.region}:${account.id}:instance/${instance}` }),
    ...Object.fromEntries(tags.map(([key, value]) => [`aws:PrincipalTag/${key}`, value])),
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
