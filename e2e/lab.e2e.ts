import type { Locator, Page } from '@playwright/test';
import { expect, test } from './journey.ts';

async function guessed(page: Page, path: string) {
  await page.goto(path);
  const lab = page.getByRole('region', { name: /^Policy lab/ });
  await lab.getByRole('button', { name: 'Denied, nobody allows it' }).click();
  await expect(lab.getByRole('button', { name: 'Path' })).toBeVisible();
  return lab;
}

const gate = (lab: Locator, title: string) => lab.getByRole('listitem').filter({ hasText: title });

test('a gate leads to the line behind it, and Tab then passes by and takes nothing away', async ({
  page,
}) => {
  const lab = await guessed(page, '/lab/a-ceiling-over-mei/');
  const text = lab.getByRole('textbox', { name: 'Text of FirstWeek' });
  const before = await text.inputValue();
  await lab.getByRole('button', { name: /^FirstWeek: no Allow speaks of/ }).click();
  await expect(text).toBeFocused();
  const selected = await text.evaluate(
    (field: HTMLTextAreaElement) => field.selectionEnd - field.selectionStart,
  );
  expect(selected).toBe(0);
  await expect(gate(lab, 'The boundary does not let it through')).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Tab');
  await expect(text).not.toBeFocused();
  await expect(text).toHaveValue(before);
});

test('whoever only comes by with Tab writes nothing into a policy', async ({ page }) => {
  const lab = await guessed(page, '/lab/a-ceiling-over-mei/');
  const text = lab.getByRole('textbox');
  const before = await text.inputValue();
  await lab.getByRole('tab', { selected: true }).focus();
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('Tab');
  await expect(text).toHaveValue(before);
  await expect(text).not.toBeFocused();
});

test('Tab indents the chosen lines of whoever writes, and the undo of the browser takes it back', async ({
  page,
}) => {
  const lab = await guessed(page, '/lab/a-ceiling-over-mei/');
  const text = lab.getByRole('textbox');
  const before = await text.inputValue();
  await text.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Tab');
  await expect(text).toHaveValue(before.replace(/^/gm, '  '));
  await page.keyboard.press('Control+z');
  await expect(text).toHaveValue(before);
});

test('a touched line shows the gate at which it was read', async ({ page }) => {
  const lab = await guessed(page, '/lab/a-ceiling-over-mei/');
  await lab.getByRole('tab', { name: 'developers, orders' }).click();
  const text = lab.getByRole('textbox', { name: 'Text of developers, orders' });
  await text.press('Control+Home');
  for (let i = 0; i < 5; i += 1) await text.press('ArrowDown');
  await expect(gate(lab, 'A policy of the caller allows it')).toHaveAttribute('aria-current', 'true');
});

test('a guess is answered where the reader is: the focus goes to the verdict', async ({ page }) => {
  const lab = await guessed(page, '/lab/a-ceiling-over-mei/');
  await expect(lab.getByRole('status').filter({ hasText: 'As you guessed.' })).toBeFocused();
});

test('a near miss is explained when it was tried, and not before', async ({ page }) => {
  const lab = await guessed(page, '/lab/nobody-said-yes/');
  const text = lab.getByRole('textbox', { name: 'Text of oskar, timetables' });
  await lab.getByRole('tab', { name: 'oskar, timetables' }).click();
  const before = await text.inputValue();
  const reason = lab.getByText('is allowed here only on objects of a bucket');
  await text.fill(before.replace('"ReadTimetables"', '"Read"'));
  await expect(lab.getByText('What you changed')).toBeVisible();
  await expect(reason).toBeHidden();
  await text.fill(before.replace('"s3:GetObject"', '["s3:GetObject", "dynamodb:GetItem"]'));
  await expect(reason).toBeVisible();
});

test('[every-pair-must-pass] a launch is asked as a call, and each of its pairs has its path', async ({
  page,
}) => {
  const lab = await guessed(page, '/lab/hand-the-role-over/');
  const pairs = lab.getByRole('list', { name: 'What the call asks for, one after the other' });
  await expect(pairs.getByText('iam:PassRole on role/app/bookings: Denied, nobody allows it')).toBeVisible();
  await expect(pairs.getByText('ec2:RunInstances on instance/*: Allowed')).toBeVisible();
  await lab.getByRole('combobox', { name: 'On what' }).selectOption('a new instance without a role');
  await expect(lab.getByText('Allowed', { exact: true })).toBeVisible();
  await lab.getByRole('combobox', { name: 'What', exact: true }).selectOption('dynamodb:UpdateItem');
  await expect(lab.getByRole('combobox', { name: 'On what' })).toHaveText('the table orders');
  await expect(lab.getByRole('combobox', { name: 'passed to' })).toBeHidden();
});

test('the tree and the table say each rule in words', async ({ page }) => {
  const lab = await guessed(page, '/lab/a-ceiling-over-mei/');
  await lab.getByRole('button', { name: 'Tree' }).click();
  await expect(lab.getByText('a matching Deny wins over every Allow, wherever the two stand')).toBeVisible();
  await lab.getByRole('button', { name: 'Table', exact: true }).click();
  const row = lab.getByRole('row', { name: /the statement names the action/ }).last();
  await expect(row).toContainText('asked is dynamodb:UpdateItem, written is dynamodb:GetItem');
});
