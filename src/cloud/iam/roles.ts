// Roles: made, read, and whom they trust.
import type { BareRequest } from '../authorize.ts';
import { lookup, roleArn, type Role } from '../cloud.ts';
import { alreadyExists, fault, noSuchEntity, type Fault } from '../fault.ts';
import { issueId } from '../ids.ts';
import { policyNameOf } from '../managed.ts';
import { textOf, type Input, type Operation, type Site } from '../operation.ts';
import { pinned } from '../pins.ts';
import { policyFault, sizeFault } from '../policy-fault.ts';
import { changed } from './changed.ts';
import { isTaken } from './found.ts';
import { roleReply } from './role-reply.ts';
import { protectedRole } from './service-linked-roles.ts';

/** Source: ug-quotas. */
const LARGEST_TRUST = 2048;

function trustFault(site: Site, trust: string): Fault | undefined {
  return policyFault(site.cloud, trust, 'trust') ?? sizeFault(trust, 'ACLSizePerRole', LARGEST_TRUST);
}

function onRole(action: string, { account }: Site, input: Input): BareRequest {
  return { action, on: roleArn(account, textOf(input, 'RoleName'), textOf(input, 'Path') || '/') };
}

const createRole: Operation = {
  name: 'iam:CreateRole',
  needs: (site, input) => {
    const boundary = textOf(input, 'PermissionsBoundary');
    const pair = onRole('iam:CreateRole', site, input);
    return [boundary === '' ? pair : { ...pair, context: { 'iam:PermissionsBoundary': boundary } }];
  },
  run: (site, input) => {
    const { cloud, account } = site;
    const name = textOf(input, 'RoleName');
    if (isTaken(account.roles, name)) return alreadyExists('Role', name);
    const trust = textOf(input, 'AssumeRolePolicyDocument');
    const bad = trustFault(site, trust);
    if (bad) return { fault: bad };
    const wanted = textOf(input, 'PermissionsBoundary');
    const boundary = policyNameOf(cloud, account, wanted);
    if (wanted !== '' && boundary === undefined) {
      return fault('NoSuchEntity', `Policy ${wanted} does not exist or is not attachable.`);
    }
    const issued = issueId(cloud, 'AROA');
    const role: Role = {
      id: issued.id,
      created: cloud.time,
      path: textOf(input, 'Path') || '/',
      trust,
      ...pinned(cloud, trust),
      inline: {},
      attached: [],
      tags: {},
      ...(boundary === undefined ? {} : { boundary }),
    };
    const next = { ...account, roles: { ...account.roles, [name]: role } };
    return changed(issued.cloud, next, roleReply(account, name, role));
  },
};

const getRole: Operation = {
  name: 'iam:GetRole',
  needs: (site, input) => [onRole('iam:GetRole', site, input)],
  run: ({ cloud, account }, input) => {
    const name = textOf(input, 'RoleName');
    const role = lookup(account.roles, name);
    return role ? { cloud, reply: roleReply(account, name, role) } : noSuchEntity('role', name);
  },
};

/** Replaces the whole trust policy. */
const updateAssumeRolePolicy: Operation = {
  name: 'iam:UpdateAssumeRolePolicy',
  needs: (site, input) => [onRole('iam:UpdateAssumeRolePolicy', site, input)],
  run: (site, input) => {
    const { cloud, account } = site;
    const name = textOf(input, 'RoleName');
    const role = lookup(account.roles, name);
    if (!role) return noSuchEntity('role', name);
    const trust = textOf(input, 'PolicyDocument');
    const bad = protectedRole(role, name) ?? trustFault(site, trust);
    if (bad) return { fault: bad };
    return changed(cloud, {
      ...account,
      roles: { ...account.roles, [name]: { ...role, trust, ...pinned(cloud, trust) } },
    });
  },
};

export const ROLES: readonly Operation[] = [createRole, getRole, updateAssumeRolePolicy];
