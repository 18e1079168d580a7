import { openAt, shutAt } from '../gates.ts';
import { expect, test } from '../journey.ts';

test('[provider-needs-the-trust-policy] one changed letter breaks the signature, and what the directory signs itself is read and judged', async ({
  page,
}) => {
  await page.goto('/learn/federation/saml-step-by-step/');
  const tool = page.getByRole('region', { name: 'A letter from the directory' });
  const answer = tool.getByRole('status');
  await expect(answer).toContainText('assumed-role/Staff/mei.tan');

  await expect(openAt(answer, 'role-trust-must-name-you')).toBeVisible();

  await tool.getByRole('button', { name: 'one letter of the name' }).click();
  await expect(tool.getByRole('row', { name: 'RoleSessionName' })).toContainText('zei.tan');
  await expect(answer).toContainText('Response signature invalid');
  await expect(answer).toContainText('No policy was asked');
  await tool.getByRole('button', { name: 'one letter of the audience' }).click();
  await expect(answer).toContainText('Response signature invalid');

  const response = tool.getByLabel('The response, opened');
  await response.fill('hello');
  await expect(tool).toContainText('This is no response with an assertion in it');
  await expect(answer).toContainText('Invalid base64 SAMLResponse');
  await tool.getByRole('button', { name: 'The response as it was written' }).click();
  await expect(answer).toContainText('assumed-role/Staff/mei.tan');

  await tool.getByRole('button', { name: 'audience of the letter' }).click();
  await expect(answer).toContainText('AccessDenied');
  await expect(answer).toContainText('The trust policy decides');
  await expect(shutAt(answer, 'role-trust-must-name-you')).toBeVisible();

  await tool.getByRole('button', { name: 'global address' }).click();
  await tool.getByLabel('The directory writes').selectOption('tag');
  await expect(answer).toContainText('AccessDenied');
  await tool.getByRole('button', { name: 'with tags' }).click();
  await expect(answer).toContainText('assumed-role/Staff/mei.tan');
  await expect(openAt(answer, 'role-trust-must-name-you')).toHaveCount(2);
  await tool.getByLabel('brought to STS').selectOption('600');
  await expect(answer).toContainText('ExpiredTokenException');
  await tool.getByRole('button', { name: 'Start again' }).click();
  await expect(answer).toContainText('assumed-role/Staff/mei.tan');
});
