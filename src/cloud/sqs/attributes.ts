// What a queue can be told: which attributes there are, what each may be, and what it is where nothing was said.
import { own } from '#evaluator';
import { lookup, type Cloud, type Named } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { unpinned } from '../pins.ts';
import { badValue, queueAt, type FoundQueue } from './queue.ts';
import { policyFaultOf } from './policy.ts';

interface Range {
  readonly least: number;
  readonly most: number;
  readonly usual: number;
}

/** Numbers, by attribute. Source: api-sqs. */
const RANGES: Readonly<Record<string, Range>> = {
  VisibilityTimeout: { least: 0, most: 43_200, usual: 30 },
  MaximumMessageSize: { least: 1024, most: 1_048_576, usual: 1_048_576 },
  MessageRetentionPeriod: { least: 60, most: 1_209_600, usual: 345_600 },
  DelaySeconds: { least: 0, most: 900, usual: 0 },
  ReceiveMessageWaitTimeSeconds: { least: 0, most: 20, usual: 0 },
  KmsDataKeyReusePeriodSeconds: { least: 60, most: 86_400, usual: 300 },
};

/** Words, by attribute, of FIFO queues; the first is the usual one. */
const FIFO_WORDS: Readonly<Record<string, readonly string[]>> = {
  DeduplicationScope: ['queue', 'messageGroup'],
  FifoThroughputLimit: ['perQueue', 'perMessageGroupId'],
  ContentBasedDeduplication: ['false', 'true'],
};

const TEXTS: readonly string[] = ['KmsMasterKeyId', 'Policy', 'RedrivePolicy', 'RedriveAllowPolicy'];

/** Attributes that can be asked for and not told. */
const READ_ONLY: readonly string[] = [
  ...['All', 'QueueArn', 'CreatedTimestamp', 'LastModifiedTimestamp', 'FifoQueue'],
  'SqsManagedSseEnabled',
  ...['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
  'ApproximateNumberOfMessagesDelayed',
];

/** Is there an attribute of this name? */
export function isAttribute(name: string): boolean {
  return [...READ_ONLY, ...TEXTS, ...Object.keys(RANGES), ...Object.keys(FIFO_WORDS)].includes(name);
}

export function isFifo(name: string): boolean {
  return name.endsWith('.fifo');
}

/** What is wrong with attributes that somebody wants for a queue. */
export function attributesFault(cloud: Cloud, arn: string, wanted: Named<string>): Refused | undefined {
  for (const [name, value] of Object.entries(wanted)) {
    const wrong = attributeFault(cloud, arn, name, value);
    if (wrong) return wrong;
  }
  return undefined;
}

function attributeFault(cloud: Cloud, arn: string, name: string, value: string): Refused | undefined {
  const range = own(RANGES, name);
  if (range) return isWithin(value, range) ? undefined : badAttribute(name);
  if (name === 'SqsManagedSseEnabled') return isFlag(value) ? undefined : badAttribute(name);
  const words = isFifo(arn) ? own(FIFO_WORDS, name) : undefined;
  if (words) return words.includes(value) ? undefined : badAttribute(name);
  if (!TEXTS.includes(name)) return fault('InvalidAttributeName', `Unknown Attribute ${name}.`);
  if (value === '') return undefined;
  if (name === 'Policy') return policyFaultOf(cloud, value);
  return name === 'RedrivePolicy' ? redriveFault(cloud, value) : undefined;
}

export function badAttribute(name: string): Refused {
  return fault('InvalidAttributeValue', `Invalid value for the parameter ${name}.`);
}

function isWithin(value: string, { least, most }: Range): boolean {
  return /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most;
}

const isFlag = (value: string): boolean => value === 'true' || value === 'false';

/** Where messages go that were received too often. */
export interface Redrive {
  readonly target: string;
  readonly count: number;
}

/** What a redrive policy says; `undefined` when it cannot be read. */
export function redriveOf(text: string): Redrive | undefined {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null) return undefined;
  const target = 'deadLetterTargetArn' in value ? value.deadLetterTargetArn : undefined;
  const count = 'maxReceiveCount' in value ? Number(value.maxReceiveCount) : Number.NaN;
  return typeof target === 'string' && count >= 1 && count <= 1000 ? { target, count } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function redriveFault(cloud: Cloud, text: string): Refused | undefined {
  if (parsed(text) === undefined)
    return badValue('RedrivePolicy', text, 'Redrive policy is not a valid JSON map.');
  const redrive = redriveOf(text);
  if (!redrive) {
    const missing = text.includes('deadLetterTargetArn') ? 'maxReceiveCount' : 'deadLetterTargetArn';
    const reason = `Redrive policy does not contain mandatory attribute: ${missing}.`;
    return badValue('RedrivePolicy', text, reason);
  }
  return queueAt(cloud, redrive.target)
    ? undefined
    : badValue('RedrivePolicy', text, 'Dead letter target does not exist.');
}

/** A number that counts for a queue. */
export function settingOf({ queue }: Pick<FoundQueue, 'queue'>, name: string): number {
  return Number(lookup(queue.attributes, name) ?? own(RANGES, name)?.usual ?? 0);
}

/** All attributes of a queue, in the order in which SQS answers them. */
export function attributesOf(cloud: Cloud, found: FoundQueue): Named<string> {
  const { arn, owner, queue, name } = found;
  const { attributes, messages } = queue;
  const kept = lookup(owner.resourcePolicies ?? {}, arn);
  const kms = attributes['KmsMasterKeyId'];
  const alive = messages.filter(
    (message) => message.sent + settingOf(found, 'MessageRetentionPeriod') * 1000 > cloud.time,
  );
  const waiting = alive.filter(({ visible }) => visible > cloud.time);
  const delayed = waiting.filter(({ received }) => received === 0).length;
  const number = (key: string): string => String(settingOf(found, key));
  const text = (key: string): Named<string> => {
    const value = lookup(attributes, key);
    return value === undefined || value === '' ? {} : { [key]: value };
  };
  return {
    QueueArn: arn,
    ApproximateNumberOfMessages: String(alive.length - waiting.length),
    ApproximateNumberOfMessagesNotVisible: String(waiting.length - delayed),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    CreatedTimestamp: seconds(queue.created),
    LastModifiedTimestamp: seconds(queue.modified),
    VisibilityTimeout: number('VisibilityTimeout'),
    MaximumMessageSize: number('MaximumMessageSize'),
    MessageRetentionPeriod: number('MessageRetentionPeriod'),
    DelaySeconds: number('DelaySeconds'),
    ...(kept ? { Policy: unpinned(cloud, kept.text, kept.pins) } : {}),
    ReceiveMessageWaitTimeSeconds: number('ReceiveMessageWaitTimeSeconds'),
    ...text('RedrivePolicy'),
    ...text('RedriveAllowPolicy'),
    ...(isFifo(name) ? fifoAttributes(attributes) : {}),
    ...(kms === undefined || kms === ''
      ? { SqsManagedSseEnabled: attributes['SqsManagedSseEnabled'] ?? 'true' }
      : {
          KmsMasterKeyId: kms,
          KmsDataKeyReusePeriodSeconds: number('KmsDataKeyReusePeriodSeconds'),
          SqsManagedSseEnabled: 'false',
        }),
  };
}

function fifoAttributes(attributes: Named<string>): Named<string> {
  const words = Object.entries(FIFO_WORDS).map(
    ([name, [usual = '']]) => [name, lookup(attributes, name) ?? usual] as const,
  );
  return { FifoQueue: 'true', ...Object.fromEntries(words) };
}

const seconds = (time: number): string => String(Math.floor(time / 1000));
