import { expect, test } from '../journey.ts';

test('a policy too large for a user fits elsewhere, and neither one line nor two halves make it smaller', async ({
  page,
}) => {
  await page.goto('/learn/policies/managed-or-inline/');
  const meter = page.getByRole('region', { name: 'Size meter' });
  const user = meter.getByRole('row', { name: /^Inline in a user/ });
  await expect(user).toContainText('too many');
  const before = (await user.textContent()) ?? '';
  await meter.getByRole('button', { name: 'Write it on one line' }).click();
  await expect(meter.getByLabel('A policy')).not.toHaveValue(/\n/);
  await expect(user).toHaveText(before);
  await meter.getByLabel('Kept as').selectOption({ label: 'two policies, half of the statements each' });
  await expect(user).toContainText('too many');
  await expect(meter.getByRole('row', { name: /^Inline in a group/ })).toContainText('yes');
  await expect(meter.getByRole('row', { name: /^Managed/ })).toContainText('yes');
  await meter.getByLabel('A policy').fill('{');
  await expect(meter.getByRole('status')).toContainText('no JSON object');
  await meter.getByRole('button', { name: 'Start again' }).click();
  await expect(user).toHaveText(before);
});
