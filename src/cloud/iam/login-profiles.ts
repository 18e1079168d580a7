// Passwords of users, and whether the root user has one. A password is in no reply.
import { partOf, type BareRequest } from '../authorize.ts';
import type { Account, Login, User } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { flagOf, textOf, type Operation, type Reply, type Site } from '../operation.ts';
import { changed } from './changed.ts';
import { onOwn, ownIn } from './own.ts';
import { passwordFault, REUSED } from './password-rules.ts';
import { onUser, userIn, withUser } from './users.ts';

/** Nobody may ask for more of them to be remembered. Source: ug-passwords. */
const REMEMBERED = 24;

const noProfile = (name: string): Refused =>
  fault('NoSuchEntity', `Login Profile for User ${name} cannot be found.`);

function loginReply(name: string, { created, mustChange }: Login): Reply {
  return { LoginProfile: { UserName: name, CreateDate: created, PasswordResetRequired: mustChange } };
}

function withLogin(account: Account, name: string, user: User, login: Login): Account {
  return withUser(account, name, { ...user, login });
}

/** The same user with another password. */
function replaced(login: Login, password: string, time: number): Login {
  const before = [login.password, ...login.before].slice(0, REMEMBERED);
  return { ...login, password, before, changed: time };
}

function withRootPassword(account: Account, noRootPassword: boolean): Account {
  return { ...account, iam: { ...account.iam, noRootPassword } };
}

function rootLogin({ created = 0 }: Account): Login {
  return { password: '', created, changed: created, mustChange: false, before: [] };
}

/** For the root user no password is given: it may then be recovered by mail. Source: ug-central-root. */
const createLoginProfile: Operation = {
  name: 'iam:CreateLoginProfile',
  needs: (site, input) => onOwn('iam:CreateLoginProfile', site, input),
  run: (site, input) => {
    const { cloud, account } = site;
    const whose = ownIn(site, input);
    if (isRefused(whose)) return whose;
    const taken = (name: string): Refused =>
      fault('EntityAlreadyExists', `Login Profile for user ${name} already exists.`);
    if ('root' in whose) {
      if (account.iam?.noRootPassword !== true) return taken('root');
      return changed(cloud, withRootPassword(account, false), loginReply('root', rootLogin(account)));
    }
    const { name, is } = whose;
    if (is.login) return taken(name);
    if (textOf(input, 'Password') === '')
      return fault('ValidationError', 'A password is required for an IAM user.');
    const bad = passwordFault(account, textOf(input, 'Password'));
    if (bad) return bad;
    const login: Login = {
      password: textOf(input, 'Password'),
      created: cloud.time,
      changed: cloud.time,
      mustChange: flagOf(input, 'PasswordResetRequired') === true,
      before: [],
    };
    return changed(cloud, withLogin(account, name, is, login), loginReply(name, login));
  },
};

const getLoginProfile: Operation = {
  name: 'iam:GetLoginProfile',
  needs: (site, input) => onOwn('iam:GetLoginProfile', site, input),
  run: (site, input) => {
    const { cloud, account } = site;
    const whose = ownIn(site, input);
    if (isRefused(whose)) return whose;
    if ('root' in whose)
      return account.iam?.noRootPassword === true
        ? noProfile('root')
        : { cloud, reply: loginReply('root', rootLogin(account)) };
    const { name, is } = whose;
    return is.login ? { cloud, reply: loginReply(name, is.login) } : noProfile(name);
  },
};

const updateLoginProfile: Operation = {
  name: 'iam:UpdateLoginProfile',
  needs: (site, input) => [onUser('iam:UpdateLoginProfile', site, input)],
  run: (site, input) => {
    const { cloud, account } = site;
    const user = userIn(site, input);
    if (isRefused(user)) return user;
    const { login } = user.is;
    if (!login) return noProfile(user.name);
    const password = textOf(input, 'Password');
    const bad = password === '' ? undefined : passwordFault(account, password, login);
    if (bad) return bad;
    const next = password === '' ? login : replaced(login, password, cloud.time);
    const mustChange = flagOf(input, 'PasswordResetRequired') ?? login.mustChange;
    return changed(cloud, withLogin(account, user.name, user.is, { ...next, mustChange }));
  },
};

const deleteLoginProfile: Operation = {
  name: 'iam:DeleteLoginProfile',
  needs: (site, input) => onOwn('iam:DeleteLoginProfile', site, input),
  run: (site, input) => {
    const { cloud, account } = site;
    const whose = ownIn(site, input);
    if (isRefused(whose)) return whose;
    if ('root' in whose)
      return account.iam?.noRootPassword === true
        ? noProfile('root')
        : changed(cloud, withRootPassword(account, true));
    const { login, ...rest } = whose.is;
    return login ? changed(cloud, withUser(account, whose.name, rest)) : noProfile(whose.name);
  },
};

/** A policy of the account may let every user change their own password without a permission. Source: ug-passwords. */
export function unlessAllowedToAll(site: Site, action: string, on: string): readonly BareRequest[] {
  const pair = { action, on };
  const { cloud, account, session } = site;
  if (account.iam?.passwordPolicy?.AllowUsersToChangePassword !== true) return [pair];
  if (session.principal.type !== 'user') return [pair];
  return partOf(cloud, session, pair, site.region).verdict.decision === 'implicitDeny' ? [] : [pair];
}

const changePassword: Operation = {
  name: 'iam:ChangePassword',
  needs: (site) => {
    const { session } = site;
    const own = onUser('iam:ChangePassword', site, { UserName: session.name });
    return session.principal.type === 'user'
      ? unlessAllowedToAll(site, own.action, own.on)
      : fault('InvalidUserType', 'Only IAM Users can change their own password');
  },
  run: (site, input) => {
    const { cloud, account } = site;
    const user = userIn(site, { UserName: site.session.name });
    if (isRefused(user)) return user;
    const { name, is } = user;
    if (!is.login) return noProfile(name);
    if (is.login.password !== textOf(input, 'OldPassword'))
      return fault('AccessDenied', 'The old password was incorrect.');
    const password = textOf(input, 'NewPassword');
    if (password === is.login.password) return REUSED;
    const bad = passwordFault(account, password, is.login);
    if (bad) return bad;
    const next = replaced(is.login, password, cloud.time);
    return changed(cloud, withLogin(account, name, is, { ...next, mustChange: false }));
  },
};

export const LOGIN_PROFILES: readonly Operation[] = [
  ...[createLoginProfile, getLoginProfile, updateLoginProfile, deleteLoginProfile, changePassword],
];
