import type { Page } from '@playwright/test';
import { findings } from './axe.ts';
import { expect, test } from './journey.ts';
import { EXAM, onward, option, question, start, submit, TOTAL } from './sitting.ts';

const CODE = 'PASS-0000-0000-003T';

async function asked(page: Page): Promise<readonly string[]> {
  const texts: string[] = [];
  for (let n = 1; n <= TOTAL; n += 1) {
    await expect(page.getByText(`${n} of ${TOTAL}`, { exact: true })).toBeVisible();
    texts.push((await question(page).textContent()) ?? '');
    if (n < TOTAL) await onward(page, n + 1);
  }
  return texts;
}

test('a code and a link open the same form for everybody, options in the same order', async ({
  browser,
  page,
}) => {
  await page.goto(EXAM);
  await page.getByRole('radio', { name: 'By its code' }).check();
  await page.getByRole('textbox', { name: 'Code of the form' }).fill(CODE.toLowerCase().replaceAll('-', ' '));
  await page.getByText('A link for others').click();
  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = await page.getByRole('textbox', { name: 'Link to this form' }).inputValue();
  expect(new URL(link).hash).toBe(`#form=${CODE}&mode=simulation&clock=strict&time=none`);
  await page.getByRole('button', { name: 'Start' }).click();
  const mine = await asked(page);
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await other.getByRole('button', { name: 'Start' }).click();
  expect(await asked(other)).toEqual(mine);
});

test('a link brings the mode, the clock and the time that its maker chose', async ({ page }) => {
  await page.goto(`${EXAM}#form=${CODE}&mode=simulation&clock=active&time=x1.5&reading=5`);
  await expect(page.getByRole('radio', { name: /^Active time/ })).toBeChecked();
  await expect(
    page.getByText('You have 5 minutes to read and 37 minutes 30 seconds to answer.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText(/Time to read: [45]:\d\d\./)).toBeVisible();
  await expect(option(page, 'A')).toBeDisabled();
  await page.getByRole('button', { name: 'Start answering now' }).click();
  await expect(option(page, 'A')).toBeEnabled();
  await expect(page.getByRole('timer')).toHaveText(/^37:\d\d$/);
});

test('a code that is mistaken opens nothing and says what is wrong', async ({ page }) => {
  await page.goto(EXAM);
  await page.getByRole('radio', { name: 'By its code' }).check();
  const code = page.getByRole('textbox', { name: 'Code of the form' });
  await code.fill('PASS-0000');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText('8 characters are missing: a code has 16.')).toBeVisible();
  await expect(code).toBeFocused();
  await code.fill(CODE.replace('3', '4'));
  await expect(page.getByText('A character is mistaken. Compare it with the paper.')).toBeVisible();
});

test('what was missed is asked again, and the same form can be sat once more', async ({ page }) => {
  await start(page, `${EXAM}#form=${CODE}`);
  await submit(page);
  await page.getByRole('button', { name: 'Sit it again' }).click();
  await page.getByText('More ways to practise').click();
  await expect(page.getByText(`the last time you met them. ${TOTAL} questions.`)).toBeVisible();
  await page.getByRole('radio', { name: /^One that you have sat/ }).check();
  await expect(page.getByRole('combobox', { name: 'Which one' })).toContainText(CODE);
  await page.getByRole('radio', { name: /^What you missed/ }).check();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText(`1 of ${TOTAL}`, { exact: true })).toBeVisible();
});

test('a bank that does not arrive is told, and asked for again', async ({ page }) => {
  let broken = true;
  await page.route('**/bank.json', (route) =>
    broken ? route.fulfill({ status: 200, body: '' }) : route.continue(),
  );
  await page.goto(EXAM);
  await expect(page.getByRole('alert')).toContainText('The questions could not be fetched.');
  broken = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Start' })).toBeEnabled();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the start page and the room have no accessibility findings in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${EXAM}#form=nothing`);
    await page.getByText('More ways to practise').click();
    await page.getByText('More time, and other needs').click();
    await page.getByText('A link for others').click();
    expect(await findings(page)).toEqual([]);
    await start(page);
    await page.getByRole('button', { name: 'Note' }).click();
    expect(await findings(page)).toEqual([]);
    for (const key of ['g', '?']) {
      await page.getByRole('heading', { level: 1 }).focus();
      await page.keyboard.press(key);
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('r');
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Submit' }).click();
    expect(await findings(page)).toEqual([]);
  });
