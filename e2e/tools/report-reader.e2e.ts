import { expect, test } from '../journey.ts';

test('three problems are found among sixty lines, the oldest key is none, and text that is no report is told why', async ({
  page,
}) => {
  await page.goto('/learn/operations/finding-what-is-unused/');
  const tool = page.getByRole('region', { name: 'Reading a credential report' });
  const told = tool.getByRole('status').last();
  await expect(told).toContainText('Found: 0 of 3');

  await tool.getByRole('button', { name: 'First key' }).click();
  await tool.getByRole('button', { name: 'Last rotated' }).click();
  await expect(tool.getByRole('rowheader').first()).toHaveText('night.job');
  await tool.getByRole('button', { name: 'Is it wrong? night.job' }).click();
  await expect(told).toContainText('switching this one off stops somebody’s work');
  await expect(told).toContainText('Found: 0 of 3');

  await tool.getByRole('button', { name: 'Last used' }).click();
  await tool.getByLabel('Only lines with').fill('true');
  await tool.getByRole('button', { name: 'Is it wrong? summer.kiosk' }).click();
  await expect(told).toContainText('has signed nothing for 140 days');
  await tool.getByRole('button', { name: 'Second key' }).click();
  await tool.getByRole('button', { name: 'Is it wrong? scanner.fleet' }).click();
  await expect(told).toContainText('has never signed anything');
  await tool.getByRole('button', { name: 'Password and MFA' }).click();
  await tool.getByLabel('Only lines with').fill('true false');
  await tool.getByRole('button', { name: 'Is it wrong? henrik' }).click();
  await expect(told).toContainText('Found: 3 of 3');

  await tool.getByRole('button', { name: 'Your own' }).click();
  const field = tool.getByLabel('Your report, as text with commas');
  await field.fill('user,arn\nmei,x');
  await expect(told).toContainText('names no column password_enabled');
  await field.fill(
    [
      'user,password_enabled,password_last_used,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date',
      'jun,true,2026-11-20T08:00:00+00:00,false,false,N/A,N/A,false,N/A,N/A',
    ].join('\n'),
  );
  await tool.getByLabel('Only lines with').fill('');
  await expect(told).toContainText('jun: A problem. There is a password, and no MFA.');
  await tool.getByRole('button', { name: 'Start again' }).click();
  await expect(told).toContainText('Found: 0 of 3');
});
