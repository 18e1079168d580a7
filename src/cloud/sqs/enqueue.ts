// Putting a message into a queue, whoever sends it. Whether they may is asked before.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { utf8 } from '../bytes.ts';
import { lookup, type Cloud, type Named } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { issueUuid } from '../ids.ts';
import { isStructure, numberOf, present, textOf, type Input, type Reply } from '../operation.ts';
import { isFifo, settingOf } from './attributes.ts';
import { digestOf, digestOfAttributes } from './digests.ts';
import { badValue, invalid, withQueue, type FoundQueue } from './queue.ts';
import type { Message } from './state.ts';

/** How long a FIFO queue remembers what it took. Source: sqs-fifo. */
const REMEMBERED = 300_000;
const MOST_DELAY = 900;
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const CHARACTERS =
  'Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF';

/** The attributes in a message that somebody sends. */
export function messageAttributesOf(input: Input): Named<Input> {
  const value = input['MessageAttributes'];
  if (!isStructure(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => (isStructure(one) ? [[name, one] as const] : [])),
  );
}

/** The bytes of a message, its attributes included. */
export function sizeOf(input: Input): number {
  const attributes = Object.entries(messageAttributesOf(input)).map(
    ([name, value]) =>
      name.length + textOf(value, 'DataType').length + utf8(textOf(value, 'StringValue')).length,
  );
  return attributes.reduce((sum, size) => sum + size, utf8(textOf(input, 'MessageBody')).length);
}

/** What is wrong with a message for a queue. */
function messageFault(input: Input, found: FoundQueue): Refused | undefined {
  const body = textOf(input, 'MessageBody');
  const delay = numberOf(input, 'DelaySeconds');
  const most = settingOf(found, 'MaximumMessageSize');
  if (body === '') return fault('MissingParameter', 'The request must contain the parameter MessageBody.');
  if (FORBIDDEN.test(body)) return fault('InvalidMessageContents', CHARACTERS);
  if (sizeOf(input) > most)
    return invalid(`One or more parameters are invalid. Reason: Message must be shorter than ${most} bytes.`);
  if (delay !== undefined && (delay < 0 || delay > MOST_DELAY))
    return badValue('DelaySeconds', delay, `DelaySeconds must be >= 0 and <= ${MOST_DELAY}.`);
  for (const [name, value] of Object.entries(messageAttributesOf(input))) {
    const wrong = attributeFault(name, value);
    if (wrong) return wrong;
  }
  return isFifo(found.name) ? fifoFault(input, found, delay) : plainFault(input);
}

function attributeFault(name: string, value: Input): Refused | undefined {
  const type = textOf(value, 'DataType').split('.')[0] ?? '';
  if (!['String', 'Number', 'Binary'].includes(type))
    return invalid(
      `The type of message (user) attribute '${name}' is invalid. You must use only the following supported type prefixes: Binary, Number, String.`,
    );
  const member = type === 'Binary' ? 'BinaryValue' : 'StringValue';
  return textOf(value, member) === ''
    ? invalid(`Message (user) attribute '${name}' must contain a non-empty value of type '${type}'.`)
    : undefined;
}

function fifoFault(input: Input, { queue }: FoundQueue, delay: number | undefined): Refused | undefined {
  if (textOf(input, 'MessageGroupId') === '')
    return fault('MissingParameter', 'The request must contain the parameter MessageGroupId.');
  if (delay !== undefined && delay > 0)
    return badValue(
      'DelaySeconds',
      delay,
      'The request include parameter that is not valid for this queue type.',
    );
  return queue.attributes['ContentBasedDeduplication'] === 'true' ||
    textOf(input, 'MessageDeduplicationId') !== ''
    ? undefined
    : invalid(
        'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
      );
}

function plainFault(input: Input): Refused | undefined {
  const deduplication = textOf(input, 'MessageDeduplicationId');
  return deduplication === ''
    ? undefined
    : badValue(
        'MessageDeduplicationId',
        deduplication,
        'The request include parameter that is not valid for this queue type.',
      );
}

/**
 * The cloud in which a message is in a queue, and what its sender is told. A FIFO queue takes the same message once.
 * @param input as of SendMessage
 * @param sender its unique id
 */
export function enqueue(
  cloud: Cloud,
  found: FoundQueue,
  input: Input,
  sender: string,
): { readonly cloud: Cloud; readonly reply: Reply } | Refused {
  const wrong = messageFault(input, found);
  if (wrong) return wrong;
  const { queue } = found;
  const body = textOf(input, 'MessageBody');
  const attributes = messageAttributesOf(input);
  const digests = {
    MD5OfMessageBody: digestOf(body),
    MD5OfMessageAttributes: digestOfAttributes(attributes),
  };
  const deduplication = isFifo(found.name)
    ? textOf(input, 'MessageDeduplicationId') || bytesToHex(sha256(utf8(body)))
    : undefined;
  const before = deduplication === undefined ? undefined : lookup(queue.taken ?? {}, deduplication);
  if (before && cloud.time - before.time < REMEMBERED)
    return {
      cloud,
      reply: present({ ...digests, MessageId: before.id, SequenceNumber: before.sequence }),
    };
  const issued = issueUuid(cloud);
  const sequence = deduplication === undefined ? undefined : sequenceNumber(cloud);
  const delay = numberOf(input, 'DelaySeconds') ?? settingOf(found, 'DelaySeconds');
  const group = textOf(input, 'MessageGroupId');
  const message: Message = {
    id: issued.id,
    body,
    attributes,
    sender,
    sent: cloud.time,
    visible: cloud.time + delay * 1000,
    received: 0,
    ...(group === '' ? {} : { group }),
    ...(deduplication === undefined ? {} : { deduplication }),
    ...(sequence === undefined ? {} : { sequence }),
  };
  const taken =
    deduplication === undefined || sequence === undefined
      ? {}
      : { taken: { ...queue.taken, [deduplication]: { time: cloud.time, id: issued.id, sequence } } };
  const next = { ...queue, ...taken, messages: [...queue.messages, message] };
  return {
    cloud: withQueue(issued.cloud, found, next),
    reply: present({ ...digests, MessageId: issued.id, SequenceNumber: sequence }),
  };
}

/** Twenty digits that grow. */
function sequenceNumber({ issued }: Cloud): string {
  return (18_849_496_460_467_696_128n + BigInt(issued) * 256n).toString();
}
