import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';

const EXAM = '/exam/passing-a-role/';
/** The right options by their place, question by question. */
const KEY = ['bd', 'a', 'a', 'b', 'a', 'b', 'acd', 'b', 'a', 'a', 'a'];

async function start(page: Page): Promise<void> {
  await page.goto(EXAM);
  await page.getByRole('button', { name: 'Start' }).press('Enter');
  await expect(page.getByText('1 of 11', { exact: true })).toBeVisible();
}

test('a candidate sits the exam with the keyboard alone and is scored by the simulated account', async ({
  page,
}) => {
  await start(page);
  for (const [i, letters] of KEY.entries()) {
    await expect(page.getByRole('heading', { level: 1, name: `Question ${i + 1} of 11` })).toBeAttached();
    for (const letter of letters) await page.keyboard.press(letter);
    if (i === 1) await page.keyboard.press('f');
    await page.keyboard.press('n');
  }
  await expect(page.getByRole('heading', { name: 'Review' })).toBeFocused();
  await expect(page.getByText('0 unanswered · 1 flagged')).toBeVisible();
  await page.getByRole('button', { name: 'Submit' }).press('Enter');
  await page.getByRole('link', { name: 'See the results' }).press('Enter');
  await expect(page.getByText('11 of 11 right, 100 percent')).toBeVisible();
  const first = page.getByRole('article', { name: 'Question 1 of 11' });
  await expect(first.getByText('Why it fails').first()).toBeVisible();
  await expect(first.getByText('Mei can launch an instance with the role')).toBeVisible();
});

test('a wrong answer shows its reason and its derivation, and opens in the lab', async ({ page }) => {
  await start(page);
  await page.keyboard.press('b');
  await page.keyboard.press('c');
  await page.keyboard.press('r');
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page.getByRole('alert')).toContainText('10 questions are unanswered');
  await page.getByRole('button', { name: 'Submit all the same' }).click();
  await page.getByRole('link', { name: 'See the results' }).click();
  await expect(page.getByText('0 of 11 right, 0 percent')).toBeVisible();
  const option = page
    .getByRole('article', { name: 'Question 1 of 11' })
    .getByRole('listitem')
    .filter({ hasText: 'Allow the group sts:AssumeRole on that role' });
  await expect(option).toContainText('your answer');
  await option.getByText('How the decision came about').click();
  await expect(option.getByText('The role does not trust the caller')).toBeVisible();
  await option.getByRole('link', { name: 'Open in the lab' }).click();
  await expect(page.getByRole('combobox', { name: 'What', exact: true })).toHaveValue('sts:AssumeRole');
  await expect(page.getByText('Denied, nobody allows it')).toBeVisible();
  await expect(page.getByRole('tab', { name: /trust of bookings/, selected: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Which two steps make this work/ })).toBeVisible();
  await page.getByRole('link', { name: 'Back to question 1, option C' }).click();
  await expect(page.getByRole('article', { name: 'Question 1 of 11' })).toBeInViewport();
});

test('each right option shows a derivation of its own', async ({ page }) => {
  await start(page);
  await page.keyboard.press('r');
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.getByRole('button', { name: 'Submit all the same' }).click();
  await expect(page.getByRole('heading', { name: 'Submitted' })).toBeFocused();
  await page.getByRole('link', { name: 'See the results' }).click();
  const options = page.getByRole('article', { name: 'Question 1 of 11' }).getByRole('listitem');
  for (const [text, asked] of [
    ['Create a role that', 'ec2.amazonaws.com · sts:AssumeRole'],
    ['Allow the group iam:PassRole on that role', 'user/mei.tan · iam:PassRole'],
  ] as const) {
    const option = options.filter({ hasText: text }).first();
    await option.getByText('How the decision came about').click();
    await expect(option).toContainText(asked);
  }
});

