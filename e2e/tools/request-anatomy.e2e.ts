import { openAt, shutAt } from '../gates.ts';
import { expect, test } from '../journey.ts';

test('[identity-policies-add-up] the same request comes out otherwise from another hand, and not for another name of its program', async ({
  page,
}) => {
  await page.goto('/learn/first-steps/who-asked-for-this/');
  const widget = page.getByRole('region', { name: 'Anatomy of a request' });
  const said = widget.getByRole('status');
  const each = widget.getByRole('list', { name: 'The same request by each of them' });
  await expect(said).toContainText('nobody allows it');
  await expect(shutAt(widget, 'identity-policies-add-up')).toBeVisible();
  await expect(each.getByText('Mei: ✓ allowed')).toBeVisible();

  await widget.getByRole('button', { name: 'how it comes' }).click();
  await widget.getByLabel('by a program called').selectOption('mei-tan-laptop');
  await expect(widget.getByRole('cell', { name: 'mei-tan-laptop', exact: true })).toBeVisible();
  await expect(said).toContainText('nobody allows it');
  await expect(shutAt(widget, 'identity-policies-add-up')).toBeVisible();

  await widget.getByLabel('who', { exact: true }).selectOption('Mei');
  await expect(said).toContainText('Allowed');
  await expect(openAt(widget, 'identity-policies-add-up')).toBeVisible();
  await expect(widget.getByText('AWS reads it off the signature')).toBeVisible();
  await page.reload();
  await widget.getByRole('button', { name: 'does what' }).click();
  await expect(widget.getByLabel('who', { exact: true })).toHaveValue('user/mei.tan');
  await widget.getByRole('button', { name: 'Start again' }).click();
  await expect(said).toContainText('nobody allows it');
});
