import { expect, test } from '../journey.ts';

test('an ARN is taken apart, a mistake in it is named at its part, and the page finds it again', async ({
  page,
}) => {
  await page.goto('/tools/arn-anatomy/');
  const field = page.getByLabel('An ARN');
  await field.fill('arn:aws:iam:eu-west-1:111122223333:user/dev/mei.tan');
  await expect(page.getByRole('status').getByText('IAM has no Region')).toBeVisible();
  await page.getByRole('button', { name: 'region' }).click();
  await expect(page.getByText('Where it lives')).toBeVisible();
  await page.reload();
  await expect(field).toHaveValue('arn:aws:iam:eu-west-1:111122223333:user/dev/mei.tan');
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(page.getByText('Nothing is wrong with its form')).toBeVisible();
});
