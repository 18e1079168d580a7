import { expect, test } from '../journey.ts';

test('a user of the same name is somebody else to a bucket, and one of another name is not', async ({
  page,
}) => {
  await page.goto('/learn/identities/users/');
  const tool = page.getByRole('region', { name: 'Who is who' });
  const said = tool.getByRole('status');
  await expect(said.getByText('oskar reads it')).toBeVisible();
  await tool.getByRole('button', { name: 'Delete oskar' }).click();
  await expect(said.getByText('AWS refuses: DeleteConflict')).toBeVisible();
  await tool.getByRole('button', { name: 'Take oskar out of the group' }).click();
  await tool.getByRole('button', { name: 'Delete oskar' }).click();
  await tool.getByRole('button', { name: 'Create a user called oskar' }).click();
  await expect(said.getByText('oskar does not read it: no policy speaks of the id')).toBeVisible();
  await expect(tool.getByText('arn:aws:iam::111122223333:user/oskar', { exact: true })).toBeVisible();
  await page.reload();
  await tool.hover();
  await expect(said.getByText('oskar does not read it')).toBeVisible();
  await tool.getByRole('button', { name: 'Start again' }).click();
  await tool.getByRole('button', { name: 'Rename oskar to oskar.w' }).click();
  await expect(said.getByText('oskar.w reads it: the bucket names the id')).toBeVisible();
});
