import { act, renderHook, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { fold, formOfOneDomain, termsOf, type Sitting, type SittingEvent } from '#exam';
import { openStore } from '#store';
import { useSitting, type Room } from './use-sitting.ts';

const FORM = formOfOneDomain({
  exam: 'doors',
  title: 'Doors',
  version: 'v1',
  minutes: 10,
  pass: 70,
  questions: [
    {
      id: 'q',
      kind: 'single',
      stem: 'A door.',
      ask: 'Open it?',
      choose: 1,
      options: ['a', 'b'].map((id) => ({ id, text: id })),
    },
  ],
});

const moment = { at: 1, tick: 1, session: 's' };
const started: SittingEvent = { type: 'started', terms: termsOf(10, 'untimed'), ...moment };

beforeEach(async () => {
  await (await openStore()).deleteAll();
});

/** The room of a page, once its store is open. */
async function enter(): Promise<{ readonly current: Room }> {
  const { result } = renderHook(() => useSitting(FORM.exam));
  await waitFor(() => {
    expect(result.current).not.toBe('opening');
  });
  return {
    get current(): Room {
      if (typeof result.current === 'string') throw new Error(`the room is ${result.current}`);
      return result.current;
    },
  };
}

/** What a page that opens now would find of an attempt. */
async function kept(attempt: string): Promise<Sitting> {
  return fold(FORM, await (await openStore()).events(attempt)).sitting;
}

describe('a sitting', () => {
  it('keeps an answer that is given in the same moment in which it begins', async () => {
    const room = await enter();
    act(() => {
      room.current.begin(FORM, termsOf(10, 'strict'));
      room.current.send({ type: 'answered', question: 'q', answer: ['b'] });
    });
    await waitFor(() => {
      expect(room.current.saved).toBe('saved');
    });
    const sitting = await kept(room.current.attempt ?? '');
    expect(sitting.phase).toBe('answering');
    expect(sitting.answers).toEqual({ q: 'b' });
  });

  it('that is open is found, also behind an attempt whose beginning was never kept', async () => {
    const store = await openStore();
    await store.begin({ id: 'open', begun: 1, form: FORM }, started);
    const rows = { attempts: [{ id: 'torn', begun: 2, form: FORM }], events: [] };
    await store.restore({
      ...rows,
      lessons: [],
      edits: [],
      notes: [],
      checks: [],
      settings: [],
      terminals: [],
      papers: [],
    });
    const room = await enter();
    expect(room.current.attempt).toBe('open');
    expect(room.current.found).toBe(true);
  });

  it('that was submitted is left alone', async () => {
    const store = await openStore();
    await store.begin({ id: 'done', begun: 1, form: FORM }, started);
    await store.append('done', { type: 'submitted', ...moment });
    const room = await enter();
    expect(room.current.attempt).toBeUndefined();
    expect(room.current.run.sitting.phase).toBe('intro');
  });
});
