// What earlier attempts say about the next one, told by attempts made up for it.
import { describe, expect, it } from 'vitest';
import {
  fold,
  formOfOneDomain,
  type Asked,
  type Bank,
  type Form,
  type Points,
  type SittingEvent,
} from '#exam';
import { pastOf, withScores, type Sat } from './past.ts';

const asked = (id: string): Asked => ({
  ...{ id, stem: '', ask: 'Which?' },
  ...{ kind: 'single', choose: 1, options: ['a', 'b'].map((option) => ({ id: option, text: option })) },
});

/** Two items, of which the second draws siblings. */
const BANK: Bank = {
  ...{ exam: 'doors', title: 'Doors', code: 'D00R', version: 'v1', minutes: 40, passMark: 700 },
  blueprint: { exam: 'doors', scored: 2, unscored: 0, domains: [] },
  items: [
    ['plain', ['plain']],
    ['drawn', ['drawn~1', 'drawn~2']],
  ].map(([id = '', ids]) => ({
    ...{ id: String(id), kind: 'single', domain: '1', task: '1.1', max: 1, expected: 0.7, enemies: [] },
    asked: (ids as string[]).map(asked),
    siblings: ids?.length ?? 1,
  })),
};

function sat(ids: readonly string[], over: Partial<Form>, begun = 1): Sat {
  const form: Form = {
    ...formOfOneDomain({
      ...{ exam: 'doors', title: 'Doors', version: 'v1', minutes: 10, pass: 70 },
      questions: ids.map(asked),
    }),
    ...over,
  };
  const moment = { at: begun, tick: 1, session: 's' };
  const terms = { policy: 'untimed', budget: null, reading: 0, hidden: false } as const;
  const events: SittingEvent[] = [
    { type: 'started', terms, ...moment },
    ...ids.map((question) => ({ type: 'visited' as const, question, ...moment })),
  ];
  return { begun, sitting: fold(form, events).sitting };
}

const worth = (points: number): Points => ({ points, max: 1, claims: [] });

describe('the past', () => {
  it('counts how often an item was in view, whichever of its siblings it was', () => {
    const past = pastOf(BANK, [sat(['plain', 'drawn~1'], {}), sat(['drawn~2'], {}), sat(['gone'], {})]);
    expect(past.seen).toEqual(
      new Map([
        ['plain', 1],
        ['drawn', 2],
      ]),
    );
  });

  it('has each form of the blueprint once, and no list to practise with', () => {
    const past = pastOf(BANK, [
      sat(['plain'], { code: 'A', seed: 1 }, 30),
      sat(['plain'], { code: 'A', seed: 1, mode: 'retake' }, 20),
      sat(['plain'], { code: 'B', seed: 2, mode: 'marathon' }, 15),
      sat(['plain'], { code: 'C', seed: 3, mode: 'practice' }, 10),
      sat(['plain'], {}, 5),
    ]);
    expect(past.forms).toEqual([
      { code: 'A', seed: 1, begun: 30 },
      { code: 'C', seed: 3, begun: 10 },
    ]);
  });

  it('has missed what was not right the last time', () => {
    const attempts = [
      { ...sat(['plain'], {}, 2), points: new Map([['plain', worth(1)]]) },
      {
        ...sat(['plain', 'drawn~1'], {}, 1),
        points: new Map([
          ['plain', worth(0)],
          ['drawn~1', worth(0)],
        ]),
      },
    ];
    const past = withScores(pastOf(BANK, attempts), BANK, attempts);
    expect([...past.missed]).toEqual(['drawn']);
    expect([past.shareOf(''), past.shareOf('9.9')]).toEqual([1 / 3, undefined]);
  });
});
