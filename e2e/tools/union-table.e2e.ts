import { gateTitle } from '../gates.ts';
import { expect, test } from '../journey.ts';

test('[naming-the-role-keeps-ceilings] grants of a person and of a bucket add up, a Deny on either side does not, and no Allow mends that', async ({
  page,
}) => {
  await page.goto('/learn/policies/bucket-policies/');
  const table = page.getByRole('region', { name: 'Union table' });
  const row = (name: string) => table.getByRole('row', { name });
  const board = row('board, s3:GetObject, winter.csv');
  await expect(board).toContainText(gateTitle('naming-the-role-keeps-ceilings', 'open'));
  await expect(board.getByRole('cell').nth(0)).toContainText('silence');
  await expect(board.getByRole('cell').nth(2)).toContainText('allowed');

  const text = table.getByRole('textbox');
  const bucket = await text.inputValue();
  const archive = row('archive, s3:GetObject, winter.csv');
  await text.fill(bucket.replace('"Action": "s3:GetObject"', '"Action": "s3:*"'));
  await expect(archive.getByRole('cell').nth(1)).toContainText('allowed');
  await expect(archive.getByRole('cell').nth(2)).toContainText('a Deny');
  await expect(archive).toContainText(gateTitle('explicit-deny-wins', 'shut'));

  const scanners = row('scanners, s3:GetObject, winter.csv');
  await expect(scanners).toContainText(gateTitle('explicit-deny-wins', 'shut'));
  await text.fill(bucket.replace('"Deny"', '"Allow"'));
  await expect(scanners.getByRole('cell').nth(2)).toContainText('allowed');
  await expect(scanners).not.toContainText(gateTitle('explicit-deny-wins', 'shut'));
  await text.fill('{');
  await expect(table.getByText(gateTitle('invalid-document-allows-nothing', 'shut')).first()).toBeVisible();
  await table.getByRole('button', { name: 'Start again' }).click();
  await expect(text).toHaveValue(bucket);
});
