// One sitting of an exam: a state machine that is driven by events and knows no clock. Time comes in with each event.
import { assign, createActor, initialTransition, setup, transition } from 'xstate';
import { timeAt, type Stamp } from './clock.ts';
import type { SittingEvent, Tick } from './event.ts';
import type { Form } from './form.ts';
import { KINDS } from './kinds/index.ts';
import type { Asked } from './question.ts';
import {
  answerIn,
  apply,
  dispute,
  newData,
  questionOf,
  type Passing,
  type SittingData,
  type TimedEvent,
} from './sitting-data.ts';

/** What time alone brings about, before whatever happens then. */
type Due = 'reading-over' | 'deadline-passed' | 'deadline-passed-away' | 'deadline-ahead';

const IF_KNOWN = { guard: 'known', actions: 'apply' } as const;
const IF_OPEN = { guard: 'changeable', actions: 'apply' } as const;

/** What can be done to a paper that is only read. */
const LOOKING = {
  visited: IF_KNOWN,
  flagged: IF_KNOWN,
  unflagged: IF_KNOWN,
  highlighted: IF_KNOWN,
  noted: IF_KNOWN,
} as const;

const WORKING = {
  ...LOOKING,
  answered: { guard: 'fits', actions: 'apply' },
  confident: IF_OPEN,
  struck: IF_OPEN,
  unstruck: IF_OPEN,
  revealed: IF_KNOWN,
  paused: { guard: 'mayPause', target: 'paused', actions: 'apply' },
  break: { guard: 'mayBreak', target: 'break', actions: 'apply' },
} as const;

const machine = setup({
  types: {
    context: {} as SittingData,
    events: {} as TimedEvent | { readonly type: Due },
    input: {} as SittingData,
  },
  guards: {
    known: ({ context, event }) => 'question' in event && questionOf(context, event.question) !== undefined,
    changeable: ({ context, event }) =>
      'question' in event &&
      questionOf(context, event.question) !== undefined &&
      !context.frozen.includes(event.question),
    fits: ({ context, event }) =>
      event.type === 'answered' &&
      !context.frozen.includes(event.question) &&
      answerIn(context, event) !== undefined,
    readsFirst: ({ event }) => event.type === 'started' && event.terms.reading > 0,
    mayPause: ({ context }) => context.terms?.policy === 'active' || context.terms?.policy === 'untimed',
    mayBreak: ({ context }) => context.terms?.policy === 'break',
  },
  actions: {
    apply: assign(({ context, event }) => ('at' in event ? apply(context, event) : context)),
    dispute: assign(({ context, event }) => ('at' in event ? dispute(context, event) : context)),
    close: assign(({ context }) => ({ closedAt: context.clock.time })),
    closeAtDeadline: assign(({ context: { clock } }) => ({ closedAt: clock.deadline ?? clock.time })),
  },
}).createMachine({
  id: 'sitting',
  // Each transition makes an actor without input first, and leaves it: what is asked here must not mind.
  context: ({ input }) => input,
  initial: 'intro',
  states: {
    intro: {
      on: {
        started: [
          { guard: 'readsFirst', target: 'open.reading', actions: 'apply' },
          { target: 'open', actions: 'apply' },
        ],
      },
    },
    open: {
      initial: 'answering',
      on: {
        resumed: { actions: 'apply' },
        ticked: { actions: 'apply' },
        'clock-moved': { actions: 'apply' },
        submitted: { target: 'submitted', actions: ['apply', 'close'] },
        expired: { target: 'expired', actions: 'closeAtDeadline' },
        'deadline-passed': { target: 'expired', actions: 'closeAtDeadline' },
        'deadline-passed-away': 'lapsed',
      },
      states: {
        reading: {
          on: { ...LOOKING, ready: { target: 'answering', actions: 'apply' }, 'reading-over': 'answering' },
        },
        answering: { on: { ...WORKING, reviewed: { target: 'reviewing', actions: 'apply' } } },
        reviewing: { on: { ...WORKING, visited: { ...IF_KNOWN, target: 'answering' } } },
        paused: { on: { unpaused: { target: 'answering', actions: 'apply' } } },
        break: { on: { unpaused: { target: 'answering', actions: 'apply' } } },
      },
    },
    /** The deadline passed while nobody was here: what becomes of it is for the candidate to say. */
    lapsed: {
      on: {
        expired: { target: 'expired', actions: 'closeAtDeadline' },
        submitted: { target: 'expired', actions: 'closeAtDeadline' },
        'clock-moved': { target: 'open', actions: 'dispute' },
        'deadline-ahead': 'open',
      },
    },
    submitted: { type: 'final' },
    expired: { type: 'final' },
  },
});

