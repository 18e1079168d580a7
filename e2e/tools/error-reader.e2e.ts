import { expect, test } from '../journey.ts';

test('a refusal is read to its end, another reason has another cure, and what is no refusal is said to be none', async ({
  page,
}) => {
  await page.goto('/learn/decisions/access-denied/');
  const tool = page.getByRole('region', { name: 'Reading a refusal' });
  const told = tool.getByRole('status');
  await expect(told).toContainText('a session of the role Deployer, account 111122223333');
  await expect(told).toContainText('somebody wrote a Deny');
  await expect(told).toContainText('the account of the resource');

  const field = tool.getByLabel('A refusal, as AWS worded it');
  const said = await field.inputValue();
  await field.fill(
    said.replace(/with an explicit deny.*/, 'because no permissions boundary allows the s3:PutObject action'),
  );
  await expect(told).toContainText('an Allow is missing');
  await expect(told).toContainText('Widen the boundary');
  await expect(told).toContainText('the account of the caller');

  await field.fill(said.replace(/ with an explicit deny.*/, ''));
  await expect(told).toContainText('AWS does not say');
  await field.fill('An error occurred (AccessDenied) when calling the GetObject operation: Access Denied');
  await expect(told).toContainText('the call GetObject');
  await expect(told).toContainText('the message does not say');
  await field.fill('Access Denied to the pier');
  await expect(told).toContainText('This is no refusal that is known here');
  await tool.getByRole('button', { name: 'Start again' }).click();
  await expect(field).toHaveValue(said);
});
