// Sixty-five questions of all eleven kinds from the start page to the result, and never a pointer.
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { answerAsked, choose, press, tabTo } from './by-keyboard.ts';
import { expect, test } from './journey.ts';
import { onward } from './sitting.ts';
import { anotherThan, EXAM, sixtyFive, unansweredIn } from './sixty-five.ts';

const SEED = 65;
const { serve, formOf, fullOf, reportOn } = sixtyFive();
const form = formOf(SEED);
const total = form.questions.length;

/** Most by the key, every fourth otherwise, every sixteenth not at all. */
const answers = new Map(
  form.questions.flatMap((asked, i) => {
    if (i % 16 === 15) return [];
    const { key } = fullOf(asked.id);
    return [[asked.id, i % 4 === 2 ? anotherThan(key, asked) : key] as const];
  }),
);

const NOTE = 'Read the trace again.';

/** What is done beside answering, by the place of the question. */
const BESIDE: Readonly<Record<number, (page: Page) => Promise<void>>> = {
  1: async (page) => {
    await page.keyboard.press('f');
    await expect(page.getByRole('button', { name: 'Flagged' })).toHaveAttribute('aria-pressed', 'true');
    const option = page.getByRole('checkbox', { name: /^D\b/ });
    await tabTo(page, option);
    await page.keyboard.press('x');
    await expect(page.getByRole('checkbox', { name: /struck out/ })).toBeFocused();
    await expect(page.getByRole('button', { name: 'Bring back D' })).toBeVisible();
  },
  2: async (page) => {
    await press(page, page.getByRole('button', { name: 'Note' }));
    await tabTo(page, page.getByRole('textbox', { name: 'Note' }));
    await page.keyboard.type(NOTE);
    await page.keyboard.press('Tab');
  },
  3: async (page) => {
    await press(page, page.getByRole('button', { name: /Hide the clock$/ }), 'Shift+Tab');
    await expect(page.getByRole('timer')).toHaveText('Clock hidden');
    await page.keyboard.press('t');
    await expect(page.getByText(/^2:\d\d:\d\d left\.$/)).toBeVisible();
  },
  4: async (page) => {
    await page.keyboard.press('g');
    const navigator = page.getByRole('dialog', { name: 'Navigator' });
    await press(page, navigator.getByRole('button', { name: /^Question 2 complete flagged$/ }));
    await expect(page.getByRole('heading', { level: 1, name: `Question 2 of ${total}` })).toBeFocused();
    await expect(page.getByRole('button', { name: 'Bring back D' })).toBeVisible();
    await page.keyboard.press('g');
    await press(page, navigator.getByRole('button', { name: /^Question 5 / }));
    await expect(page.getByRole('heading', { level: 1, name: `Question 5 of ${total}` })).toBeFocused();
  },
};

test('the form has fifty scored questions and fifteen others, of all kinds and from every domain', () => {
  const places = Object.values(form.places);
  expect(places.filter(({ scored }) => scored)).toHaveLength(50);
  expect(places.filter(({ scored }) => !scored)).toHaveLength(15);
  expect(new Set(places.map(({ domain }) => domain)).size).toBe(4);
  expect(new Set(form.questions.map(({ kind }) => kind)).size).toBe(11);
  expect(answers.size).toBe(61);
});

test('a whole sitting is done by keyboard alone, and its result is what the answers are worth', async ({
  page,
}) => {
  test.slow();
  await serve(page);
  await page.addInitScript(() => {
    for (const type of ['pointerdown', 'pointermove', 'mousedown', 'touchstart'])
      addEventListener(type, () => {
        console.error(`a pointer was used: ${type}`);
      });
  });
  await page.goto(EXAM);

  await test.step('the start page: the form of a code, with the time of an exam', async () => {
    await choose(page, page.getByRole('radio', { name: 'By its code' }));
    await tabTo(page, page.getByRole('textbox', { name: 'Code of the form' }));
    await page.keyboard.type(form.code);
    await press(page, page.getByRole('button', { name: 'Start' }));
    await expect(page.getByText(`1 of ${total}`, { exact: true })).toBeVisible();
  });

  for (const [i, asked] of form.questions.entries()) {
    await BESIDE[i]?.(page);
    await test.step(`question ${i + 1}, ${asked.kind}`, async () => {
      const where = page.locator('[data-kind]');
      await expect(where).toHaveAttribute('data-kind', asked.kind);
      const answer = answers.get(asked.id);
      if (answer !== undefined) await answerAsked(page, where, asked, answer);
      await onward(page, i + 2, total);
    });
  }

  const open = unansweredIn(form, answers);
  await test.step('the review, and the end that names what is unanswered', async () => {
    await expect(page.getByText(`${open.length} unanswered · 1 flagged`)).toBeVisible();
    await press(page, page.getByRole('button', { name: /^Flagged/ }));
    await expect(page.getByRole('button', { name: /^Question/ })).toHaveText([/^Question 2/]);
    await press(page, page.getByRole('button', { name: 'Submit' }));
    const dialog = page.getByRole('dialog', { name: 'Submit this sitting' });
    await expect(dialog.getByRole('alert')).toHaveText(
      `${open.length} questions are unanswered and will count as wrong. Submit all the same?`,
    );
    await expect(dialog.getByRole('list', { name: 'Incomplete' }).getByRole('button')).toHaveText(
      open.map(String),
    );
    await press(page, dialog.getByRole('button', { name: 'Submit all the same' }));
    await expect(page.getByRole('heading', { name: 'Submitted' })).toBeFocused();
  });

  await test.step('the result', async () => {
    const report = await reportOn(form, answers);
    await press(page, page.getByRole('link', { name: 'See the results' }));
    await expect(
      page.getByRole('img', {
        name: `On the scale from 100 to 1,000 you are at ${report.scaled}, and the pass mark is at 720.`,
      }),
    ).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText(`${report.raw} of ${report.max} points. The cut`)).toBeVisible();
    const parts = page.getByRole('table', { name: 'By domain and task' });
    for (const [i, title] of ['North', 'East', 'South', 'West'].entries()) {
      const { points, max } = report.domains[i] ?? {};
      await expect(parts.getByRole('row', { name: title })).toContainText(`${points} of ${max}`);
    }
    await expect(page.getByRole('navigation', { name: 'All questions' }).getByRole('link')).toHaveText(
      report.items.map(({ correct }) => (correct ? /Right\.$/ : /Not so\.$/)),
    );
    await expect(page.getByRole('article', { name: `Question 3 of ${total}` })).toContainText(NOTE);
  });
});

test('no file of the site has anything of this exam', () => {
  const files = readdirSync('dist', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`);
  const naming = (text: string): readonly string[] =>
    files.filter((file) => readFileSync(file, 'latin1').includes(text));
  expect(naming('all-kinds')).not.toEqual([]);
  expect(naming('sixty-five')).toEqual([]);
  expect(naming(form.title)).toEqual([]);
});
