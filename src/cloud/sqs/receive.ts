// Receiving messages, hiding them from others for a while, and deleting them.
import type { Cloud, Named } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { issueText } from '../ids.ts';
import {
  numberOf,
  present,
  structuresOf,
  textOf,
  textsOf,
  type Input,
  type Operation,
  type Reply,
} from '../operation.ts';
import { batchFault } from './batch.ts';
import { redriveOf, settingOf } from './attributes.ts';
import { digestOf, digestOfAttributes } from './digests.ts';
import { badValue, legacy, ofQueue, queueAt, withQueue, type FoundQueue } from './queue.ts';
import { keyFault, keyPairs, rewords } from './sealed.ts';
import type { Message } from './state.ts';

const HANDLE = /^AQEB[A-Za-z0-9]{60}==$/;
const LONGEST_HIDDEN = 43_200;

/** Those that did not grow too old, the oldest first. */
function alive(cloud: Cloud, found: FoundQueue): readonly Message[] {
  const limit = settingOf(found, 'MessageRetentionPeriod') * 1000;
  return found.queue.messages.filter(({ sent }) => sent + limit > cloud.time);
}

/** Those that can be received now: of a group of a FIFO queue none while one before it is with somebody. */
function receivable(cloud: Cloud, found: FoundQueue, most: number): readonly Message[] {
  const busy = new Set<string>();
  const ready: Message[] = [];
  for (const message of alive(cloud, found)) {
    const isHidden = message.visible > cloud.time;
    const group = found.name.endsWith('.fifo') ? message.group : undefined;
    if (isHidden && group !== undefined) busy.add(group);
    if (!isHidden && (group === undefined || !busy.has(group)) && ready.length < most) ready.push(message);
  }
  return ready;
}

function countsFault(input: Input): Refused | undefined {
  const most = numberOf(input, 'MaxNumberOfMessages');
  const hidden = numberOf(input, 'VisibilityTimeout');
  const wait = numberOf(input, 'WaitTimeSeconds');
  if (most !== undefined && (most < 1 || most > 10))
    return badValue('MaxNumberOfMessages', most, 'Must be between 1 and 10, if provided.');
  if (hidden !== undefined && (hidden < 0 || hidden > LONGEST_HIDDEN))
    return badValue('VisibilityTimeout', hidden, 'Must be between 0 and 43200, if provided.');
  return wait !== undefined && (wait < 0 || wait > 20)
    ? badValue('WaitTimeSeconds', wait, 'Must be >= 0 and <= 20, if provided.')
    : undefined;
}

/** The cloud in which messages that were received too often are in the queue for such messages. */
function redriven(cloud: Cloud, found: FoundQueue): Cloud {
  const redrive = redriveOf(found.queue.attributes['RedrivePolicy'] ?? '');
  const target = redrive && queueAt(cloud, redrive.target);
  if (!redrive || !target || target.arn === found.arn) return cloud;
  const dead = ({ received, visible }: Message): boolean =>
    received >= redrive.count && visible <= cloud.time;
  const moved = found.queue.messages.filter(dead);
  if (moved.length === 0) return cloud;
  const left = { ...found.queue, messages: found.queue.messages.filter((message) => !dead(message)) };
  const next = withQueue(cloud, found, left);
  const there = queueAt(next, target.arn) ?? target;
  const messages = moved.map((message) => ({ ...message, source: found.arn }));
  return withQueue(next, there, { ...there.queue, messages: [...there.queue.messages, ...messages] });
}

const receiveMessage = ofQueue(
  'ReceiveMessage',
  (site, input, before) => {
    const wrong = countsFault(input) ?? keyFault(site, before);
    if (wrong) return wrong;
    let cloud = redriven(site.cloud, before);
    const found = queueAt(cloud, before.arn) ?? before;
    const hidden = numberOf(input, 'VisibilityTimeout') ?? settingOf(found, 'VisibilityTimeout');
    const ready = receivable(cloud, found, numberOf(input, 'MaxNumberOfMessages') ?? 1);
    const receipts = new Map<string, Message>();
    for (const message of ready) {
      const issued = issueText(cloud, 60);
      cloud = issued.cloud;
      receipts.set(message.id, {
        ...message,
        visible: cloud.time + hidden * 1000,
        received: message.received + 1,
        first: message.first ?? cloud.time,
        handle: `AQEB${issued.id}==`,
      });
    }
    const messages = alive(cloud, found).map((message) => receipts.get(message.id) ?? message);
    const shown = [...receipts.values()].map((message) => messageReply(input, message));
    return {
      cloud: withQueue(cloud, found, { ...found.queue, messages }),
      reply: shown.length > 0 ? { Messages: shown } : {},
    };
  },
  { more: (site, _input, found) => keyPairs(site, found, ['Decrypt']), rewords },
);

