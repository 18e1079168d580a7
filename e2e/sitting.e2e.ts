import { expect, test } from './journey.ts';

const EXAM = '/exam/passing-a-role/';

test('a second tab looks on until somebody continues there, and the first one is told', async ({
  context,
  page,
}) => {
  await page.goto(EXAM);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText('1 of 11', { exact: true })).toBeVisible();
  await page.keyboard.press('f');
  await expect(page.getByText('✓ saved')).toBeVisible();
  const second = await context.newPage();
  await second.goto(EXAM);
  await expect(second.getByText('You are taking this exam in another tab.')).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByText('2 of 11', { exact: true })).toBeVisible();
  await second.getByRole('button', { name: 'Continue here' }).click();
  await expect(second.getByText('2 of 11', { exact: true })).toBeVisible();
  await expect(second.getByText('11 unanswered · 1 flagged')).toBeVisible();
  await expect(page.getByText('You are taking this exam in another tab.')).toBeVisible();
});

test('a sitting that is left and come back to by the way back goes on where it was', async ({ page }) => {
  await page.goto(EXAM);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText('1 of 11', { exact: true })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByText('✓ saved')).toBeVisible();
  await page.goto('/settings/');
  await page.goBack();
  await page.getByRole('button', { name: 'Go on where you were' }).click();
  await expect(page.getByText('2 of 11', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText('0 of 11 questions are answered.')).toBeVisible();
});
