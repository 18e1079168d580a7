import { expect, test } from '../journey.ts';

test('a key that is switched off too early stops the job, a third has no room, and the right order misses no run', async ({
  page,
}) => {
  await page.goto('/learn/identities/keys-and-passwords/');
  const tool = page.getByRole('region', { name: 'The life of an access key' });
  const press = async (name: string): Promise<void> => tool.getByRole('button', { name }).click();
  await press('Create an access key');
  await press('Switch key 1 off');
  await expect(tool.getByText('The job stopped: InvalidClientTokenId')).toBeVisible();
  await expect(tool.getByRole('status')).toContainText('The job stands still');
  await press('Create an access key');
  await expect(tool.getByText('Cannot exceed quota for AccessKeysPerUser: 2')).toBeVisible();
  await press('Give key 2 to the job');
  await press('Delete key 1');
  await expect(tool.getByRole('status')).toContainText('it missed a run on the way');
  await press('Start again');
  for (const step of ['Create an access key', 'Give key 2 to the job', 'Switch key 1 off', 'Delete key 1'])
    await press(step);
  await expect(tool.getByRole('status')).toContainText('the job missed no run');
  await page.reload();
  await tool.hover();
  await expect(tool.getByRole('status')).toContainText('the job missed no run');
});
