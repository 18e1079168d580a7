import { openAt, shutAt } from '../gates.ts';
import { expect, test } from '../journey.ts';

test('[every-pair-must-pass] three policies must agree: passing lets Mei launch, taking does not, and a star opens too much', async ({
  page,
}) => {
  await page.goto('/learn/roles/passing-a-role/');
  const tool = page.getByRole('region', { name: 'Three policies that must agree' });
  const passer = tool.getByLabel('The passer’s policy');
  const launch = tool.getByRole('listitem').filter({ hasText: 'Mei launches an instance with bookings' });
  const write = tool.getByRole('listitem').filter({ hasText: 'updates an order' });
  const admin = tool.getByRole('listitem').filter({ hasText: 'with night-admin' });
  await expect(launch).toContainText('nobody allows it');
  await passer.focus();
  await passer.selectOption('take the role bookings herself');
  await expect(launch).toContainText('nobody allows it');
  await launch.getByText('Why').click();
  await expect(launch).toContainText('no Allow speaks of iam:PassRole');
  await expect(shutAt(launch, 'identity-policies-add-up')).toHaveCount(1);

  await passer.selectOption('pass the role bookings');
  await expect(tool.getByText('All three agree')).toBeVisible();
  await expect(openAt(launch, 'identity-policies-add-up')).toHaveCount(3);
  await passer.selectOption('pass every role');
  await expect(admin).toContainText('Allowed');
  await expect(tool.getByText('the strongest role of the account')).toBeVisible();

  await tool.getByLabel('The role’s trust').selectOption('Lambda');
  await write.getByText('Why').click();
  await expect(shutAt(write, 'role-trust-must-name-you')).toBeVisible();
  await page.reload();
  await passer.focus();
  await expect(passer).toHaveValue('everyRole');
  await tool.getByRole('button', { name: 'Start again' }).click();
  await expect(tool.getByText('They do not agree yet.')).toBeVisible();
});
