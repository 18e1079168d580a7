// STS: taking a role, and asking who one is.
import { iamArn } from '../cloud.ts';
import { fault } from '../fault.ts';
import { textOf, type Operation } from '../operation.ts';

const assumeRole: Operation = {
  name: 'sts:AssumeRole',
  required: ['RoleArn', 'RoleSessionName'],
  needs: (_, input) => [{ action: 'sts:AssumeRole', on: textOf(input, 'RoleArn') }],
  run: ({ cloud, account }, input) => {
    const arn = textOf(input, 'RoleArn');
    const role = Object.entries(account.roles).find(([name, { path }]) => iamArn(account.id, 'role', path, name) === arn);
    if (!role) return fault('AccessDenied', `Not authorized to perform sts:AssumeRole on ${arn}`);
    const session = textOf(input, 'RoleSessionName');
    const user = { Arn: `arn:aws:sts::${account.id}:assumed-role/${role[0]}/${session}`, AssumedRoleId: `${role[1].id}:${session}` };
    return { cloud, reply: { AssumedRoleUser: user } };
  },
};

const getCallerIdentity: Operation = {
  name: 'sts:GetCallerIdentity',
  required: [],
  needs: () => [],
  run: ({ cloud, account, session }) => ({ cloud, reply: { Account: account.id, Arn: session.principal.arn } }),
};

export const STS: readonly Operation[] = [assumeRole, getCallerIdentity];
