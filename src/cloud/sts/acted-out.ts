// STS as scenarios act it out: whether a role may be taken, and who one is. Nobody goes on with the credentials.
import { accountOf, lookup, roleOf, type Account, type Cloud } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { issueKey } from '../ids.ts';
import { isClosed } from '../organization.ts';
import { ownerOf } from '../owner.ts';
import { textOf, type Operation } from '../operation.ts';
import { roleSession, userIdOf } from '../session.ts';
import { takingPairs } from './taking.ts';

const HOUR = 3_600_000;

/** The role that an ARN means, with the account that has it; a closed account gives none. */
export function roleNamed(
  cloud: Cloud,
  arn: string,
): { readonly owner: Account; readonly name: string } | Refused {
  const id = ownerOf(cloud, arn) ?? '';
  const owner = lookup(cloud.accounts, id) && accountOf(cloud, id);
  const name = owner && roleOf(owner, arn);
  if (!owner || name === undefined || isClosed(cloud, id))
    return fault('AccessDenied', `Not authorized to perform sts:AssumeRole on ${arn}`);
  return { owner, name };
}

const assumeRole: Operation = {
  name: 'sts:AssumeRole',
  needs: takingPairs,
  run: ({ cloud }, input) => {
    const role = roleNamed(cloud, textOf(input, 'RoleArn'));
    if (isRefused(role)) return role;
    const taken = roleSession(role.owner, role.name, textOf(input, 'RoleSessionName'));
    const { id, secret, cloud: next } = issueKey(cloud, 'ASIA');
    const reply = {
      Credentials: { AccessKeyId: id, SecretAccessKey: secret, Expiration: cloud.time + HOUR },
      AssumedRoleUser: { AssumedRoleId: userIdOf(role.owner, taken), Arn: taken.principal.arn },
    };
    return { cloud: next, reply };
  },
};

/** Needs no permission, and no Deny stops it. Source: api-sts. */
export const GET_CALLER_IDENTITY: Operation = {
  name: 'sts:GetCallerIdentity',
  needs: () => [],
  run: ({ cloud, account, session }) => ({
    cloud,
    reply: { UserId: userIdOf(account, session), Account: account.id, Arn: session.principal.arn },
  }),
};

export const ACTED_OUT: readonly Operation[] = [assumeRole, GET_CALLER_IDENTITY];
