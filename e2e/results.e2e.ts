import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { findings } from './axe.ts';
import { expect, readyOffline, test } from './journey.ts';
import { choices, onward, option, rightLetters, start } from './sitting.ts';

/** Answers the first question rightly, the second wrongly and then rightly, and hands in. */
async function sit(page: Page): Promise<void> {
  await start(page);
  await answer(page, 'rightly');
  await onward(page, 2);
  await answer(page, 'wrongly');
  await onward(page, 3);
  await page.keyboard.press('p');
  await answer(page, 'rightly');
  await page.keyboard.press('f');
  await page.keyboard.press('r');
  await handIn(page);
}

/** Chooses the right options of the question in view, or as many others. */
async function answer(page: Page, how: 'rightly' | 'wrongly'): Promise<void> {
  const right = await rightLetters(page);
  const all = await choices(page).evaluateAll((inputs) =>
    inputs.map((input) => input.dataset['letter'] ?? ''),
  );
  const letters =
    how === 'rightly' ? right : all.filter((letter) => !right.includes(letter)).slice(0, right.length);
  for (const letter of all) {
    const one = option(page, letter);
    if ((await one.getAttribute('type')) === 'checkbox' && !letters.includes(letter)) await one.uncheck();
  }
  for (const letter of letters) await option(page, letter).check();
}

async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.getByRole('button', { name: 'Submit all the same' }).click();
  await page.getByRole('link', { name: 'See the results' }).click();
  await expect(page.getByText('A practice estimate', { exact: true })).toBeVisible();
}

/** The text of the file that a click hands out. */
async function saved(page: Page, button: string): Promise<{ readonly name: string; readonly text: string }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await waiting;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

test('a result says what its number means, and tells domains, time and changed answers', async ({ page }) => {
  await sit(page);
  await expect(page.getByText('Not passed yet: this exam asks for 700.')).toBeVisible();
  await page.getByText('How this number comes about').click();
  await expect(page.getByText(/Two straight lines lead from points to the scale/)).toBeVisible();
  const parts = page.getByRole('table', { name: 'By domain and task' });
  await expect(parts.getByRole('row', { name: /^The hand-over/ })).toContainText('2 of 11');
  await expect(parts.getByRole('row', { name: /^The hand-over/ })).toContainText('Needs improvement');
  await expect(parts.getByRole('row', { name: /^The hand-over/ })).toContainText(
    '18 percent, likely 5 to 48',
  );
  await expect(page.getByText('From wrong to right: 1. From right to wrong: 0.')).toBeVisible();
  await page.getByRole('group').getByText('Time for each question').first().click();
  await expect(page.getByRole('table', { name: 'Time for each question' }).getByRole('row')).toHaveCount(12);
  expect(await findings(page)).toEqual([]);
});

test('the questions of a result are filtered', async ({ page }) => {
  await sit(page);
  await expect(page.getByText('11 of 11 questions shown.')).toBeVisible();
  await page.getByRole('button', { name: 'Wrong', exact: true }).click();
  await expect(page.getByText('9 of 11 questions shown.')).toBeVisible();
  await page.getByRole('button', { name: 'Flagged', exact: true }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.getByRole('article', { name: 'Question 2 of 11' })).toBeVisible();
});

