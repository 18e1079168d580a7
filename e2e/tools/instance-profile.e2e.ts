import { openAt, shutAt } from '../gates.ts';
import { expect, test } from '../journey.ts';

test('[explicit-deny-wins] an instance loses its keys when a link is cut, and keys that were fetched without a token open nothing', async ({
  page,
}) => {
  await page.goto('/learn/roles/instances/');
  const tool = page.getByRole('region', { name: 'An instance and its role' });
  const steps = tool.getByRole('list').getByRole('listitem');
  await expect(tool.getByText('delivered by version 2.0')).toBeVisible();
  await expect(tool.getByText('Allowed', { exact: true })).toBeVisible();

  const call = steps.filter({ has: page.getByRole('list') });
  await expect(openAt(call, 'identity-policies-add-up')).toBeVisible();

  await tool.getByLabel('The role trusts').focus();
  await tool.getByLabel('The role trusts').selectOption('Lambda');
  await expect(tool.getByText('AssumeRoleUnauthorizedAccess')).toBeVisible();
  await expect(tool.getByText('Unable to locate credentials')).toBeVisible();
  await tool.getByLabel('The role trusts').selectOption('EC2');
  await tool.getByLabel('The profile holds the role').uncheck();
  await expect(steps.filter({ hasText: 'The name of the role' })).toContainText('404');
  await tool.getByLabel('The profile holds the role').check();

  await tool
    .getByLabel('Somebody asks the metadata service')
    .selectOption('without one, as a forged request does');
  await expect(steps.filter({ hasText: 'The name of the role' })).toContainText('401');
  await tool.getByLabel('The instance answers nobody without a token').uncheck();
  await expect(tool.getByText('delivered by version 1.0')).toBeVisible();
  await expect(openAt(call, 'identity-policies-add-up')).toBeVisible();
  await tool.getByLabel('The role denies everything').check();
  await expect(shutAt(call, 'explicit-deny-wins')).toBeVisible();
  await expect(tool.getByText('delivered by version 1.0')).toBeVisible();

  await tool.getByLabel('Since they first asked').selectOption('12 hours');
  await expect(tool.getByText('is expired')).toBeVisible();
  await page.reload();
  await tool.getByLabel('Since they first asked').focus();
  await expect(tool.getByText('is expired')).toBeVisible();
  await tool.getByRole('button', { name: 'Start again' }).click();
  await expect(tool.getByText('delivered by version 2.0')).toBeVisible();
});
