// The steps of a situation that can be taken back. Typing on in one place is one step.

export interface History<T> {
  readonly now: T;
  /** Oldest first. */
  readonly past: readonly T[];
  /** Where the last change was made; another one there belongs to the same step. */
  readonly place?: string;
}

const REMEMBERED = 100;

export function begin<T>(now: T): History<T> {
  return { now, past: [] };
}

/** @param place a change in the same place as the one before it is no step of its own; `undefined` always is */
export function change<T>(history: History<T>, next: T, place?: string): History<T> {
  if (next === history.now) return history;
  const goesOn = place !== undefined && place === history.place;
  const past = goesOn ? history.past : [...history.past, history.now].slice(-REMEMBERED);
  return { now: next, past, ...(place === undefined ? {} : { place }) };
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  return before === undefined ? history : { now: before, past: history.past.slice(0, -1) };
}
