// Everything about permissions in an account in one answer: users, groups, roles and policies with their texts.
import { lookup, type Account, type Cloud, type Identity } from '../cloud.ts';
import { isRefused } from '../fault.ts';
import { policyArn } from '../managed.ts';
import { present, textsOf, type Operation, type Reply } from '../operation.ts';
import { tagList } from '../tags.ts';
import { ownPolicies, usedAwsPolicies } from './authorization-policies.ts';
import { boundaryReply } from './boundary.ts';
import { pageOf } from './found.ts';
import { groupReply } from './group.ts';
import { profileReply } from './instance-profiles.ts';
import { roleReply } from './role-reply.ts';
import { userArn } from './users.ts';

function inlineList({ inline }: Pick<Identity, 'inline'>): readonly Reply[] {
  return Object.entries(inline).map(([PolicyName, PolicyDocument]) => ({ PolicyName, PolicyDocument }));
}

function attachedList(account: Account, { attached }: Pick<Identity, 'attached'>): readonly Reply[] {
  return attached.map((name) => ({
    PolicyName: name.split('/').at(-1) ?? name,
    PolicyArn: policyArn(account, name),
  }));
}

function userDetails(account: Account): readonly Reply[] {
  return Object.entries(account.users).map(([name, user]) => {
    const inline = inlineList(user);
    return {
      Path: user.path,
      UserName: name,
      UserId: user.id,
      Arn: userArn(account, name),
      CreateDate: user.created,
      ...present({
        UserPolicyList: inline.length > 0 ? inline : undefined,
        GroupList: user.groups,
        AttachedManagedPolicies: attachedList(account, user),
        PermissionsBoundary: boundaryReply(account, user.boundary),
        Tags: tagList(user.tags),
      }),
    };
  });
}

function groupDetails(account: Account): readonly Reply[] {
  return Object.entries(account.groups).map(([name, group]) => ({
    ...groupReply(account, name, group),
    GroupPolicyList: inlineList(group),
    AttachedManagedPolicies: attachedList(account, group),
  }));
}

function profilesOf(cloud: Cloud, account: Account, role: string): readonly Reply[] {
  return Object.entries(account.instanceProfiles)
    .filter(([, profile]) => profile.role === role)
    .map(([name, profile]) => profileReply(cloud, account, name, profile));
}

function roleDetails(cloud: Cloud, account: Account): readonly Reply[] {
  return Object.entries(account.roles).map(([name, role]) => {
    const use = lookup(cloud.uses ?? {}, role.id);
    return {
      ...roleReply(cloud, account, name, role),
      InstanceProfileList: profilesOf(cloud, account, name),
      RolePolicyList: inlineList(role),
      AttachedManagedPolicies: attachedList(account, role),
      ...present({ PermissionsBoundary: boundaryReply(account, role.boundary) }),
      Tags: tagList(role.tags),
      RoleLastUsed: use ? { LastUsedDate: use.time, Region: use.region } : {},
    };
  });
}

type List = 'UserDetailList' | 'GroupDetailList' | 'RoleDetailList' | 'Policies';

/** What each value of the filter lets through, and in which list it is answered. */
const KINDS: Readonly<Record<string, readonly [List, (cloud: Cloud, account: Account) => readonly Reply[]]>> =
  {
    User: ['UserDetailList', (_, account) => userDetails(account)],
    Group: ['GroupDetailList', (_, account) => groupDetails(account)],
    Role: ['RoleDetailList', roleDetails],
    LocalManagedPolicy: ['Policies', (_, account) => ownPolicies(account)],
    AWSManagedPolicy: ['Policies', usedAwsPolicies],
  };

/** A page counts the things of all lists together. Source: api-iam. */
export const AUTHORIZATION_DETAILS: Operation = {
  name: 'iam:GetAccountAuthorizationDetails',
  needs: () => [{ action: 'iam:GetAccountAuthorizationDetails', on: '*' }],
  run: ({ cloud, account }, input) => {
    const wanted = textsOf(input, 'Filter');
    const things = Object.entries(KINDS)
      .filter(([kind]) => wanted.length === 0 || wanted.includes(kind))
      .flatMap(([, [list, of]]) => of(cloud, account).map((reply) => ({ list, reply })));
    const paged = pageOf(input, things);
    if (isRefused(paged)) return paged;
    const inList = (list: List): readonly Reply[] =>
      paged.things.filter((thing) => thing.list === list).map(({ reply }) => reply);
    return {
      cloud,
      reply: {
        UserDetailList: inList('UserDetailList'),
        GroupDetailList: inList('GroupDetailList'),
        RoleDetailList: inList('RoleDetailList'),
        Policies: inList('Policies'),
        ...paged.rest,
      },
    };
  },
};
