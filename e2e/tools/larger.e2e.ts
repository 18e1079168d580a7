import { expect, test } from '../journey.ts';

test('a widget opened larger shows the situation of its lesson, keeps what is edited there, and starts again in it', async ({
  page,
}) => {
  await page.goto('/learn/roles/strangers/');
  const inLesson = page.getByRole('region', { name: 'Trust tester' });
  const policy = /trust policy/i;
  await inLesson.getByRole('textbox', { name: policy }).focus();
  const given = await inLesson.getByRole('textbox', { name: policy }).inputValue();
  const people = await inLesson.getByRole('radio').count();
  await inLesson.getByRole('link', { name: 'Open it larger' }).click();
  await expect(page).toHaveURL(/\/tools\/trust-tester\/$/);

  const alone = page.getByRole('region', { name: 'Trust tester' });
  const field = alone.getByRole('textbox', { name: policy });
  const situation = alone.getByLabel('Situation');
  await expect(situation.locator('option:checked')).toHaveText('The invited auditor');
  await expect(alone.getByRole('radio')).toHaveCount(people);
  await expect(alone.getByText('LumenAudit').first()).toBeVisible();
  await expect(field).toHaveValue(given);

  await field.fill('{}');
  await alone.getByLabel('External id').fill('tern-2026');
  await page.reload();
  await field.focus();
  await expect(field).toHaveValue('{}');
  await expect(alone.getByLabel('External id')).toHaveValue('tern-2026');

  await alone.getByRole('button', { name: 'Start again' }).click();
  await expect(field).toHaveValue(given);
  await page.reload();
  await field.focus();
  await expect(situation.locator('option:checked')).toHaveText('The invited auditor');
  await expect(field).toHaveValue(given);

  await situation.selectOption('A hat on a hook');
  await expect(alone.getByText('TimetableDesk').first()).toBeVisible();
  await expect(field).not.toHaveValue(given);
});

test('a request opened larger is the one of its lesson', async ({ page }) => {
  await page.goto('/learn/sts/endpoints/');
  const inLesson = page.getByRole('region', { name: 'Anatomy of a request' });
  const asked = await inLesson.getByRole('group').getByRole('button').allTextContents();
  await inLesson.getByRole('link', { name: 'Open it larger' }).click();
  const alone = page.getByRole('region', { name: 'Anatomy of a request' });
  await expect(alone.getByLabel('Situation').locator('option:checked')).toHaveText('Only in Ireland');
  await expect(alone.getByRole('group').getByRole('button')).toHaveText(asked);
});

test('on paper a text stands whole, and nothing that is pressed', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  for (const tool of ['trail-reader', 'size-meter']) {
    await page.goto(`/tools/${tool}/`);
    const field = page.getByRole('region').getByRole('textbox').first();
    await expect(field).toBeVisible();
    expect(await field.evaluate((one) => one.scrollHeight - one.clientHeight)).toBeLessThanOrEqual(1);
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  }
});
