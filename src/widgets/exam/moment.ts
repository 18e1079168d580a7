// Moments of this page, by both of its clocks.
import type { Stamp } from '#exam';

export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return Array.from(bytes, (byte) => byte.toString(36)).join('');
}

/** A stay in the room: its moments can be compared by their ticks. */
export function newStay(): () => Stamp {
  const session = randomId();
  return () => ({ at: Date.now(), tick: Math.round(performance.now()), session });
}

/** Timers that did not fire for so long: the machine slept, or the page was frozen. */
const SLEEP = 2 * 60_000;

export const hasSlept = (before: Stamp, now: Stamp): boolean => now.tick - before.tick > SLEEP;

/** How often time alone is kept. */
const HEARTBEAT = 60_000;

export const isHeartbeatDue = (last: Stamp, now: Stamp): boolean => now.tick - last.tick >= HEARTBEAT;
