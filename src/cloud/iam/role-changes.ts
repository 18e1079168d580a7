// Roles read, listed, described, tagged and deleted. Making one and its trust are `roles`.
import { without } from '../cloud.ts';
import { fault, isRefused } from '../fault.ts';
import { numberOf, textOf, type Operation } from '../operation.ts';
import { answered, changed } from './changed.ts';
import { isUnder, pageAs } from './found.ts';
import { onRole, roleIn, withRole } from './named-role.ts';
import { protectedRole } from './protected-role.ts';
import { describedRoleReply, listedRoleReply, wholeRoleReply } from './role-reply.ts';
import { tagOperations } from './tag-operations.ts';

const getRole: Operation = {
  name: 'iam:GetRole',
  needs: (site, input) => [onRole('iam:GetRole', site, input)],
  run: (site, input) => {
    const { cloud, account } = site;
    const role = roleIn(site, input);
    return isRefused(role)
      ? role
      : { cloud, reply: { Role: wholeRoleReply(cloud, account, role.name, role.is) } };
  },
};

const listRoles: Operation = {
  name: 'iam:ListRoles',
  needs: ({ account }, input) => [
    { action: 'iam:ListRoles', on: `arn:aws:iam::${account.id}:role${textOf(input, 'PathPrefix') || '/'}` },
  ],
  run: ({ cloud, account }, input) => {
    const roles = Object.entries(account.roles).filter(([, role]) => isUnder(input, role.path));
    const make = ([name, role]: (typeof roles)[number]) => listedRoleReply(cloud, account, name, role);
    return answered(cloud, pageAs(input, 'Roles', roles, make));
  },
};

/** Only what is given changes. A service-linked role may be described, no more. Source: ug-service-linked-roles. */
const updateRole: Operation = {
  name: 'iam:UpdateRole',
  needs: (site, input) => [onRole('iam:UpdateRole', site, input)],
  run: (site, input) => {
    const role = roleIn(site, input);
    if (isRefused(role)) return role;
    const maxSession = numberOf(input, 'MaxSessionDuration');
    const bad = maxSession === undefined ? undefined : protectedRole(role.is, role.name);
    if (bad) return { fault: bad };
    const next = {
      ...role.is,
      ...(maxSession === undefined ? {} : { maxSession }),
      ...(input['Description'] === undefined ? {} : { description: textOf(input, 'Description') }),
    };
    return changed(site.cloud, withRole(site.account, role.name, next));
  },
};

const updateRoleDescription: Operation = {
  name: 'iam:UpdateRoleDescription',
  needs: (site, input) => [onRole('iam:UpdateRoleDescription', site, input)],
  run: (site, input) => {
    const { cloud, account } = site;
    const role = roleIn(site, input);
    if (isRefused(role)) return role;
    const next = { ...role.is, description: textOf(input, 'Description') };
    const reply = { Role: describedRoleReply(cloud, account, role.name, next) };
    return changed(cloud, withRole(account, role.name, next), reply);
  },
};

/** What must go first, in the order in which IAM complains. Source: api-iam. */
const deleteRole: Operation = {
  name: 'iam:DeleteRole',
  needs: (site, input) => [onRole('iam:DeleteRole', site, input)],
  run: (site, input) => {
    const { cloud, account } = site;
    const role = roleIn(site, input);
    if (isRefused(role)) return role;
    const { name, is } = role;
    const bad = protectedRole(is, name);
    if (bad) return { fault: bad };
    const profiled = Object.values(account.instanceProfiles).some((profile) => profile.role === name);
    const first = [
      ...(profiled ? ['remove roles from instance profile'] : []),
      ...(is.attached.length > 0 ? ['detach all policies'] : []),
      ...(Object.keys(is.inline).length > 0 ? ['delete policies'] : []),
    ][0];
    if (first !== undefined) return fault('DeleteConflict', `Cannot delete entity, must ${first} first.`);
    return changed(cloud, { ...account, roles: without(account.roles, name) });
  },
};

const tags = tagOperations({
  noun: 'Role',
  pair: onRole,
  found: (site, input, action) => {
    const role = roleIn(site, input);
    if (isRefused(role)) return role;
    const bad = action === 'iam:ListRoleTags' ? undefined : protectedRole(role.is, role.name);
    if (bad) return { fault: bad };
    const put = (more: typeof role.is.tags) => withRole(site.account, role.name, { ...role.is, tags: more });
    return { tags: role.is.tags, put };
  },
});

export const ROLE_CHANGES: readonly Operation[] = [
  ...[getRole, listRoles, updateRole, updateRoleDescription, deleteRole],
  ...tags,
];
