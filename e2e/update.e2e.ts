import type { Page } from '@playwright/test';
import { expect, readyOffline } from './journey.ts';
import { NEW, OLD, test } from './release.ts';
import { rightLetters } from './sitting.ts';

test.use({ wholeSite: true });

test.slow();

const NOTICE = 'A new version is ready.';

/** A browser looks for a new version in its own time after a page has come up, and then fetches all of it. */
const offered = (page: Page): Promise<void> =>
  expect(page.getByText(NOTICE)).toBeVisible({ timeout: 60_000 });

test('an update waits for the word of the reader, and then every open page has it', async ({
  context,
  page,
  release,
}) => {
  await readyOffline(page);
  const other = await context.newPage();
  await other.goto('/learn/');
  await release();
  await page.reload();
  await offered(page);
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(page.getByText(NOTICE)).toBeHidden();
  await expect(page.getByText(OLD, { exact: true })).toBeVisible();
  await other.getByRole('button', { name: 'Use it now' }).click();
  await expect(other.getByText(NEW, { exact: true })).toBeVisible();
  await expect(page.getByText(NEW, { exact: true })).toBeVisible();
  await expect(page.getByText(NOTICE)).toBeHidden();
});

test('an update interrupts no sitting, and is offered again when it is over', async ({
  context,
  page,
  release,
}) => {
  await readyOffline(page);
  await page.goto('/exam/passing-a-role/');
  await page.getByRole('button', { name: 'Start' }).click();
  const [first = '', ...rest] = await rightLetters(page);
  await page.keyboard.press(first);
  const other = await context.newPage();
  await other.goto('/');
  await release();
  await other.reload();
  await offered(other);
  await expect(page.getByText(NOTICE)).toBeHidden();
  await other.getByRole('button', { name: 'Use it now' }).click();
  await expect(other.getByText(NEW, { exact: true })).toBeVisible();
  await expect(page.getByText(NOTICE)).toBeHidden();
  for (const letter of rest) await page.keyboard.press(letter);
  await page.keyboard.press('r');
  await expect(page.getByText('10 unanswered · 0 flagged')).toBeVisible();
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.getByRole('button', { name: 'Submit all the same' }).click();
  await expect(page.getByText(NOTICE)).toBeVisible();
  await page.getByRole('button', { name: 'Use it now' }).click();
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
  await expect(page.getByText(NOTICE)).toBeHidden();
});

test('an update that was ready before a sitting began waits until it is over', async ({ page, release }) => {
  await readyOffline(page);
  await release();
  await page.goto('/exam/passing-a-role/');
  await offered(page);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText(NOTICE)).toBeHidden();
  await page.keyboard.press('r');
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.getByRole('button', { name: 'Submit all the same' }).click();
  await expect(page.getByText(NOTICE)).toBeVisible();
});
