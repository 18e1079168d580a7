import { describe, expect, it } from 'vitest';
import { termsOf, type Terms } from './clock.ts';
import type { Happening } from './event.ts';
import { fold, readingLeft, timeLeft, type Run, type Sitting } from './sitting.ts';
import { FORM, on, stay } from './test/sittings.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const here = stay('s1');
const strict = termsOf(10, 'strict');
const active = termsOf(10, 'active');
const breaks = termsOf(10, 'break');

const begin = (terms: Terms): Run => fold(FORM, [on(here(0), { type: 'started', terms })]);
const moves = ({ clock }: Sitting): readonly number[] => clock.moved.map(({ by }) => by);
const answer: Happening = { type: 'answered', question: 'one', answer: 'a' };
const two: Happening = { type: 'visited', question: 'two' };

describe('[accommodations-are-terms]', () => {
  it.each([
    ['none', 10],
    ['x1.25', 12.5],
    ['x1.5', 15],
    ['x2', 20],
    ['+30', 40],
  ] as const)('%s of ten minutes', (extra, minutes) => {
    const terms = termsOf(10, 'strict', { extra, reading: 2, hidden: true });
    expect(terms).toEqual({ policy: 'strict', budget: minutes * MINUTE, reading: 2 * MINUTE, hidden: true });
    expect(timeLeft(begin(terms).sitting, here(0))).toBe(minutes * MINUTE);
  });

  it('without a limit there is nothing to read before, and no deadline', () => {
    const terms = termsOf(10, 'strict', { extra: 'untimed', reading: 2, hidden: false });
    expect(terms).toEqual({ policy: 'untimed', budget: null, reading: 0, hidden: false });
    const { sitting } = begin(terms).next({ type: 'tick', ...here(1e12) });
    expect(sitting.phase).toBe('answering');
    expect(timeLeft(sitting, here(1e12))).toBeNull();
  });
});

describe('[reading-time-comes-first]', () => {
  const read = begin(termsOf(10, 'strict', { extra: 'none', reading: 2, hidden: false }));

  it('the clock stands, questions can be read, and no answer counts', () => {
    const { sitting } = read.next(on(here(MINUTE), two)).next(on(here(MINUTE), answer));
    expect(sitting).toMatchObject({ phase: 'reading', current: 'two', answers: {} });
    expect(timeLeft(sitting, here(MINUTE))).toBe(10 * MINUTE);
    expect(readingLeft(sitting, here(MINUTE))).toBe(MINUTE);
  });

  it('is over by the passing of time, found by whatever comes then', () => {
    expect(read.next({ type: 'tick', ...here(2 * MINUTE) }).sitting.phase).toBe('answering');
    const { sitting } = read.next(on(here(3 * MINUTE), answer));
    expect(sitting).toMatchObject({ phase: 'answering', answers: { one: 'a' } });
    expect(timeLeft(sitting, here(3 * MINUTE))).toBe(9 * MINUTE);
  });

  it('ends early when somebody is ready, and gives no more time to answer', () => {
    const { sitting } = read.next(on(here(MINUTE), { type: 'ready' }));
    expect(sitting.phase).toBe('answering');
    expect(timeLeft(sitting, here(MINUTE))).toBe(10 * MINUTE);
    expect(timeLeft(sitting, here(2 * MINUTE))).toBe(9 * MINUTE);
  });
});

describe('[strict-runs-to-its-deadline]', () => {
  it.each<[string, Happening]>([
    ['an answer', answer],
    ['a visit', two],
    ['the end', { type: 'submitted' }],
    ['a heartbeat', { type: 'ticked' }],
  ])('whatever finds it passed, the sitting closed at the deadline: %s', (_what, late) => {
    expect(begin(strict).next(on(here(12 * MINUTE), late)).sitting).toMatchObject({
      phase: 'expired',
      closedAt: 10 * MINUTE,
      answers: {},
    });
  });

  it('and by time alone', () => {
    expect(begin(strict).next({ type: 'tick', ...here(10 * MINUTE) }).sitting.phase).toBe('expired');
    expect(begin(strict).next({ type: 'tick', ...here(10 * MINUTE - 1) }).sitting.phase).toBe('answering');
  });

  it('runs while the room is closed', () => {
    const { sitting } = begin(strict).next(on(stay('s2', 4 * MINUTE)(0), { type: 'resumed' }));
    expect(sitting.phase).toBe('answering');
    expect(timeLeft(sitting, stay('s2', 4 * MINUTE)(MINUTE))).toBe(5 * MINUTE);
  });

  it('takes no pause and no break', () => {
    for (const type of ['paused', 'break'] as const)
      expect(begin(strict).next(on(here(1), { type })).sitting.phase).toBe('answering');
  });
});

