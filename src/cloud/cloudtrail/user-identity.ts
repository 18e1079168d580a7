// Who called, as CloudTrail writes it down. Source: ug-cloudtrail.
import { isoTime } from '../context.ts';
import type { CallEvent } from '../event.ts';
import { present } from '../operation.ts';
import type { Session } from '../session.ts';

/** The caller as its own account reads it. */
export function userIdentityOf({ session, account }: CallEvent): object {
  const { type, arn } = session.principal;
  const common = { arn, accountId: account, ...present({ accessKeyId: session.accessKey }) };
  if (type === 'federatedProvider') return providerIdentity(session);
  if (type === 'service') return { type: 'AWSService', invokedBy: arn };
  if (type === 'anonymous') return { type: 'AWSAccount', principalId: '', accountId: 'ANONYMOUS_PRINCIPAL' };
  if (type === 'root')
    return { type: 'Root', principalId: account, ...common, ...sessionContext(session, {}) };
  if (type === 'user')
    return {
      ...{ type: 'IAMUser', principalId: session.holderId, ...common, userName: session.name },
      ...sessionContext(session, {}),
    };
  if (type === 'federatedUser') {
    const issuer = { ...issuerOf(session, account), type: session.name === '' ? 'Root' : 'IAMUser' };
    return {
      ...{ type: 'FederatedUser', principalId: `${account}:${lastOf(arn)}`, ...common },
      ...sessionContext(session, { sessionIssuer: issuer }),
    };
  }
  const issuer = { ...issuerOf(session, account), type: 'Role' };
  return {
    ...{ type: 'AssumedRole', principalId: `${session.holderId ?? ''}:${lastOf(arn)}`, ...common },
    ...sessionContext(session, { sessionIssuer: issuer }),
  };
}

/** The caller as another account reads it: whose it is, and no name. */
export function strangerOf({ session, account }: CallEvent): object {
  const { type, arn } = session.principal;
  const id = session.holderId ?? account;
  const principalId = type === 'assumedRole' ? `${id}:${lastOf(arn)}` : id;
  return { type: 'AWSAccount', principalId, accountId: account };
}

/** What a list of events calls the caller. */
export function userNameOf({ principal, name, federation }: Session): string | undefined {
  if (principal.type === 'root') return 'root';
  if (principal.type === 'user') return name;
  if (federation && principal.type === 'federatedProvider') return federation.subject;
  return principal.type === 'assumedRole' || principal.type === 'federatedUser'
    ? lastOf(principal.arn)
    : undefined;
}

function providerIdentity({ principal, federation }: Session): object {
  if (!federation) return { type: 'Unknown', principalId: principal.arn };
  const { type, provider, subject, audience = '' } = federation;
  const id = type === 'WebIdentityUser' ? [provider, audience, subject] : [provider, subject];
  return { type, principalId: id.join(':'), userName: subject, identityProvider: provider };
}

function issuerOf({ principal, holderId, name }: Session, account: string): object {
  const arn = principal.roleArn ?? principal.issuerArn;
  return { principalId: holderId ?? account, arn, accountId: account, userName: name };
}

/** Only temporary credentials have one. */
function sessionContext(session: Session, issuer: object): object {
  const { issued, mfa, sourceIdentity, federation, instance, keys = {}, principal } = session;
  if (issued === undefined) return {};
  const web = federation?.type === 'WebIdentityUser' && principal.type === 'assumedRole';
  return {
    sessionContext: {
      ...issuer,
      ...(web ? { webIdFederationData: { federatedProvider: federation.provider, attributes: {} } } : {}),
      attributes: { creationDate: isoTime(issued), mfaAuthenticated: String(mfa !== undefined) },
      ...(keys['aws:AssumedRoot'] === undefined ? {} : { assumedRoot: 'true' }),
      ...(instance === undefined ? {} : { ec2RoleDelivery: '2.0' }),
      ...(sourceIdentity === undefined ? {} : { sourceIdentity }),
    },
  };
}

function lastOf(arn: string): string {
  return arn.split('/').at(-1) ?? '';
}
