import { expect, readyOffline, test } from './journey.ts';

test.use({ wholeSite: true });

test('the slash opens a search that shows the sentence, walks by arrows and leads to the place, with the network cut', async ({
  page,
  context,
}) => {
  await readyOffline(page);
  await context.setOffline(true);
  await page.keyboard.press('/');
  const field = page.getByRole('searchbox', { name: 'Search lessons, terms and reference' });
  await expect(field).toBeFocused();
  await field.fill('ceiling over one user');
  const found = page.getByRole('dialog').getByRole('link', { name: /permissions boundary/ });
  await expect(found.first()).toBeVisible();
  await expect(found.first().locator('mark').first()).toBeVisible();
  await field.fill('zzzzqqq');
  await expect(page.getByText('Nothing found.')).toBeVisible();
  await field.fill('service control policy grants nothing');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/learn\/decisions\/|\/reference\/glossary\//);
});

test('a key is no search while somebody types, and a term of a lesson says what it is', async ({ page }) => {
  await page.goto('/learn/decisions/every-layer-at-once/');
  const own = page.getByRole('textbox', { name: /own words|In what order/ }).first();
  await own.fill('a');
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const term = page.locator('.term a').first();
  await term.focus();
  await expect(page.getByRole('tooltip').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip').first()).toBeHidden();
});

test('a reference leaves the rows with all the words, and says when there is none', async ({ page }) => {
  await page.goto('/reference/actions/iam/');
  await page.getByLabel('Show only rows with').fill('passrole');
  await expect(page.getByRole('row').filter({ hasText: 'PassRole' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'CreateUser' })).toBeHidden();
  await page.getByLabel('Show only rows with').fill('passrole unheard-of');
  await expect(page.getByText('Nothing has these words.')).toBeVisible();
});
