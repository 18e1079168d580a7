import { expect, test } from '../journey.ts';

test('a code is good once, a drifted phone is refused, and two codes set it right unless it is too far away', async ({
  page,
}) => {
  await page.goto('/learn/identities/mfa/');
  const tool = page.getByRole('region', { name: 'An authenticator that runs' });
  const newest = tool.getByRole('status').getByRole('listitem').first();
  const press = async (name: string): Promise<void> =>
    tool.getByRole('button', { name, exact: true }).click();
  await press('Give the code');
  await expect(newest).toContainText('a session with MFA');
  await press('Give the last code again');
  await expect(newest).toContainText('invalid MFA one time pass code');
  await tool.getByLabel('The clock of the phone').selectOption('is two hours ahead');
  await press('Set the device right with two codes');
  await expect(newest).toContainText('InvalidAuthenticationCode');
  await tool.getByLabel('The clock of the phone').selectOption('is ten minutes ahead');
  await press('30 seconds later');
  await press('Give the code');
  await expect(newest).toContainText('AccessDenied');
  await press('Set the device right with two codes');
  await expect(newest).toContainText('set right');
  await press('30 seconds later');
  await press('Give the code');
  await expect(newest).toContainText('a session with MFA');
  await tool.getByLabel('The secret that phone and account share').fill('tern1');
  await expect(newest).toContainText('written in base32');
});
