import { describe, expect, it } from 'vitest';
import { add, isRunning, leftAt, pause, setTo, start } from './room-clock.ts';

const MINUTE = 60_000;

describe('the clock of a room', () => {
  it('[stands] until it is started, and again while it is paused', () => {
    const set = setTo(10);
    expect(leftAt(set, 99 * MINUTE)).toBe(10 * MINUTE);
    const paused = pause(start(set, 5 * MINUTE), 8 * MINUTE);
    expect(leftAt(paused, 99 * MINUTE)).toBe(7 * MINUTE);
    expect(leftAt(start(paused, 100 * MINUTE), 101 * MINUTE)).toBe(6 * MINUTE);
  });

  it('[more] gives time while it runs, while it stands and when it has run out', () => {
    const running = start(setTo(10), 0);
    expect(leftAt(add(running, 5, MINUTE), 2 * MINUTE)).toBe(13 * MINUTE);
    expect(isRunning(add(pause(running, MINUTE), 5, 2 * MINUTE))).toBe(false);
    expect(leftAt(add(running, 5, 60 * MINUTE), 61 * MINUTE)).toBe(4 * MINUTE);
  });

  it('[never-below-nothing] ends at zero', () => {
    expect(leftAt(start(setTo(1), 0), 5 * MINUTE)).toBe(0);
  });
});
