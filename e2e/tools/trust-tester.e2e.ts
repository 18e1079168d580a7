import { openAt, shutAt } from '../gates.ts';
import { expect, test } from '../journey.ts';

const TRUST_IN_LESSON = '/learn/roles/what-a-role-is/';

test('[role-trust-must-name-you] a trust policy for everybody lets a stranger in, a demand keeps out who does not meet it, and the account’s name is not yet a way in', async ({
  page,
}) => {
  await page.goto(TRUST_IN_LESSON);
  const tool = page.getByRole('region', { name: 'Trust tester' });
  const jun = tool.getByRole('radio', { name: 'Jun' });
  const oskar = tool.getByRole('radio', { name: 'Oskar' });
  const label = (name: string) => tool.locator('label', { hasText: name });
  await expect(label('Jun')).toContainText('may not');
  await jun.check();
  await expect(shutAt(tool, 'role-trust-must-name-you')).toBeVisible();
  await tool.getByLabel('Begin with a policy that names').selectOption('everybody');
  await tool.getByRole('button', { name: 'Write it' }).click();
  await expect(label('Jun')).toContainText('may take it');
  await expect(openAt(tool, 'role-trust-must-name-you')).toBeVisible();

  await tool.getByLabel('and demands').selectOption('a second factor');
  await tool.getByRole('button', { name: 'Write it' }).click();
  await expect(label('Oskar')).toContainText('may not');
  await oskar.check();
  await expect(shutAt(tool, 'role-trust-must-name-you')).toBeVisible();
  await expect(tool.getByRole('status')).toContainText('aws:MultiFactorAuthPresent');
  await tool.getByLabel('A code of their MFA device').check();
  await expect(label('Oskar')).toContainText('may take it');
  await expect(openAt(tool, 'resource-policy-alone-is-enough')).toBeVisible();
  await expect(label('Lambda')).toContainText('may not');

  await tool.getByLabel('Begin with a policy that names').selectOption('their account');
  await tool.getByLabel('and demands').selectOption('nothing more');
  await tool.getByRole('button', { name: 'Write it' }).click();
  await expect(label('Oskar')).toContainText('may not');
  await expect(openAt(tool, 'naming-the-account-delegates')).toBeVisible();
  await expect(shutAt(tool, 'identity-policies-add-up')).toBeVisible();
  await expect(label('Mei')).toContainText('may take it');

  await tool.getByLabel('A session tag, KEY=VALUE').fill('desk');
  await expect(tool.getByRole('status')).toContainText('A tag is written');
  await tool.getByLabel('A session tag, KEY=VALUE').fill('desk=quay');
  await expect(tool.getByRole('status')).toContainText('sts:TagSession');

  await page.reload();
  await tool.getByLabel('A session tag, KEY=VALUE').focus();
  await expect(tool.getByLabel('A session tag, KEY=VALUE')).toHaveValue('desk=quay');
  await tool.getByRole('button', { name: 'Start again' }).click();
  await jun.check();
  await expect(label('Jun')).toContainText('may not');
});
