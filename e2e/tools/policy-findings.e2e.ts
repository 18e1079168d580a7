import { expect, test } from '../journey.ts';

test('a finding leads to its place, an empty document is no cure, and a mended one does what it was meant to', async ({
  page,
}) => {
  await page.goto('/learn/policies/anatomy-of-a-policy/');
  const tool = page.getByRole('region', { name: 'Policy findings', exact: true });
  const status = tool.getByRole('status');
  const hurry = tool.getByRole('textbox', { name: 'Text of 1 · Typed in a hurry' });
  const before = await hurry.inputValue();
  await tool.getByRole('button', { name: 'line 8, column 51' }).click();
  await expect(hurry).toBeFocused();
  await expect(status).toContainText('implicit deny, but allowed was meant');
  await hurry.fill('{ "Version": "2012-10-17", "Statement": [] }');
  await expect(status).toContainText('0 errors');
  await expect(status).toContainText('implicit deny, but allowed was meant');
  await hurry.fill(before.replace('/*",', '/*"'));
  await expect(status).toContainText('Mended: it can be read');
  await tool.getByRole('button', { name: '5 · Who takes the role' }).click();
  await expect(tool.getByText(/Resource/).first()).toBeVisible();
  await tool.getByRole('button', { name: 'Your own' }).click();
  await tool.getByRole('textbox', { name: 'Text of Your own' }).fill('not a policy');
  await expect(tool.getByRole('button', { name: 'line 1, column 1' })).toBeVisible();
  await tool.getByRole('button', { name: 'Start again' }).click();
  await expect(hurry).toHaveValue(before);
});
