// `npm run budgets`: what a page fetches and how long somebody waits, measured in a browser against the built site.
// One line each, `ok` or `OVER`.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { PORT, SANDBOX } from './budgets/counted.ts';
import { beforePaint, examRoom, leftAlone, precache, sandbox, terminal, wokenLab } from './budgets/sizes.ts';
import { durable, keyPress, largestPaint, searchAnswer, turn } from './budgets/times.ts';
import { CHROME_ARGUMENTS, needChrome } from './chrome.ts';
import { evaluatorBytes } from './evaluator-size.ts';
import { serve } from './serve.ts';
import { TEMPLATES } from './templates.ts';

function report(what: string, value: number, limit: number, unit: string): void {
  const shown = (n: number): string => (unit === 'ms' ? n.toFixed(1) : n.toFixed(2));
  console.log(
    `${value <= limit ? 'ok  ' : 'OVER'} ${what}: ${shown(value)} ${unit} of ${shown(limit)} ${unit}`,
  );
  if (!(value <= limit)) process.exitCode = 1;
}

function pages(folder: string): string[] {
  return readdirSync(join('dist', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('index.html'))
    .map((name) => `/${join(folder, name).replace(/index\.html$/, '')}`);
}

/** As many pages at a time as are left alone together. */
const TOGETHER = 8;

async function leftAloneEach(browser: Browser, paths: readonly string[]): Promise<void> {
  for (let at = 0; at < paths.length; at += TOGETHER) {
    const some = paths.slice(at, at + TOGETHER);
    const sizes = await Promise.all(some.map((path) => leftAlone(browser, path)));
    some.forEach((path, i) => {
      report(`JavaScript of ${path} left alone for five seconds`, sizes[i] ?? NaN, 15, 'KB');
    });
  }
}

async function all(): Promise<void> {
  if (!existsSync('dist/index.html')) throw new Error('there is no build: run `npm run build` first');
  const server = await serve('dist', PORT);
  const browser = await chromium.launch({ executablePath: needChrome(), args: CHROME_ARGUMENTS });
  try {
    await leftAloneEach(browser, pages('learn'));
    report('JavaScript of / left alone, with the store', await leftAlone(browser, '/'), 50, 'KB');
    report('JavaScript of the sandbox left alone', await leftAlone(browser, SANDBOX), 15, 'KB');
    report('JavaScript of the sandbox with a situation open', await sandbox(browser), 140, 'KB');
    for (const path of TEMPLATES)
      report(`HTML, styles and early faces of ${path}`, beforePaint(path), 140, 'KB');
    for (const path of TEMPLATES)
      report(`the largest paint of ${path}, median`, await largestPaint(browser, path), 1000, 'ms');
    const { woken, editor } = await wokenLab(browser);
    report('JavaScript of a lesson with a woken lab', woken, 140, 'KB');
    report('JavaScript that its editor adds', editor, 115, 'KB');
    const { size, ready } = await terminal(browser);
    report('JavaScript that the terminal adds, used', size, 450, 'KB');
    console.log(`     the terminal, from the click to its prompt, median: ${ready.toFixed(0)} ms`);
    report('JavaScript of the exam room, sitting', await examRoom(browser), 140, 'KB');
    report('a turn to the next question, to its frame, median', await turn(browser), 50, 'ms');
    report('an answer of the search, the slowest of some', await searchAnswer(browser), 30, 'ms');
    report('an event of a sitting, to its place on the disk, median', await durable(browser), 20, 'ms');
    report('the evaluator alone', (await evaluatorBytes()) / 1000, 25, 'KB');
    report('everything that is kept for offline', precache() / 1e6, 12, 'MB');
    report('a key press in a policy of 200 lines to its decision, median', await keyPress(browser), 16, 'ms');
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

await all();