export type Phase =
  'intro' | 'reading' | 'answering' | 'reviewing' | 'paused' | 'break' | 'lapsed' | 'submitted' | 'expired';

export interface Sitting extends SittingData {
  readonly phase: Phase;
}

/** A running sitting: the machine's state behind it, the plain data before it. */
export interface Run {
  readonly sitting: Sitting;
  /** The sitting after one more event. The one before stays as it is. A tick that brings nothing about changes nothing. */
  readonly next: (event: SittingEvent | Tick) => Run;
}

type State = ReturnType<typeof initialTransition<typeof machine>>[0];

/** One step of the machine. */
type Step = (state: State, event: TimedEvent | { readonly type: Due }) => State;

const purely: Step = (state, event) => transition(machine, state, event)[0];

function sittingOf({ value, context }: State): Sitting {
  return { ...context, phase: typeof value === 'string' ? value : value.open };
}

/** What time alone has brought about comes before the event. */
function hear(state: State, event: SittingEvent | Tick, step: Step): State {
  if (state.status === 'done') return state;
  const sitting = sittingOf(state);
  const due = dueAt(sitting, event);
  if (due !== undefined) return hear(step(state, { type: due }), event, step);
  return event.type === 'tick' ? state : step(state, { ...event, before: passing(sitting, event) });
}

function runOf(state: State): Run {
  const run: Run = {
    sitting: sittingOf(state),
    next: (event) => {
      const next = hear(state, event, purely);
      return next === state ? run : runOf(next);
    },
  };
  return run;
}

/** Is an event the first one after an absence? */
const wasAway = ({ clock }: SittingData, event: SittingEvent | Tick): boolean =>
  event.type === 'resumed' || event.session !== clock.session;

const isStopped = ({ phase }: Sitting): boolean => phase === 'paused' || phase === 'break';

function passing(sitting: Sitting, event: SittingEvent): Passing {
  const away = wasAway(sitting, event);
  if (isStopped(sitting) || (away && sitting.terms?.policy === 'active')) return 'stopped';
  return away || sitting.phase === 'intro' || sitting.phase === 'reviewing' ? 'passed' : 'spent';
}

function dueAt(sitting: Sitting, event: SittingEvent | Tick): Due | undefined {
  const { phase, clock, terms } = sitting;
  if (phase === 'intro' || isStopped(sitting)) return undefined;
  const away = wasAway(sitting, event);
  const time = away && terms?.policy === 'active' ? clock.time : timeAt(clock, event);
  const late = clock.deadline !== null && time >= clock.deadline;
  if (phase === 'lapsed') return late ? undefined : 'deadline-ahead';
  if (late) return event.session === clock.session ? 'deadline-passed' : 'deadline-passed-away';
  return phase === 'reading' && time >= clock.readingUntil ? 'reading-over' : undefined;
}

export function openSitting(form: Form): Run {
  return runOf(initialTransition(machine, newData(form))[0]);
}

const OPEN: readonly Phase[] = ['reading', 'answering', 'reviewing', 'paused', 'break', 'lapsed'];

/** It has begun and is neither submitted nor expired. */
export function isOpen({ phase }: Sitting): boolean {
  return OPEN.includes(phase);
}

/** The sitting that a list of events adds up to. One actor hears them all: it is much faster than a pure step for each. */
export function fold(form: Form, events: readonly SittingEvent[]): Run {
  const actor = createActor(machine, { input: newData(form) }).start();
  const step: Step = (_, event) => {
    actor.send(event);
    return actor.getSnapshot();
  };
  return runOf(events.reduce((state, event) => hear(state, event, step), actor.getSnapshot()));
}

export type Mark = 'unseen' | 'incomplete' | 'complete';

/** How a question stands, for the navigator. */
export function markOf(sitting: SittingData, question: Asked): Mark {
  if (KINDS[question.kind].complete(question, sitting.answers[question.id])) return 'complete';
  return sitting.seen.includes(question.id) ? 'incomplete' : 'unseen';
}

/** Milliseconds left for answering, `null` when untimed. A clock that was set gives nothing and takes nothing. */
export function timeLeft(sitting: Sitting, now: Stamp): number | null {
  const { clock, terms } = sitting;
  if (clock.deadline === null) return null;
  const halted = isStopped(sitting) || (terms?.policy === 'active' && now.session !== clock.session);
  const time = halted ? clock.time : timeAt(clock, now);
  return Math.max(0, clock.deadline - Math.max(time, clock.readingUntil));
}

/** Milliseconds left for reading. */
export function readingLeft({ phase, clock }: Sitting, now: Stamp): number {
  return phase === 'reading' ? Math.max(0, clock.readingUntil - timeAt(clock, now)) : 0;
}
