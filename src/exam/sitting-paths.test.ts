// The machine walked by generated shortest paths: every state, every transition, and a restart at each of them.
import { describe, expect, it } from 'vitest';
import { fromTransition } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { termsOf, type ClockPolicy, type Stamp } from './clock.ts';
import type { Happening, SittingEvent, Tick } from './event.ts';
import { fold, openSitting, timeLeft, type Phase, type Run } from './sitting.ts';
import { FORM } from './test/sittings.ts';

/** One step on a path: what happens, or that only time passes; how long after the step before; in the same stay or not. */
interface Move {
  readonly type: string;
  readonly what: Happening | 'tick';
  readonly after: number;
  readonly away: boolean;
}

const MINUTE = 60_000;
const POLICIES: readonly ClockPolicy[] = ['strict', 'active', 'break', 'untimed'];
const reading = { extra: 'none', reading: 1, hidden: false } as const;

const HAPPENINGS: readonly (readonly [string, Happening])[] = [
  ...POLICIES.map(
    (policy) => [`started ${policy}`, { type: 'started', terms: termsOf(10, policy) }] as const,
  ),
  ['started reading', { type: 'started', terms: termsOf(10, 'strict', reading) }],
  ['visited', { type: 'visited', question: 'two' }],
  ['answered', { type: 'answered', question: 'one', answer: 'a' }],
  ['clock-moved', { type: 'clock-moved', by: 0 }],
  ...(
    ['ready', 'resumed', 'ticked', 'paused', 'unpaused', 'break', 'reviewed', 'submitted', 'expired'] as const
  ).map((type) => [type, { type }] as const),
];

const MOVES: readonly Move[] = [
  ...HAPPENINGS.map(([type, what]) => ({ type, what, after: 1000, away: false })),
  { type: 'a minute', what: 'tick', after: MINUTE, away: false },
  { type: 'ten minutes', what: 'tick', after: 10 * MINUTE, away: false },
  { type: 'ten minutes away', what: 'tick', after: 10 * MINUTE, away: true },
  { type: 'a clock set right', what: 'tick', after: -10 * MINUTE, away: true },
];

/** A sitting with what was kept of it, and the moment at which it stands. */
interface Walk {
  readonly run: Run;
  readonly kept: readonly SittingEvent[];
  readonly now: Stamp;
}

const START: Walk = { run: openSitting(FORM), kept: [], now: { at: 0, tick: 0, session: '0' } };

function step({ run, kept, now }: Walk, { what, after, away }: Move): Walk {
  const later: Stamp = {
    at: now.at + after,
    tick: away ? 0 : now.tick + after,
    session: away ? `${Number(now.session) + 1}` : now.session,
  };
  const event: SittingEvent | Tick = what === 'tick' ? { type: 'tick', ...later } : { ...what, ...later };
  const next = run.next(event);
  const closed = event.type === 'tick' && next.sitting.phase === 'expired' && run.sitting.phase !== 'expired';
  return {
    run: next,
    kept:
      event.type === 'tick' ? (closed ? [...kept, { type: 'expired', ...later }] : kept) : [...kept, event],
    now: later,
  };
}

const paths = getShortestPaths(fromTransition(step, START), {
  events: MOVES,
  serializeState: ({ context: { run, now } }) => {
    const { phase, terms, current, answers, clock } = run.sitting;
    const here = now.session === clock.session;
    const over = timeLeft(run.sitting, now) === 0;
    return JSON.stringify([phase, terms?.policy, current, Object.keys(answers), here, over]);
  },
  serializeEvent: ({ type }) => type,
  stopWhen: ({ context: { run } }) => ['submitted', 'expired'].includes(run.sitting.phase),
});

/** Where the steps of a path lead; the first of them is xstate's own. */
const walked = (steps: readonly { readonly event: Move }[]): Walk =>
  steps.slice(1).reduce((at, { event }) => step(at, event), START);

const CHANGES: readonly string[] = [
  ...POLICIES.map((policy) => `intro → answering by started ${policy}`),
  'intro → reading by started reading',
  ...['ready', 'a minute', 'ten minutes', 'ten minutes away'].map((move) => `reading → answering by ${move}`),
  'answering → reviewing by reviewed',
  'reviewing → answering by visited',
  ...['answering', 'reviewing'].flatMap((from) => [
    `${from} → paused by paused`,
    `${from} → break by break`,
    `${from} → expired by ten minutes`,
    `${from} → lapsed by ten minutes away`,
  ]),
  ...['paused', 'break'].map((from) => `${from} → answering by unpaused`),
  ...['reading', 'answering', 'reviewing', 'paused', 'break'].map(
    (from) => `${from} → submitted by submitted`,
  ),
  ...['reading', 'answering', 'reviewing', 'paused', 'break', 'lapsed'].map(
    (from) => `${from} → expired by expired`,
  ),
  'lapsed → expired by submitted',
  'lapsed → answering by clock-moved',
  'lapsed → answering by a clock set right',
];

/** Every change of phase by one move, from each state that a path reaches. */
function changes(): readonly string[] {
  const found = new Set<string>();
  for (const { steps } of paths)
    for (const move of MOVES) {
      const walk = walked(steps);
      const from = walk.run.sitting.phase;
      const to = step(walk, move).run.sitting.phase;
      if (from !== to) found.add(`${from} → ${to} by ${move.type}`);
    }
  return [...found].toSorted();
}

describe('the machine, by generated shortest paths', () => {
  it('reaches every state', () => {
    const phases: readonly Phase[] = [
      ...(['intro', 'reading', 'answering', 'reviewing', 'paused', 'break'] as const),
      ...(['lapsed', 'submitted', 'expired'] as const),
    ];
    expect(new Set(paths.map(({ state }) => state.context.run.sitting.phase))).toEqual(new Set(phases));
  });

  it('changes its state so and in no other way', () => {
    expect(changes()).toEqual(CHANGES.toSorted());
  });

  it.each(
    paths.map(
      (path) =>
        [
          path.steps
            .slice(1)
            .map(({ event }) => event.type)
            .join(', '),
          path,
        ] as const,
    ),
  )('is restored from what was kept: %s', (_what, { steps, state }) => {
    const walk = walked(steps);
    expect(walk.run.sitting.phase).toBe(state.context.run.sitting.phase);
    const restored = fold(FORM, walk.kept).next({ type: 'tick', ...walk.now });
    expect(restored.sitting).toEqual(walk.run.sitting);
    for (const move of MOVES) {
      const there = step(walk, move);
      const here = step({ ...walk, run: restored }, move);
      expect(here.run.sitting).toEqual(there.run.sitting);
      expect(timeLeft(here.run.sitting, here.now)).toBe(timeLeft(there.run.sitting, there.now));
    }
  });
});
