import { openAt, shutAt } from '../gates.ts';
import { expect, test } from '../journey.ts';

test('[provider-needs-the-trust-policy] a pull request gets in by a star, a changed claim breaks the signature, a pinned subject keeps it out', async ({
  page,
}) => {
  await page.goto('/learn/federation/web-identity/');
  const tool = page.getByRole('region', { name: 'A token on its way' });
  const answer = tool.getByRole('status');
  await expect(answer).toContainText('assumed-role/Publish/pipeline');

  await expect(openAt(answer, 'role-trust-must-name-you')).toBeVisible();

  await tool.getByRole('button', { name: 'subject pinned' }).click();
  await expect(answer).toContainText('AccessDenied');
  await expect(answer).toContainText('The trust policy decides');
  await expect(shutAt(answer, 'role-trust-must-name-you')).toBeVisible();

  const claims = tool.getByLabel('Its claims, opened');
  await claims.fill((await claims.inputValue()).replace(':pull_request', ':ref:refs/heads/main'));
  await expect(answer).toContainText('InvalidIdentityToken');
  await expect(answer).toContainText('No policy was asked');
  await claims.fill('{');
  await expect(answer).toContainText('This is none, so there is no token');

  await tool.getByLabel('The token is about').selectOption('main');
  await tool.getByLabel('made for').selectOption('https://github.com/tern-ferries');
  await expect(answer).toContainText('assumed-role/Publish/pipeline');
  await tool.getByRole('button', { name: 'both pinned' }).click();
  await expect(answer).toContainText('AccessDenied');
  await tool.getByRole('button', { name: 'Start again' }).click();
  await expect(answer).toContainText('assumed-role/Publish/pipeline');
});
