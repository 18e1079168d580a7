// The way back through the events of a morning, and text that is no event.
import { expect, test } from 'vitest';
import { morning } from './morning.ts';
import { readTrail, type TrailEvent } from './read-trail.ts';
import { suspects, wayBack } from './way-back.ts';

const TEXTS = morning();
const known: readonly TrailEvent[] = TEXTS.flatMap((text) => {
  const read = readTrail(text);
  return 'events' in read ? read.events : [];
});
const named = (name: string, type: string): TrailEvent => {
  const event = known.findLast((one) => one.name === name && one.by.type === type);
  if (!event) throw new Error(`${name} ${type}`);
  return event;
};

test('[session-names-are-chosen] the name of the session is not the hand that took the role', () => {
  const deed = named('DeleteUser', 'AssumedRole');
  const { steps, end, hand } = wayBack(deed, known);
  expect(deed.by.sessionName).toBe('mei.tan');
  expect(steps.map(({ name, region }) => [name, region])).toEqual([
    ['DeleteUser', 'us-east-1'],
    ['AssumeRole', 'eu-west-1'],
    ['AssumeRole', 'eu-west-1'],
  ]);
  expect([end, hand]).toEqual(['user', 'lena']);
});

test.each([
  ['CreateUser', 'AssumedRole', 'user', 'nils', 2],
  ['AssumeRole', 'IAMUser', 'user', 'mei.tan', 2],
  ['ListUsers', 'AssumedRole', 'account', '777788889999', 2],
  ['ListUsers', 'Root', 'root', 'root', 1],
])('[every-way-ends] %s by %s ends at: %s %s', (name, type, end, hand, steps) => {
  const way = wayBack(named(name, type), known);
  expect([way.end, way.hand, way.steps.length]).toEqual([end, hand, steps]);
});

test('[every-way-ends] without the call that made the session the way is lost', () => {
  const deed = named('DeleteUser', 'AssumedRole');
  expect(wayBack(deed, [deed])).toEqual({ steps: [deed], end: 'lost', hand: undefined });
});

test('[session-names-are-chosen] suspects are hands and names of sessions', () => {
  expect(suspects(known)).toEqual(['777788889999', 'audit', 'lena', 'mei.tan', 'nils', 'root']);
});

test.each([
  ['', 'empty'],
  [' '.repeat(500_001), 'tooLong'],
  ['{"eventName": ', 'notJson'],
  ['[]', 'notEvent'],
  ['{"a": 1}', 'notEvent'],
  ['{"eventName": "DeleteUser"}', 'noIdentity'],
  ['['.repeat(20_000) + ']'.repeat(20_000), 'notEvent'],
])('[malformed-is-said] text that is no event is told why, case %#', (text, fault) => {
  expect(readTrail(text)).toEqual({ fault });
});

test('[malformed-is-said] a file of a trail and an answer of lookup-events are read', () => {
  const documents = TEXTS.map((text): unknown => JSON.parse(text));
  const answer = TEXTS.map((CloudTrailEvent) => ({ CloudTrailEvent }));
  expect(readTrail(JSON.stringify({ Records: documents }))).toEqual({ events: known });
  expect(readTrail(JSON.stringify({ Events: answer }))).toEqual({ events: known });
});
