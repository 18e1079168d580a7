// Roles that belong to a service: made and deleted on request, changed by nobody here. Source: ug-service-linked-roles.
import { lookup, roleArn, without, type Role } from '../cloud.ts';
import { fault, isRefused, noSuchEntity, overQuota } from '../fault.ts';
import { issueId, issueUuid } from '../ids.ts';
import { textOf, type Input, type Operation } from '../operation.ts';
import { SERVICE_PATH } from '../session.ts';
import { changed } from './changed.ts';
import { isTaken } from './found.ts';
import { onRole, roleIn, ROLES_PER_ACCOUNT, withRole } from './named-role.ts';
import { newRoleReply } from './role-reply.ts';
import { linkedService } from './service-linked-services.ts';

/** The name that the role has or would have. */
function wantedName(input: Input): string {
  const suffix = textOf(input, 'CustomSuffix');
  const name = linkedService(textOf(input, 'AWSServiceName'))?.role ?? 'AWSServiceRole';
  return suffix === '' ? name : `${name}_${suffix}`;
}

/** A role for one service; what it may do is the service's to say. */
const createServiceLinkedRole: Operation = {
  name: 'iam:CreateServiceLinkedRole',
  needs: ({ account }, input) => {
    const service = textOf(input, 'AWSServiceName');
    return [
      {
        action: 'iam:CreateServiceLinkedRole',
        on: roleArn(account, wantedName(input), `${SERVICE_PATH}${service}/`),
        context: { 'iam:AWSServiceName': service },
      },
    ];
  },
  run: ({ cloud, account }, input) => {
    const service = textOf(input, 'AWSServiceName');
    const linked = linkedService(service);
    if (!linked) return fault('InvalidInput', `${service} has no service-linked role here`);
    if (textOf(input, 'CustomSuffix') !== '' && linked.suffixed !== true)
      return fault('InvalidInput', `Custom suffix is not allowed for ${service}`);
    const name = wantedName(input);
    if (isTaken(account.roles, name)) {
      const message = `Service role name ${name} has been taken in this account, please try a different suffix.`;
      return fault('InvalidInput', message);
    }
    if (Object.keys(account.roles).length >= ROLES_PER_ACCOUNT)
      return overQuota('RolesPerAccount', ROLES_PER_ACCOUNT);
    const issued = issueId(cloud, 'AROA');
    const policy = `arn:aws:iam::aws:policy${SERVICE_PATH}${linked.policy}`;
    const description = textOf(input, 'Description');
    const role: Role = {
      id: issued.id,
      created: cloud.time,
      path: `${SERVICE_PATH}${service}/`,
      trust: serviceTrust(service),
      inline: {},
      attached: lookup(cloud.awsPolicies ?? {}, policy) ? [policy] : [],
      tags: {},
      ...(description === '' ? {} : { description }),
    };
    const reply = { Role: newRoleReply(cloud, account, name, role) };
    return changed(issued.cloud, withRole(account, name, role), reply);
  },
};

function serviceTrust(service: string): string {
  const statement = { Action: ['sts:AssumeRole'], Effect: 'Allow', Principal: { Service: [service] } };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

/** Nothing here uses such a role, so it goes at once; the answer is the name of a task all the same. */
const deleteServiceLinkedRole: Operation = {
  name: 'iam:DeleteServiceLinkedRole',
  needs: (site, input) => [onRole('iam:DeleteServiceLinkedRole', site, input)],
  run: (site, input) => {
    const role = roleIn(site, input);
    if (isRefused(role)) return role;
    if (!role.is.path.startsWith(SERVICE_PATH)) return noSuchEntity('service-linked role', role.name);
    const issued = issueUuid(site.cloud);
    const task = `task${role.is.path}${role.name}/${issued.id}`;
    const { account } = site;
    const deletions = { ...account.iam?.deletions, [task]: site.cloud.time };
    const next = {
      ...account,
      roles: without(account.roles, role.name),
      iam: { ...account.iam, deletions },
    };
    return changed(issued.cloud, next, { DeletionTaskId: task });
  },
};

const TASK = /^task(\/aws-service-role\/[^/]+\/)([^/]+)\/[0-9a-f-]{36}$/;

const deletionStatus: Operation = {
  name: 'iam:GetServiceLinkedRoleDeletionStatus',
  needs: ({ account }, input) => {
    const [, path = '/', name = '*'] = TASK.exec(textOf(input, 'DeletionTaskId')) ?? [];
    return [{ action: 'iam:GetServiceLinkedRoleDeletionStatus', on: roleArn(account, name, path) }];
  },
  run: ({ cloud, account }, input) => {
    const task = textOf(input, 'DeletionTaskId');
    if (!TASK.test(task)) return fault('InvalidInput', `Invalid deletion task id: ${task}`);
    if (lookup(account.iam?.deletions ?? {}, task) === undefined)
      return fault('NoSuchEntity', `The deletion task with id ${task} cannot be found.`);
    return { cloud, reply: { Status: 'SUCCEEDED' } };
  },
};

export const SERVICE_LINKED_ROLES: readonly Operation[] = [
  ...[createServiceLinkedRole, deleteServiceLinkedRole, deletionStatus],
];
