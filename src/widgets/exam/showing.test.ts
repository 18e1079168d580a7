import { describe, expect, it } from 'vitest';
import type { Mode } from '#exam';
import { asksConfidence, shownAfterEach } from './showing.ts';

const AT_THE_END = { score: 'end', key: 'end', reasons: 'end', derivation: 'end' } as const;

describe('after an answer', () => {
  it('a simulation shows nothing that is for the end', () => {
    expect(shownAfterEach(AT_THE_END, 'simulation')).toBeUndefined();
  });

  it('practice shows what the others show at the end, and what is never shown in no mode', () => {
    const shows = { ...AT_THE_END, derivation: 'never' } as const;
    expect(shownAfterEach(shows, 'drill')).toEqual({
      score: true,
      key: true,
      reasons: true,
      derivation: false,
    });
  });

  it('a simulation shows what its exam shows after each', () => {
    const shown = shownAfterEach({ ...AT_THE_END, score: 'each' }, 'simulation');
    expect(shown).toEqual({ score: true, key: false, reasons: false, derivation: false });
  });

  it('reasons name the key: without it there are none', () => {
    expect(shownAfterEach({ ...AT_THE_END, key: 'never' }, 'practice')).toMatchObject({ reasons: false });
  });

  it('nobody is asked how sure they are in the simulation of a test centre, unless marks are given for it', () => {
    const asks = (mode: Mode, confidence?: true): boolean =>
      asksConfidence({ mode, ...(confidence ? { confidence } : {}) });
    expect([asks('simulation'), asks('practice'), asks('simulation', true)]).toEqual([false, true, true]);
  });
});
