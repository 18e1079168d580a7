// What was called: the newest first, each with the way to its derivation.
import type { ReactNode } from 'react';
import type { CallEvent, Cloud, History } from '#cloud';
import { terminal as words } from '#strings';
import { clockOf } from './clock.ts';

const MOST = 200;

export function Events({
  cloud,
  onWhy,
}: {
  readonly cloud: Cloud;
  readonly onWhy: (event: CallEvent) => void;
}): ReactNode {
  const events = latest(cloud.history);
  if (events.length === 0) return <p>{words.eventsEmpty}</p>;
  const { time, who, what, end } = words.eventColumns;
  return (
    <table className="events">
      <thead>
        <tr>
          <th scope="col">{time}</th>
          <th scope="col">{who}</th>
          <th scope="col">{what}</th>
          <th scope="col">{end}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id}>
            <td>{clockOf(event.time)}</td>
            <td>{nameOf(event)}</td>
            <th scope="row">
              <button
                type="button"
                className="link"
                aria-label={words.eventWhy(event.operation)}
                onClick={() => {
                  onWhy(event);
                }}
              >
                {event.operation}
              </button>
            </th>
            <td>{event.fault?.code ?? words.eventDone}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function nameOf({ session }: CallEvent): string {
  const { arn, type } = session.principal;
  return arn.split(/[:/]/).at(-1) || type;
}

function latest(history: History | undefined): readonly CallEvent[] {
  const events: CallEvent[] = [];
  for (let at = history; at && events.length < MOST; at = at.before) events.push(at.event);
  return events;
}
