// One sitting of an exam: a state machine that is driven by events and knows no clock. Time comes in with each event.
import { assign, initialTransition, setup, transition } from 'xstate';
import type { SittingEvent, Tick } from './event.ts';
import type { Form } from './form.ts';
import { KINDS } from './kinds/index.ts';
import type { Answer, Asked } from './question.ts';

export interface SittingData {
  readonly form: Form;
  readonly startedAt?: number;
  /** Absolute; `null` when untimed. */
  readonly deadline: number | null;
  readonly closedAt?: number;
  /** The latest moment known. A clock that goes back does not take it back. */
  readonly lastAt: number;
  /** How often the clock was found to have gone back. */
  readonly clockWentBack: number;
  readonly current: string;
  readonly seen: readonly string[];
  readonly answers: Readonly<Record<string, Answer>>;
  readonly flagged: readonly string[];
  readonly struck: Readonly<Record<string, readonly string[]>>;
  /** Milliseconds spent on each question while the room was open. */
  readonly spent: Readonly<Record<string, number>>;
}

type Happening = SittingEvent | Tick;

const without = (list: readonly string[], item: string): readonly string[] =>
  list.filter((other) => other !== item);
const withItem = (list: readonly string[], item: string): readonly string[] =>
  list.includes(item) ? list : [...list, item];

function questionOf(data: SittingData, id: string): Asked | undefined {
  return data.form.questions.find((question) => question.id === id);
}

/** The answer of an event as its question reads it. */
function answerIn(
  data: SittingData,
  { question: id, answer }: SittingEvent & { type: 'answered' },
): Answer | undefined {
  const question = questionOf(data, id);
  return question && KINDS[question.kind].read(question, answer);
}

/** Moves the known time forward and counts it for the question in view. Time away is not counted. */
function pass(data: SittingData, event: Happening): SittingData {
  const at = Math.max(event.at, data.lastAt);
  const back = event.at < data.lastAt ? 1 : 0;
  const gone =
    event.type === 'resumed' || event.type === 'started' || event.type === 'tick' ? 0 : at - data.lastAt;
  const spent =
    gone === 0 ? data.spent : { ...data.spent, [data.current]: (data.spent[data.current] ?? 0) + gone };
  const lastAt = event.type === 'tick' ? data.lastAt : at;
  return { ...data, lastAt, spent, clockWentBack: data.clockWentBack + (event.type === 'tick' ? 0 : back) };
}

/** What an event changes in the data, whatever the state. */
function apply(before: SittingData, event: Happening): SittingData {
  const data = pass(before, event);
  switch (event.type) {
    case 'started':
      return {
        ...data,
        startedAt: event.at,
        lastAt: event.at,
        deadline: event.deadline,
        seen: withItem(data.seen, data.current),
      };
    case 'visited':
      return { ...data, current: event.question, seen: withItem(data.seen, event.question) };
    case 'answered': {
      const answer = answerIn(data, event);
      return answer === undefined
        ? data
        : { ...data, answers: { ...data.answers, [event.question]: answer } };
    }
    case 'flagged':
      return { ...data, flagged: withItem(data.flagged, event.question) };
    case 'unflagged':
      return { ...data, flagged: without(data.flagged, event.question) };
    case 'struck':
    case 'unstruck': {
      const change = event.type === 'struck' ? withItem : without;
      return {
        ...data,
        struck: { ...data.struck, [event.question]: change(data.struck[event.question] ?? [], event.option) },
      };
    }
    case 'resumed':
    case 'reviewed':
    case 'submitted':
    case 'expired':
    case 'tick':
      return data;
  }
}

/** Whatever happens after the deadline happens to a sitting that is closed, at its deadline. */
const LATE = { guard: 'late', target: 'expired', actions: 'closeAtDeadline' } as const;

