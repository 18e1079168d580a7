import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formOfOneDomain, termsOf } from '#exam';
import { openStore } from '#store';
import { paperOf, questionsOf, servedQuestions } from './paper.ts';

const FORM = formOfOneDomain({
  ...{ exam: 'doors', title: 'Doors', version: 'v1', minutes: 10, pass: 70 },
  questions: [
    {
      id: 'one',
      kind: 'policy-fix',
      stem: '',
      ask: '',
      document: { title: '', text: '', sort: '' },
      wants: [],
    },
  ],
});
const serve = (version: string): void => {
  vi.stubGlobal('fetch', () =>
    Promise.resolve(Response.json({ version, questions: [{ id: 'one', of: version }, { id: 'unasked' }] })),
  );
};

beforeEach(async () => (await openStore()).deleteAll());
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('[an-attempt-stays-reviewable]', () => {
  it('an attempt is reviewed on the questions that it was sat on, whatever the bank has become', async () => {
    serve('v1');
    const paper = paperOf(FORM, await servedQuestions('doors'));
    expect(paper).toMatchObject({ bank: 'v1' });
    const store = await openStore();
    const moment = { at: 1, tick: 1, session: 's' };
    const row = { id: 'x', begun: 1, form: FORM, ...(paper && { paper: paper.id }) };
    await store.begin(row, { type: 'started', terms: termsOf(10, 'strict'), ...moment }, paper);
    serve('v2');
    const [attempt] = await store.attempts();
    expect(attempt && (await questionsOf(attempt))).toMatchObject({
      version: 'v1',
      questions: [{ id: 'one', of: 'v1' }],
    });
  });

  it('one without its paper is reviewed on the questions of today', async () => {
    serve('v2');
    expect(await questionsOf({ id: 'x', begun: 1, form: FORM })).toMatchObject({ version: 'v2' });
  });

  it.each<[string, () => void]>([
    ['of another bank', () => serve('v2')],
    [
      'that is not there',
      () => vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 }))),
    ],
    ['that does not arrive', () => vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')))],
  ])('a paper %s keeps nobody from beginning', async (_what, given) => {
    given();
    expect(paperOf(FORM, await servedQuestions('doors').catch(() => undefined))).toBeUndefined();
  });
});
