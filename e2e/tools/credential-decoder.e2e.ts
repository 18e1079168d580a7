import { expect, test } from '../journey.ts';

test('a temporary key opens with its token, not with a second secret, and a badly copied one is said', async ({
  page,
}) => {
  await page.goto('/learn/first-steps/four-doors/');
  const widget = page.getByRole('region', { name: 'Credential decoder' });
  const said = widget.getByRole('status');
  await expect(said).toContainText('without its session token lets nobody in');
  const field = widget.getByRole('textbox');
  await field.click();
  const parts = await field.inputValue();

  await field.fill(`${parts}\nTernFerries/ExampleSecret+NotARealOne/43`);
  await expect(said).toContainText('without its session token lets nobody in');
  await field.fill(`${parts}\n${'TernSessionToken'.repeat(8)}==`);
  await expect(said).toContainText('Complete: id, secret and token of a session');
  await field.fill(parts.replace('ASIA', 'ASIa'));
  await expect(widget.getByText('Ids have capital letters only')).toBeVisible();

  await widget.getByLabel('An example').selectOption('copied by hand');
  await expect(widget.getByText('It has 19 characters instead of 20')).toBeVisible();
  await expect(said).toContainText('nothing here that could be used');
  await widget.getByRole('button', { name: 'Start again' }).click();
  await expect(field).toHaveValue(parts);
});
