// Roles: made, read, and whom they trust.
import type { BareRequest } from '../authorize.ts';
import { lookup, roleArn, type Account, type Group, type Role } from '../cloud.ts';
import { alreadyExists, fault, noSuchEntity, type Fault } from '../fault.ts';
import { issueId } from '../ids.ts';
import { textOf, type Input, type Operation, type Reply, type Site } from '../operation.ts';
import { policyFault, sizeFault } from '../policy-fault.ts';
import { changed, isTaken } from './changed.ts';
import { managedPolicyOf } from './managed-policies.ts';

/** Source: ug-quotas. */
const LARGEST_TRUST = 2048;
const SERVICE_PATH = '/aws-service-role/';

/** Nobody but AWS changes a service-linked role. Source: ug-service-linked-roles. */
export function protectedRole(role: Role | Group, name: string): Fault | undefined {
  if (!role.path.startsWith(SERVICE_PATH)) return undefined;
  const message = `Cannot perform the operation on the protected role '${name}' - this role is only modifiable by AWS`;
  return { code: 'UnmodifiableEntity', message };
}

function trustFault(site: Site, trust: string): Fault | undefined {
  return policyFault(site.cloud, trust, 'trust') ?? sizeFault(trust, 'ACLSizePerRole', LARGEST_TRUST);
}

function onRole(action: string, { account }: Site, input: Input): BareRequest {
  return { action, on: roleArn(account, textOf(input, 'RoleName'), textOf(input, 'Path') || '/') };
}

function replyOf(account: Account, name: string, role: Role): Reply {
  return {
    Role: {
      Path: role.path,
      RoleName: name,
      RoleId: role.id,
      Arn: roleArn(account, name, role.path),
      AssumeRolePolicyDocument: role.trust,
    },
  };
}

const createRole: Operation = {
  name: 'iam:CreateRole',
  required: ['RoleName', 'AssumeRolePolicyDocument'],
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
    const boundary = managedPolicyOf(account, wanted);
    if (wanted !== '' && boundary === undefined) {
      return fault('NoSuchEntity', `Policy ${wanted} does not exist or is not attachable.`);
    }
    const issued = issueId(cloud, 'AROA');
    const role: Role = {
      id: issued.id,
      path: textOf(input, 'Path') || '/',
      trust,
      inline: {},
      attached: [],
      tags: {},
      ...(boundary === undefined ? {} : { boundary }),
    };
    const next = { ...account, roles: { ...account.roles, [name]: role } };
    return changed(issued.cloud, next, replyOf(account, name, role));
  },
};

const getRole: Operation = {
  name: 'iam:GetRole',
  required: ['RoleName'],
  needs: (site, input) => [onRole('iam:GetRole', site, input)],
  run: ({ cloud, account }, input) => {
    const name = textOf(input, 'RoleName');
    const role = lookup(account.roles, name);
    return role ? { cloud, reply: replyOf(account, name, role) } : noSuchEntity('role', name);
  },
};

/** Replaces the whole trust policy. */
const updateAssumeRolePolicy: Operation = {
  name: 'iam:UpdateAssumeRolePolicy',
  required: ['RoleName', 'PolicyDocument'],
  needs: (site, input) => [onRole('iam:UpdateAssumeRolePolicy', site, input)],
  run: (site, input) => {
    const { cloud, account } = site;
    const name = textOf(input, 'RoleName');
    const role = lookup(account.roles, name);
    if (!role) return noSuchEntity('role', name);
    const trust = textOf(input, 'PolicyDocument');
    const bad = protectedRole(role, name) ?? trustFault(site, trust);
    if (bad) return { fault: bad };
    return changed(cloud, { ...account, roles: { ...account.roles, [name]: { ...role, trust } } });
  },
};

/** Services that have a role of their own here, and its name. Source: ug-service-linked-roles. */
const SERVICE_LINKED: Readonly<Record<string, string>> = {
  'autoscaling.amazonaws.com': 'AWSServiceRoleForAutoScaling',
  'elasticloadbalancing.amazonaws.com': 'AWSServiceRoleForElasticLoadBalancing',
  'ecs.amazonaws.com': 'AWSServiceRoleForECS',
  'spot.amazonaws.com': 'AWSServiceRoleForEC2Spot',
};

/** A role for one service; what it may do is the service's to say, so it carries no policy here. */
const createServiceLinkedRole: Operation = {
  name: 'iam:CreateServiceLinkedRole',
  required: ['AWSServiceName'],
  needs: ({ account }, input) => {
    const service = textOf(input, 'AWSServiceName');
    const name = lookup(SERVICE_LINKED, service) ?? 'AWSServiceRole';
    return [
      {
        action: 'iam:CreateServiceLinkedRole',
        on: roleArn(account, name, `${SERVICE_PATH}${service}/`),
        context: { 'iam:AWSServiceName': service },
      },
    ];
  },
  run: ({ cloud, account }, input) => {
    const service = textOf(input, 'AWSServiceName');
    const name = lookup(SERVICE_LINKED, service);
    if (name === undefined) {
      return fault('InvalidInput', `${service} has no service-linked role here`);
    }
    if (isTaken(account.roles, name)) {
      const message = `Service role name ${name} has been taken in this account, please try a different suffix.`;
      return fault('InvalidInput', message);
    }
    const issued = issueId(cloud, 'AROA');
    const role: Role = {
      id: issued.id,
      path: `${SERVICE_PATH}${service}/`,
      trust: serviceTrust(service),
      inline: {},
      attached: [],
      tags: {},
    };
    const next = { ...account, roles: { ...account.roles, [name]: role } };
    return changed(issued.cloud, next, replyOf(account, name, role));
  },
};

function serviceTrust(service: string): string {
  const statement = { Action: ['sts:AssumeRole'], Effect: 'Allow', Principal: { Service: [service] } };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

export const ROLES: readonly Operation[] = [
  createRole,
  getRole,
  updateAssumeRolePolicy,
  createServiceLinkedRole,
];
