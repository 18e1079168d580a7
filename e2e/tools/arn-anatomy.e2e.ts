import { expect, test } from '../journey.ts';

test('[resource-matches] an ARN with a Region where none belongs matches nothing: it is said at its part, in its lesson, and kept', async ({
  page,
}) => {
  await page.goto('/learn/first-steps/names-and-arns/');
  const widget = page.getByRole('region', { name: 'ARN anatomy' }).first();
  const field = widget.getByLabel('An ARN');
  await field.fill('arn:aws:iam:eu-west-1:111122223333:user/dev/mei.tan');
  await expect(widget.getByRole('status').getByText('IAM has no Region')).toBeVisible();
  await widget.getByRole('button', { name: 'region' }).click();
  await expect(widget.getByText('Where it lives')).toBeVisible();
  // What looks like the same mistake is none: a path may hold a Region's name.
  await field.fill('arn:aws:iam::111122223333:user/eu-west-1/mei.tan');
  await expect(widget.getByText('Nothing is wrong with its form')).toBeVisible();
  await page.reload();
  await field.focus();
  await expect(field).toHaveValue('arn:aws:iam::111122223333:user/eu-west-1/mei.tan');
});

test('an ARN is carried to its own page, and started again there', async ({ page }) => {
  await page.goto('/tools/arn-anatomy/');
  const field = page.getByLabel('An ARN');
  await field.fill('arn:aws:s3:::tern-timetables');
  await expect(page.getByText('Nothing is wrong with its form')).toBeVisible();
  await field.fill('no arn at all');
  await expect(page.getByText('It has 1 of six parts')).toBeVisible();
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(field).toHaveValue(/^arn:aws:iam/);
});
