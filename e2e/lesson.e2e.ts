import type { Locator } from '@playwright/test';
import { expect, test } from './journey.ts';

const LESSON = '/learn/decisions/how-a-decision-is-made/';
const FIRST_LAB = 'Policy lab: The timetable that must not vanish';

/** Opens a document and waits, as an eye does, until it is there. */
async function openTab(lab: Locator, name: RegExp): Promise<void> {
  await lab.getByRole('tab', { name }).click();
  await expect(lab.getByRole('tab', { name, selected: true })).toBeVisible();
}

test('[explicit-deny-wins] a reader guesses, sees the decision, changes the policy and sees it turn', async ({
  page,
}) => {
  await page.goto(LESSON);
  await expect(page.getByRole('heading', { level: 1, name: 'How a decision is made' })).toBeVisible();
  const lab = page.getByRole('region', { name: FIRST_LAB });
  await lab.getByRole('button', { name: 'Allowed' }).click();
  await expect(lab.getByText('Denied, in so many words')).toBeVisible();
  await expect(lab.getByText('You guessed: allowed.')).toBeVisible();
  await lab.getByRole('combobox', { name: 'MFA' }).selectOption('yes');
  await expect(lab.getByText('Allowed', { exact: true })).toBeVisible();
  await lab.getByRole('combobox', { name: 'MFA' }).selectOption('absent');
  await openTab(lab, /bucket tern-timetables/);
  const text = lab.getByRole('textbox', { name: /bucket tern-timetables/ });
  await text.fill((await text.inputValue()).replace('tern-timetables/*', 'tern-timetables/archive/*'));
  await expect(lab.getByText('Solved. Every goal is met.')).toBeVisible();
  await lab.getByText('What you changed').click();
  await expect(lab.getByText('tern-timetables/archive/*').first()).toBeVisible();
});

test('what a reader changed is there again after a reload, and after starting again it is not', async ({
  page,
}) => {
  await page.goto('/lab/a-deny-wins/');
  const lab = page.getByRole('region', { name: FIRST_LAB });
  await lab.getByRole('button', { name: 'Denied, nobody allows it' }).click();
  await openTab(lab, /bucket/);
  const text = lab.getByRole('textbox');
  const before = await text.inputValue();
  await text.fill(before.replace('"Deny"', '"Allow"'));
  await expect(lab.getByText('Allowed', { exact: true })).toBeVisible();
  await page.reload();
  await page.mouse.move(300, 400);
  await page.keyboard.press('Tab');
  await expect(lab.getByText('Allowed', { exact: true })).toBeVisible();
  await lab.getByRole('button', { name: 'Start again' }).click();
  await expect(lab.getByText('Denied, in so many words')).toBeVisible();
  await lab.getByRole('button', { name: 'Undo' }).click();
  await expect(lab.getByText('Allowed', { exact: true })).toBeVisible();
});

for (const [what, broken, finding] of [
  ['broken JSON', '{ "Version": "2012-10-17", }', 'a comma stands before a closing bracket'],
  ['a smart quote', '{ “Version”: "2012-10-17" }', 'is a typographic quote'],
  ['a NUL', '{ "Version": "\u0000" }', 'an invisible control character'],
  ['`__proto__` as a key', '{ "__proto__": {}, "Statement": [] }', 'is no element of this place'],
  ['ten thousand arrays', '['.repeat(10_000), 'nested deeper than in any policy'],
  ['an unknown element', '{ "Statements": [] }', 'is no element of this place'],
  ['two megabytes', `{ "Statement": "${'x'.repeat(2_000_000)}" }`, 'the document has 2000019 characters'],
] as const) {
  test(`bad input: ${what} gives a message at its place and the page lives on`, async ({ page }) => {
    await page.goto('/lab/a-deny-wins/');
    const lab = page.getByRole('region', { name: FIRST_LAB });
    await lab.getByRole('button', { name: 'Allowed' }).click();
    await openTab(lab, /bucket/);
    const text = lab.getByRole('textbox');
    const before = await text.inputValue();
    await text.evaluate((field: HTMLTextAreaElement, value: string) => {
      Reflect.set(HTMLTextAreaElement.prototype, 'value', value, field);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, broken);
    await expect(lab.getByRole('list', { name: 'What was found in this text' })).toContainText(finding);
    await expect(lab.getByText('bucket tern-timetables cannot be read, so it allows nothing.')).toBeVisible();
    await text.fill(before);
    await expect(lab.getByText('Denied, in so many words')).toBeVisible();
  });
}

test('a check is answered, explained and remembered', async ({ page }) => {
  await page.goto(LESSON);
  const check = page.getByRole('region', { name: /^A check: Sam deletes/ });
  await check.getByRole('radio', { name: /the Deny of the bucket matches/ }).check();
  await check.getByRole('button', { name: 'Answer' }).click();
  await expect(check.getByRole('status').filter({ hasText: 'Right.' })).toBeVisible();
  await expect(check.getByText('Why it tempts').first()).toBeVisible();
  await page.reload();
  await page.keyboard.press('PageDown');
  await expect(check.getByRole('status').filter({ hasText: 'Right.' })).toBeVisible();
});

test('the text of a policy is left with Esc, then Tab', async ({ page }) => {
  await page.goto('/lab/a-deny-wins/');
  const lab = page.getByRole('region', { name: FIRST_LAB });
  const text = lab.getByRole('textbox');
  await expect(async () => {
    await text.click();
    await text.press('Tab');
    await expect(text).toBeFocused({ timeout: 500 });
  }).toPass();
  await text.press('Escape');
  await text.press('Tab');
  await expect(text).not.toBeFocused();
});

test('a lesson marked as worked through is marked in the navigation and on the first page', async ({
  page,
}) => {
  await page.goto(LESSON);
  await page.keyboard.press('PageDown');
  const done = page.getByRole('button', { name: 'I have worked through this' });
  await done.click();
  await expect(page.getByRole('button', { name: 'Worked through ✓' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Continue “How a decision is made”' })).toBeVisible();
  await expect(page.getByText(/^1 of \d+ done$/)).toBeVisible();
});

test('the first page leads back to the heading where somebody was reading', async ({ page }) => {
  await page.goto(LESSON);
  await page.keyboard.press('Shift');
  await page.getByRole('heading', { name: 'A ceiling is not a floor' }).scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 500);
  await page.waitForLoadState('networkidle');
  await page.goto('/');
  await expect(page.getByText('You were at “A ceiling is not a floor”.')).toBeVisible();
  await page.getByRole('link', { name: 'Continue “How a decision is made”' }).click();
  await expect(page.getByRole('heading', { name: 'A ceiling is not a floor' })).toBeInViewport();
});
