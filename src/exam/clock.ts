// The clock of a sitting, as data: what runs, what stops, how much is left. Reads no clock: every moment comes in.

/** A moment by both clocks of a machine. */
export interface Stamp {
  /** Milliseconds since 1970, by a clock that can be set. */
  readonly at: number;
  /** Milliseconds since the session's page began, by a clock that nobody can set. */
  readonly tick: number;
  /** One stay in the room; ticks of two sessions cannot be compared. */
  readonly session: string;
}

/**
 * `strict` runs until its deadline, also while the room is closed. `active` runs in the open room alone and can be paused.
 * `break` runs like `strict` and stops in a break, after which nothing seen before it can be changed.
 */
export type ClockPolicy = 'strict' | 'active' | 'break' | 'untimed';

/** Under which clock a sitting began: it never changes. Durations in milliseconds. */
export interface Terms {
  readonly policy: ClockPolicy;
  /** The time for answering, with the accommodation; `null` when untimed. */
  readonly budget: number | null;
  /** The time for reading, before the clock starts. */
  readonly reading: number;
  /** The clock is out of sight from the start to the end. */
  readonly hidden: boolean;
}

export const EXTRAS = ['none', 'x1.25', 'x1.5', 'x2', '+30', 'untimed'] as const;
export type Extra = (typeof EXTRAS)[number];

export interface Accommodation {
  readonly extra: Extra;
  /** Minutes of reading time. */
  readonly reading: number;
  readonly hidden: boolean;
}

export const NO_ACCOMMODATION: Accommodation = { extra: 'none', reading: 0, hidden: false };

const MINUTE = 60_000;

const WITH_EXTRA: Readonly<Record<Extra, (minutes: number) => number | null>> = {
  none: (minutes) => minutes,
  'x1.25': (minutes) => minutes * 1.25,
  'x1.5': (minutes) => minutes * 1.5,
  x2: (minutes) => minutes * 2,
  '+30': (minutes) => minutes + 30,
  untimed: () => null,
};

/** The terms of a form of so many minutes. */
export function termsOf(
  minutes: number,
  policy: ClockPolicy,
  { extra, reading, hidden }: Accommodation = NO_ACCOMMODATION,
): Terms {
  const given = policy === 'untimed' ? null : WITH_EXTRA[extra](minutes);
  if (given === null) return { policy: 'untimed', budget: null, reading: 0, hidden };
  return { policy, budget: Math.round(given * MINUTE), reading: Math.round(reading * MINUTE), hidden };
}

/** A clock that was found to have been set, or a machine that slept with all its clocks but one. */
export interface Moved {
  /** When, by the time of the room. */
  readonly time: number;
  /** Forward when positive. */
  readonly by: number;
}

/** The time of the room goes on with the ticks inside a session and never goes back. */
export interface RoomClock extends Stamp {
  readonly time: number;
  /** How far the wall clock is known to be from the time of the room. */
  readonly skew: number;
  /** By the time of the room; what stops the clock puts it off. */
  readonly deadline: number | null;
  readonly readingUntil: number;
  readonly moved: readonly Moved[];
}

/** Two clocks of one machine drift; what is more than this is somebody's hand. */
const DRIFT = 2000;

export const UNSTARTED: RoomClock = {
  ...{ at: 0, tick: 0, session: '', time: 0, skew: 0 },
  ...{ deadline: null, readingUntil: 0, moved: [] },
};

export function startClock({ budget, reading }: Terms, { at, tick, session }: Stamp): RoomClock {
  const readingUntil = at + reading;
  const deadline = budget === null ? null : readingUntil + budget;
  return { ...UNSTARTED, at, tick, session, time: at, deadline, readingUntil };
}

const isHere = (clock: RoomClock, { session }: Stamp): boolean => session === clock.session;

/** The time of the room at a moment: by the ticks inside a session, by the wall clock after an absence. */
export function timeAt(clock: RoomClock, stamp: Stamp): number {
  const gone = isHere(clock, stamp) ? stamp.tick - clock.tick : stamp.at - clock.skew - clock.time;
  return clock.time + Math.max(0, gone);
}

/** By how much the wall clock was set since the clock was last looked at; 0 when it was not. */
export function movedBy(clock: RoomClock, stamp: Stamp): number {
  if (isHere(clock, stamp) && stamp.tick < clock.tick) return stamp.tick - clock.tick;
  const by = stamp.at - timeAt(clock, stamp) - clock.skew;
  return Math.abs(by) > DRIFT ? by : 0;
}

/** The clock at a later moment. */
export function runClock(clock: RoomClock, stamp: Stamp): RoomClock {
  const { at, session } = stamp;
  const tick = isHere(clock, stamp) ? Math.max(clock.tick, stamp.tick) : stamp.tick;
  const by = movedBy(clock, stamp);
  const time = timeAt(clock, stamp);
  if (by === 0) return { ...clock, at, tick, session, time };
  return {
    ...clock,
    ...{ at, tick, session, time },
    skew: at - time,
    moved: [...clock.moved, { time, by }],
  };
}

/** The clock at a later moment, of a time that does not count. */
export function stopClock(clock: RoomClock, stamp: Stamp): RoomClock {
  const later = runClock(clock, stamp);
  const off = later.time - clock.time;
  return {
    ...later,
    deadline: clock.deadline === null ? null : clock.deadline + off,
    readingUntil: clock.time < clock.readingUntil ? clock.readingUntil + off : clock.readingUntil,
  };
}

/** The clock when somebody says that the wall clock was set while the room was closed: the absence took no time. */
export function disputeClock(clock: RoomClock, { at, tick, session }: Stamp): RoomClock {
  const { time, skew } = clock;
  const by = at - skew - time;
  return { ...clock, at, tick, session, skew: skew + by, moved: [...clock.moved, { time, by }] };
}
