import { describe, expect, it } from 'vitest';
import { CHOSEN, KINDS, type Answer, type Points, type Question, type World } from '../index.ts';

const question = (choose = 1): Question => ({
  asked: {
    id: 'one',
    kind: choose === 1 ? 'single' : 'multiple',
    stem: '',
    ask: '',
    choose,
    options: ['a', 'b', 'c'].map((option) => ({ id: option, text: option })),
  },
  claims: ['open'],
});

/** A door that stands open after `a`, and for two after `a` and `b`. It knows nothing of AWS. */
function door(work: readonly string[] = [], needs: readonly string[] = ['a']): World {
  return {
    after: (more) => Promise.resolve(door([...work, ...[more].flat().map(String)], needs)),
    holds: (claim) => {
      const holds = claim === CHOSEN || needs.every((one) => work.includes(one));
      return { holds, because: holds ? [] : ['the door is shut'] };
    },
    part: () => door(work, needs),
  };
}

const score = (asked: Question, answer: Answer | undefined, world: World): Promise<Points> =>
  KINDS[asked.asked.kind].score(asked, answer, world);

describe('the points of a choice', () => {
  it('[asks-the-world] come with each claim and its reason', async () => {
    expect(await score(question(), ['b'], door())).toMatchObject({
      points: 0,
      max: 1,
      claims: [
        { claim: CHOSEN, holds: true, because: [] },
        { claim: 'open', holds: false, because: ['the door is shut'] },
      ],
    });
  });

  it('[all-or-nothing] are all or none for several answers', async () => {
    const points = async (answer: readonly string[]): Promise<number> =>
      (await score(question(2), answer, door([], ['a', 'b']))).points;
    expect(await points(['a', 'b'])).toBe(1);
    expect(await points(['b', 'a'])).toBe(1);
    expect(await points(['a', 'c'])).toBe(0);
    expect(await points(['a'])).toBe(0);
    expect(await points(['a', 'b', 'c'])).toBe(0);
  });

  it('[parts] tell how many of several answers are right, also of a half answer, which stays wrong', async () => {
    const right = (id: string): boolean => ['a', 'b'].includes(id);
    const world: World = {
      after: () => Promise.resolve(world),
      holds: (claim) => ({ holds: right(claim.split(' ')[1] ?? ''), because: [] }),
      part: () => world,
    };
    const tally = async (answer: readonly string[]): Promise<unknown> => {
      const { points, elements } = await score(question(2), answer, world);
      return [points, elements];
    };
    expect(await tally(['a', 'c'])).toEqual([0, { right: 1, wrong: 1, of: 2 }]);
    expect(await tally(['b'])).toEqual([0, { right: 1, wrong: 0, of: 2 }]);
    expect(await tally([])).toEqual([0, { right: 0, wrong: 0, of: 2 }]);
  });

  it('[blank-is-wrong] are none for a blank, also in a world where every claim holds', async () => {
    for (const blank of [undefined, [], ['z']])
      expect((await score(question(), blank, door(['a']))).points).toBe(0);
  });
});
