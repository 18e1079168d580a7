// Publishing: to a topic, to one endpoint or to a phone.
import { utf8 } from '../bytes.ts';
import { issueUuid } from '../ids.ts';
import {
  isStructure,
  present,
  textOf,
  type Done,
  type Input,
  type Operation,
  type Site,
} from '../operation.ts';
import { messageAttributesOf } from '../sqs/enqueue.ts';
import type { Refused } from '../fault.ts';
import { isFifo } from './attributes.ts';
import { deliver } from './deliver.ts';
import { keyFault, keyPairs, rewords } from './sealed.ts';
import { invalid, noTopic, topicArnIn, topicAt, type FoundTopic } from './topic.ts';

const LONGEST = 262_144;

function messageFault(input: Input): Refused | undefined {
  const message = textOf(input, 'Message');
  const subject = textOf(input, 'Subject');
  if (message === '') return invalid('Empty message');
  if (utf8(message).length > LONGEST) return invalid('Message too long');
  if (input['Subject'] !== undefined && !/^[\x21-\x7e][\x20-\x7e]{0,99}$/.test(subject))
    return invalid('Subject');
  for (const [name, value] of Object.entries(messageAttributesOf(input))) {
    if (!/^(?:String|Number|Binary)/.test(textOf(value, 'DataType')))
      return invalid(
        `The message attribute '${name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.`,
      );
  }
  return textOf(input, 'MessageStructure') === 'json' && typeof bodyFor(input, 'sqs') !== 'string'
    ? structureFault(message)
    : undefined;
}

function structureFault(message: string): Refused {
  return isStructure(parsed(message))
    ? invalid('Message Structure - No default entry in JSON message body')
    : invalid('Message Structure - JSON message body failed to parse');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a protocol is sent: with the structure `json` each its own text. */
export function bodyFor(input: Input, protocol: string): string | undefined {
  const message = textOf(input, 'Message');
  if (textOf(input, 'MessageStructure') !== 'json') return message;
  const texts = parsed(message);
  if (!isStructure(texts) || typeof texts['default'] !== 'string') return undefined;
  return textOf(texts, protocol) || texts['default'];
}

function fifoFault(input: Input, { topic, name }: FoundTopic): Refused | undefined {
  const group = textOf(input, 'MessageGroupId');
  const deduplication = textOf(input, 'MessageDeduplicationId');
  if (!isFifo(name))
    return deduplication === ''
      ? undefined
      : invalid(
          'MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter that is not valid for this topic type',
        );
  if (group === '') return invalid('The MessageGroupId parameter is required for FIFO topics');
  return deduplication !== '' || topic.attributes['ContentBasedDeduplication']?.toLowerCase() === 'true'
    ? undefined
    : invalid(
        'The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
      );
}

/** The ARN that a message is for; absent for a phone. */
function target(site: Site, input: Input): string | Refused | undefined {
  const member = ['TopicArn', 'TargetArn'].find((name) => textOf(input, name) !== '');
  if (member !== undefined) return topicArnIn(site, input, member);
  return textOf(input, 'PhoneNumber') === ''
    ? invalid('TopicArn or TargetArn Reason: no value for required parameter')
    : undefined;
}

const publish: Operation = {
  name: 'sns:Publish',
  needs: (site, input) => {
    const on = target(site, input);
    if (on === undefined) return [{ action: 'sns:Publish', on: '*' }];
    if (typeof on !== 'string') return on;
    const keys = keyPairs(site, topicAt(site.cloud, on));
    return 'fault' in keys ? keys : [{ action: 'sns:Publish', on }, ...keys];
  },
  run: (site, input): Done => {
    const wrong = messageFault(input);
    if (wrong) return wrong;
    const on = target(site, input);
    const issued = issueUuid(site.cloud);
    if (on === undefined) return { cloud: issued.cloud, reply: { MessageId: issued.id } };
    if (typeof on !== 'string') return on;
    const found = topicAt(site.cloud, on);
    if (!found) return noTopic();
    const stop = keyFault(site, found) ?? fifoFault(input, found);
    if (stop) return stop;
    const group = textOf(input, 'MessageGroupId');
    const deduplication = textOf(input, 'MessageDeduplicationId');
    const cloud = deliver(issued.cloud, found, {
      id: issued.id,
      subject: textOf(input, 'Subject'),
      message: bodyFor(input, 'sqs') ?? '',
      attributes: messageAttributesOf(input),
      ...(group === '' ? {} : { group }),
      ...(deduplication === '' ? {} : { deduplication }),
    });
    const sequence = isFifo(found.name)
      ? String(10_000_000_000_000_000_000n + BigInt(issued.cloud.issued))
      : undefined;
    return { cloud, reply: present({ MessageId: issued.id, SequenceNumber: sequence }) };
  },
  rewords,
};

export const PUBLISHING: readonly Operation[] = [publish];
