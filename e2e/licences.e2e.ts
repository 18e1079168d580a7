import { ALLOWED } from '../src/tools/licences.ts';
import { expect, test } from './journey.ts';

test('a reader finds what ships and under which terms, and all of it is allowed', async ({ page }) => {
  const response = await page.request.get('/licences/licences.json');
  const list = (await response.json()) as { name: string; version: string; licence: string }[];
  const names = list.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['react', 'dexie', 'xstate', '@fontsource-variable/inter']));
  expect(list.filter(({ licence }) => !ALLOWED.includes(licence))).toEqual([]);
  await page.goto('/licences/');
  for (const { name, version, licence } of list)
    await expect(page.getByText(`${name} ${version} · ${licence}`, { exact: true })).toBeVisible();
  const react = page.getByRole('group').filter({ hasText: /^react \d/ });
  await react.getByText(/^react \d/).click();
  await expect(react.getByText('Permission is hereby granted', { exact: false })).toBeVisible();
});
