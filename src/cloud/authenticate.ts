// Whose credentials signed a call, and are they good. It never asks what the caller may do.
import { lookup, type AccessKey, type Account, type Cloud } from './cloud.ts';
import type { Fault } from './fault.ts';
import { isClosed } from './organization.ts';
import { ANONYMOUS, holderOf, rootSession, userSession, type Session } from './session.ts';

/** What a caller signs with. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

export interface Wanted {
  readonly operation: string;
  /** The operation may come without a signature. */
  readonly unsigned: boolean;
}

type Known = { readonly session: Session } | { readonly fault: Fault };

/** The caller behind some credentials. Source: api-common-errors. */
export function authenticate(cloud: Cloud, credentials: Credentials | undefined, wanted: Wanted): Known {
  if (!credentials || wanted.unsigned) {
    return wanted.unsigned || wanted.operation.startsWith('s3:')
      ? { session: ANONYMOUS }
      : refused('MissingAuthenticationToken', 'Request is missing Authentication Token');
  }
  const { accessKeyId } = credentials;
  return accessKeyId.startsWith('ASIA')
    ? temporary(cloud, credentials, wanted)
    : longTerm(cloud, credentials, wanted);
}

function longTerm(
  cloud: Cloud,
  { accessKeyId, secretAccessKey, sessionToken }: Credentials,
  wanted: Wanted,
): Known {
  const owner = lookup(cloud.keyOwners ?? {}, accessKeyId);
  const account = owner && lookup(cloud.accounts, owner.account);
  if (!owner || !account || sessionToken !== undefined) return unknownKey(wanted);
  if (isClosed(cloud, account.id)) return unknownKey(wanted);
  const key = keyOf(account, owner.user, accessKeyId);
  if (key?.status !== 'Active') return unknownKey(wanted);
  if (key.secret !== secretAccessKey) return badSignature(wanted);
  const session = owner.user === undefined ? rootSession(account) : userSession(account, owner.user);
  const holder = holderOf(account, session);
  return { session: { ...session, accessKey: accessKeyId, ...(holder ? { holderId: holder.id } : {}) } };
}

function keyOf(account: Account, user: string | undefined, id: string): AccessKey | undefined {
  const keys = user === undefined ? account.rootKeys : lookup(account.users, user)?.keys;
  return keys?.find((key) => key.id === id);
}

/** The secret of an access key, for whoever has to check what was signed with it. */
export function secretOf(cloud: Cloud, accessKeyId: string): string | undefined {
  const known = lookup(cloud.temporary ?? {}, accessKeyId);
  const owner = lookup(cloud.keyOwners ?? {}, accessKeyId);
  const account = owner && lookup(cloud.accounts, owner.account);
  return known?.secret ?? (account && keyOf(account, owner.user, accessKeyId)?.secret);
}

function temporary(cloud: Cloud, credentials: Credentials, wanted: Wanted): Known {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const known = lookup(cloud.temporary ?? {}, accessKeyId);
  if (!known || sessionToken !== known.token) return unknownKey(wanted);
  if (known.secret !== secretAccessKey) return badSignature(wanted);
  if (cloud.time >= known.expires) return expired(wanted);
  const session = current(cloud, known.session);
  if (!session) return unknownKey(wanted);
  const fault = fewerCalls(session, wanted);
  return fault ? { fault } : { session: { ...session, accessKey: accessKeyId } };
}

/** The session as its holder is now: renamed or moved perhaps. Credentials of somebody deleted are worth nothing. */
function current(cloud: Cloud, session: Session): Session | undefined {
  const account = lookup(cloud.accounts, session.principal.account);
  if (!account || isClosed(cloud, account.id)) return undefined;
  const { holderId } = session;
  if (holderId === undefined) return session;
  if (holderOf(account, session)?.id === holderId) return session;
  const renamed = Object.entries(account.users).find(([, { id }]) => id === holderId)?.[0];
  return renamed !== undefined && session.principal.type === 'user'
    ? { ...session, ...userSession(account, renamed) }
    : undefined;
}

/** What GetSessionToken and GetFederationToken do not give. Source: ug-sts-comparison. */
function fewerCalls(session: Session, { operation }: Wanted): Fault | undefined {
  const [service, name = ''] = operation.split(':');
  const federated = session.principal.type === 'federatedUser';
  if (service === 'iam' && (federated || (session.token === true && session.mfa === undefined)))
    return { code: 'InvalidClientTokenId', message: INVALID };
  if (service !== 'sts' || name === 'GetCallerIdentity') return undefined;
  const may = session.token === true && name === 'AssumeRole';
  if ((federated || session.token === true) && !may)
    return { code: 'AccessDenied', message: `Cannot call ${name} with session credentials` };
  return undefined;
}

const INVALID = 'The security token included in the request is invalid.';
/** Services that speak JSON have names of their own for the same refusals. Source: api-common-errors. */
const JSON_SERVICES: ReadonlySet<string> = new Set([
  ...[
    'dynamodb',
    'kms',
    'lambda',
    'secretsmanager',
    'ssm',
    'organizations',
    'access-analyzer',
    'cloudtrail',
    'sqs',
  ],
]);

function serviceOf({ operation }: Wanted): string {
  return operation.split(':')[0] ?? '';
}

function unknownKey(wanted: Wanted): Known {
  const service = serviceOf(wanted);
  if (service === 's3')
    return refused('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.');
  if (service === 'ec2')
    return refused('AuthFailure', 'AWS was not able to validate the provided access credentials');
  return refused(
    JSON_SERVICES.has(service) ? 'UnrecognizedClientException' : 'InvalidClientTokenId',
    INVALID,
  );
}

function badSignature(wanted: Wanted): Known {
  const service = serviceOf(wanted);
  if (service === 'ec2')
    return refused('AuthFailure', 'AWS was not able to validate the provided access credentials');
  const line =
    service === 's3'
      ? 'The request signature we calculated does not match the signature you provided. Check your key and signing method.'
      : 'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';
  return refused(JSON_SERVICES.has(service) ? 'InvalidSignatureException' : 'SignatureDoesNotMatch', line);
}

function expired(wanted: Wanted): Known {
  const service = serviceOf(wanted);
  if (service === 's3') return refused('ExpiredToken', 'The provided token has expired.');
  if (service === 'ec2') return refused('RequestExpired', 'Request has expired.');
  const code = JSON_SERVICES.has(service) ? 'ExpiredTokenException' : 'ExpiredToken';
  return refused(code, 'The security token included in the request is expired');
}

function refused(code: string, message: string): Known {
  return { fault: { code, message } };
}
