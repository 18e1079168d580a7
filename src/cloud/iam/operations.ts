// IAM: the operations that hand out permissions.
import { iamArn, withAccount, type Account, type Cloud, type Group, type Role, type User } from '../cloud.ts';
import { alreadyExists, fault, noSuchEntity, type Refused } from '../fault.ts';
import { issueId } from '../ids.ts';
import { textOf, type Input, type Operation, type Site } from '../operation.ts';
import { passing } from '../passing.ts';
import { policyFault } from '../policy-fault.ts';

type Done = { readonly cloud: Cloud; readonly reply: Record<string, never> } | Refused;

/** The three kinds of identity that carry policies. */
interface Holder {
  readonly noun: 'user' | 'group' | 'role';
  readonly Noun: 'User' | 'Group' | 'Role';
  readonly all: (account: Account) => Readonly<Record<string, User | Group | Role>>;
  readonly put: (account: Account, name: string, policies: Pick<Group, 'inline' | 'attached'>) => Account;
}

const HOLDERS: readonly Holder[] = [
  {
    noun: 'user',
    Noun: 'User',
    all: (account) => account.users,
    put: (account, name, policies) => {
      const user = account.users[name];
      return user ? { ...account, users: { ...account.users, [name]: { ...user, ...policies } } } : account;
    },
  },
  {
    noun: 'group',
    Noun: 'Group',
    all: (account) => account.groups,
    put: (account, name, policies) => {
      const group = account.groups[name];
      return group ? { ...account, groups: { ...account.groups, [name]: { ...group, ...policies } } } : account;
    },
  },
  {
    noun: 'role',
    Noun: 'Role',
    all: (account) => account.roles,
    put: (account, name, policies) => {
      const role = account.roles[name];
      return role ? { ...account, roles: { ...account.roles, [name]: { ...role, ...policies } } } : account;
    },
  },
];

function arnOf(holder: Holder, { account }: Site, input: Input): string {
  const name = textOf(input, `${holder.Noun}Name`);
  return iamArn(account.id, holder.noun, holder.all(account)[name]?.path ?? '/', name);
}

function done(cloud: Cloud, account: Account): Done {
  return { cloud: withAccount(cloud, account), reply: {} };
}

/** PutUserPolicy, PutGroupPolicy, PutRolePolicy: an inline policy, overwritten by name. */
function putPolicy(holder: Holder): Operation {
  const action = `iam:Put${holder.Noun}Policy`;
  return {
    name: action,
    required: [`${holder.Noun}Name`, 'PolicyName', 'PolicyDocument'],
    needs: (site, input) => [{ action, on: arnOf(holder, site, input) }],
    run: ({ cloud, account }, input) => {
      const name = textOf(input, `${holder.Noun}Name`);
      const found = holder.all(account)[name];
      if (!found) return noSuchEntity(holder.noun, name);
      const text = textOf(input, 'PolicyDocument');
      const bad = policyFault(text, 'identity');
      if (bad) return { fault: bad };
      const inline = { ...found.inline, [textOf(input, 'PolicyName')]: text };
      return done(cloud, holder.put(account, name, { inline, attached: found.attached }));
    },
  };
}

/** AttachUserPolicy, AttachGroupPolicy, AttachRolePolicy; attaching twice changes nothing. */
function attachPolicy(holder: Holder): Operation {
  const action = `iam:Attach${holder.Noun}Policy`;
  return {
    name: action,
    required: [`${holder.Noun}Name`, 'PolicyArn'],
    needs: (site, input) => [{ action, on: arnOf(holder, site, input), context: { 'iam:PolicyARN': textOf(input, 'PolicyArn') } }],
    run: ({ cloud, account }, input) => {
      const name = textOf(input, `${holder.Noun}Name`);
      const found = holder.all(account)[name];
      if (!found) return noSuchEntity(holder.noun, name);
      const policy = policyName(input);
      if (!Object.hasOwn(account.policies, policy)) {
        return fault('NoSuchEntity', `Policy ${textOf(input, 'PolicyArn')} does not exist or is not attachable.`);
      }
      const attached = found.attached.includes(policy) ? found.attached : [...found.attached, policy];
      return done(cloud, holder.put(account, name, { inline: found.inline, attached }));
    },
  };
}

