import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './journey.ts';

const DIST = join(import.meta.dirname, '..', 'dist');

/** Every page of the build, by its address. */
const ROUTES = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name.endsWith('.html'))
  .map((entry) => `/${relative(DIST, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
  .map((path) => path.replace(/index\.html$/, ''))
  .toSorted();

for (const route of ROUTES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${route} has no accessibility findings in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(route);
      await page.waitForLoadState('networkidle');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
      ).toEqual([]);
    });
  }
  test(`${route} does not scroll sideways at 390 and 320 pixels, nor with text at 200 percent`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(route);
    await page.waitForLoadState('networkidle');
    const over = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await over()).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await over()).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 780, height: 800 });
    await page.evaluate(() => {
      document.documentElement.style.setProperty('font-size', '200%');
    });
    expect(await over()).toBeLessThanOrEqual(0);
  });
}

test('woken labs, an open sitting and results have no accessibility findings', async ({ page }) => {
  const check = async (): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
    ).toEqual([]);
  };
  await page.goto('/lab/a-deny-wins/');
  await page.getByRole('button', { name: 'Allowed' }).click();
  await page.getByRole('button', { name: 'Tree' }).click();
  await check();
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await check();
  await page.goto('/exam/passing-a-role/');
  await page.getByRole('button', { name: 'Start' }).click();
  await page.keyboard.press('b');
  await check();
  await page.keyboard.press('g');
  await check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await check();
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.getByRole('button', { name: 'Submit all the same' }).click();
  await page.getByRole('link', { name: 'See the results' }).click();
  await page.getByText('How the decision came about').first().click();
  await check();
});
