import { expect, test } from '../journey.ts';

test('[variable-without-value-fits-nothing] a variable has no value for a role, a default opens too much, and a tag opens one folder', async ({
  page,
}) => {
  await page.goto('/learn/policies/variables/');
  const tool = page.getByRole('region', { name: 'Variable playground', exact: true });
  const answer = tool.getByRole('status');
  await tool.getByLabel('Who').selectOption('session/swift-1');
  await expect(answer.getByText('variable-without-value-fits-nothing')).toBeVisible();
  await expect(answer.getByText('Denied, nobody allows it')).toBeVisible();
  const text = tool.getByRole('textbox', { name: 'Text of Desks' });
  const before = await text.inputValue();
  await text.fill(before.replace('${aws:username}', "${aws:username, 'heron'}"));
  await expect(answer.getByText('variable-takes-its-default')).toBeVisible();
  await expect(answer.getByText('Allowed', { exact: true })).toBeVisible();
  await text.fill(before.replace('${aws:username}/*"', '${aws:PrincipalTag/ship}/*"'));
  await expect(answer.getByText('arn:aws:s3:::tern-desks/swift/*')).toBeVisible();
  await expect(answer.getByText('Denied, nobody allows it')).toBeVisible();
  await tool.getByLabel('On what').fill('arn:aws:s3:::tern-desks/swift/log.txt');
  await expect(answer.getByText('Allowed', { exact: true })).toBeVisible();
  await text.fill('{');
  await expect(tool.getByText('the document ends too early')).toBeVisible();
  await tool.getByRole('button', { name: 'Start again' }).click();
  await expect(text).toHaveValue(before);
});
