// LookupEvents: the history of an account and region, newest first. An event is found some minutes after it happened.
import type { Cloud } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import type { CallEvent } from '../event.ts';
import {
  numberOf,
  present,
  structuresOf,
  textOf,
  type Input,
  type Operation,
  type Reply,
} from '../operation.ts';
import { pageOf } from '../paging.ts';
import { eventNameOf, eventSourceOf, isManagementEvent, isReadOnly } from './event-kind.ts';
import { eventIdFor, isShared, ownerOf, recordOf } from './record.ts';
import { resourcesOf } from './resources.ts';
import { userNameOf } from './user-identity.ts';

const DAY = 86_400_000;
const KEPT = 90 * DAY;
/** Seconds after which an event is found: at least, and how much more at most. Source: cloudtrail-events. */
const SOONEST = 120;
const SPREAD = 781;

function foundAt({ id, time }: CallEvent): number {
  return time + (SOONEST + (Number.parseInt(id.slice(0, 8), 16) % SPREAD)) * 1000;
}

/** Is it an event of this account? */
function concerns(event: CallEvent, account: string): boolean {
  if (event.account === account) return true;
  return ownerOf(event) === account && (event.account === '' || isShared(event));
}

/** Every event that the account finds now in a region, newest first. */
function eventsOf(cloud: Cloud, account: string, region: string): readonly CallEvent[] {
  const events: CallEvent[] = [];
  for (let at = cloud.history; at && at.event.time >= cloud.time - KEPT; at = at.before) {
    const { event } = at;
    const isThere = event.region === region && foundAt(event) <= cloud.time;
    if (isThere && isManagementEvent(event) && concerns(event, account)) events.push(event);
  }
  return events;
}

type Matches = (event: CallEvent, value: string, account: string) => boolean;

const ATTRIBUTES: Readonly<Record<string, Matches>> = {
  EventId: (event, value, account) => eventIdFor(event, account) === value,
  EventName: (event, value) => eventNameOf(event) === value,
  ReadOnly: (event, value) => String(isReadOnly(event)) === value,
  Username: (event, value, account) => nameFor(event, account) === value,
  ResourceType: (event, value) => resourcesOf(event).some(({ ResourceType }) => ResourceType === value),
  ResourceName: (event, value) => resourcesOf(event).some(({ ResourceName }) => ResourceName === value),
  EventSource: (event, value) => eventSourceOf(event) === value,
  AccessKeyId: (event, value) => event.session.accessKey === value,
};

/** Another account's caller has no name here. */
function nameFor(event: CallEvent, account: string): string | undefined {
  return event.account === account || event.account === '' ? userNameOf(event.session) : undefined;
}

function eventReply(event: CallEvent, account: string): Reply {
  const isOwn = event.account === account;
  return present({
    EventId: eventIdFor(event, account),
    EventName: eventNameOf(event),
    ReadOnly: String(isReadOnly(event)),
    AccessKeyId: isOwn ? event.session.accessKey : undefined,
    EventTime: event.time,
    EventSource: eventSourceOf(event),
    Username: nameFor(event, account),
    Resources: resourcesOf(event),
    CloudTrailEvent: JSON.stringify(recordOf(event, account)),
  });
}

function inputFault(input: Input): Refused | undefined {
  if (structuresOf(input, 'LookupAttributes').length > 1)
    return fault('InvalidLookupAttributesException', 'You can specify only one lookup attribute.');
  const [start, end] = [numberOf(input, 'StartTime'), numberOf(input, 'EndTime')];
  if (start !== undefined && end !== undefined && start > end)
    return fault('InvalidTimeRangeException', 'Start time must be before end time.');
  return undefined;
}

export const LOOKUP_EVENTS: Operation = {
  name: 'cloudtrail:LookupEvents',
  needs: () => [{ action: 'cloudtrail:LookupEvents', on: '*' }],
  run: ({ cloud, account, region }, input) => {
    const wrong = inputFault(input);
    if (wrong) return wrong;
    const [attribute] = structuresOf(input, 'LookupAttributes');
    const matches = attribute && ATTRIBUTES[textOf(attribute, 'AttributeKey')];
    const start = numberOf(input, 'StartTime') ?? 0;
    const end = numberOf(input, 'EndTime') ?? cloud.time;
    const insights = textOf(input, 'EventCategory') === 'insight';
    const events = (insights ? [] : eventsOf(cloud, account.id, region)).filter(
      (event) =>
        event.time >= start &&
        event.time <= end &&
        (!attribute || matches?.(event, textOf(attribute, 'AttributeValue'), account.id) === true),
    );
    const page = pageOf(input, events, { size: 'MaxResults', token: 'NextToken', most: 50 });
    if (!page) return fault('InvalidNextTokenException', 'Invalid token.');
    const reply = {
      Events: page.items.map((event) => eventReply(event, account.id)),
      ...(page.next === undefined ? {} : { NextToken: page.next }),
    };
    return { cloud, reply };
  },
};
