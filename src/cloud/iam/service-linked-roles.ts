// Roles that belong to a service: made on request, changed by nobody here.
import { lookup, roleArn, type Group, type Role } from '../cloud.ts';
import { fault, type Fault } from '../fault.ts';
import { issueId } from '../ids.ts';
import { textOf, type Operation } from '../operation.ts';
import { SERVICE_PATH } from '../session.ts';
import { changed } from './changed.ts';
import { isTaken } from './found.ts';
import { roleReply } from './role-reply.ts';

/** Nobody but AWS changes a service-linked role. Source: ug-service-linked-roles. */
export function protectedRole(role: Role | Group, name: string): Fault | undefined {
  if (!role.path.startsWith(SERVICE_PATH)) return undefined;
  const message = `Cannot perform the operation on the protected role '${name}' - this role is only modifiable by AWS`;
  return { code: 'UnmodifiableEntity', message };
}

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
      created: cloud.time,
      path: `${SERVICE_PATH}${service}/`,
      trust: serviceTrust(service),
      inline: {},
      attached: [],
      tags: {},
    };
    const next = { ...account, roles: { ...account.roles, [name]: role } };
    return changed(issued.cloud, next, roleReply(account, name, role));
  },
};

function serviceTrust(service: string): string {
  const statement = { Action: ['sts:AssumeRole'], Effect: 'Allow', Principal: { Service: [service] } };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

export const SERVICE_LINKED_ROLES: readonly Operation[] = [createServiceLinkedRole];
