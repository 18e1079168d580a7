// What a queue's policy may be, and the statements that AddPermission and RemovePermission write.
import { parsePolicy, type Statement } from '#evaluator';
import { lookup, withAccount, type Cloud } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { textOf, textsOf, type Operation } from '../operation.ts';
import { hasLabel, withoutPermission, withPermission } from '../permission-statements.ts';
import { policyFault } from '../policy-fault.ts';
import { unpinned } from '../pins.ts';
import { withResourcePolicy } from '../resource-policy.ts';
import { badValue, ofOwnQueue, type FoundQueue } from './queue.ts';

/** Actions that a queue's policy can be about. Source: sqs-permissions. */
const ON_A_QUEUE =
  /^(?:\*|sqs:(?:.*[*?].*|AddPermission|ChangeMessageVisibility|CreateQueue|DeleteMessage|DeleteQueue|GetQueueAttributes|GetQueueUrl|ListDeadLetterSourceQueues|ListQueueTags|PurgeQueue|ReceiveMessage|RemovePermission|SendMessage|SetQueueAttributes|TagQueue|UntagQueue|StartMessageMoveTask|CancelMessageMoveTask|ListMessageMoveTasks))$/i;

/** Why a text can be no queue's policy: SQS says of everything the same. */
export function policyFaultOf(cloud: Cloud, text: string): Refused | undefined {
  const bad = fault('InvalidAttributeValue', 'Invalid value for the parameter Policy.');
  const result = parsePolicy(text, 'resource');
  if (policyFault(cloud, text, 'resource') || !('policy' in result)) return bad;
  return result.policy.statements.every(isAboutQueues) ? undefined : bad;
}

function isAboutQueues({ action }: Statement): boolean {
  return action.patterns.every(({ value }) => ON_A_QUEUE.test(value));
}

/** The policy of a queue as it reads now. */
export function policyOf(cloud: Cloud, { owner, arn }: FoundQueue): string | undefined {
  const kept = lookup(owner.resourcePolicies ?? {}, arn);
  return kept && unpinned(cloud, kept.text, kept.pins);
}

function withPolicy(cloud: Cloud, { owner, arn }: FoundQueue, text: string | undefined): Cloud {
  return withAccount(cloud, withResourcePolicy(cloud, owner, arn, text));
}

const GIVEN: readonly string[] = [
  ...['*', 'ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'GetQueueUrl'],
  ...['ListDeadLetterSourceQueues', 'PurgeQueue', 'ReceiveMessage', 'SendMessage'],
];
const MOST_ACTIONS = 7;

const addPermission: Operation = ofOwnQueue('AddPermission', ({ cloud }, input, found) => {
  const label = textOf(input, 'Label');
  const actions = textsOf(input, 'Actions');
  const accounts = textsOf(input, 'AWSAccountIds');
  if (!/^[\w-]{1,80}$/.test(label))
    return badValue(
      'Label',
      label,
      'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length.',
    );
  if (actions.length > MOST_ACTIONS)
    return fault('OverLimit', `${actions.length} Actions were found, maximum allowed is ${MOST_ACTIONS}.`);
  const other = actions.find((action) => !GIVEN.includes(action));
  if (other !== undefined)
    return badValue('ActionName', `SQS:${other}`, 'Only the queue owner is allowed to invoke this action.');
  const text = policyOf(cloud, found);
  if (hasLabel(text, label)) return badValue('Label', label, 'Already exists.');
  if (accounts.length === 0 || accounts.some((account) => !/^\d{12}$/.test(account)))
    return badValue('PrincipalId', `[${accounts.join(', ')}]`, 'Unable to verify.');
  const permission = {
    label,
    accounts,
    actions: actions.map((action) => `SQS:${action}`),
    resource: found.arn,
  };
  const next = withPermission(text, permission, `${found.arn}/SQSDefaultPolicy`);
  return { cloud: withPolicy(cloud, found, next), reply: {} };
});

const removePermission: Operation = ofOwnQueue('RemovePermission', ({ cloud }, input, found) => {
  const label = textOf(input, 'Label');
  const text = policyOf(cloud, found);
  if (text === undefined || !hasLabel(text, label))
    return badValue('Label', label, "can't find label on existing policy.");
  return { cloud: withPolicy(cloud, found, withoutPermission(text, label)), reply: {} };
});

export const QUEUE_PERMISSIONS: readonly Operation[] = [addPermission, removePermission];
