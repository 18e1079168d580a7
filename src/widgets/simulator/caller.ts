// What an ARN says about a caller, and what a caller of each type looks like. It asks nobody whether they exist.
import type { Principal, PrincipalType } from '#evaluator';

export const CALLER_TYPES: readonly PrincipalType[] = [
  ...(['user', 'assumedRole', 'root', 'federatedUser'] as const),
  ...(['service', 'federatedProvider', 'anonymous'] as const),
];

/** Callers without an account of their own. */
const OUTSIDE: readonly PrincipalType[] = ['service', 'federatedProvider', 'anonymous'];

export function hasAccount(type: PrincipalType): boolean {
  return !OUTSIDE.includes(type);
}

interface Form {
  readonly type: PrincipalType;
  readonly form: RegExp;
}

const FORMS: readonly Form[] = [
  { type: 'user', form: /^arn:aws[\w-]*:iam::(\d{12}):user\/./ },
  { type: 'assumedRole', form: /^arn:aws[\w-]*:sts::(\d{12}):assumed-role\/[^/]+\/./ },
  { type: 'root', form: /^arn:aws[\w-]*:iam::(\d{12}):root$/ },
  { type: 'federatedUser', form: /^arn:aws[\w-]*:sts::(\d{12}):federated-user\/./ },
  { type: 'federatedProvider', form: /^arn:aws[\w-]*:iam::\d{12}:(?:oidc|saml)-provider\/./ },
  { type: 'service', form: /^[a-z\d.-]+\.amazonaws\.com(?:\.cn)?$/ },
];

/** The role of a session, as far as the session's ARN shows it: not its path. */
export function roleOfSession(arn: string): string | undefined {
  const match = /^(arn:aws[\w-]*):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn);
  return match ? `${match[1] ?? ''}:iam::${match[2] ?? ''}:role/${match[3] ?? ''}` : undefined;
}

/** The caller by another ARN. Where the ARN says type, account and role, they follow; else they stay. */
export function withArn(caller: Principal, arn: string): Principal {
  const found = FORMS.find(({ form }) => form.test(arn));
  const type = found?.type ?? caller.type;
  const account = found ? (hasAccount(type) ? (found.form.exec(arn)?.[1] ?? '') : '') : caller.account;
  const roleArn = roleOfSession(arn) ?? caller.roleArn ?? '';
  return only({ ...caller, type, arn, account, roleArn });
}

/** Only what a caller of its type has. */
function only({
  type,
  arn,
  account,
  roleArn,
  issuerArn,
  inManagementAccount,
  serviceLinkedRole,
}: Principal): Principal {
  return {
    type,
    arn,
    account,
    inManagementAccount: inManagementAccount === true && hasAccount(type),
    serviceLinkedRole: serviceLinkedRole === true && type === 'assumedRole',
    ...(type === 'assumedRole' ? { roleArn: roleArn ?? '' } : {}),
    ...(type === 'federatedUser' && issuerArn !== undefined && issuerArn !== '' ? { issuerArn } : {}),
  };
}

const ARNS: Readonly<Record<PrincipalType, (account: string) => string>> = {
  user: (account) => `arn:aws:iam::${account}:user/mei.tan`,
  assumedRole: (account) => `arn:aws:sts::${account}:assumed-role/bookings/session`,
  root: (account) => `arn:aws:iam::${account}:root`,
  federatedUser: (account) => `arn:aws:sts::${account}:federated-user/jun`,
  service: () => 'cloudtrail.amazonaws.com',
  federatedProvider: (account) => `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`,
  anonymous: () => '',
};

/** A caller of another type, with an ARN of that type to begin with. `home`: an account to use where it has none. */
export function withType(caller: Principal, type: PrincipalType, home: string): Principal {
  const account = caller.account === '' ? home : caller.account;
  return withArn(only({ ...caller, type, account: hasAccount(type) ? account : '' }), ARNS[type](account));
}

export function callerOf(arn: string): Principal {
  if (arn === '*' || arn === '') return { type: 'anonymous', arn: '', account: '' };
  const role = /^arn:(aws[\w-]*):iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(arn);
  const nobody: Principal = { type: 'user', arn: '', account: '' };
  if (!role) return withArn(nobody, /^\d{12}$/.test(arn) ? `arn:aws:iam::${arn}:root` : arn);
  const session = `arn:${role[1] ?? ''}:sts::${role[2] ?? ''}:assumed-role/${role[3] ?? ''}/session`;
  return { ...withArn(nobody, session), roleArn: arn };
}

/** The account that an ARN of a resource names, if it does: a bucket's does not. */
export function accountIn(arn: string): string | undefined {
  return /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(arn)?.[1];
}