const machine = setup({
  types: {
    context: {} as SittingData,
    events: {} as Happening,
    input: {} as Form,
  },
  guards: {
    late: ({ context, event }) =>
      context.deadline !== null && Math.max(event.at, context.lastAt) >= context.deadline,
    known: ({ context, event }) => 'question' in event && questionOf(context, event.question) !== undefined,
    fits: ({ context, event }) => event.type === 'answered' && answerIn(context, event) !== undefined,
  },
  actions: {
    apply: assign(({ context, event }) => apply(context, event)),
    close: assign(({ context, event }) => ({
      ...apply(context, event),
      closedAt: Math.max(event.at, context.lastAt),
    })),
    closeAtDeadline: assign(({ context }) => ({ closedAt: context.deadline ?? context.lastAt })),
  },
}).createMachine({
  id: 'sitting',
  context: ({ input }) => ({
    form: input,
    deadline: null,
    lastAt: 0,
    clockWentBack: 0,
    current: input.questions[0]?.id ?? '',
    seen: [],
    answers: {},
    flagged: [],
    struck: {},
    spent: {},
  }),
  initial: 'intro',
  states: {
    intro: { on: { started: { target: 'open', actions: 'apply' } } },
    open: {
      initial: 'answering',
      on: {
        '*': [LATE],
        resumed: [LATE, { actions: 'apply' }],
        answered: [LATE, { guard: 'fits', actions: 'apply' }],
        flagged: [LATE, { guard: 'known', actions: 'apply' }],
        unflagged: [LATE, { guard: 'known', actions: 'apply' }],
        struck: [LATE, { guard: 'known', actions: 'apply' }],
        unstruck: [LATE, { guard: 'known', actions: 'apply' }],
        submitted: [LATE, { target: 'submitted', actions: 'close' }],
        expired: { target: 'expired', actions: 'closeAtDeadline' },
        visited: [LATE, { guard: 'known', target: '.answering', actions: 'apply' }],
        reviewed: [LATE, { target: '.reviewing', actions: 'apply' }],
      },
      states: { answering: {}, reviewing: {} },
    },
    submitted: { type: 'final' },
    expired: { type: 'final' },
  },
});

export type Phase = 'intro' | 'answering' | 'reviewing' | 'submitted' | 'expired';

export interface Sitting extends SittingData {
  readonly phase: Phase;
}

/** A running sitting: the machine's state behind it, the plain data before it. */
export interface Run {
  readonly sitting: Sitting;
  /** The sitting after one more event. The one before stays as it is. */
  readonly next: (event: Happening) => Run;
}

type State = ReturnType<typeof initialTransition<typeof machine>>[0];

function runOf(state: State): Run {
  const { value } = state;
  const phase: Phase = typeof value === 'string' ? value : value.open;
  return {
    sitting: { ...state.context, phase },
    next: (event) => (state.status === 'done' ? runOf(state) : runOf(transition(machine, state, event)[0])),
  };
}

export function openSitting(form: Form): Run {
  return runOf(initialTransition(machine, form)[0]);
}

/** It has begun and is neither submitted nor expired. */
export function isOpen({ phase }: Sitting): boolean {
  return phase === 'answering' || phase === 'reviewing';
}

/** The sitting that a list of events adds up to. */
export function fold(form: Form, events: readonly SittingEvent[]): Run {
  return events.reduce((run, event) => run.next(event), openSitting(form));
}

export type Mark = 'unseen' | 'incomplete' | 'complete';

/** How a question stands, for the navigator. */
export function markOf(sitting: SittingData, question: Asked): Mark {
  if (KINDS[question.kind].complete(question, sitting.answers[question.id])) return 'complete';
  return sitting.seen.includes(question.id) ? 'incomplete' : 'unseen';
}

/** Milliseconds left, `null` when untimed. A clock that went back gives nothing back. */
export function timeLeft(sitting: SittingData, now: number): number | null {
  return sitting.deadline === null ? null : Math.max(0, sitting.deadline - Math.max(now, sitting.lastAt));
}
