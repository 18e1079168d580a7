// What a sitting adds up to, and what each event changes in it. Which events count in which phase is the machine's to say.
import {
  disputeClock,
  runClock,
  startClock,
  stopClock,
  UNSTARTED,
  type RoomClock,
  type Terms,
} from './clock.ts';
import type { Happening, Range, SittingEvent } from './event.ts';
import type { Form } from './form.ts';
import { KINDS } from './kinds/index.ts';
import type { Answer, Asked } from './question.ts';
import type { Confidence } from './scoring/rules.ts';

type Of<T> = Readonly<Record<string, T>>;

export interface SittingData {
  readonly form: Form;
  /** Absent until it has begun. */
  readonly terms?: Terms;
  readonly clock: RoomClock;
  readonly startedAt?: number;
  /** By the time of the room. */
  readonly closedAt?: number;
  readonly current: string;
  readonly seen: readonly string[];
  /** What cannot be changed any more, though it can be seen. */
  readonly frozen: readonly string[];
  readonly answers: Of<Answer>;
  readonly confidence: Of<Confidence>;
  readonly flagged: readonly string[];
  readonly struck: Of<readonly string[]>;
  readonly highlights: Of<readonly Range[]>;
  readonly notes: Of<string>;
  /** Milliseconds in which each question was in view. */
  readonly spent: Of<number>;
}

/** How the time before an event counts: for the question in view, for none, or not at all. */
export type Passing = 'spent' | 'passed' | 'stopped';

export type TimedEvent = SittingEvent & { readonly before: Passing };

export function newData(form: Form): SittingData {
  return {
    form,
    clock: UNSTARTED,
    current: form.questions[0]?.id ?? '',
    ...{ seen: [], frozen: [], flagged: [] },
    ...{ answers: {}, confidence: {}, struck: {}, highlights: {}, notes: {}, spent: {} },
  };
}

export function questionOf(data: SittingData, id: string): Asked | undefined {
  return data.form.questions.find((question) => question.id === id);
}

/** The answer of an event as its question reads it. */
export function answerIn(
  data: SittingData,
  { question: id, answer }: Extract<Happening, { type: 'answered' }>,
): Answer | undefined {
  const question = questionOf(data, id);
  return question && KINDS[question.kind].read(question, answer);
}

const without = (list: readonly string[], item: string): readonly string[] =>
  list.filter((other) => other !== item);
const withItem = (list: readonly string[], item: string): readonly string[] =>
  list.includes(item) ? list : [...list, item];

type Change<T extends Happening['type']> = (
  data: SittingData,
  event: SittingEvent & { readonly type: T },
) => Partial<SittingData>;

const nothing = (): Partial<SittingData> => ({});

const CHANGES: { readonly [T in Happening['type']]: Change<T> } = {
  started: (data, { at, terms, ...stamp }) => ({
    startedAt: at,
    terms,
    clock: startClock(terms, { at, tick: stamp.tick, session: stamp.session }),
    seen: withItem(data.seen, data.current),
  }),
  visited: (data, { question }) => ({ current: question, seen: withItem(data.seen, question) }),
  answered: (data, event) => {
    const answer = answerIn(data, event);
    return answer === undefined ? {} : { answers: { ...data.answers, [event.question]: answer } };
  },
  confident: (data, { question, confidence }) => ({
    confidence: { ...data.confidence, [question]: confidence },
  }),
  flagged: (data, { question }) => ({ flagged: withItem(data.flagged, question) }),
  unflagged: (data, { question }) => ({ flagged: without(data.flagged, question) }),
  struck: ({ struck }, { question, option }) => ({
    struck: { ...struck, [question]: withItem(struck[question] ?? [], option) },
  }),
  unstruck: ({ struck }, { question, option }) => ({
    struck: { ...struck, [question]: without(struck[question] ?? [], option) },
  }),
  highlighted: (data, { question, ranges }) => ({ highlights: { ...data.highlights, [question]: ranges } }),
  noted: (data, { question, text }) => ({ notes: { ...data.notes, [question]: text } }),
  revealed: (data, { question }) => ({ frozen: withItem(data.frozen, question) }),
  break: (data) => ({ frozen: data.seen.reduce(withItem, data.frozen) }),
  ready: ({ clock }) => ({ clock: { ...clock, ...endReading(clock) } }),
  'clock-moved': nothing,
  resumed: nothing,
  ticked: nothing,
  paused: nothing,
  unpaused: nothing,
  reviewed: nothing,
  submitted: nothing,
  expired: nothing,
};

/** Reading that ends early brings the deadline nearer by what was left of it. */
function endReading({ time, deadline, readingUntil }: RoomClock): Partial<RoomClock> {
  const left = Math.max(0, readingUntil - time);
  return { readingUntil: readingUntil - left, deadline: deadline === null ? null : deadline - left };
}

function pass(data: SittingData, event: TimedEvent): SittingData {
  if (event.before === 'stopped') return { ...data, clock: stopClock(data.clock, event) };
  const clock = runClock(data.clock, event);
  const gone = clock.time - data.clock.time;
  if (event.before === 'passed' || gone === 0) return { ...data, clock };
  const { spent, current } = data;
  return { ...data, clock, spent: { ...spent, [current]: (spent[current] ?? 0) + gone } };
}

/** The data after an event that counts. */
export function apply(before: SittingData, event: TimedEvent): SittingData {
  const data = pass(before, event);
  const change = CHANGES[event.type] as Change<Happening['type']>;
  return { ...data, ...change(data, event) };
}

/** The data after somebody said that the absence in which the deadline passed is an error of the wall clock. */
export function dispute(data: SittingData, event: SittingEvent): SittingData {
  return { ...data, clock: disputeClock(data.clock, event) };
}
