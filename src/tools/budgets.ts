// `npm run budgets`: what a page fetches and how long a key press takes, measured in a browser against the built site.
// One line each, `ok` or `OVER`. Bytes are brotli, quality 11.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright';
import { CHROME_ARGUMENTS, needChrome } from './chrome.ts';
import { evaluatorBytes } from './evaluator-size.ts';
import { serve } from './serve.ts';

const PORT = 4330;
const SITE = `http://localhost:${PORT}`;
const LESSON = '/learn/decisions/how-a-decision-is-made/';
const LAB = '/lab/a-deny-wins/';
const SANDBOX = '/sandbox/';
const TERMINAL = '/sandbox/terminal/';

const brotli = (bytes: Buffer | string): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

function report(what: string, value: number, limit: number, unit: string): void {
  const shown = (n: number): string => (unit === 'ms' ? n.toFixed(1) : n.toFixed(2));
  console.log(
    `${value <= limit ? 'ok  ' : 'OVER'} ${what}: ${shown(value)} ${unit} of ${shown(limit)} ${unit}`,
  );
  if (!(value <= limit)) process.exitCode = 1;
}

/** A page that counts its own JavaScript: every file fetched, the worker that keeps it offline, and what is inline. */
class Counted {
  readonly page: Page;
  readonly files = new Set<string>();

