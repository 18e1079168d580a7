import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, markOf, openSitting, parseEvent, type Happening, type SittingEvent } from './index.ts';
import { FORM } from './test/sittings.ts';

/** An event with one clock, as version 1 kept it. */
function old(event: {
  readonly type: string;
  readonly at: number;
  readonly [field: string]: unknown;
}): SittingEvent {
  const read = parseEvent(event);
  if (!read) throw new Error(`no event: ${JSON.stringify(event)}`);
  return read;
}

const started = old({ type: 'started', at: 1000, deadline: 601_000 });
const after = (...events: readonly Parameters<typeof old>[0][]) =>
  fold(FORM, [started, ...events.map(old)]).sitting;

describe('a sitting', () => {
  it('begins with its intro, where no answer counts', () => {
    const { sitting } = fold(FORM, [old({ type: 'answered', at: 1, question: 'one', answer: ['a'] })]);
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
    const marks = [
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

describe('a closed sitting', () => {
  it.each(['submitted', 'expired'] as const)('that was %s takes nothing more', (type) => {
    const closed = fold(FORM, [
      started,
      old({ type: 'answered', at: 2000, question: 'one', answer: ['a'] }),
      old({ type, at: 3000 }),
    ]);
    const { sitting } = closed
      .next(old({ type: 'answered', at: 4000, question: 'one', answer: ['b'] }))
      .next(old({ type: 'started', at: 5000, deadline: null }))
      .next(old({ type: 'visited', at: 5000, question: 'two' }));
    expect(sitting).toEqual(closed.sitting);
    expect(sitting.phase).toBe(type);
  });
});

describe('for every list of events', () => {
  const id = fc.constantFrom('one', 'two', 'three', 'nine');
  const at = fc.integer({ min: 0, max: 900_000 });
  const terms = fc.record({
    policy: fc.constantFrom('strict' as const, 'active' as const, 'break' as const, 'untimed' as const),
    budget: fc.option(at),
    reading: fc.constantFrom(0, 60_000),
    hidden: fc.boolean(),
  });
  const happening: fc.Arbitrary<Happening> = fc.oneof(
    fc.record({ type: fc.constant('started' as const), terms }),
    fc.record({
      type: fc.constantFrom(
        ...(['resumed', 'ready', 'ticked', 'paused', 'unpaused', 'break'] as const),
        ...(['reviewed', 'submitted', 'expired'] as const),
      ),
    }),
    fc.record({
      type: fc.constantFrom(
        'visited' as const,
        'flagged' as const,
        'unflagged' as const,
        'revealed' as const,
      ),
      question: id,
    }),
    fc.record({
      type: fc.constantFrom('struck' as const, 'unstruck' as const),
      question: id,
      option: fc.constantFrom('a', 'b'),
    }),
    fc.record({
      type: fc.constant('answered' as const),
      question: id,
      answer: fc.array(fc.constantFrom('a', 'b', 'c', 'z'), { maxLength: 3 }),
    }),
    fc.record({ type: fc.constant('clock-moved' as const), by: at }),
  );
  const stamp = fc.record({ at, tick: at, session: fc.constantFrom('', 's1', 's2') });
  const event: fc.Arbitrary<SittingEvent> = fc
    .tuple(happening, stamp)
    .map(([what, moment]) => ({ ...what, ...moment }));
  const events = fc
    .tuple(terms, stamp, fc.array(event, { maxLength: 20 }))
    .map(([given, moment, later]): readonly SittingEvent[] => [
      { type: 'started', terms: given, ...moment },
      ...later,
    ]);

  it('the sitting is what the list adds up to, however it is cut', () => {
    fc.assert(
      fc.property(events, fc.nat(20), (list, cut) => {
        const whole = fold(FORM, list).sitting;
        const kept = list.map((one) => old(JSON.parse(JSON.stringify(one)) as Parameters<typeof old>[0]));
        const later = kept.slice(cut).reduce((run, one) => run.next(one), fold(FORM, kept.slice(0, cut)));
        expect(later.sitting).toEqual(whole);
      }),
    );
  });

  it('every answer fits its question, time goes forward, and the deadline is the end', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(events, (list) => {
        let run = openSitting(FORM);
        for (const one of list) {
          const before = run.sitting;
          run = run.next(one);
          const { phase, clock, closedAt, answers, frozen } = run.sitting;
          reached.add(phase);
          if (before.phase !== 'intro') expect(clock.time).toBeGreaterThanOrEqual(before.clock.time);
          if (phase === 'submitted' && clock.deadline !== null) expect(closedAt).toBeLessThan(clock.deadline);
          for (const id of before.frozen) expect(answers[id]).toEqual(before.answers[id]);
          expect(frozen.length).toBeGreaterThanOrEqual(before.frozen.length);
          for (const [name, answer] of Object.entries(answers)) {
            const asked = FORM.questions.find((candidate) => candidate.id === name);
            expect([answer].flat().length).toBeLessThanOrEqual(asked && 'choose' in asked ? asked.choose : 0);
            expect(answer).not.toContain('z');
          }
        }
      }),
      { numRuns: 1000 },
    );
    expect([...reached].toSorted()).toEqual([
      ...['answering', 'break', 'expired', 'lapsed', 'paused', 'reading', 'reviewing', 'submitted'],
    ]);
  });
});
