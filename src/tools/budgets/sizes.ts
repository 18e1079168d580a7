// How much a page fetches, in kilobytes, and how much is kept for offline.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright';
import { median } from '../median.ts';
import { brotli, Counted, LESSON, ROOM, SANDBOX } from './counted.ts';

const TERMINAL = '/sandbox/terminal/';

export async function leftAlone(browser: Browser, path: string): Promise<number> {
  const counted = await Counted.open(browser, path);
  await counted.page.waitForTimeout(5000);
  const size = await counted.kilobytes();
  await counted.close();
  return size;
}

/** A lesson with a woken lab, and what the first key in its editor adds. */
export async function wokenLab(
  browser: Browser,
): Promise<{ readonly woken: number; readonly editor: number }> {
  const counted = await Counted.open(browser, LESSON);
  const lab = counted.page.getByRole('region', { name: /^Policy lab/ }).first();
  await lab.getByRole('button', { name: 'Allowed', exact: true }).click();
  await lab.getByText('You guessed', { exact: false }).waitFor();
  await counted.settle();
  const woken = await counted.kilobytes();
  const fetched = counted.page.waitForResponse((response) => response.url().endsWith('.js'));
  await lab.getByRole('textbox').pressSequentially(' ');
  await fetched;
  await counted.settle();
  const editor = (await counted.kilobytes()) - woken;
  await counted.close();
  return { woken, editor };
}

/** The sandbox with a situation open, before the first suggestion. */
export async function sandbox(browser: Browser): Promise<number> {
  const counted = await Counted.open(browser, SANDBOX);
  await counted.page.getByRole('button', { name: 'Every layer at once' }).click();
  await counted.page.getByRole('tablist', { name: 'Policies' }).waitFor();
  await counted.settle();
  const size = await counted.kilobytes();
  await counted.close();
  return size;
}

/** What the terminal adds to its page until a command is answered and the picture of the world is open. */
export async function terminal(browser: Browser): Promise<{ readonly size: number; readonly ready: number }> {
  const counted = await Counted.open(browser, TERMINAL);
  const { page } = counted;
  const opened = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Open the terminal' }).click();
    await page.getByRole('textbox', { name: 'Command' }).waitFor();
  };
  await page.getByRole('button', { name: 'Open the terminal' }).hover();
  await counted.settle();
  const before = await counted.kilobytes();
  await opened();
  await page.getByRole('textbox', { name: 'Command' }).fill('aws sts get-caller-identity');
  await page.keyboard.press('Enter');
  await page.getByText('"Account": "111122223333"').waitFor();
  await page.getByRole('button', { name: 'The world as a picture' }).click();
  await page.getByRole('img', { name: /^Accounts/ }).waitFor();
  await counted.settle();
  const size = (await counted.kilobytes()) - before;
  await page.getByRole('button', { name: 'Start over' }).click();
  const times: number[] = [];
  for (let i = 0; i < 3; i += 1) {
    await page.reload();
    await counted.settle();
    const start = await page.evaluate(() => performance.now());
    await opened();
    times.push((await page.evaluate(() => performance.now())) - start);
  }
  await counted.close();
  return { size, ready: median(times) };
}

export async function examRoom(browser: Browser): Promise<number> {
  const counted = await Counted.open(browser, ROOM);
  await counted.page.getByRole('button', { name: 'Start' }).click();
  await counted.page.getByText(/^1 of \d+$/).waitFor();
  await counted.page.keyboard.press('a');
  await counted.settle();
  const size = await counted.kilobytes();
  await counted.close();
  return size;
}

/** Texts are kept packed: see the service worker. */
export function precache(): number {
  return readdirSync('dist', { recursive: true, encoding: 'utf8' })
    .map((name) => join('dist', name))
    .filter((path) => statSync(path).isFile())
    .map((path) =>
      /\.(?:woff2|png)$/.test(path) ? statSync(path).size : gzipSync(readFileSync(path)).length,
    )
    .reduce((sum, size) => sum + size, 0);
}

/** What a page needs before its first paint: its HTML, its styles, and what it asks for early. */
export function beforePaint(path: string): number {
  const html = readFileSync(join('dist', path, 'index.html'), 'utf8');
  const files = [...html.matchAll(/<link rel="(?:stylesheet|preload)" href="([^"]+)"/g)].map(
    ([, href = '']) => readFileSync(join('dist', href)),
  );
  const packed = (file: Buffer): number => Math.min(brotli(file), file.length);
  return (brotli(html) + files.reduce((sum, file) => sum + packed(file), 0)) / 1000;
}
