import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fold,
  formOfOneDomain,
  markOf,
  openSitting,
  timeLeft,
  type Asked,
  type SittingEvent,
} from './index.ts';

const question = (id: string, choose: number): Asked => ({
  id,
  kind: choose === 1 ? 'single' : 'multiple',
  stem: '',
  ask: '',
  choose,
  options: ['a', 'b', 'c'].map((option) => ({ id: option, text: option })),
});

const FORM = formOfOneDomain({
  exam: 'doors',
  title: 'Doors',
  version: 'v1',
  minutes: 10,
  pass: 70,
  questions: [question('one', 1), question('two', 2), question('three', 1)],
});

const started = { type: 'started', at: 1000, deadline: 601_000 } as const;
const after = (...events: readonly SittingEvent[]) => fold(FORM, [started, ...events]).sitting;

describe('a sitting', () => {
  it('begins with its intro, where no answer counts', () => {
    const { sitting } = fold(FORM, [{ type: 'answered', at: 1, question: 'one', answer: ['a'] }]);
    expect(sitting).toMatchObject({ phase: 'intro', answers: {}, current: 'one' });
  });

  it('walks from answering to the review screen and back to a question', () => {
    expect(after().phase).toBe('answering');
    expect(after({ type: 'reviewed', at: 2000 }).phase).toBe('reviewing');
    expect(
      after({ type: 'reviewed', at: 2000 }, { type: 'visited', at: 3000, question: 'two' }),
    ).toMatchObject({ phase: 'answering', current: 'two', seen: ['one', 'two'] });
  });

  it('keeps the last answer, in the order of the options', () => {
    const { answers } = after(
      { type: 'answered', at: 2000, question: 'two', answer: ['a'] },
      { type: 'answered', at: 3000, question: 'two', answer: ['c', 'a'] },
    );
    expect(answers).toEqual({ two: ['a', 'c'] });
  });

  it.each([
    ['more options than asked for', 'one', ['a', 'b']],
    ['an option twice', 'two', ['a', 'a']],
    ['an option that is not there', 'one', ['z']],
    ['a question that is not there', 'nine', ['a']],
  ])('takes no answer with %s', (_what, id, answer) => {
    expect(after({ type: 'answered', at: 2000, question: id, answer }).answers).toEqual({});
  });

  it('flags, strikes out, and takes both back', () => {
    const marks: readonly SittingEvent[] = [
      { type: 'flagged', at: 2000, question: 'two' },
      { type: 'struck', at: 2000, question: 'one', option: 'b' },
      { type: 'struck', at: 2000, question: 'one', option: 'c' },
    ];
    expect(after(...marks)).toMatchObject({ flagged: ['two'], struck: { one: ['b', 'c'] } });
    expect(
      after(
        ...marks,
        { type: 'unflagged', at: 3000, question: 'two' },
        { type: 'unstruck', at: 3000, question: 'one', option: 'b' },
      ),
    ).toMatchObject({ flagged: [], struck: { one: ['c'] } });
  });

  it('tells unseen, incomplete and complete apart', () => {
    const sitting = after(
      { type: 'visited', at: 2000, question: 'two' },
      { type: 'answered', at: 2000, question: 'two', answer: ['a'] },
      { type: 'answered', at: 2000, question: 'one', answer: ['a'] },
    );
    expect(FORM.questions.map((asked) => markOf(sitting, asked))).toEqual([
      'complete',
      'incomplete',
      'unseen',
    ]);
  });

  it('counts the time on each question, and none while it is away', () => {
    const { spent } = after(
      { type: 'visited', at: 5000, question: 'two' },
      { type: 'answered', at: 7000, question: 'two', answer: ['a'] },
      { type: 'resumed', at: 90_000 },
      { type: 'visited', at: 91_000, question: 'one' },
    );
    expect(spent).toEqual({ one: 4000, two: 3000 });
  });
});

