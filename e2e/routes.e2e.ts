import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { findings } from './axe.ts';
import { expect, test } from './journey.ts';

const DIST = join(import.meta.dirname, '..', 'dist');

/** Every page of the build, by its address. */
const ROUTES = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name.endsWith('.html'))
  .map((entry) => `/${relative(DIST, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
  .map((path) => path.replace(/index\.html$/, ''))
  .toSorted();

/** Pages made from one template: the first of each stands for the others in the dark. */
const ALIKE = [
  /^\/learn\/.+\/.+\/$/,
  /^\/reference\/actions\/.+\/$/,
  /^\/lab\/.+\/$/,
  /^\/exam\/.+\/print\/$/,
  /^\/exam\/[^/]+\/$/,
];
const LIGHT_ALONE = new Set(
  ALIKE.flatMap((template) => ROUTES.filter((route) => template.test(route)).slice(1)),
);

for (const route of ROUTES) {
  const schemes = LIGHT_ALONE.has(route) ? 'light' : 'light and dark';
  test(`${route} has no accessibility findings in ${schemes}, and does not scroll sideways`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(route);
    expect(await findings(page), 'light').toEqual([]);
    if (!LIGHT_ALONE.has(route)) {
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      expect(await findings(page, 'colours'), 'dark').toEqual([]);
    }
    const over = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await over(), `${width} pixels`).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({ width: 780, height: 800 });
    await page.evaluate(() => {
      document.documentElement.style.setProperty('font-size', '200%');
    });
    expect(await over(), 'text at 200 percent').toBeLessThanOrEqual(0);
  });
}

test('woken labs, an open sitting and results have no accessibility findings', async ({ page }) => {
  const check = async (): Promise<void> => {
    expect(await findings(page)).toEqual([]);
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
