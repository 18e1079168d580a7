// `npm run screenshots [-- FOLDER]`: builds the site and takes the README's picture (which the manifest shows as well
// when the course is installed), or every page in every shape into a folder, for somebody to look at.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { build } from './build.ts';
import { CHROME_ARGUMENTS, needChrome } from './chrome.ts';
import { serve } from './serve.ts';

const PORT = 4331;
const README_PICTURE = 'public/picture.png';

const PAGES = [
  '/',
  '/learn/',
  '/learn/decisions/how-a-decision-is-made/',
  '/learn/decisions/every-layer-at-once/',
  '/learn/roles/passing-a-role/',
  '/lab/',
  '/lab/a-deny-wins/',
  '/lab/a-ceiling-over-mei/',
  '/lab/the-whole-way/',
  '/exam/',
  '/exam/passing-a-role/',
  '/exam/result/',
  '/tools/policy-lab/',
  '/sandbox/',
  '/settings/',
  '/licences/',
];

const SHAPES = [
  { name: 'light-1440', width: 1440, height: 900, colorScheme: 'light', scale: 1 },
  { name: 'dark-1440', width: 1440, height: 900, colorScheme: 'dark', scale: 1 },
  { name: 'light-768', width: 768, height: 1024, colorScheme: 'light', scale: 1 },
  { name: 'light-390', width: 390, height: 844, colorScheme: 'light', scale: 1 },
  { name: 'text-200', width: 1280, height: 900, colorScheme: 'light', scale: 2 },
] as const;

/** A guess has been made and the decision is there with its path. */
async function decided(page: Page): Promise<void> {
  const lab = page.getByRole('region', { name: /^Policy lab/ }).first();
  await lab.getByRole('button', { name: 'Allowed', exact: true }).click();
  await lab.getByText('You guessed', { exact: false }).waitFor();
}

async function readme(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 });
  await page.goto(`http://localhost:${PORT}/lab/a-deny-wins/`);
  await decided(page);
  await page.screenshot({ path: README_PICTURE });
}

async function everything(browser: Browser, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const { name, width, height, colorScheme, scale } of SHAPES) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme });
    for (const path of PAGES) {
      await page.goto(`http://localhost:${PORT}${path}`);
      if (scale !== 1)
        await page.evaluate((by) => {
          document.documentElement.style.fontSize = `${by * 100}%`;
        }, scale);
      if (/^\/lab\/./.test(path)) await decided(page);
      await page.screenshot({
        path: join(folder, `${path.replaceAll('/', '_')}${name}.png`),
        fullPage: true,
      });
    }
    await page.close();
  }
}

if (!(await build())) throw new Error('the site could not be built');
const server = await serve('dist', PORT);
const browser = await chromium.launch({ executablePath: needChrome(), args: CHROME_ARGUMENTS });
try {
  const folder = process.argv[2];
  await (folder === undefined ? readme(browser) : everything(browser, folder));
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
}
