// The link to a form: what is chosen goes in and comes out, and what cannot be is left at what it was.
import { describe, expect, it } from 'vitest';
import { EXTRAS, makeFormCode } from '#exam';
import { makeFormLink, parseFormLink } from './form-link.ts';
import { CLOCKS, type PlannedMode } from './plan.ts';

const CODE = makeFormCode('A11K', 12);
const MODES: readonly PlannedMode[] = ['simulation', 'untimed', 'practice'];
const PLANS = MODES.flatMap((mode) =>
  CLOCKS.flatMap((clock) =>
    EXTRAS.flatMap((extra) =>
      [0, 10].map((reading) => ({ mode, clock, code: CODE, needs: { extra, reading, hidden: reading > 0 } })),
    ),
  ),
);

describe('a link to a form', () => {
  it('carries form, mode, clock and time, all of it in the fragment', () => {
    const link = makeFormLink('all-kinds', {
      ...{ mode: 'simulation', clock: 'strict', code: CODE },
      needs: { extra: '+30', reading: 0, hidden: false },
    });
    expect(link).toBe(`/exam/all-kinds/#form=${CODE}&mode=simulation&clock=strict&time=plus30`);
  });

  it('is read as it was made', () => {
    for (const plan of PLANS)
      expect(parseFormLink(new URL(makeFormLink('all-kinds', plan), 'http://x').hash)).toEqual({
        ...plan,
        paper: 'code',
      });
  });

  it('that names no form changes nothing', () => {
    expect(parseFormLink('#mode=practice&time=x2')).toEqual({});
    expect(parseFormLink('')).toEqual({});
  });

  it('that names what does not exist keeps what there was', () => {
    const plan = parseFormLink(`#form=${CODE}&mode=missed&clock=sand&time=x9&reading=-3`);
    expect(plan).toEqual({
      ...{ paper: 'code', code: CODE },
      needs: { extra: 'none', reading: 0, hidden: false },
    });
  });

  it('cannot ask for hours of reading', () => {
    expect(parseFormLink('#form=x&reading=5000').needs?.reading).toBe(60);
  });
});
