// What every kind of question owes to the score, held against one question of each.
import { describe, expect, it } from 'vitest';
import { KINDS, type Answer, type KindName } from '#exam';
import { fullsOf, scoreFull, type FullQuestion } from './index.ts';
import { loadExam } from './load.ts';

const { content } = loadExam('.', 'all-kinds');
const exam = content.exams.get('all-kinds');
const fulls = exam ? fullsOf(content, exam) : [];

/** The key with its last part taken away; `undefined` where it has but one. */
function halfOf(key: Answer): Answer | undefined {
  if (typeof key === 'string') return undefined;
  return Array.isArray(key) ? key.slice(0, -1) : Object.fromEntries(Object.entries(key).slice(0, -1));
}

const SHAPELESS: readonly unknown[] = [null, 7, true, [7], [['a']], { nobody: 'a' }, ['a', 'a']];

describe.each(Object.keys(KINDS) as KindName[])('the kind %s', (kind) => {
  const full = fulls.find(({ question }) => question.asked.kind === kind) as FullQuestion;
  const { asked } = full.question;
  const pointsOf = async (answer: Answer | undefined): Promise<number> =>
    (await scoreFull(full, answer)).points;

  it('[key-is-full] reads the key as complete and gives it all points', async () => {
    expect(KINDS[kind].complete(asked, KINDS[kind].read(asked, full.key))).toBe(true);
    const { points, max } = await scoreFull(full, full.key);
    expect(points).toBe(max);
  });

  it('[blank-is-nothing] takes no answer, and none of its shape, for a complete one, and gives nothing', async () => {
    for (const blank of [undefined, '', [], {}]) {
      expect(KINDS[kind].complete(asked, KINDS[kind].read(asked, blank))).toBe(false);
      expect(await pointsOf(blank)).toBe(0);
    }
    for (const shapeless of SHAPELESS) {
      expect(KINDS[kind].read(asked, shapeless)).toBeUndefined();
      expect(await pointsOf(shapeless as Answer)).toBe(0);
    }
  });

  it('[all-or-nothing] gives a half answer no more than its finished parts', async () => {
    const half = halfOf(full.key);
    if (half === undefined) return;
    expect(KINDS[kind].complete(asked, KINDS[kind].read(asked, half))).toBe(false);
    const finished = kind === 'case-study' && typeof half === 'object' ? Object.keys(half).length : 0;
    expect(await pointsOf(half)).toBe(finished);
  });
});