describe('[active-counts-the-open-room]', () => {
  const worked = begin(active).next(on(here(MINUTE), { type: 'ticked' }));

  it('what was told before the room was killed counts, the absence does not', () => {
    const back = stay('s2', 3 * DAY);
    const { sitting } = worked.next(on(back(500), { type: 'resumed' }));
    expect(sitting.phase).toBe('answering');
    expect(timeLeft(worked.sitting, back(500))).toBe(9 * MINUTE);
    expect(timeLeft(sitting, back(500))).toBe(9 * MINUTE);
    expect(timeLeft(sitting, back(500 + MINUTE))).toBe(8 * MINUTE);
    expect(sitting.spent).toEqual({ one: MINUTE });
  });

  it('a pause stops it and takes no answer', () => {
    const paused = worked.next(on(here(2 * MINUTE), { type: 'paused' })).next(on(here(3 * MINUTE), answer));
    expect(paused.sitting).toMatchObject({ phase: 'paused', answers: {} });
    expect(timeLeft(paused.sitting, here(60 * MINUTE))).toBe(8 * MINUTE);
    expect(paused.next({ type: 'tick', ...here(60 * MINUTE) })).toBe(paused);
    const { sitting } = paused.next(on(here(60 * MINUTE), { type: 'unpaused' }));
    expect(sitting.phase).toBe('answering');
    expect(timeLeft(sitting, here(61 * MINUTE))).toBe(7 * MINUTE);
  });

  it('a machine that slept in the open room was no open room', () => {
    const { sitting } = worked.next(on(here(5 * 60 * MINUTE), { type: 'resumed' }));
    expect(timeLeft(sitting, here(5 * 60 * MINUTE))).toBe(9 * MINUTE);
  });

  it('ends when its time is used up', () => {
    const back = stay('s2', DAY);
    const run = worked.next(on(back(0), { type: 'resumed' }));
    expect(run.next({ type: 'tick', ...back(9 * MINUTE - 1) }).sitting.phase).toBe('answering');
    expect(run.next({ type: 'tick', ...back(9 * MINUTE) }).sitting.phase).toBe('expired');
  });
});

describe('[a-break-freezes-what-was-seen]', () => {
  const rested = begin(breaks)
    .next(on(here(MINUTE), answer))
    .next(on(here(2 * MINUTE), { type: 'break' }))
    .next(on(here(30 * MINUTE), { type: 'unpaused' }));

  it('the clock stands in the break, and runs on after it, also while the room is closed', () => {
    expect(timeLeft(rested.sitting, here(31 * MINUTE))).toBe(7 * MINUTE);
    expect(timeLeft(rested.sitting, stay('s2', 33 * MINUTE)(0))).toBe(5 * MINUTE);
  });

  it('a break outlasts the room in which it began', () => {
    const broke = begin(breaks).next(on(here(MINUTE), { type: 'break' }));
    const { sitting } = broke.next(on(stay('s2', DAY)(0), { type: 'resumed' }));
    expect(sitting.phase).toBe('break');
    expect(timeLeft(sitting, stay('s2', DAY)(0))).toBe(9 * MINUTE);
  });

  it.each<[string, Happening]>([
    ['its answer', { type: 'answered', question: 'one', answer: 'b' }],
    ['how sure it was', { type: 'confident', question: 'one', confidence: 3 }],
    ['what was struck out', { type: 'struck', question: 'one', option: 'b' }],
  ])('a question seen before can be seen and not changed: %s', (_what, change) => {
    const seen = rested.next(on(here(31 * MINUTE), { type: 'visited', question: 'one' }));
    expect(seen.sitting.current).toBe('one');
    expect(seen.next(on(here(31 * MINUTE), change)).sitting).toEqual(seen.sitting);
  });

  it('one not seen before takes its answer', () => {
    const { sitting } = rested
      .next(on(here(31 * MINUTE), two))
      .next(on(here(32 * MINUTE), { type: 'answered', question: 'two', answer: ['a', 'b'] }));
    expect(sitting.answers).toEqual({ one: 'a', two: ['a', 'b'] });
  });
});