test('a question of a result has its reasons, sources and lessons, and opens in the sandbox', async ({
  page,
}) => {
  await sit(page);
  const steps = page.getByRole('article').filter({ hasText: 'Which two steps make this work' });
  await expect(steps.getByText('Why it fails').first()).toBeVisible();
  await expect(steps.getByText(/read on \d{4}-\d\d-\d\d/)).toBeVisible();
  await expect(steps.getByText('Show me the lesson:')).toBeVisible();
  const option = steps
    .getByRole('listitem')
    .filter({ hasText: 'Allow the group sts:AssumeRole on that role' });
  await option.getByText('How the decision came about').click();
  await option.getByRole('link', { name: 'Open in the sandbox' }).click();
  await expect(page).toHaveURL(/\/sandbox\//);
  await expect(page.getByText('Denied, nobody allows it').first()).toBeVisible();
});

test('a drawn question is practised again as a sibling, in its place', async ({ page }) => {
  await start(page, '/exam/all-kinds/');
  await page.keyboard.press('r');
  await handIn(page);
  await page.getByRole('button', { name: 'Try a sibling' }).first().click();
  const sibling = page.getByRole('region', { name: 'A sibling of this question' });
  await expect(sibling).toBeFocused();
  await expect(sibling.getByRole('button', { name: 'Answer', exact: true })).toBeDisabled();
  await sibling.getByRole('button', { name: 'Put it away' }).click();
  await expect(sibling).toBeHidden();
});

test.describe('without a network:', () => {
  test.use({ wholeSite: true });
  test('results are saved to files, and a workshop reads them back, without a network', async ({
    page,
    context,
  }) => {
    await readyOffline(page);
    await context.setOffline(true);
    await sit(page);
    await page.getByLabel('Your name, if you hand it on').fill('Mei Tan');
    const result = await saved(page, 'Save the result to a file');
    expect(result.name).toMatch(/^result-.*Mei-Tan\.json$/);
    expect(JSON.parse(result.text)).toMatchObject({
      person: 'Mei Tan',
      raw: 2,
      max: 11,
      chain: { broken: false },
    });
    const table = await saved(page, 'Save a table (CSV)');
    expect(table.text.trim().split('\r\n')).toHaveLength(12);

    await page.goto('/workshop/');
    const file = (name: string, text: string) => ({
      name,
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
    await page
      .getByLabel('Choose result files')
      .setInputFiles([
        file(result.name, result.text),
        file('holiday.json', '{"photos": []}'),
        file('half.json', result.text.slice(0, 700)),
        file('again.json', result.text),
      ]);
    await expect(page.getByText('One result is read. One was here already.')).toBeVisible();
    await expect(page.getByText('holiday.json is no result.')).toBeVisible();
    await expect(page.getByText('half.json is damaged or was changed.')).toBeVisible();
    const row = page.getByRole('row', { name: /^Mei Tan/ });
    await expect(row).toContainText('2 / 11');
    await expect(row).toContainText('18 %');
    await page.getByText('How hard each question was').click();
    await expect(page.getByRole('region', { name: 'How hard each question was' })).toContainText('0.00');
    const room = await saved(page, 'Save this table (CSV)');
    expect(room.text).toContain('Mei Tan,passing-a-role');
    expect(await findings(page)).toEqual([]);
  });
});

test('a workshop makes the link to a form, opens an earlier one by its code, and lays it out for paper', async ({
  page,
}) => {
  await page.goto('/workshop/');
  await page.getByRole('combobox', { name: 'Exam' }).selectOption('Passing a role');
  await page.getByRole('combobox', { name: 'Time' }).selectOption('Half as much again');
  const code = page.getByLabel('Form code');
  const drawn = await code.inputValue();
  expect(drawn).toMatch(/^PASS-\w{4}-\w{4}-\w{4}$/);
  await expect(
    page.getByText(`/exam/passing-a-role/#form=${drawn}&mode=simulation&clock=strict`),
  ).toContainText('time=x1.5');
  await code.fill(drawn.replace('PASS', 'PASX'));
  await expect(page.getByText('A character is mistaken. Compare it with the paper.')).toBeVisible();
  await page.getByRole('button', { name: 'Draw a new form' }).click();
  const printed = await code.inputValue();
  await page.getByRole('link', { name: 'Print the paper, the answer sheet or the key' }).click();
  await expect(page.getByRole('heading', { name: 'Passing a role: The paper' })).toBeVisible();
  await expect(page.getByText(`Form ${printed}`)).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(11);
  await expect(page.getByText('Why it fails')).toHaveCount(0);
  expect(await findings(page)).toEqual([]);
  await page.getByLabel('The answer sheet').check();
  await expect(page.getByRole('listitem')).toHaveCount(11);
  await page.getByLabel('The key with its reasons').check();
  await expect(page.getByText('Why it fails').first()).toBeVisible();
  expect(await findings(page)).toEqual([]);
});

test('the clock of a room runs, stands and takes more time, and says nothing aloud', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-23T09:00:00Z') });
  await page.goto('/workshop/');
  await page.getByLabel('Minutes', { exact: true }).fill('10');
  const clock = page.getByRole('timer');
  await expect(clock).toHaveText('10:00');
  await expect(clock).toHaveAttribute('aria-live', 'off');
  await page.getByRole('button', { name: 'Start' }).click();
  await page.clock.runFor(61_000);
  await expect(clock).toHaveText(/8:5\d/);
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: '5 minutes more' }).click();
  await expect(clock).toHaveText(/13:5\d/);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.clock.runFor(15 * 60_000);
  await expect(page.getByText('Time is up')).toBeVisible();
});
