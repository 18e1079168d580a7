// Signing in: finds whoever a name means, and gives an instance its role's credentials only if the role trusts EC2.
import { combine, type Verdict } from '#evaluator';
import { partOf, type Part } from './authorize.ts';
import { lookup, roleArn, type Account, type Cloud, type Instance } from './cloud.ts';
import type { Fault } from './fault.ts';
import {
  ANONYMOUS,
  keptSession,
  providerSession,
  roleSession,
  rootSession,
  serviceSession,
  userSession,
  type Session,
} from './session.ts';

/**
 * `user/mei.tan`, `role/bookings`, `session/night-1`, `instance/booking-1` (name or id), `root`, each also behind the id
 * of its account: `444455556666/root`. Without an account: `service/ec2.amazonaws.com`, `provider/` and the provider's
 * ARN, `anonymous`.
 */
export type Who = string;

export type SignedIn =
  | { readonly session: Session }
  | { readonly fault: Fault; readonly parts: readonly Part[]; readonly verdict?: Verdict };

/** Source: ug-instance-profiles. */
const NO_CREDENTIALS: Fault = {
  code: 'NoCredentials',
  message: 'Unable to locate credentials. You can configure credentials by running "aws configure".',
};

/**
 * Signs somebody in. An instance gets its role's credentials only if the role trusts EC2: otherwise the fault
 * carries the decision about `sts:AssumeRole`. Without an account's id, the first account that knows the name counts.
 */
export function signIn(cloud: Cloud, who: Who): SignedIn {
  const owner = lookup(cloud.accounts, who.split('/')[0] ?? '');
  const [kind = '', ...rest] = (owner ? who.slice(owner.id.length + 1) : who).split('/');
  const name = rest.join('/');
  if (!owner && kind === 'service' && name !== '') return { session: serviceSession(name) };
  if (!owner && kind === 'provider' && name !== '') return { session: providerSession(name) };
  if (who === 'anonymous') return { session: ANONYMOUS };
  const find = Object.hasOwn(FIND, kind) ? FIND[kind] : undefined;
  for (const account of owner ? [owner] : Object.values(cloud.accounts)) {
    const found = find?.(cloud, account, name);
    if (found) return found;
  }
  return { fault: { code: 'NoSuchEntity', message: `nobody here is called ${who}` }, parts: [] };
}

type Find = (cloud: Cloud, account: Account, name: string) => SignedIn | undefined;

const FIND: Readonly<Record<string, Find>> = {
  root: (_, account, name) => (name === '' ? { session: rootSession(account) } : undefined),
  user: (_, account, name) =>
    lookup(account.users, name) ? { session: userSession(account, name) } : undefined,
  role: (_, account, name) =>
    lookup(account.roles, name) ? { session: roleSession(account, name, 'session') } : undefined,
  session: (_, account, name) => {
    const kept = lookup(account.sessions ?? {}, name);
    return kept && { session: keptSession(account, name, kept) };
  },
  instance: (cloud, account, name) => {
    const instance = Object.values(account.instances).find((one) => one.id === name || one.name === name);
    return instance && instanceSession(cloud, account, instance);
  },
};

function instanceSession(cloud: Cloud, account: Account, { id, profile }: Instance): SignedIn {
  const role = profile === undefined ? undefined : lookup(account.instanceProfiles, profile)?.role;
  if (role === undefined) return { fault: NO_CREDENTIALS, parts: [] };
  const on = roleArn(account, role);
  const part = partOf(cloud, serviceSession('ec2.amazonaws.com'), { action: 'sts:AssumeRole', on });
  if (part.verdict.decision === 'allowed')
    return { session: { ...roleSession(account, role, id), instance: id } };
  return { fault: NO_CREDENTIALS, parts: [part], verdict: combine([part.verdict.trace]) };
}
