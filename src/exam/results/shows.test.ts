import { describe, expect, it } from 'vitest';
import { shownAt, SHOWN_AT_THE_END, type Shows } from './shows.ts';

const MIXED: Shows = { score: 'each', key: 'end', reasons: 'end', derivation: 'never' };

describe('what is shown', () => {
  it('[each-is-also-end] what may be seen after each question may be seen at the end', () => {
    expect(shownAt(MIXED, 'simulation', 'end')).toEqual({
      ...{ score: true, key: true, reasons: true, derivation: false },
    });
    expect(shownAt(MIXED, 'simulation', 'each')).toEqual({
      ...{ score: true, key: false, reasons: false, derivation: false },
    });
  });

  it('[practice-shows-early] practice shows after each question what the others show at the end', () => {
    expect(shownAt(SHOWN_AT_THE_END, 'practice', 'each').reasons).toBe(true);
    expect(shownAt(SHOWN_AT_THE_END, 'drill', 'each').reasons).toBe(false);
    expect(shownAt(MIXED, 'practice', 'each').derivation).toBe(false);
  });

  it('[reasons-name-the-key] without the key there are neither reasons nor a derivation', () => {
    const shows: Shows = { ...SHOWN_AT_THE_END, key: 'never' };
    expect(shownAt(shows, 'simulation', 'end')).toEqual({
      ...{ score: true, key: false, reasons: false, derivation: false },
    });
  });
});
