import { expect, test } from '../journey.ts';

test('a policy refuses a password, and a second call that says only the length lets it in', async ({
  page,
}) => {
  await page.goto('/learn/identities/keys-and-passwords/');
  const tool = page.getByRole('region', { name: 'Password policy' });
  const said = tool.getByRole('status');
  await tool.getByLabel('The new password of Oskar').fill('low tide at the quay');
  await expect(said.getByText('Password should meet 2 more of the following requirements')).toBeVisible();
  await tool.getByLabel('The account').selectOption('has a policy of its own');
  await expect(said.getByText('at least one uppercase letter')).toBeVisible();
  await tool.getByLabel('Least length').fill('16');
  await expect(said.getByText('at least one number')).toBeVisible();
  await tool.getByRole('button', { name: 'Send a second call that says only the length' }).click();
  await expect(said.getByText('AWS takes the password')).toBeVisible();
  await expect(tool.getByRole('checkbox', { name: 'number' })).not.toBeChecked();
  await tool.getByLabel('Least length').fill('five');
  await expect(said.getByText('A least length is a number from 6 to 128')).toBeVisible();
});