describe('the deadline', () => {
  it('closes the sitting, whatever event finds it passed, at the deadline itself', () => {
    for (const event of [
      { type: 'answered', at: 700_000, question: 'one', answer: ['a'] },
      { type: 'resumed', at: 700_000 },
      { type: 'submitted', at: 700_000 },
      { type: 'visited', at: 601_000, question: 'two' },
    ] as const) {
      expect(after(event)).toMatchObject({ phase: 'expired', closedAt: 601_000, answers: {} });
    }
  });

  it('closes it by the passing of time alone', () => {
    expect(fold(FORM, [started]).next({ type: 'tick', at: 601_000 }).sitting.phase).toBe('expired');
    expect(fold(FORM, [started]).next({ type: 'tick', at: 600_999 }).sitting.phase).toBe('answering');
  });

  it('does not exist for an untimed sitting', () => {
    const untimed = fold(FORM, [{ ...started, deadline: null }]);
    expect(timeLeft(untimed.sitting, 1e12)).toBeNull();
    expect(untimed.next({ type: 'tick', at: 1e12 }).sitting.phase).toBe('answering');
  });

  it('gives nothing back when the clock goes back, and the sitting says so', () => {
    const sitting = after(
      { type: 'visited', at: 300_000, question: 'two' },
      { type: 'visited', at: 200_000, question: 'one' },
    );
    expect(timeLeft(sitting, 200_000)).toBe(301_000);
    expect(sitting.clockWentBack).toBe(1);
  });
});

describe('a closed sitting', () => {
  it.each(['submitted', 'expired'] as const)('that was %s takes nothing more', (type) => {
    const closed = fold(FORM, [
      started,
      { type: 'answered', at: 2000, question: 'one', answer: ['a'] },
      { type, at: 3000 },
    ]);
    const { sitting } = closed
      .next({ type: 'answered', at: 4000, question: 'one', answer: ['b'] })
      .next({ type: 'started', at: 5000, deadline: null })
      .next({ type: 'visited', at: 5000, question: 'two' });
    expect(sitting).toEqual(closed.sitting);
    expect(sitting.phase).toBe(type);
  });
});

describe('for every list of events', () => {
  const id = fc.constantFrom('one', 'two', 'three', 'nine');
  const at = fc.integer({ min: 0, max: 900_000 });
  const event: fc.Arbitrary<SittingEvent> = fc.oneof(
    fc.record({ type: fc.constant('started' as const), at, deadline: fc.option(at) }),
    fc.record({ type: fc.constantFrom('resumed' as const, 'reviewed', 'submitted', 'expired'), at }),
    fc.record({ type: fc.constantFrom('visited' as const, 'flagged', 'unflagged'), at, question: id }),
    fc.record({
      type: fc.constantFrom('struck' as const, 'unstruck'),
      at,
      question: id,
      option: fc.constantFrom('a', 'b'),
    }),
    fc.record({
      type: fc.constant('answered' as const),
      at,
      question: id,
      answer: fc.array(fc.constantFrom('a', 'b', 'c', 'z'), { maxLength: 3 }),
    }),
  );

  it('the sitting is what the list adds up to, however it is cut', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), fc.nat(20), (events, cut) => {
        const whole = fold(FORM, events).sitting;
        const later = events.slice(cut).reduce((run, one) => run.next(one), fold(FORM, events.slice(0, cut)));
        expect(later.sitting).toEqual(whole);
      }),
    );
  });

  it('every answer fits its question, time goes forward, and the deadline is the end', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        let run = openSitting(FORM);
        for (const one of events) {
          const before = run.sitting;
          run = run.next(one);
          const { sitting } = run;
          reached.add(sitting.phase);
          if (before.phase !== 'intro') expect(sitting.lastAt).toBeGreaterThanOrEqual(before.lastAt);
          if (sitting.deadline !== null && sitting.closedAt !== undefined)
            expect(sitting.closedAt).toBeLessThanOrEqual(Math.max(sitting.deadline, sitting.lastAt));
          for (const [name, answer] of Object.entries(sitting.answers)) {
            const asked = FORM.questions.find((candidate) => candidate.id === name);
            expect([answer].flat().length).toBeLessThanOrEqual(asked && 'choose' in asked ? asked.choose : 0);
            expect(answer).not.toContain('z');
          }
        }
      }),
      { numRuns: 500 },
    );
    expect([...reached].toSorted()).toEqual(['answering', 'expired', 'intro', 'reviewing', 'submitted']);
  });
});
