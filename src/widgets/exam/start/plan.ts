// What somebody chooses on the start page of an exam, and the form and the terms that come of it.
import {
  drawForm,
  isSeed,
  parseFormCode,
  termsOf,
  unseenFirst,
  type Accommodation,
  type Bank,
  type ClockPolicy,
  type CodeFault,
  type Form,
  type Mode,
  type Terms,
  type Wish,
} from '#exam';
import type { Past } from './past.ts';

export const MODES = [
  'simulation',
  'untimed',
  'practice',
  'drill',
  'missed',
  'weakest',
  'marathon',
] as const satisfies readonly Mode[];
export type PlannedMode = (typeof MODES)[number];

export const CLOCKS = ['strict', 'active', 'break'] as const satisfies readonly ClockPolicy[];
export type PlannedClock = (typeof CLOCKS)[number];

/** A new paper, one by its code, or an earlier one: its very form, or its sibling. */
export type Paper = 'new' | 'code' | 'retake' | 'sibling';

export interface Plan {
  readonly mode: PlannedMode;
  /** Of a drill. */
  readonly domain: string;
  readonly clock: PlannedClock;
  readonly needs: Accommodation;
  readonly paper: Paper;
  /** As it was typed. */
  readonly code: string;
  /** The seed of an earlier form. */
  readonly earlier: number | undefined;
}

export type Drawn =
  { readonly form: Form } | { readonly fault: CodeFault } | { readonly missing: readonly string[] };

/** A form of the blueprint, which a code names. The others are lists to practise with. */
export const hasPaper = (mode: Mode): boolean =>
  ['simulation', 'untimed', 'practice', 'retake', 'sibling'].includes(mode);

/** Only a simulation of the exam has the clock of the exam. */
export const isTimed = ({ mode }: Pick<Plan, 'mode'>): boolean => mode === 'simulation';

/** In these modes each answer is followed by what is to be learned from it. */
export const isPractice = (mode: Mode): boolean =>
  ['practice', 'drill', 'missed', 'weakest', 'marathon'].includes(mode);

export function termsFor(plan: Plan, minutes: number): Terms {
  return termsOf(minutes, isTimed(plan) ? plan.clock : 'untimed', plan.needs);
}

const CANDIDATES = 16;

/** @param random a seed by luck */
export function drawFor(bank: Bank, plan: Plan, past: Past, random: () => number): Drawn {
  const seed = seedFor(bank, plan, past, random);
  if (typeof seed === 'object') return { fault: seed };
  const { domain } = plan;
  const wish: Wish = { mode: modeOf(plan), seed, domain, missed: past.missed, shareOf: past.shareOf };
  const form = drawForm(bank, wish);
  return 'missing' in form ? form : { form };
}

function modeOf({ mode, paper }: Plan): Mode {
  return mode === 'simulation' && (paper === 'retake' || paper === 'sibling') ? paper : mode;
}

function seedFor(
  bank: Bank,
  { mode, paper, code, earlier }: Plan,
  { seen }: Past,
  random: () => number,
): number | CodeFault {
  if (!hasPaper(mode)) return random();
  if (paper === 'code') {
    const parsed = parseFormCode(code, bank.code);
    return 'seed' in parsed ? parsed.seed : parsed;
  }
  if (paper !== 'new' && earlier !== undefined && isSeed(earlier)) return earlier;
  const first = random();
  if (seen.size === 0) return first;
  const more = Array.from({ length: CANDIDATES - 1 }, random);
  const itemOf = new Map(bank.items.flatMap(({ id, asked }) => asked.map((one) => [one.id, id])));
  const picksOf = (seed: number): readonly { readonly id: string }[] => {
    const form = drawForm(bank, { mode: 'simulation', seed });
    return 'missing' in form ? [] : form.questions.map(({ id }) => ({ id: itemOf.get(id) ?? id }));
  };
  return unseenFirst([first, ...more], picksOf, seen);
}

/** A seed by the luck of the machine. */
export function newSeed(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return (high & 0x1fffff) * 2 ** 32 + low;
}