test('a finished exam is found again, by its date and score, and an open one beside it', async ({ page }) => {
  await page.goto('/exam/result/');
  await expect(page.getByText('No exam has been sat on this machine yet.')).toBeVisible();
  await start(page);
  await page.keyboard.press('b');
  await page.keyboard.press('d');
  await page.keyboard.press('r');
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.getByRole('button', { name: 'Submit all the same' }).click();
  await page.goto(EXAM);
  const attempt = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: /^Sat on/ }) });
  await expect(attempt).toContainText('1 of 11 right, 9 percent');
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('link', { name: 'Leave' }).click();
  await expect(page.getByText('Your sitting of the exam “Passing a role” is open.')).toBeVisible();
  await page.getByRole('link', { name: /^Passing a role, sat on/ }).click();
  await expect(page.getByText('1 of 11 right, 9 percent')).toBeVisible();
  await page.getByRole('link', { name: 'Question 3 : Not so.' }).click();
  await expect(page.getByRole('article', { name: 'Question 3 of 11' })).toBeInViewport();
  await page.goto('/exam/result/');
  await expect(page.getByText('1 of 11 right, 9 percent')).toBeVisible();
});

test('what is struck out is not chosen, and what is chosen is not struck out', async ({ page }) => {
  await start(page);
  await page.keyboard.press('b');
  await page.getByRole('button', { name: 'Strike out B' }).click();
  await expect(page.getByRole('checkbox', { name: /^B/ })).not.toBeChecked();
  await expect(page.getByText('11 unanswered')).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.getByRole('checkbox', { name: /^B/ })).toBeChecked();
  await expect(page.getByRole('button', { name: 'Strike out B' })).toBeVisible();
});

test('a multiple response keeps to its number', async ({ page }) => {
  await start(page);
  await page.getByRole('checkbox', { name: /^A/ }).check();
  await page.getByRole('checkbox', { name: /^B/ }).check();
  await page.keyboard.press('c');
  await expect(page.getByText('Only 2 can be chosen. Take one away first.')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^C/ })).not.toBeChecked();
});

test('a tab that is killed loses nothing: the sitting goes on where it was', async ({ context, page }) => {
  await start(page);
  await page.keyboard.press('b');
  await page.keyboard.press('d');
  await page.keyboard.press('n');
  await page.keyboard.press('a');
  await page.keyboard.press('f');
  await expect(page.getByText('✓ saved')).toBeVisible();
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await again.goto('/');
  await again.getByRole('link', { name: 'Continue the exam “Passing a role”' }).click();
  await expect(again.getByText('2 of 11 questions are answered.')).toBeVisible();
  await again.getByRole('button', { name: 'Go on where you were' }).click();
  await expect(again.getByText('2 of 11', { exact: true })).toBeVisible();
  await expect(again.getByRole('radio', { name: /^A/ })).toBeChecked();
  await expect(again.getByRole('button', { name: /Flagged/ })).toHaveAttribute('aria-pressed', 'true');
});

test('a deadline that passes while the page is closed closes the sitting at the deadline', async ({
  page,
}) => {
  await page.clock.install({ time: new Date('2026-11-23T09:00:00Z') });
  await start(page);
  await page.keyboard.press('b');
  await page.keyboard.press('d');
  await expect(page.getByText('✓ saved')).toBeVisible();
  await page.goto('/learn/');
  await page.clock.setSystemTime(new Date('2026-11-23T10:00:00Z'));
  await page.goto(EXAM);
  await expect(page.getByText('The deadline passed while you were away.')).toBeVisible();
  await page.getByRole('button', { name: 'Count it as ended at its deadline' }).click();
  await page.getByRole('link', { name: 'See the results' }).click();
  await expect(page.getByText('1 of 11 right, 9 percent')).toBeVisible();
});

test('the clock is read on demand and can be hidden', async ({ page }) => {
  await start(page);
  await expect(page.getByRole('timer')).toHaveText(/2[45]:\d\d/);
  await page.keyboard.press('t');
  await expect(page.getByText(/2[45]:\d\d left\./)).toBeAttached();
  await page.getByRole('button', { name: /Hide the clock/ }).click();
  await expect(page.getByRole('timer')).toHaveText('Clock hidden');
});
