import { openAt, shutAt } from '../gates.ts';
import { expect, test } from '../journey.ts';

test('[resource-policy-alone-is-enough] each order meets a request that it gets wrong, and asking in the opposite order does not mend it', async ({
  page,
}) => {
  await page.goto('/learn/decisions/folklore/');
  const tool = page.getByRole('region', { name: 'Six orders of evaluation, compared' });
  const oskar = tool.getByRole('row').filter({ hasText: 'Oskar, named by the bucket' });
  await expect(oskar).not.toContainText('wrong');
  await tool.getByRole('button', { name: 'Yes at every layer' }).click();
  await expect(tool.getByRole('status')).toHaveText('Right 6 times of 7, and wrong 1.');
  await expect(oskar).toContainText('wrong');
  await tool.getByRole('checkbox', { name: 'Ask in the opposite order' }).check();
  await expect(oskar).toContainText('wrong');
  await tool.getByRole('button', { name: 'Oskar, named by the bucket' }).click();
  await expect(openAt(tool, 'resource-policy-alone-is-enough')).toBeVisible();
  await tool.getByRole('button', { name: 'First answer from above' }).click();
  await expect(tool.getByRole('status')).not.toHaveText(/^Right 7/);
  await expect(oskar).not.toContainText('wrong');
  const lena = tool.getByRole('row').filter({ hasText: 'Lena' });
  await expect(lena).toContainText('wrong');
  await lena.getByRole('button').click();
  await expect(openAt(tool, 'resource-policy-alone-is-enough')).toBeHidden();
  await expect(shutAt(tool, 'identity-policies-add-up')).toBeVisible();
});
