import { describe, expect, it } from 'vitest';
import { CHOSEN, score, type Question, type World } from './index.ts';

const question = (id: string, choose = 1): Question => ({
  asked: {
    id,
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

describe('a score', () => {
  it('asks the world after the answer, and comes with each claim and its reason', async () => {
    const result = await score([question('one')], { one: ['b'] }, 70, () => door());
    expect(result.scored).toEqual([
      {
        question: 'one',
        points: 0,
        max: 1,
        claims: [
          { claim: CHOSEN, holds: true, because: [] },
          { claim: 'open', holds: false, because: ['the door is shut'] },
        ],
      },
    ]);
  });

  it('is all or nothing for several answers', async () => {
    const two = question('two', 2);
    const points = async (answer: readonly string[]): Promise<number> =>
      (await score([two], { two: answer }, 70, () => door([], ['a', 'b']))).points;
    expect(await points(['a', 'b'])).toBe(1);
    expect(await points(['b', 'a'])).toBe(1);
    expect(await points(['a', 'c'])).toBe(0);
    expect(await points(['a'])).toBe(0);
    expect(await points(['a', 'b', 'c'])).toBe(0);
  });

  it('gives a blank nothing, also in a world where every claim holds', async () => {
    const open = (): World => door(['a']);
    expect((await score([question('one')], {}, 70, open)).points).toBe(0);
    expect((await score([question('one')], { one: [] }, 70, open)).points).toBe(0);
    expect((await score([question('one')], { one: ['z'] }, 70, open)).points).toBe(0);
  });

  it('rounds percent down and compares points, not percent, with the pass mark', async () => {
    const three = ['one', 'two', 'three'].map((id) => question(id));
    const answers = { one: ['a'], two: ['a'], three: ['b'] };
    const at = (pass: number) => score(three, answers, pass, () => door());
    expect(await at(66)).toMatchObject({ points: 2, max: 3, percent: 66, passed: true });
    expect(await at(67)).toMatchObject({ percent: 66, passed: false });
    expect(await score([], {}, 0, () => door())).toMatchObject({ percent: 0, passed: false });
  });
});
