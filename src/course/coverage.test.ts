// What a lesson may claim to cover, and what counts as covered.
import { describe, expect, it } from 'vitest';
import { coverageOf, oldIn } from './coverage.ts';
import { loadContent } from './load.ts';
import { passagesOf, wordsIn } from './prose.ts';
import { changed, SMALL } from './test/changed.ts';

const LESSON = 'content/lessons/decisions/how-a-decision-is-made.mdx';

describe('a lesson may not claim', () => {
  it.each([
    ['a statement that there is not', '"S1-180"', '"S1-180 S9-9"', 'there is no statement `S9-9`'],
    [
      'a statement far from its home',
      '"S1-180"',
      '"S1-180 S1-33"',
      '`S1-33` is at home in identities/the-root-user: say in `because` why it stands here',
    ],
    [
      'seven statements in one passage',
      '"S1-180"',
      '"S1-180 S1-181 S1-182 S1-183 S1-176 S0-59 S4-63"',
      'a passage claims 6 statements at most, this one 7',
    ],
    [
      'more statements than it has words for',
      '"S1-175 S1-179"',
      '"S1-175 S1-179 S1-181 S1-182"',
      '4 statements need 60 words, here are 49',
    ],
    ['a statement that no passage says', 'S4-62]', 'S4-62, S4-63]', 'no passage covers `S4-63`'],
    [
      'in a passage what its head does not name',
      'S4-62]',
      ']',
      'a passage covers `S4-62`, and `covers` does not say so',
    ],
    ['a correction that no box states', 'corrects: [C36]', 'corrects: [C36, C37]', 'no box corrects `C37`'],
    [
      'a correction that there is not',
      'corrects="C36"',
      'corrects="C36 C99"',
      'there is no correction `C99`',
    ],
    ['a task that no exam has', "'saa-c03 1.1'", "'saa-c03 9.9'", 'there is no exam task `saa-c03 9.9`'],
  ])('%s', (_what, from, to, message) => {
    const { errors } = loadContent(changed(LESSON, from, to));
    expect(errors.map((error) => error.message)).toContain(message);
  });
});

describe('coverage', () => {
  const { content } = loadContent('.');
  const coverage = coverageOf(content);

  it('counts every statement and every correction once', () => {
    expect(coverage.statements.total).toBe(563);
    expect(coverage.corrections.total).toBe(89);
    expect(new Set(Object.keys(coverage.statements.where)).size).toBe(563);
  });

  it('counts what a passage says, and where a reader finds it', () => {
    expect(coverage.statements.where['S1-180']).toEqual([
      { lesson: 'decisions/how-a-decision-is-made', anchor: 'S1-180' },
    ]);
    expect(coverage.statements.missing).not.toContain('S1-180');
    expect(coverage.corrections.missing).not.toContain('C36');
  });

  it('counts a rule only where a situation of the lesson has it in its derivation', () => {
    expect(coverage.rules.missing).not.toContain('boundary-is-a-ceiling');
    const lesson = content.lessons.get('decisions/how-a-decision-is-made');
    if (!lesson) throw new Error('the lesson is gone');
    const claimed = { ...lesson, teaches: [...lesson.teaches, 'key-policy-must-allow'] };
    const lessons = new Map([[lesson.id, claimed]]);
    expect(coverageOf({ ...content, lessons }).rules.missing).toContain('key-policy-must-allow');
  });

  it('[every-pair-must-pass] counts the rule over the pairs of a call where a call has several', () => {
    expect(coverage.rules.where['every-pair-must-pass']).toContainEqual({ lesson: 'roles/passing-a-role' });
  });

  it('takes two lessons for a task of an exam', () => {
    const serving = [...content.lessons].filter(([, { tasks }]) => tasks.includes('scs-c03 4.2.3'));
    const missingWith = (lessons: number): readonly string[] =>
      coverageOf({ ...content, lessons: new Map(serving.slice(0, lessons)) }).tasks.missing;
    expect(missingWith(1)).toContain('scs-c03 4.2.3');
    expect(missingWith(2)).not.toContain('scs-c03 4.2.3');
  });
});

it('lessons that nobody checked for long are old, as facts and sources are', () => {
  const { content } = loadContent(SMALL);
  const day = (checked: string): string => {
    const lessons = [...content.lessons].map(([id, lesson]) => [id, { ...lesson, checked }] as const);
    return oldIn(
      { ...content, facts: new Map(), sources: new Map(), lessons: new Map(lessons) },
      '2026-01-02',
    ).join();
  };
  expect(day('2026-01-01')).toBe([...content.lessons.keys()].join());
  expect(day('2026-01-02')).toBe('');
  const all = [...content.facts.keys(), ...content.sources.keys(), ...content.lessons.keys()];
  expect(oldIn(content, '9999-01-01')).toEqual(all);
});

describe('a passage', () => {
  it('counts words of prose, neither tags nor code', () => {
    expect(wordsIn('Two words\n\n<Rule id="x">and three more</Rule>\n\n```json\n{ "none": 1 }\n```\n')).toBe(
      5,
    );
  });

  it('ends where it is closed, and one that is never closed is none', () => {
    const body =
      '<Covers ids="S1-1 S1-2">\n\nOne two three.\n\n</Covers>\n\n<Covers ids="S1-3">\n\nNever closed.\n';
    expect(passagesOf(body)).toMatchObject([{ statements: ['S1-1', 'S1-2'], words: 3 }]);
  });
});
