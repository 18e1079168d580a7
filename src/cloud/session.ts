// Who is signed in: a user, the root user, a role's session, an instance with its role, a service.
import { combine, decide, type Principal, type Verdict } from '#evaluator';
import { iamArn, type Account, type Cloud } from './cloud.ts';
import type { Fault } from './fault.ts';
import { partOf, type Part } from './authorize.ts';

/** `user/mei.tan`, `role/bookings`, `instance/booking-1` (name or id), `service/ec2.amazonaws.com`, `root`. */
export type Who = string;

export interface Session {
  readonly principal: Principal;
  /** The user's or role's own name; empty for root and services. */
  readonly name: string;
}

export type SignedIn =
  | { readonly session: Session }
  | { readonly fault: Fault; readonly parts: readonly Part[]; readonly verdict?: Verdict };

const NO_CREDENTIALS = 'Unable to locate credentials. You can configure credentials by running "aws configure".';

/**
 * Signs somebody in. An instance gets its role's credentials only if the role trusts EC2: otherwise the fault
 * carries the decision about `sts:AssumeRole`. The first account that knows the name counts.
 */
export function signIn(cloud: Cloud, who: Who): SignedIn {
  const [kind = '', ...rest] = who.split('/');
  const name = rest.join('/');
  if (kind === 'service') return { session: { principal: { type: 'service', arn: name, account: '' }, name: '' } };
  for (const account of Object.values(cloud.accounts)) {
    if (kind === 'root') return { session: { principal: rootOf(account), name: '' } };
    if (kind === 'user' && account.users[name]) return { session: userSession(account, name) };
    if (kind === 'role' && account.roles[name]) return { session: roleSession(account, name, 'session') };
    if (kind === 'instance') {
      const instance = Object.values(account.instances).find((i) => i.id === name || i.name === name);
      if (instance) return instanceSession(cloud, account, instance.id);
    }
  }
  return { fault: { code: 'NoSuchEntity', message: `nobody here is called ${who}` }, parts: [] };
}

function rootOf(account: Account): Principal {
  return { type: 'root', arn: `arn:aws:iam::${account.id}:root`, account: account.id };
}

function userSession(account: Account, name: string): Session {
  const arn = iamArn(account.id, 'user', account.users[name]?.path ?? '/', name);
  return { principal: { type: 'user', arn, account: account.id }, name };
}

export function roleSession(account: Account, name: string, session: string): Session {
  const roleArn = iamArn(account.id, 'role', account.roles[name]?.path ?? '/', name);
  const arn = `arn:aws:sts::${account.id}:assumed-role/${name}/${session}`;
  return { principal: { type: 'assumedRole', arn, roleArn, account: account.id }, name };
}

function instanceSession(cloud: Cloud, account: Account, id: string): SignedIn {
  const profile = account.instances[id]?.profile;
  const role = profile === undefined ? undefined : account.instanceProfiles[profile]?.role;
  if (role === undefined) return { fault: { code: 'NoCredentials', message: NO_CREDENTIALS }, parts: [] };
  const on = iamArn(account.id, 'role', account.roles[role]?.path ?? '/', role);
  const service: Session = { principal: { type: 'service', arn: 'ec2.amazonaws.com', account: '' }, name: '' };
  const part = partOf(cloud, service, { action: 'sts:AssumeRole', on });
  const verdict = decide(part.request, part.layers);
  if (verdict.decision === 'allowed') return { session: roleSession(account, role, id) };
  return { fault: { code: 'NoCredentials', message: NO_CREDENTIALS }, parts: [part], verdict: combine([verdict.trace]) };
}
