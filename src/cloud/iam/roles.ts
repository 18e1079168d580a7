// Roles: made, and whom they trust. Everything else that happens to a role is `role-changes`.
import { roleArn, type Role } from '../cloud.ts';
import { alreadyExists, fault, isRefused, overQuota, type Fault } from '../fault.ts';
import { issueId } from '../ids.ts';
import { numberOf, textOf, type Operation, type Site } from '../operation.ts';
import { pinned, pinsOf } from '../pins.ts';
import { policyFault, sizeFault } from '../policy-fault.ts';
import { SERVICE_PATH } from '../session.ts';
import { requestTagKeys, tagsIn } from '../tags.ts';
import { boundaryKey, wantedBoundary } from './boundary.ts';
import { changed } from './changed.ts';
import { isTaken } from './found.ts';
import { onRole, roleIn, ROLES_PER_ACCOUNT, withRole } from './named-role.ts';
import { protectedRole } from './protected-role.ts';
import { newRoleReply } from './role-reply.ts';
import { withMoreTags } from './tagging.ts';

/** Source: ug-quotas. */
const LARGEST_TRUST = 2048;

function trustFault(site: Site, trust: string): Fault | undefined {
  return policyFault(site.cloud, trust, 'trust') ?? sizeFault(trust, 'ACLSizePerRole', LARGEST_TRUST);
}

const createRole: Operation = {
  name: 'iam:CreateRole',
  needs: ({ account }, input) => {
    const on = roleArn(account, textOf(input, 'RoleName'), textOf(input, 'Path') || '/');
    const context = { ...boundaryKey(input), ...requestTagKeys(tagsIn(input)) };
    return [
      { action: 'iam:CreateRole', on, context },
      ...(input['Tags'] === undefined ? [] : [{ action: 'iam:TagRole', on, context }]),
    ];
  },
  run: (site, input) => {
    const { cloud, account } = site;
    const name = textOf(input, 'RoleName');
    const path = textOf(input, 'Path') || '/';
    if (isTaken(account.roles, name)) return alreadyExists('Role', name);
    if (path.startsWith(SERVICE_PATH))
      return fault('InvalidInput', `The path ${path} is reserved for service-linked roles.`);
    if (Object.keys(account.roles).length >= ROLES_PER_ACCOUNT)
      return overQuota('RolesPerAccount', ROLES_PER_ACCOUNT);
    const trust = textOf(input, 'AssumeRolePolicyDocument');
    const bad = trustFault(site, trust);
    if (bad) return { fault: bad };
    const boundary = wantedBoundary(cloud, account, input);
    if (isRefused(boundary)) return boundary;
    const tags = withMoreTags({}, input);
    if (isRefused(tags)) return tags;
    const issued = issueId(cloud, 'AROA');
    const description = textOf(input, 'Description');
    const maxSession = numberOf(input, 'MaxSessionDuration');
    const role: Role = {
      id: issued.id,
      created: cloud.time,
      path,
      trust,
      ...pinned(cloud, trust),
      inline: {},
      attached: [],
      tags: tags.tags,
      ...boundary,
      ...(description === '' ? {} : { description }),
      ...(maxSession === undefined ? {} : { maxSession }),
    };
    const reply = { Role: newRoleReply(cloud, account, name, role) };
    return changed(issued.cloud, withRole(account, name, role), reply);
  },
};

/** Replaces the whole trust policy. */
const updateAssumeRolePolicy: Operation = {
  name: 'iam:UpdateAssumeRolePolicy',
  needs: (site, input) => [onRole('iam:UpdateAssumeRolePolicy', site, input)],
  run: (site, input) => {
    const { cloud, account } = site;
    const role = roleIn(site, input);
    if (isRefused(role)) return role;
    const trust = textOf(input, 'PolicyDocument');
    const bad = protectedRole(role.is, role.name) ?? trustFault(site, trust);
    if (bad) return { fault: bad };
    return changed(cloud, withRole(account, role.name, { ...role.is, trust, pins: pinsOf(cloud, trust) }));
  },
};

export const ROLES: readonly Operation[] = [createRole, updateAssumeRolePolicy];
