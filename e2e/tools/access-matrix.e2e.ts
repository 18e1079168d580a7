import { openAt, shutAt } from '../gates.ts';
import { expect, test } from '../journey.ts';

const ACCOUNT = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "111122223333" },
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::tern-timetables/*"
    }
  ]
}`;

test('[naming-the-role-keeps-ceilings] a changed policy turns cells, an opened one says why, and one that only seems to help turns none', async ({
  page,
}) => {
  await page.goto('/learn/policies/bucket-policies/');
  const matrix = page.getByRole('region', { name: 'Access matrix', exact: true });
  const cell = (name: RegExp) => matrix.getByRole('button', { name });
  await cell(/^board, s3:GetObject, winter.csv: allowed/).click();
  const opened = matrix.getByRole('region', { name: 'The open cell' });
  await expect(openAt(opened, 'naming-the-role-keeps-ceilings')).toBeVisible();

  const text = matrix.getByRole('textbox');
  const bucket = await text.inputValue();
  await text.fill(ACCOUNT);
  await expect(cell(/^board, s3:GetObject, winter.csv: .*Before: allowed/)).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(openAt(opened, 'naming-the-account-delegates')).toBeVisible();
  await expect(shutAt(opened, 'identity-policies-add-up')).toBeVisible();
  await expect(cell(/^receipts, s3:GetObject, winter.csv: allowed\.$/)).toBeVisible();

  await text.fill(bucket.replaceAll('s3:GetObject', 's3:Getobject*'));
  await expect(matrix.getByRole('status').filter({ hasText: 'no cell turned' })).toBeVisible();
  await expect(openAt(opened, 'naming-the-role-keeps-ceilings')).toBeVisible();

  await text.fill('{');
  await expect(shutAt(opened, 'invalid-document-allows-nothing')).toBeVisible();
  await page.reload();
  await text.focus();
  await expect(text).toHaveValue('{');
  await matrix.getByRole('button', { name: 'Start again' }).click();
  await expect(cell(/^board, s3:GetObject, winter.csv: allowed/)).toBeVisible();
});
