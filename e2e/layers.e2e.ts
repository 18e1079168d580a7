import { expect, test } from './journey.ts';

const LESSON = '/learn/decisions/every-layer-at-once/';

test('[scp-level-must-allow] a reader finds the silent level and mends it with the keyboard alone', async ({
  page,
}) => {
  await page.goto(LESSON);
  await expect(page.getByRole('heading', { level: 1, name: 'Every layer at once' })).toBeVisible();
  const lab = page.getByRole('region', { name: 'Policy lab: A level falls silent' });
  await lab.getByRole('button', { name: 'Allowed', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(lab.getByText('Denied, nobody allows it')).toBeVisible();
  const gate = lab.getByRole('button', { name: /^WhatWeUse at production/ });
  await gate.focus();
  await page.keyboard.press('Enter');
  const text = lab.getByRole('textbox', { name: 'Text of WhatWeUse' });
  await expect(text).toBeFocused();
  for (const key of ['End', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
  await page.keyboard.type(', "dynamodb:*"');
  await expect(lab.getByText('Solved. Every goal is met.')).toBeVisible();
  await expect(lab.getByText('Every level of the organization allows it')).toBeVisible();
  await expect(lab.getByText('WhatWeUse at production · statement 1, WhatWeUse')).toBeVisible();
});

test('[session-policy-is-a-ceiling] behind the first silence there is a second', async ({ page }) => {
  await page.goto('/lab/the-whole-way/');
  const lab = page.getByRole('region', { name: 'Policy lab: The whole way' });
  await lab.getByRole('button', { name: 'Allowed', exact: true }).click();
  await expect(lab.getByRole('tab')).toHaveCount(8);
  const widen = async (name: string): Promise<void> => {
    await lab.getByRole('tab', { name }).click();
    const text = lab.getByRole('textbox', { name: `Text of ${name}` });
    await text.fill((await text.inputValue()).replace('tern-reports/*', 'tern-*/*'));
  };
  await widen('endpoint night');
  await expect(lab.getByText('The endpoint lets it pass')).toBeVisible();
  await expect(lab.getByText('Denied, nobody allows it')).toBeVisible();
  await widen('session night-1');
  await expect(lab.getByText('Allowed', { exact: true })).toBeVisible();
  await expect(lab.getByText('Solved. Every goal is met.')).toBeVisible();
});
