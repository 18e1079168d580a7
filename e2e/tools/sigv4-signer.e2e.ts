import { expect, test } from '../journey.ts';

test('a changed path breaks a signature at its line, another order of the query does not', async ({
  page,
}) => {
  await page.goto('/learn/operations/signing/');
  const tool = page.getByRole('region', { name: 'A signature in two hands' });
  const said = tool.getByRole('status');
  await expect(said).toContainText('The two signatures are the same');
  await tool.getByLabel('On its way').focus();
  await tool.getByLabel('On its way').selectOption('path');
  await expect(said).toContainText('SignatureDoesNotMatch');
  const form = tool.getByRole('region', { name: '1. The canonical request' });
  await expect(form.locator('mark')).toHaveText('/winter.csv2');
  await tool.getByLabel('On its way').selectOption('order');
  await expect(said).toContainText('The two signatures are the same');
  await tool.getByLabel('On its way').selectOption('late');
  await expect(said).toContainText('RequestTimeTooSkewed');
  await tool.getByRole('textbox', { name: 'Path', exact: true }).fill('winter.csv');
  await expect(said).toContainText('A path begins with');
  await tool.getByRole('button', { name: 'Start again' }).click();
  await expect(tool.getByRole('textbox', { name: 'Path', exact: true })).toHaveValue('/winter.csv');
});
