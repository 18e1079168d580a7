// From what was chosen to a form: by its code, by luck with the unseen first, once more, or as a list to practise.
import { describe, expect, it } from 'vitest';
import { makeFormCode, NO_ACCOMMODATION, type Asked, type Bank } from '#exam';
import { NO_PAST, type Past } from './past.ts';
import { drawFor, newSeed, termsFor, type Plan } from './plan.ts';

const asked = (id: string): Asked => ({
  ...{ id, stem: '', ask: 'Which?' },
  ...{ kind: 'single', choose: 1, options: ['a', 'b'].map((option) => ({ id: option, text: option })) },
});

const item = (id: string, domain: string): Bank['items'][number] => ({
  ...{ id, kind: 'single', domain, task: `${domain}.1`, max: 1, expected: 0.7, enemies: [], siblings: 1 },
  asked: [asked(id)],
});

const ITEMS = Array.from({ length: 12 }, (_, i) => item(`item-${i}`, i < 8 ? '1' : '2'));

const BANK: Bank = {
  ...{ exam: 'doors', title: 'Doors', code: 'D00R', version: 'v1', minutes: 40, passMark: 700 },
  blueprint: {
    ...{ exam: 'doors', scored: 4, unscored: 0 },
    domains: ['1', '2'].map((id) => ({ id, weight: 50, tasks: [{ id: `${id}.1` }] })),
  },
  items: ITEMS,
};

const PLAN: Plan = {
  ...{ mode: 'simulation', domain: '1', clock: 'strict', needs: NO_ACCOMMODATION },
  ...{ paper: 'new', code: '', earlier: undefined },
};

function formOf(plan: Partial<Plan>, past: Past = NO_PAST, seeds: readonly number[] = [7]) {
  let next = 0;
  const drawn = drawFor(BANK, { ...PLAN, ...plan }, past, () => seeds[next++ % seeds.length] ?? 0);
  if (!('form' in drawn)) throw new Error(JSON.stringify(drawn));
  return drawn.form;
}

const ids = (plan: Partial<Plan>, past?: Past, seeds?: readonly number[]): readonly string[] =>
  formOf(plan, past, seeds).questions.map(({ id }) => id);

describe('the form of a plan', () => {
  it('that is new has the seed of luck', () => {
    expect(formOf({}).seed).toBe(7);
  });

  it('that is named by a code is that of its seed, however it is typed', () => {
    const code = makeFormCode('D00R', 99);
    expect(formOf({ paper: 'code', code: code.toLowerCase().replaceAll('-', ' ') }).seed).toBe(99);
  });

  it('whose code is mistaken is none, and the fault says why', () => {
    const drawn = drawFor(BANK, { ...PLAN, paper: 'code', code: 'D00R-1' }, NO_PAST, () => 7);
    expect(drawn).toEqual({ fault: { fault: 'length', length: 5 } });
  });

  it('that is new shows of sixteen the one with the least that was met', () => {
    const seeds = Array.from({ length: 16 }, (_, i) => i);
    const met = ids({}, NO_PAST, [0]);
    const seen = new Map(met.map((id) => [id, 1]));
    const chosen = ids({}, { ...NO_PAST, seen }, seeds);
    const overlap = (list: readonly string[]): number => list.filter((id) => seen.has(id)).length;
    const least = Math.min(...seeds.map((seed) => overlap(ids({}, NO_PAST, [seed]))));
    expect(overlap(met)).toBe(4);
    expect(overlap(chosen)).toBe(least);
    expect(least).toBeLessThan(4);
  });

  it.each([
    ['retake', 'retake'],
    ['sibling', 'sibling'],
  ] as const)('that was sat before is drawn again as a %s', (paper, mode) => {
    const form = formOf({ paper, earlier: 5 });
    expect([form.seed, form.mode]).toEqual([5, mode]);
  });

  it('that was sat before and is practised now stays practice', () => {
    expect(formOf({ mode: 'practice', paper: 'retake', earlier: 5 }).mode).toBe('practice');
  });

  it('of one domain has its questions and no other', () => {
    expect([...ids({ mode: 'drill', domain: '2' })].toSorted()).toEqual([
      'item-10',
      'item-11',
      'item-8',
      'item-9',
    ]);
  });

  it('of what was missed cannot be made of nothing', () => {
    expect(drawFor(BANK, { ...PLAN, mode: 'missed' }, NO_PAST, () => 7)).toHaveProperty('missing');
    expect(ids({ mode: 'missed' }, { ...NO_PAST, missed: new Set(['item-3']) })).toEqual(['item-3']);
  });

  it('with the weakest first begins with a task that was never tried', () => {
    const past = { ...NO_PAST, shareOf: (task: string) => (task === '1.1' ? 0.5 : undefined) };
    expect(
      ids({ mode: 'weakest' }, past)
        .slice(0, 4)
        .every((id) => Number(id.slice(5)) >= 8),
    ).toBe(true);
  });
});

describe('the terms of a plan', () => {
  it('are those of the clock and of what somebody needs', () => {
    const needs = { extra: 'x1.5', reading: 5, hidden: true } as const;
    expect(termsFor({ ...PLAN, clock: 'break', needs }, 40)).toEqual({
      ...{ policy: 'break', budget: 60 * 60_000, reading: 5 * 60_000, hidden: true },
    });
  });

  it('have no clock where the exam is not simulated', () => {
    expect(termsFor({ ...PLAN, mode: 'practice' }, 40).policy).toBe('untimed');
  });
});

it('a seed of luck is a whole number below 2^53', () => {
  for (let i = 0; i < 100; i += 1) expect(Number.isSafeInteger(newSeed())).toBe(true);
});
