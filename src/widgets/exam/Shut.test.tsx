// Parts of the exam that do not arrive: nothing waits for ever, and there is a way to try again.
import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formOfOneDomain, termsOf } from '#exam';
import { openStore } from '#store';
import ExamRoom from './ExamRoom.tsx';
import type { About } from './start/about.ts';
import Results from '#widgets/results/Results.tsx';

const FORM = formOfOneDomain({
  exam: 'doors',
  title: 'Doors',
  version: 'v1',
  minutes: 10,
  pass: 70,
  questions: [],
});

const moment = { at: 1, tick: 1, session: 's' };

const ABOUT: About = {
  ...{ exam: 'doors', title: 'Doors', standfirst: '', items: 0, minutes: 10, passMark: 700 },
  clock: 'strict',
  shows: { score: 'end', key: 'end', reasons: 'end', derivation: 'end' },
  domains: [],
};

const arrives = vi.hoisted(() => ({ store: true }));
vi.mock('#store', async (real) => {
  const store = await real<object>();
  return {
    ...store,
    get openStore() {
      if (!arrives.store) throw new TypeError('error loading dynamically imported module');
      return Reflect.get(store, 'openStore') as unknown;
    },
  };
});

beforeEach(async () => {
  arrives.store = true;
  const store = await openStore();
  await store.deleteAll();
  await store.begin(
    { id: 'x', begun: 1, form: FORM },
    {
      type: 'started',
      terms: termsOf(10, 'untimed'),
      ...moment,
    },
  );
  await store.append('x', { type: 'submitted', ...moment });
  history.replaceState(null, '', '/exam/result/?attempt=x');
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function expectWayBack(says: string, to: string): Promise<void> {
  expect((await screen.findByRole('alert')).textContent).toContain(says);
  expect(screen.getByRole('link', { name: 'Try again' }).getAttribute('href')).toBe(to);
}

describe('results', () => {
  it.each([
    ['cannot be fetched', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['are not there', () => Promise.resolve(new Response('no such page', { status: 404 }))],
    ['are no JSON', () => Promise.resolve(new Response('<p>'))],
  ])('whose questions %s say so', async (_what, fetch) => {
    vi.stubGlobal('fetch', fetch);
    render(<Results />);
    await expectWayBack('The results could not be opened', '/exam/result/?attempt=x');
  });

  it('whose store does not arrive say so', async () => {
    arrives.store = false;
    render(<Results />);
    await expectWayBack('The results could not be opened', '/exam/result/?attempt=x');
  });
});

describe('the room', () => {
  it('whose store does not arrive says so', async () => {
    arrives.store = false;
    render(<ExamRoom about={ABOUT} />);
    await expectWayBack('The room could not be opened', '/exam/doors/');
  });
});