function policyName(input: Input): string {
  return textOf(input, 'PolicyArn').split('/').at(-1) ?? '';
}

const policyArn = (account: Account, name: string): string => `arn:aws:iam::${account.id}:policy/${name}`;

const createPolicy: Operation = {
  name: 'iam:CreatePolicy',
  required: ['PolicyName', 'PolicyDocument'],
  needs: ({ account }, input) => [{ action: 'iam:CreatePolicy', on: policyArn(account, textOf(input, 'PolicyName')) }],
  run: ({ cloud, account }, input) => {
    const name = textOf(input, 'PolicyName');
    if (Object.hasOwn(account.policies, name)) return alreadyExists('Policy', name);
    const text = textOf(input, 'PolicyDocument');
    const bad = policyFault(text, 'identity');
    if (bad) return { fault: bad };
    const issued = issueId(cloud, 'ANPA');
    return done(issued.cloud, { ...account, policies: { ...account.policies, [name]: text } });
  },
};

/** Only the default version counts; a version that is not made the default changes no decision. */
const createPolicyVersion: Operation = {
  name: 'iam:CreatePolicyVersion',
  required: ['PolicyArn', 'PolicyDocument'],
  needs: (_, input) => [{ action: 'iam:CreatePolicyVersion', on: textOf(input, 'PolicyArn') }],
  run: ({ cloud, account }, input) => {
    const name = policyName(input);
    if (!Object.hasOwn(account.policies, name)) return fault('NoSuchEntity', `Policy ${textOf(input, 'PolicyArn')} was not found.`);
    const text = textOf(input, 'PolicyDocument');
    const bad = policyFault(text, 'identity');
    if (bad) return { fault: bad };
    return done(cloud, input['SetAsDefault'] === true ? { ...account, policies: { ...account.policies, [name]: text } } : account);
  },
};

const roleArn = (account: Account, input: Input): string =>
  iamArn(account.id, 'role', account.roles[textOf(input, 'RoleName')]?.path ?? (textOf(input, 'Path') || '/'), textOf(input, 'RoleName'));

const createRole: Operation = {
  name: 'iam:CreateRole',
  required: ['RoleName', 'AssumeRolePolicyDocument'],
  needs: ({ account }, input) => [{ action: 'iam:CreateRole', on: roleArn(account, input) }],
  run: ({ cloud, account }, input) => {
    const name = textOf(input, 'RoleName');
    if (Object.keys(account.roles).some((known) => known.toLowerCase() === name.toLowerCase())) return alreadyExists('Role', name);
    const trust = textOf(input, 'AssumeRolePolicyDocument');
    const bad = policyFault(trust, 'trust');
    if (bad) return { fault: bad };
    const issued = issueId(cloud, 'AROA');
    const role: Role = { id: issued.id, path: textOf(input, 'Path') || '/', trust, inline: {}, attached: [], tags: {} };
    return done(issued.cloud, { ...account, roles: { ...account.roles, [name]: role } });
  },
};

const updateAssumeRolePolicy: Operation = {
  name: 'iam:UpdateAssumeRolePolicy',
  required: ['RoleName', 'PolicyDocument'],
  needs: ({ account }, input) => [{ action: 'iam:UpdateAssumeRolePolicy', on: roleArn(account, input) }],
  run: ({ cloud, account }, input) => {
    const name = textOf(input, 'RoleName');
    const role = account.roles[name];
    if (!role) return noSuchEntity('role', name);
    const trust = textOf(input, 'PolicyDocument');
    const bad = policyFault(trust, 'trust');
    if (bad) return { fault: bad };
    return done(cloud, { ...account, roles: { ...account.roles, [name]: { ...role, trust } } });
  },
};