describe('[a-clock-that-is-set-changes-nothing]', () => {
  it.each([
    ['back an hour', -60 * MINUTE],
    ['forward a day', DAY],
    ['forward three seconds', 3000],
  ])('%s in the open room: the ticks decide, and it is noticed once', (_what, by) => {
    const set = stay('s1', by);
    const run = begin(strict)
      .next(on(set(MINUTE), two))
      .next(on(set(2 * MINUTE), answer));
    expect(run.sitting).toMatchObject({ phase: 'answering', answers: { one: 'a' } });
    expect(moves(run.sitting)).toEqual([by]);
    expect(timeLeft(run.sitting, set(3 * MINUTE))).toBe(7 * MINUTE);
    expect(run.next({ type: 'tick', ...set(9 * MINUTE) }).sitting.phase).toBe('answering');
    expect(run.next({ type: 'tick', ...set(10 * MINUTE) }).sitting.phase).toBe('expired');
  });

  it('what two clocks of one machine drift apart is not noticed', () => {
    expect(moves(begin(strict).next(on(stay('s1', 1900)(MINUTE), two)).sitting)).toEqual([]);
  });

  it('a day forward in the room, and the room opened again: the day is known and does not count', () => {
    const run = begin(strict).next(on(stay('s1', DAY)(MINUTE), two));
    const back = stay('s2', DAY + 2 * MINUTE);
    const { sitting } = run.next(on(back(0), { type: 'resumed' }));
    expect(sitting.phase).toBe('answering');
    expect(timeLeft(sitting, back(0))).toBe(8 * MINUTE);
  });

  it('an hour back while the room was closed: the absence counts as none, and it is noticed', () => {
    const back = stay('s2', -60 * MINUTE);
    const { sitting } = begin(strict)
      .next(on(here(MINUTE), two))
      .next(on(back(0), { type: 'resumed' }));
    expect(sitting.phase).toBe('answering');
    expect(timeLeft(sitting, back(0))).toBe(9 * MINUTE);
    expect(moves(sitting)).toEqual([-61 * MINUTE]);
  });
});

describe('[no-silent-end-on-a-jump]', () => {
  const back = stay('s2', DAY);
  const lapsed = begin(strict)
    .next(on(here(MINUTE), answer))
    .next({ type: 'tick', ...back(0) });

  it('a deadline that passed while the room was closed leaves it to the candidate', () => {
    expect(lapsed.sitting).toMatchObject({ phase: 'lapsed', answers: { one: 'a' } });
    expect(timeLeft(lapsed.sitting, back(0))).toBe(0);
    expect(lapsed.next(on(back(1), { type: 'answered', question: 'one', answer: 'b' })).sitting).toEqual(
      lapsed.sitting,
    );
  });

  it.each(['expired', 'submitted'] as const)('who says %s ends it at its deadline', (type) => {
    expect(lapsed.next(on(back(MINUTE), { type })).sitting).toMatchObject({
      phase: 'expired',
      closedAt: 10 * MINUTE,
      answers: { one: 'a' },
    });
  });

  it('who says that the clock is wrong goes on with what was left, and the result will tell', () => {
    const { sitting } = lapsed.next(on(back(MINUTE), { type: 'clock-moved', by: DAY }));
    expect(sitting.phase).toBe('answering');
    expect(moves(sitting)).toEqual([DAY]);
    expect(timeLeft(sitting, back(2 * MINUTE))).toBe(8 * MINUTE);
  });

  it('who sets the clock right finds the sitting open', () => {
    const { sitting } = lapsed.next(on(stay('s3', 5 * MINUTE)(0), { type: 'resumed' }));
    expect(sitting.phase).toBe('answering');
    expect(timeLeft(sitting, stay('s3', 5 * MINUTE)(0))).toBe(5 * MINUTE);
  });

  it('a machine that slept past the deadline with its ticks running ends at the deadline', () => {
    expect(begin(strict).next(on(here(DAY), { type: 'resumed' })).sitting).toMatchObject({
      phase: 'expired',
      closedAt: 10 * MINUTE,
    });
  });

  it('a machine whose ticks slept as well goes on, and it is noticed', () => {
    const { sitting } = begin(strict).next(on(stay('s1', DAY)(MINUTE), { type: 'ticked' }));
    expect(sitting.phase).toBe('answering');
    expect(moves(sitting)).toEqual([DAY]);
  });
});
