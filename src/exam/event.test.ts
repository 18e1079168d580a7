// Every shape of an event that was ever kept is read.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseEvent, type SittingEvent } from './event.ts';
import { fold } from './sitting.ts';
import { FORM } from './test/sittings.ts';

const read = (version: number): readonly unknown[] =>
  JSON.parse(readFileSync(`src/exam/test/events-v${version}.json`, 'utf8')) as unknown[];
const parsed = (version: number): readonly SittingEvent[] =>
  read(version).flatMap((event) => parseEvent(event) ?? []);

describe('[kept-events-stay-readable]', () => {
  it('version 1 had one clock, and its sittings come out as they did', () => {
    expect(parsed(1)).toHaveLength(read(1).length);
    const { sitting } = fold(FORM, parsed(1));
    expect(sitting).toMatchObject({
      phase: 'submitted',
      terms: { policy: 'strict', budget: 1_500_000 },
      closedAt: 1_764_000_910_000,
      answers: { one: 'a', two: ['a', 'c'] },
      flagged: [],
      struck: { one: [] },
    });
    expect(sitting.clock.moved.map(({ by }) => by)).toEqual([-100_000, 100_000]);
  });

  it('version 1 without a deadline was untimed', () => {
    expect(parseEvent({ type: 'started', at: 5, deadline: null })).toEqual({
      type: 'started',
      ...{ at: 5, tick: 5, session: '' },
      terms: { policy: 'untimed', budget: null, reading: 0, hidden: false },
    });
  });

  it('version 2 has both clocks, and is read as it was written', () => {
    expect(parsed(2)).toEqual(read(2));
    expect(fold(FORM, parsed(2)).sitting).toMatchObject({
      phase: 'expired',
      answers: { one: 'a', two: ['a', 'c'] },
      confidence: { one: 2 },
      frozen: ['one', 'two'],
      highlights: {
        one: [
          [0, 4],
          [9, 12],
        ],
      },
      notes: { one: 'again later' },
    });
  });
});

describe('[torn-events-are-none]', () => {
  const moment = { at: 1, tick: 1, session: 's' };
  it.each<[string, unknown]>([
    ['nothing', null],
    ['a word', 'started'],
    ['no moment', { type: 'resumed' }],
    ['a moment that is none', { type: 'submitted', at: Number.NaN }],
    ['an answer to nothing', { ...moment, type: 'answered', answer: ['a'] }],
    ['nothing struck out', { ...moment, type: 'struck', question: 'one' }],
    ['one clock of two', { type: 'resumed', at: 1, session: 's' }],
    ['a type of tomorrow', { ...moment, type: 'teleported' }],
    ['a type that every object has', { ...moment, type: 'toString' }],
    ['a start without terms', { ...moment, type: 'started' }],
    ['terms of tomorrow', { ...moment, type: 'started', terms: { policy: 'lunar', budget: 1, reading: 0 } }],
    ['an answer that is a number', { ...moment, type: 'answered', question: 'one', answer: 3 }],
    ['a confidence beyond 3', { ...moment, type: 'confident', question: 'one', confidence: 4 }],
    ['half a range', { ...moment, type: 'highlighted', question: 'one', ranges: [[1]] }],
    ['a note without words', { ...moment, type: 'noted', question: 'one' }],
    ['a start of version 1 without its deadline', { type: 'started', at: 1 }],
  ])('%s', (_what, value) => {
    expect(parseEvent(value)).toBeUndefined();
  });
});
