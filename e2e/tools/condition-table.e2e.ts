import { expect, test } from '../journey.ts';

test('[missing-key-fails] a Deny sleeps where its key is missing, a wider pattern does not wake it, and IfExists does', async ({
  page,
}) => {
  await page.goto('/learn/policies/conditions/');
  const tool = page.getByRole('region', { name: 'Condition table', exact: true });
  const row = (name: string) =>
    tool.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  const cell = (name: string, column: number) => row(name).getByRole('button').nth(column);
  await cell('StringEquals', 0).click();
  await expect(cell('StringEquals', 0)).toHaveAttribute('aria-pressed', 'true');
  const opened = tool.getByRole('status');
  await expect(opened.getByText('missing-key-fails').first()).toBeVisible();
  await expect(opened.getByText('Allowed', { exact: true })).toBeVisible();
  await tool.getByLabel('The policy lists').fill('*');
  await expect(cell('StringLike', 0)).toContainText('allowed');
  await expect(cell('StringEqualsIfExists', 0)).toContainText('denied');
  await cell('StringEqualsIfExists', 0).press('Enter');
  await expect(opened.getByText('if-exists-forgives-absence').first()).toBeVisible();
  await opened.getByText('The derivation as a path').click();
  await expect(opened.getByText('explicit-deny-wins').first()).toBeVisible();
  await tool.getByLabel('The statement is').selectOption('Allow');
  await expect(cell('StringEqualsIfExists', 0)).toContainText('allowed');
  await tool.getByLabel('Your own request sends').fill('quay, deck');
  await cell('StringEquals', 5).click();
  await expect(opened.getByText('several-values-need-a-set-operator').first()).toBeVisible();
  await page.reload();
  await tool.hover();
  await expect(tool.getByLabel('Your own request sends')).toHaveValue('quay, deck');
  await tool.getByRole('button', { name: 'Start again' }).click();
  await expect(tool.getByText('Touch a cell')).toBeVisible();
});
