import { expect, test } from '../journey.ts';

test('an address of the console is made in three steps, and encoding and credentials break it', async ({
  page,
}) => {
  await page.goto('/learn/federation/the-broker/');
  const tool = page.getByRole('region', { name: 'An address that opens the console' });
  const answer = tool.getByRole('status');
  const login = tool.getByRole('region', { name: '3. The address for the browser' });
  await expect(answer).toContainText('28800 seconds, 8 h');
  await expect(login).toContainText('Action=login&Issuer=https%3A%2F%2Fbroker.tern.example%2F');

  const encoding = tool.getByLabel('Values are encoded');
  await encoding.focus();
  await encoding.selectOption('none');
  await expect(answer).toContainText('does not read what was meant');
  await expect(tool.getByText('ExampleSecret NotARealOne')).toBeVisible();
  await encoding.selectOption('twice');
  await expect(answer).toContainText('does not read what was meant');
  await expect(login).toHaveCount(0);
  await encoding.selectOption('once');

  const origin = tool.getByLabel('The credentials come from');
  const duration = tool.getByLabel('SessionDuration');
  await origin.selectOption('chained');
  await expect(answer).toContainText('1 h at most');
  await origin.selectOption('federation');
  await expect(answer).toContainText('Leave SessionDuration out');
  await duration.fill('');
  await expect(answer).toContainText('as the call of GetFederationToken said');
  await origin.selectOption('session');
  await expect(answer).toContainText('open no console');

  await duration.fill('8h');
  await expect(answer).toContainText('from 900 to 43200');
  await duration.fill('');
  await tool.getByLabel('The session, as JSON').fill('{"AccessKeyId": "ASIA"}');
  await expect(answer).toContainText('knows no AccessKeyId');
  await tool.getByRole('button', { name: 'Start again' }).click();
  await expect(answer).toContainText('28800 seconds');
});
