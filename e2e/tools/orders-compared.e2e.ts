import { expect, test } from '../journey.ts';

test('each order meets a request that it gets wrong, and asking in the opposite order does not mend it', async ({
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
  await expect(tool.getByText('The resource names the caller, and that is enough')).toBeVisible();
  await tool.getByRole('button', { name: 'First answer from above' }).click();
  await expect(tool.getByRole('status')).not.toHaveText(/^Right 7/);
  await expect(oskar).not.toContainText('wrong');
});
