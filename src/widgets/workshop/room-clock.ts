// The clock on the wall of a room, as a value. Every moment comes in: milliseconds of a clock that nobody can set.

export interface RoomClock {
  /** What was left when it last started or stopped. */
  readonly left: number;
  /** Since when it runs; absent while it stands. */
  readonly since?: number;
}

export const setTo = (minutes: number): RoomClock => ({ left: minutes * 60_000 });

export function leftAt({ left, since }: RoomClock, now: number): number {
  return since === undefined ? left : Math.max(0, left - (now - since));
}

export const isRunning = ({ since }: RoomClock): boolean => since !== undefined;

export const start = (clock: RoomClock, now: number): RoomClock => ({ left: leftAt(clock, now), since: now });

export const pause = (clock: RoomClock, now: number): RoomClock => ({ left: leftAt(clock, now) });

/** More time, whether it runs, stands or has run out. */
export function add(clock: RoomClock, minutes: number, now: number): RoomClock {
  const left = leftAt(clock, now) + minutes * 60_000;
  return isRunning(clock) ? { left, since: now } : { left };
}
