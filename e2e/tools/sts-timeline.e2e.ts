import { gateTitle } from '../gates.ts';
import { expect, test } from '../journey.ts';

test('[explicit-deny-wins] a chained session gets an hour, outlives the one it came from, and a revoked one may do nothing', async ({
  page,
}) => {
  await page.goto('/learn/sts/temporary-credentials/');
  const tool = page.getByRole('region', { name: 'A day of temporary credentials' });
  const lines = tool.getByRole('list', { name: 'Credentials, and until when they are good' });
  await tool.getByRole('button', { name: 'Ask STS' }).click();
  await expect(lines.getByRole('listitem').filter({ hasText: 'session 1: the role Quay' })).toContainText(
    'from 06:00 to 07:00',
  );
  await tool.getByRole('button', { name: '+15 min' }).click();
  await tool.getByLabel('Signed with').selectOption('1');
  await tool.getByLabel('Ask for').selectOption('reports');
  await tool.getByLabel('For', { exact: true }).selectOption('14400');
  await tool.getByRole('button', { name: 'Ask STS' }).click();
  await expect(tool.getByRole('status').last()).toContainText(
    '1 hour session limit for roles assumed by role chaining',
  );
  await tool.getByLabel('For', { exact: true }).selectOption('3600');
  await tool.getByRole('button', { name: 'Ask STS' }).click();
  const second = lines.getByRole('listitem').filter({ hasText: 'the role Reports' });
  await expect(second).toContainText('from 06:15 to 07:15');

  await tool.getByRole('button', { name: 'Revoke older sessions of Quay' }).click();
  const first = lines.getByRole('listitem').filter({ hasText: 'the role Quay' });
  await tool.getByRole('button', { name: '+15 min' }).click();
  await expect(first).toContainText('may do nothing');
  await expect(first).toContainText(gateTitle('explicit-deny-wins', 'shut'));
  await expect(second).toContainText('may read winter.csv');
  await expect(second).not.toContainText(gateTitle('explicit-deny-wins', 'shut'));
  await tool.getByRole('slider', { name: 'Clock' }).press('End');
  await expect(second).toContainText('over');
});
