import { expect, test } from '../journey.ts';

test('a duty in the wrong hands gives a hint, in the right ones its reason, and sharing it is no way out', async ({
  page,
}) => {
  await page.goto('/learn/first-steps/whose-job/');
  const widget = page.getByRole('region', { name: 'Whose job is it?', exact: true });
  const guest = widget.getByRole('group', { name: 'Patch the operating system of an EC2 instance' });
  await guest.getByRole('button', { name: 'AWS' }).click();
  await expect(widget.getByText('Who has the password of its administrator?')).toBeVisible();
  await guest.getByRole('button', { name: 'Each a part' }).click();
  await expect(widget.getByText('Not in two parts.')).toBeVisible();
  await expect(widget.getByText('1 of 20 sorted, 0 of them right')).toBeVisible();
  await guest.getByRole('button', { name: 'We' }).click();
  await expect(widget.getByText('The instance is ours from its operating system upwards.')).toBeVisible();
  await expect(widget.getByText('1 of 20 sorted, 1 of them right')).toBeVisible();
  await page.reload();
  await widget
    .getByRole('group', { name: 'Train the staff' })
    .getByRole('button', { name: 'Each a part' })
    .click();
  await expect(widget.getByText('2 of 20 sorted, 2 of them right')).toBeVisible();
  await widget.getByRole('button', { name: 'Start again' }).click();
  await expect(widget.getByText('0 of 20 sorted')).toBeVisible();
});
