// Two hundred forms of the exam with every kind of question: the key scores all, nothing scores nothing.
import { expect, it } from 'vitest';
import { KINDS, reportOn, type Points } from '#exam';
import { paperOf, worldOfFull, type FullQuestion } from './index.ts';
import { loadContent } from './load.ts';

const SEEDS = 200;
const { content } = loadContent('.');
const exam = content.exams.get('all-kinds');

/** The same question is worth the same on every form, in whatever order its options stand. */
const worth = new Map<string, Promise<Points>>();
function worthOfKey({ id, key, question, ...full }: FullQuestion): Promise<Points> {
  const known = worth.get(id);
  if (known) return known;
  const points = KINDS[question.asked.kind].score(question, key, worldOfFull({ id, key, question, ...full }));
  worth.set(id, points);
  return points;
}

it(`every key gives full marks and 1,000, every empty answer 100, for ${SEEDS} seeds`, async () => {
  if (!exam) throw new Error('there is no exam all-kinds');
  const forms = new Set<string>();
  for (let seed = 0; seed < SEEDS; seed += 1) {
    const { questions, places, fulls } = paperOf(content, exam, seed);
    forms.add(
      questions
        .map(({ id }) => id)
        .toSorted()
        .join(),
    );
    const placed = await Promise.all(
      fulls.map(async (full) => {
        const { domain = '', task = '', scored = false, expected = 0 } = places[full.id] ?? {};
        return { id: full.id, domain, task, scored, expected, ...(await worthOfKey(full)) };
      }),
    );
    const right = reportOn(placed, exam.passMark);
    expect(right).toMatchObject({ raw: right.max, scaled: 1000, passed: true });
    expect(right.items.filter(({ correct }) => !correct)).toEqual([]);
    const blank = reportOn(
      placed.map((item) => ({ ...item, points: 0 })),
      exam.passMark,
    );
    expect(blank).toMatchObject({ raw: 0, scaled: 100, passed: false });
    expect(questions).toHaveLength(exam.scored + exam.unscored);
  }
  console.log(`${SEEDS} seeds, ${forms.size} different forms`);
  expect(forms.size).toBeGreaterThan(SEEDS / 2);
}, 120_000);