const addUserToGroup: Operation = {
  name: 'iam:AddUserToGroup',
  required: ['GroupName', 'UserName'],
  needs: ({ account }, input) => {
    const name = textOf(input, 'GroupName');
    return [{ action: 'iam:AddUserToGroup', on: iamArn(account.id, 'group', account.groups[name]?.path ?? '/', name) }];
  },
  run: ({ cloud, account }, input) => {
    const group = textOf(input, 'GroupName');
    const name = textOf(input, 'UserName');
    const user = account.users[name];
    if (!Object.hasOwn(account.groups, group)) return noSuchEntity('group', group);
    if (!user) return noSuchEntity('user', name);
    const groups = user.groups.includes(group) ? user.groups : [...user.groups, group];
    return done(cloud, { ...account, users: { ...account.users, [name]: { ...user, groups } } });
  },
};

const createAccessKey: Operation = {
  name: 'iam:CreateAccessKey',
  required: ['UserName'],
  needs: ({ account }, input) => {
    const name = textOf(input, 'UserName');
    return [{ action: 'iam:CreateAccessKey', on: iamArn(account.id, 'user', account.users[name]?.path ?? '/', name) }];
  },
  run: ({ cloud, account }, input) => {
    const name = textOf(input, 'UserName');
    const user = account.users[name];
    if (!user) return noSuchEntity('user', name);
    if (user.keys.length >= 2) return fault('LimitExceeded', 'Cannot exceed quota for AccessKeysPerUser: 2');
    const issued = issueId(cloud, 'AKIA');
    return done(issued.cloud, { ...account, users: { ...account.users, [name]: { ...user, keys: [...user.keys, issued.id] } } });
  },
};

const profileArn = (account: Account, input: Input): string => {
  const name = textOf(input, 'InstanceProfileName');
  return iamArn(account.id, 'instance-profile', account.instanceProfiles[name]?.path ?? (textOf(input, 'Path') || '/'), name);
};

const createInstanceProfile: Operation = {
  name: 'iam:CreateInstanceProfile',
  required: ['InstanceProfileName'],
  needs: ({ account }, input) => [{ action: 'iam:CreateInstanceProfile', on: profileArn(account, input) }],
  run: ({ cloud, account }, input) => {
    const name = textOf(input, 'InstanceProfileName');
    if (Object.hasOwn(account.instanceProfiles, name)) return alreadyExists('Instance Profile', name);
    const issued = issueId(cloud, 'AIPA');
    const instanceProfiles = { ...account.instanceProfiles, [name]: { id: issued.id, path: textOf(input, 'Path') || '/' } };
    return done(issued.cloud, { ...account, instanceProfiles });
  },
};

/** Puts the one role into a profile, which hands the role on: it needs `iam:PassRole` too. */
const addRoleToInstanceProfile: Operation = {
  name: 'iam:AddRoleToInstanceProfile',
  required: ['InstanceProfileName', 'RoleName'],
  needs: ({ account }, input) => [
    { action: 'iam:AddRoleToInstanceProfile', on: profileArn(account, input) },
    passing(account, textOf(input, 'RoleName'), 'ec2.amazonaws.com'),
  ],
  run: ({ cloud, account }, input) => {
    const name = textOf(input, 'InstanceProfileName');
    const role = textOf(input, 'RoleName');
    const profile = account.instanceProfiles[name];
    if (!profile) return fault('NoSuchEntity', `Instance Profile ${name} cannot be found.`);
    if (!Object.hasOwn(account.roles, role)) return noSuchEntity('role', role);
    if (profile.role !== undefined) return fault('LimitExceeded', 'Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1');
    return done(cloud, { ...account, instanceProfiles: { ...account.instanceProfiles, [name]: { ...profile, role } } });
  },
};

export const IAM: readonly Operation[] = [
  ...HOLDERS.map(putPolicy),
  ...HOLDERS.map(attachPolicy),
  createPolicy,
  createPolicyVersion,
  createRole,
  updateAssumeRolePolicy,
  addUserToGroup,
  createAccessKey,
  createInstanceProfile,
  addRoleToInstanceProfile,
];