  private constructor(page: Page) {
    this.page = page;
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js')) this.files.add(pathname);
    });
  }

  static async open(browser: Browser, path: string): Promise<Counted> {
    const context = await browser.newContext();
    const counted = new Counted(await context.newPage());
    await counted.page.goto(`${SITE}${path}`);
    return counted;
  }

  async kilobytes(): Promise<number> {
    this.files.add('/sw.js');
    const files = [...this.files].reduce((sum, path) => sum + brotli(readFileSync(join('dist', path))), 0);
    const inline = await this.page.evaluate(() =>
      [...document.querySelectorAll('script:not([src])')].map((script) => script.textContent).join('\n'),
    );
    return (files + brotli(inline)) / 1000;
  }

  /** Until nothing was fetched for a while. */
  async settle(): Promise<void> {
    await this.page.waitForLoadState('networkidle');
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

function pages(folder: string): string[] {
  return readdirSync(join('dist', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('index.html'))
    .map((name) => `/${join(folder, name).replace(/index\.html$/, '')}`);
}

async function leftAlone(browser: Browser, path: string): Promise<number> {
  const counted = await Counted.open(browser, path);
  await counted.page.waitForTimeout(5000);
  const size = await counted.kilobytes();
  await counted.close();
  return size;
}

/** A lesson with a woken lab, and what the first key in its editor adds. */
async function wokenLab(browser: Browser): Promise<{ readonly woken: number; readonly editor: number }> {
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
async function sandbox(browser: Browser): Promise<number> {
  const counted = await Counted.open(browser, SANDBOX);
  await counted.page.getByRole('button', { name: 'Every layer at once' }).click();
  await counted.page.getByRole('tablist', { name: 'Policies' }).waitFor();
  await counted.settle();
  const size = await counted.kilobytes();
  await counted.close();
  return size;
}

/** What the terminal adds to its page until a command is answered and the picture of the world is open. */
async function terminal(browser: Browser): Promise<{ readonly size: number; readonly ready: number }> {
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
  return { size, ready: times.toSorted((a, b) => a - b)[1] ?? Number.NaN };
}

async function examRoom(browser: Browser): Promise<number> {
  const counted = await Counted.open(browser, '/exam/passing-a-role/');
  await counted.page.getByRole('button', { name: 'Start' }).click();
  await counted.page.getByText(/^1 of \d+$/).waitFor();
  await counted.page.keyboard.press('a');
  await counted.settle();
  const size = await counted.kilobytes();
  await counted.close();
  return size;
}

/** The median over turns between questions of the exam room, from the key to the frame that shows the other question. */
async function turn(browser: Browser): Promise<number> {
  const counted = await Counted.open(browser, '/exam/passing-a-role/');
  const { page } = counted;
  await page.setViewportSize({ width: 1280, height: 2000 });
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByText(/^1 of \d+$/).waitFor();
  await counted.settle();
  const times: number[] = [];
  for (let i = 0; i < 31; i += 1)
    times.push(
      await page.evaluate(
        async (key) => {
          const start = performance.now();
          document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
          await new Promise(requestAnimationFrame);
          // A message comes after the frame has been painted.
          await new Promise((painted) => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = painted;
            port2.postMessage(undefined);
          });
          return performance.now() - start;
        },
        i % 2 === 0 ? 'n' : 'p',
      ),
    );
  const turned = await page.getByText('2 of', { exact: false }).count();
  await counted.close();
  return turned === 0 ? Number.NaN : (times.toSorted((a, b) => a - b)[15] ?? Number.NaN);
}

/** The median over flags in the exam room, from the key to the word that it is on the disk. */
async function durable(browser: Browser): Promise<number> {
  const counted = await Counted.open(browser, '/exam/passing-a-role/');
  const { page } = counted;
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByText('✓ saved').waitFor();
  await counted.settle();
  const times: number[] = [];
  for (let i = 0; i < 31; i += 1)
    times.push(
      await page.evaluate(async () => {
        const said = document.evaluate(`//*[text()='✓ saved']`, document, null, 9).singleNodeValue;
        if (!said) return Number.NaN;
        const kept = new Promise<void>((done) => {
          new MutationObserver((_, observer) => {
            if (said.textContent !== '✓ saved') return;
            observer.disconnect();
            done();
          }).observe(said, { characterData: true, childList: true, subtree: true });
        });
        const start = performance.now();
        document.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', bubbles: true }));
        await kept;
        return performance.now() - start;
      }),
    );
  await counted.close();
  return times.toSorted((a, b) => a - b)[15] ?? Number.NaN;
}

function longPolicy(): string {
  const statement = (i: number): object => ({
    Sid: `Line${i}`,
    Effect: 'Allow',
    Action: ['s3:GetObject', 's3:PutObject'],
    Resource: [`arn:aws:s3:::tern-${i}/*`, `arn:aws:s3:::tern-${i}-archive/*`],
    Condition: { StringEquals: { 'aws:PrincipalTag/line': [`line-${i}`, 'all'] } },
  });
  const text = (n: number): string =>
    JSON.stringify(
      { Version: '2012-10-17', Statement: Array.from({ length: n }, (_, i) => statement(i)) },
      null,
      2,
    );
  let n = 1;
  while (text(n).split('\n').length < 200) n += 1;
  return text(n);
}

/** The median over key presses in a policy of 200 lines, from the key to the new decision in the page. */
async function keyPress(browser: Browser): Promise<number> {
  const counted = await Counted.open(browser, LAB);
  const { page } = counted;
  const lab = page.getByRole('region', { name: /^Policy lab/ });
  await lab.getByRole('button', { name: 'Allowed', exact: true }).click();
  await lab.getByText('You guessed', { exact: false }).waitFor();
  const text = lab.getByRole('textbox');
  await text.fill(longPolicy());
  await text.press('Control+Home');
  for (let i = 0; i < 12; i += 1) await text.press('ArrowDown');
  await text.press('End');
  await page.evaluate(() => {
    performance.clearMeasures();
  });
  for (let i = 0; i < 30; i += 1) await text.press(i % 2 === 0 ? 'Space' : 'Backspace');
  const times = await page.evaluate(() =>
    performance.getEntriesByName('gatehouse:decision').map((entry) => entry.duration),
  );
  await counted.close();
  return times.length < 30 ? Number.NaN : (times.toSorted((a, b) => a - b)[15] ?? Number.NaN);
}

/** Texts are kept packed: see the service worker. */
function precache(): number {
  return readdirSync('dist', { recursive: true, encoding: 'utf8' })
    .map((name) => join('dist', name))
    .filter((path) => statSync(path).isFile())
    .map((path) =>
      /\.(?:woff2|png)$/.test(path) ? statSync(path).size : gzipSync(readFileSync(path)).length,
    )
    .reduce((sum, size) => sum + size, 0);
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
    const { woken, editor } = await wokenLab(browser);
    report('JavaScript of a lesson with a woken lab', woken, 140, 'KB');
    report('JavaScript that its editor adds', editor, 115, 'KB');
    const { size, ready } = await terminal(browser);
    report('JavaScript that the terminal adds, used', size, 450, 'KB');
    console.log(`     the terminal, from the click to its prompt, median: ${ready.toFixed(0)} ms`);
    report('JavaScript of the exam room, sitting', await examRoom(browser), 140, 'KB');
    report('a turn to the next question, to its frame, median', await turn(browser), 50, 'ms');
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