function messageReply(input: Input, message: Message): Reply {
  const system = systemAttributes(message);
  const names = [...textsOf(input, 'AttributeNames'), ...textsOf(input, 'MessageSystemAttributeNames')];
  const wanted = names.includes('All')
    ? Object.keys(system)
    : names.filter((name) => Object.hasOwn(system, name));
  const own = wantedAttributes(input, message.attributes);
  return present({
    MessageId: message.id,
    ReceiptHandle: message.handle,
    MD5OfBody: digestOf(message.body),
    Body: message.body,
    Attributes:
      wanted.length > 0 ? Object.fromEntries(wanted.map((name) => [name, system[name]])) : undefined,
    MD5OfMessageAttributes: digestOfAttributes(own),
    MessageAttributes: Object.keys(own).length > 0 ? own : undefined,
  });
}

function systemAttributes(message: Message): Named<string> {
  const { sender, first = 0, received, sent, sequence, group, deduplication, source } = message;
  const all = {
    SenderId: sender,
    ApproximateFirstReceiveTimestamp: String(first),
    ApproximateReceiveCount: String(received),
    SentTimestamp: String(sent),
    SequenceNumber: sequence,
    MessageDeduplicationId: deduplication,
    MessageGroupId: group,
    DeadLetterQueueSourceArn: source,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}

/** By name, by what they begin with (`order.*`), or all of them. Source: api-sqs. */
function wantedAttributes(input: Input, attributes: Message['attributes']): Message['attributes'] {
  const names = textsOf(input, 'MessageAttributeNames');
  const fits = (name: string): boolean =>
    names.some(
      (wanted) =>
        wanted === 'All' ||
        wanted === name ||
        (wanted.endsWith('.*') && name.startsWith(wanted.slice(0, -2))),
    );
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => fits(name)));
}

function handleFault(handle: string): Refused | undefined {
  return HANDLE.test(handle)
    ? undefined
    : fault('ReceiptHandleIsInvalid', `The input receipt handle "${handle}" is not a valid receipt handle.`);
}

/** A receipt that is not the newest one deletes nothing, and nobody is told. Source: api-sqs. */
const deleteMessage = ofQueue('DeleteMessage', ({ cloud }, input, found) => {
  const handle = textOf(input, 'ReceiptHandle');
  const wrong = handleFault(handle);
  if (wrong) return wrong;
  const { queue } = found;
  const messages = queue.messages.filter((message) => message.handle !== handle);
  return { cloud: withQueue(cloud, found, { ...queue, messages }), reply: {} };
});

/** Each entry is deleted or fails by itself. */
const deleteMessageBatch = ofQueue('DeleteMessageBatch', ({ cloud }, input, found) => {
  const entries = structuresOf(input, 'Entries');
  const wrong = batchFault(entries, 'Delete');
  if (wrong) return wrong;
  const outcomes = entries.map((entry) => ({
    Id: textOf(entry, 'Id'),
    refused: handleFault(textOf(entry, 'ReceiptHandle')),
  }));
  const handles = new Set(entries.map((entry) => textOf(entry, 'ReceiptHandle')));
  const { queue } = found;
  const messages = queue.messages.filter(({ handle }) => handle === undefined || !handles.has(handle));
  const successful = outcomes.flatMap(({ Id, refused }) => (refused ? [] : [{ Id }]));
  const failed = outcomes.flatMap(({ Id, refused }) =>
    refused ? [{ Id, SenderFault: true, Code: refused.fault.code, Message: refused.fault.message }] : [],
  );
  return {
    cloud: withQueue(cloud, found, { ...queue, messages }),
    reply: present({
      Successful: successful.length > 0 ? successful : undefined,
      Failed: failed.length > 0 ? failed : undefined,
    }),
  };
});

const changeMessageVisibility = ofQueue('ChangeMessageVisibility', ({ cloud }, input, found) => {
  const handle = textOf(input, 'ReceiptHandle');
  const hidden = numberOf(input, 'VisibilityTimeout') ?? 0;
  if (hidden < 0 || hidden > LONGEST_HIDDEN)
    return badValue('VisibilityTimeout', hidden, 'Must be between 0 and 43200, if provided.');
  const wrong = handleFault(handle);
  if (wrong) return wrong;
  const { queue } = found;
  const message = queue.messages.find((one) => one.handle === handle);
  if (!message)
    return badValue(
      'ReceiptHandle',
      handle,
      'Message does not exist or is not available for visibility timeout change.',
    );
  if (message.visible <= cloud.time)
    return legacy('MessageNotInflight', 'The specified message is not in flight.');
  const visible = cloud.time + hidden * 1000;
  const messages = queue.messages.map((one) => (one === message ? { ...one, visible } : one));
  return { cloud: withQueue(cloud, found, { ...queue, messages }), reply: {} };
});

export const RECEIVING: readonly Operation[] = [
  ...[receiveMessage, deleteMessage, deleteMessageBatch, changeMessageVisibility],
];
