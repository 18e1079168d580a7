// Finding a queue by its address, and the pair of a call on it. What is in a queue is not known here.
import type { BareRequest } from '../authorize.ts';
import { lookup, withAccount, type Account, type Cloud } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { textOf, type Done, type Input, type Operation, type Site } from '../operation.ts';
import type { Queue, QueueState } from './state.ts';

export interface FoundQueue {
  readonly owner: Account;
  readonly name: string;
  readonly arn: string;
  readonly queue: Queue;
}

const NOTHING: QueueState = { queues: {} };

export function queuesOf(account: Account): QueueState {
  return account.queues ?? NOTHING;
}

export function queueArn(account: string, region: string, name: string): string {
  return `arn:aws:sqs:${region}:${account}:${name}`;
}

/** The address of a queue. */
export function queueUrl(arn: string): string {
  const [, , , region = '', account = '', name = ''] = arn.split(':');
  return `https://sqs.${region}.amazonaws.com/${account}/${name}`;
}

/** The codes of a service that once spoke another protocol. Source: api-sqs. */
export function legacy(code: string, message: string): Refused {
  return fault(`AWS.SimpleQueueService.${code}`, message);
}

export function noQueue(): Refused {
  return legacy('NonExistentQueue', 'The specified queue does not exist.');
}

export function invalid(message: string): Refused {
  return fault('InvalidParameterValue', message);
}

/** `Value … for parameter … is invalid`, as SQS words most of what it refuses. */
export function badValue(parameter: string, value: string | number, reason: string): Refused {
  return invalid(`Value ${value} for parameter ${parameter} is invalid. Reason: ${reason}`);
}

const ADDRESS =
  /^https?:\/\/(?:sqs\.([a-z0-9-]+)\.amazonaws\.com|([a-z0-9-]+)\.queue\.amazonaws\.com|queue\.amazonaws\.com)\/(\d{12})\/([\w.-]+)$/;

/** The ARN that the `QueueUrl` of an input means; of another region's there is none at this endpoint. */
function arnIn({ region }: Site, input: Input): string | Refused {
  const url = textOf(input, 'QueueUrl');
  const [, first, second, account = '', name = ''] = ADDRESS.exec(url) ?? [];
  if (name === '' || (first ?? second ?? 'us-east-1') !== region)
    return fault('InvalidAddress', `The address ${url} is not valid for this endpoint.`);
  return queueArn(account, region, name);
}

/** The queue of an ARN. */
export function queueAt(cloud: Cloud, arn: string): FoundQueue | undefined {
  const [, , , , number = '', name = ''] = arn.split(':');
  const owner = lookup(cloud.accounts, number);
  const queue = owner && lookup(queuesOf(owner).queues, arn);
  return owner && queue && { owner, name, arn, queue };
}

/** The cloud with another state of one queue. */
export function withQueue(
  cloud: Cloud,
  { owner, arn }: Pick<FoundQueue, 'owner' | 'arn'>,
  queue: Queue,
): Cloud {
  const state = queuesOf(owner);
  return withAccount(cloud, { ...owner, queues: { ...state, queues: { ...state.queues, [arn]: queue } } });
}

export type Work = (site: Site, input: Input, found: FoundQueue) => Done;

/** Pairs beside the queue's own. */
type More = (site: Site, input: Input, found: FoundQueue | undefined) => readonly BareRequest[] | Refused;

/** Condition keys that the request gives. */
type Keys = (input: Input) => NonNullable<BareRequest['context']>;

interface Parts {
  readonly keys?: Keys;
  readonly more?: More;
  readonly rewords?: Operation['rewords'];
}

/** An operation on the queue that its `QueueUrl` means, whosever it is. A queue that is not there is missed after all. */
export function ofQueue(name: string, work: Work, { keys, more, rewords }: Parts = {}): Operation {
  return {
    name: `sqs:${name}`,
    needs: (site, input) => {
      const arn = arnIn(site, input);
      if (typeof arn !== 'string') return arn;
      const own = { action: actionOf(name), on: arn, context: keys?.(input) ?? {} };
      const others = more?.(site, input, queueAt(site.cloud, arn)) ?? [];
      return isRefused(others) ? others : [own, ...others];
    },
    run: (site, input) => {
      const arn = arnIn(site, input);
      if (typeof arn !== 'string') return arn;
      const found = queueAt(site.cloud, arn);
      return found ? work(site, input, found) : noQueue();
    },
    ...(rewords ? { rewords } : {}),
  };
}

/** Sending many is sending. */
function actionOf(name: string): string {
  return `sqs:${name.replace(/Batch$/, '')}`;
}

/** The same for the owner alone: a policy gives these to no other account. Source: sqs-permissions. */
export function ofOwnQueue(name: string, work: Work, parts: Parts = {}): Operation {
  const own: Work = (site, input, found) =>
    found.owner.id === site.account.id ? work(site, input, found) : notForOthers(site, name, found.arn);
  return ofQueue(name, own, parts);
}

function notForOthers({ session }: Site, name: string, arn: string): Refused {
  const action = `sqs:${name.toLowerCase()}`;
  return fault(
    'AccessDenied',
    `User: ${session.principal.arn} is not authorized to perform: ${action} on resource: ${arn} because no resource-based policy allows the ${action} action`,
  );
}
