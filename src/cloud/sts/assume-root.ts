// AssumeRoot: a few minutes as the root user of a member account, for one task that a policy of AWS describes.
import { lookup, type Cloud } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { ROOT_TASKS } from './root-tasks.ts';
import {
  isStructure,
  numberOf,
  present,
  textOf,
  type Input,
  type Operation,
  type Site,
} from '../operation.ts';
import { organizationOf } from '../organization.ts';
import { rootSession, type Session } from '../session.ts';
import { giveCredentials } from './credentials.ts';

const MOST_SECONDS = 900;
const TASK = 'arn:aws:iam::aws:policy/root-task/';

/** The member account that an id or the ARN of its root user names. */
export function targetOf(input: Input): string {
  const target = textOf(input, 'TargetPrincipal');
  return /^(?:arn:aws:iam::)?(\d{12})(?::root)?$/.exec(target)?.[1] ?? '';
}

function taskOf(input: Input): string {
  return isStructure(input['TaskPolicyArn']) ? textOf(input['TaskPolicyArn'], 'arn') : '';
}

/** May this account do so at all: trusted access for IAM, root sessions, management or its delegate. Source: api-sts. */
function mayCentrally({ cloud, account }: Site, target: string): boolean {
  const organization = organizationOf(cloud, account.id);
  if (!organization || organizationOf(cloud, target)?.id !== organization.id) return false;
  const administers =
    organization.management === account.id ||
    lookup(organization.delegated?.[account.id] ?? {}, 'iam.amazonaws.com') !== undefined;
  const isTrusted = lookup(organization.trusted ?? {}, 'iam.amazonaws.com') !== undefined;
  const isOn = organization.rootFeatures?.includes('RootSessions') === true;
  return administers && isTrusted && isOn && target !== organization.management;
}

function refused({ session }: Site, target: string): Refused {
  const on = `arn:aws:iam::${target}:root`;
  return fault(
    'AccessDenied',
    `User: ${session.principal.arn} is not authorized to perform: sts:AssumeRoot on resource: ${on}`,
  );
}

/** The task's policy bounds a session of the member's root user. Source: api-sts. */
function rootOf(cloud: Cloud, id: string, policy: string, caller: Session): Session | undefined {
  const account = lookup(cloud.accounts, id);
  const { sourceIdentity } = caller;
  return (
    account && {
      ...rootSession(account),
      policies: [policy],
      keys: { 'aws:AssumedRoot': 'true' },
      ...(sourceIdentity === undefined ? {} : { sourceIdentity }),
    }
  );
}

export const ASSUME_ROOT: Operation = {
  name: 'sts:AssumeRoot',
  formFirst: true,
  needs: (site, input) => {
    if (site.session.principal.type === 'root')
      return fault('AccessDenied', 'Root sessions may not be assumed by root accounts.');
    return [
      {
        action: 'sts:AssumeRoot',
        on: `arn:aws:iam::${targetOf(input)}:root`,
        context: { 'sts:TaskPolicyArn': taskOf(input) },
        own: true,
      },
    ];
  },
  run: (site, input) => {
    const { cloud, session } = site;
    const target = targetOf(input);
    const task = taskOf(input);
    const policy = lookup(ROOT_TASKS, task.startsWith(TASK) ? task.slice(TASK.length) : '');
    if (policy === undefined)
      return fault('ValidationError', `${task} is not a valid task policy for AssumeRoot.`);
    const opened = mayCentrally(site, target) ? rootOf(cloud, target, policy, session) : undefined;
    if (!opened) return refused(site, target);
    const given = giveCredentials(cloud, opened, numberOf(input, 'DurationSeconds') ?? MOST_SECONDS, input);
    const more = present({ SourceIdentity: session.sourceIdentity });
    return { cloud: given.cloud, reply: { ...given.reply, ...more } };
  },
};
