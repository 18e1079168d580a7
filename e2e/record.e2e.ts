// A record that something was done to: the screen says what happened, and what is proved counts.
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { EXAM, onward, option, rightLetters, start, submit } from './sitting.ts';

const HOUR = 60 * 60_000;

/** Answers the question in view rightly, where it may have one of its two answers. @returns the letters */
async function answer(page: Page): Promise<readonly string[]> {
  const letters = await rightLetters(page);
  for (const letter of letters)
    if (!(await option(page, letter).isChecked())) await page.keyboard.press(letter);
  await expect(page.getByText('✓ saved')).toBeVisible();
  return letters;
}

async function result(page: Page): Promise<void> {
  await submit(page);
  await page.getByRole('link', { name: 'See the results' }).click();
}

for (const [way, by] of [
  ['forward', 25 * HOUR],
  ['back', -HOUR],
] as const)
  test(`[nothing-lost] a clock set ${way} in the open room is told there and in the result, and no answer is lost`, async ({
    page,
  }) => {
    await start(page);
    const given = await answer(page);
    await page.evaluate((ms) => {
      const real = Date.now;
      Date.now = () => real() + ms;
    }, by);
    const told = page.getByRole('alert').filter({ hasText: `was set ${way} by` });
    await expect(told).toContainText('nothing was lost');
    await expect(page.getByRole('timer')).toHaveText(/^2[345]:\d\d$/);
    await page.getByRole('button', { name: 'Understood' }).click();
    for (const letter of given) await expect(option(page, letter)).toBeChecked();
    await onward(page, 2);
    await answer(page);
    await result(page);
    await expect(
      page.getByText(/^The clock of this machine was set during the sitting once, by up to/),
    ).toBeVisible();
    await expect(page.getByText(/2 of 11 points/).first()).toBeVisible();
  });

/** Changes the last answer that the database has, as somebody may who opens its tools. */
const forge = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('gatehouse');
        opening.onsuccess = () => {
          const db = opening.result;
          const writing = db.transaction('events', 'readwrite');
          const events = writing.objectStore('events');
          const reading = events.getAll();
          reading.onsuccess = () => {
            const rows = reading.result as { seq: number; event: { type: string; at: number } }[];
            const last = rows
              .filter(({ event }) => event.type === 'answered')
              .toSorted((a, b) => a.seq - b.seq)
              .at(-1);
            if (last) events.put({ ...last, event: { ...last.event, at: last.event.at - 1 } });
          };
          writing.oncomplete = () => {
            db.close();
            done();
          };
        };
      }),
  );

test('[nothing-lost] a record that was changed from outside is told on return and in the result, and what is proved counts', async ({
  page,
}) => {
  await start(page);
  const first = await answer(page);
  await onward(page, 2);
  await answer(page);
  await page.goto('/licences/');
  await forge(page);
  await page.goto(EXAM);
  await expect(page.getByText(/^Some of what was kept of this sitting was changed/)).toBeVisible();
  await expect(page.getByText('1 of 11 questions are answered.')).toBeVisible();
  await page.getByRole('button', { name: 'Go on where you were' }).click();
  await page.keyboard.press('p');
  for (const letter of first) await expect(option(page, letter)).toBeChecked();
  await onward(page, 2);
  await answer(page);
  await result(page);
  await expect(page.getByText(/^The record of this sitting was changed or is not whole/)).toBeVisible();
  await expect(page.getByText(/2 of 11 points/).first()).toBeVisible();
});
