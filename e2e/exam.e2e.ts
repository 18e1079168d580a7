import { expect, test } from './journey.ts';
import {
  choose,
  EXAM,
  onward,
  option,
  question,
  rightLetters,
  start,
  submit,
  TOTAL,
  turnTo,
  TWO_STEPS,
} from './sitting.ts';

test('a candidate sits the exam with the keyboard alone and is scored by the simulated account', async ({
  page,
}) => {
  await page.goto(EXAM);
  await expect(page.getByRole('button', { name: 'Start' })).toBeEnabled();
  await page.getByRole('radio', { name: /^Timed simulation/ }).focus();
  await page.keyboard.press('Enter');
  for (let n = 1; n <= TOTAL; n += 1) {
    await expect(page.getByRole('heading', { level: 1, name: `Question ${n} of ${TOTAL}` })).toBeFocused();
    for (const letter of await rightLetters(page)) await page.keyboard.press(letter);
    if (n === 2) await page.keyboard.press('f');
    await onward(page, n + 1);
  }
  await expect(page.getByRole('heading', { name: 'Review' })).toBeFocused();
  await expect(page.getByText('0 unanswered · 1 flagged')).toBeVisible();
  await page.getByRole('button', { name: 'Submit' }).press('Enter');
  await expect(page.getByText('Every question is answered.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Submitted' })).toBeFocused();
  await page.getByRole('link', { name: 'See the results' }).press('Enter');
  await expect(page.getByText(/11 of 11 (right|points)/).first()).toBeVisible();
});

test('what is struck out is not chosen, and what is chosen is not struck out', async ({ page }) => {
  await start(page);
  await turnTo(page, TWO_STEPS);
  await page.keyboard.press('b');
  await page.keyboard.press('x');
  await expect(option(page, 'B')).not.toBeChecked();
  await page.getByRole('button', { name: 'Bring back B' }).click();
  await page.getByRole('button', { name: 'Strike out B' }).click();
  await page.keyboard.press('b');
  await expect(option(page, 'B')).toBeChecked();
  await expect(page.getByRole('button', { name: 'Strike out B' })).toBeVisible();
  await turnTo(page, /^Which event shows it/);
  await page.keyboard.press('a');
  await page.keyboard.press('x');
  await expect(page.getByText('This is your answer. Choose another option first')).toBeVisible();
  await expect(option(page, 'A')).toBeChecked();
});

test('a multiple response keeps to its number', async ({ page }) => {
  await start(page);
  await turnTo(page, TWO_STEPS);
  await page.getByRole('checkbox', { name: /^A/ }).check();
  await page.getByRole('checkbox', { name: /^B/ }).check();
  await page.keyboard.press('c');
  await expect(page.getByText('Only 2 can be chosen. Take one away first.')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^C/ })).not.toBeChecked();
});

test('a tab that is killed loses nothing: answer, flag, strike-out, note and highlight are there again', async ({
  context,
  page,
}) => {
  await start(page);
  const right = await rightLetters(page);
  for (const letter of right) await page.keyboard.press(letter);
  const wrong = ['A', 'B', 'C', 'D'].find((letter) => !right.includes(letter)) ?? '';
  await page.getByRole('button', { name: `Strike out ${wrong}` }).click();
  await page.getByRole('button', { name: 'Note' }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('the trust policy?');
  await page.getByRole('button', { name: 'Highlight' }).click();
  await page.getByRole('dialog').getByRole('checkbox').first().check();
  await page.keyboard.press('Escape');
  await onward(page, 2);
  await page.keyboard.press('f');
  await page.keyboard.press('p');
  await expect(page.getByText(`1 of ${TOTAL}`, { exact: true })).toBeVisible();
  await expect(page.getByText('✓ saved')).toBeVisible();
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await again.goto('/');
  await again.getByRole('link', { name: 'Continue the exam “Passing a role”' }).click();
  await expect(again.getByText(`1 of ${TOTAL} questions are answered.`)).toBeVisible();
  await again.getByRole('button', { name: 'Go on where you were' }).click();
  await expect(again.getByText(`1 of ${TOTAL}`, { exact: true })).toBeVisible();
  for (const letter of right) await expect(option(again, letter)).toBeChecked();
  await expect(again.getByRole('button', { name: `Bring back ${wrong}` })).toBeVisible();
  await expect(again.getByRole('textbox', { name: 'Note' })).toHaveValue('the trust policy?');
  await expect(again.getByRole('button', { name: 'Clear highlights' })).toBeVisible();
  await onward(again, 2);
  await expect(again.getByRole('button', { name: /Flagged/ })).toHaveAttribute('aria-pressed', 'true');
});

test('a deadline that passes while the page is closed closes the sitting at the deadline', async ({
  page,
}) => {
  await page.clock.install({ time: new Date('2026-11-23T09:00:00Z') });
  await start(page);
  await page.keyboard.press('a');
  await expect(page.getByText('✓ saved')).toBeVisible();
  await page.goto('/learn/');
  await page.clock.setSystemTime(new Date('2026-11-23T10:00:00Z'));
  await page.goto(EXAM);
  await expect(page.getByText('The deadline passed while you were away.')).toBeVisible();
  await page.getByRole('button', { name: 'Count it as ended at its deadline' }).click();
  await expect(page.getByRole('link', { name: 'See the results' })).toBeVisible();
});

test('the clock is read on demand, can be hidden, and comes back for the last five minutes', async ({
  page,
}) => {
  await page.clock.install({ time: new Date('2026-11-23T09:00:00Z') });
  await start(page);
  await expect(page.getByRole('timer')).toHaveText(/2[45]:\d\d/);
  await page.keyboard.press('t');
  await expect(page.getByText(/2[45]:\d\d left\./)).toBeAttached();
  await page.getByRole('button', { name: /Hide the clock/ }).click();
  await expect(page.getByRole('timer')).toHaveText('Clock hidden');
  await page.clock.fastForward('20:01');
  await expect(page.getByRole('timer')).toHaveText(/^4:\d\d$/);
  await expect(page.getByText('5 minutes left.')).toBeAttached();
});

test('a pause hides the question and stops the clock', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-23T09:00:00Z') });
  await page.goto(EXAM);
  await page.getByRole('radio', { name: /^Active time/ }).check();
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('heading', { name: 'Paused' })).toBeFocused();
  await expect(question(page)).toHaveCount(0);
  await page.clock.fastForward('10:00');
  await expect(page.getByRole('timer')).toHaveText(/^2[45]:\d\d$/);
  await page.getByRole('button', { name: 'Go on where you were' }).click();
  await expect(question(page)).toBeVisible();
});

