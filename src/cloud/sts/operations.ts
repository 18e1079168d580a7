// STS: taking a role, and asking who one is.
import { accountOf, lookup, roleOf, type Cloud } from '../cloud.ts';
import { isoTime } from '../context.ts';
import { fault } from '../fault.ts';
import { issueKey } from '../ids.ts';
import { ownerOf } from '../owner.ts';
import { textOf, type Operation } from '../operation.ts';
import { roleSession, userIdOf } from '../session.ts';

const HOUR = 3_600_000;

/** Source: api-sts. */
const assumeRole: Operation = {
  name: 'sts:AssumeRole',
  needs: ({ session }, input) => {
    const arn = textOf(input, 'RoleArn');
    if (session.principal.type === 'root')
      return fault('AccessDenied', 'Roles may not be assumed by root accounts.');
    if (!/^arn:aws:iam::\d{12}:role\/.+/.test(arn)) return fault('ValidationError', `${arn} is invalid`);
    return [
      {
        action: 'sts:AssumeRole',
        on: arn,
        context: { 'sts:RoleSessionName': textOf(input, 'RoleSessionName') },
      },
    ];
  },
  run: ({ cloud }, input) => {
    const arn = textOf(input, 'RoleArn');
    const name = roleNameOf(cloud, arn);
    if (name === undefined)
      return fault('AccessDenied', `Not authorized to perform sts:AssumeRole on ${arn}`);
    const owner = accountOf(cloud, ownerOf(cloud, arn) ?? '');
    const taken = roleSession(owner, name, textOf(input, 'RoleSessionName'));
    const issued = issueKey(cloud, 'ASIA');
    const reply = {
      Credentials: {
        AccessKeyId: issued.id,
        SecretAccessKey: issued.secret,
        Expiration: isoTime(cloud.time + HOUR),
      },
      AssumedRoleUser: { AssumedRoleId: userIdOf(owner, taken), Arn: taken.principal.arn },
    };
    return { cloud: issued.cloud, reply };
  },
};

function roleNameOf(cloud: Cloud, arn: string): string | undefined {
  const owner = lookup(cloud.accounts, ownerOf(cloud, arn) ?? '');
  return owner && roleOf(owner, arn);
}

/** Needs no permission, and no Deny stops it. Source: api-sts. */
const getCallerIdentity: Operation = {
  name: 'sts:GetCallerIdentity',
  needs: () => [],
  run: ({ cloud, account, session }) => ({
    cloud,
    reply: { UserId: userIdOf(account, session), Account: account.id, Arn: session.principal.arn },
  }),
};

export const STS: readonly Operation[] = [assumeRole, getCallerIdentity];