test('what was seen before a break cannot be changed after it', async ({ page }) => {
  await page.goto(EXAM);
  await page.getByRole('radio', { name: /^With a break/ }).check();
  await page.getByRole('button', { name: 'Start' }).click();
  await page.keyboard.press('a');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Take a break' }).click();
  await expect(
    page.getByText('The question that you have seen can then no longer be changed.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Take the break now' }).click();
  await page.getByRole('button', { name: 'Go on where you were' }).click();
  await expect(page.getByText('You saw this question before the break: your answer stands.')).toBeVisible();
  await expect(option(page, 'B')).toBeDisabled();
  await onward(page, 2);
  await expect(option(page, 'B')).toBeEnabled();
});

test('practice says after each answer whether it is right, and why', async ({ page }) => {
  await page.goto(EXAM);
  await page.getByRole('radio', { name: /^Practice/ }).check();
  await page.getByRole('button', { name: 'Start' }).click();
  await turnTo(page, TWO_STEPS);
  await choose(page, /Create a role that/);
  await choose(page, /Allow the group sts:AssumeRole/);
  await page.getByRole('radio', { name: 'Certain' }).check();
  await page.getByRole('button', { name: 'Check my answer' }).click();
  await expect(page.getByText('Not so.')).toBeVisible();
  await expect(page.getByText('Why it fails').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check my answer' })).toHaveCount(0);
  await page.getByText('How the decision came about').first().click();
  await expect(page.getByRole('link', { name: 'Open in the sandbox' }).first()).toBeVisible();
  await page.getByRole('link', { name: 'Open in the lab' }).first().click();
  await page.getByRole('link', { name: /question \d+, option [A-F]/i }).click();
  await page.getByRole('button', { name: 'Go on where you were' }).click();
  await expect(page.getByText('Not so.')).toBeVisible();
});

test('nothing is handed in before it is said which questions are unanswered', async ({ page }) => {
  await start(page);
  await page.keyboard.press('a');
  await page.getByRole('button', { name: 'Submit' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('alert')).toContainText(/(9|10|11) questions are unanswered/);
  await dialog.getByRole('button', { name: 'Go to question 11' }).click();
  await expect(page.getByRole('heading', { name: 'Question 11 of 11' })).toBeFocused();
  await submit(page);
  await expect(page.getByRole('heading', { name: 'Submitted' })).toBeFocused();
});

test('single keys can be switched off, and stay off', async ({ page }) => {
  await start(page);
  await page.keyboard.press('?');
  await page.getByRole('checkbox', { name: /^Single keys/ }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.keyboard.press('a');
  await expect(page.getByText(`1 of ${TOTAL}`, { exact: true })).toBeVisible();
  await expect(page.getByText(`${TOTAL} unanswered`)).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Go on where you were' }).click();
  await page.keyboard.press('n');
  await expect(page.getByText(`1 of ${TOTAL}`, { exact: true })).toBeVisible();
});

test('a long question that was not seen to its end is not left without a word', async ({ page }) => {
  await page.setViewportSize({ width: 600, height: 420 });
  await start(page);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('alert')).toContainText('There is more of this question below.');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText(`2 of ${TOTAL}`, { exact: true })).toBeVisible();
});
