// How long somebody waits, in milliseconds: the median of many.
import type { Browser } from 'playwright';
import { median } from '../median.ts';
import { Counted, LAB, ROOM } from './counted.ts';

/** Until the largest piece of a page that is opened for the first time is painted, without a slow network. */
export async function largestPaint(browser: Browser, path: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 3; i += 1) {
    const counted = await Counted.open(browser, path);
    times.push(
      await counted.page.evaluate(
        () =>
          new Promise<number>((done) => {
            new PerformanceObserver((list) => {
              done(list.getEntries().at(-1)?.startTime ?? Number.NaN);
            }).observe({ type: 'largest-contentful-paint', buffered: true });
          }),
      ),
    );
    await counted.close();
  }
  return median(times);
}

/** What is typed into the search: whole, half and wrong words, one and several. */
const QUERIES = [
  'a',
  'pa',
  'passrole',
  'iam:PassRole',
  'bucket polcy',
  'who may take a role',
  'qqqq',
  's3 deny',
];

/** The slowest of some queries, from the letter to the answer in the page. */
export async function searchAnswer(browser: Browser): Promise<number> {
  const counted = await Counted.open(browser, '/');
  const { page } = counted;
  await page.keyboard.press('/');
  const field = page.getByRole('searchbox');
  await field.fill('role');
  await page.locator('.search-found a').first().waitFor();
  const times = await field.evaluate(async (input, queries) => {
    const said = input.closest('dialog')?.querySelector('[role=status]');
    if (!(input instanceof HTMLInputElement) || !said) return [Number.NaN];
    const answer = async (query: string): Promise<number> => {
      const shown = new Promise<void>((done) => {
        new MutationObserver((_, observer) => {
          observer.disconnect();
          done();
        }).observe(said, { childList: true });
      });
      const start = performance.now();
      input.value = query;
      input.dispatchEvent(new Event('input'));
      await shown;
      return performance.now() - start;
    };
    const middles: number[] = [];
    for (const query of queries) {
      const times: number[] = [];
      for (let i = 0; i < 5; i += 1) times.push(await answer(query));
      middles.push(times.toSorted((a, b) => a - b)[2] ?? Number.NaN);
    }
    return middles;
  }, QUERIES);
  await counted.close();
  return Math.max(...times);
}

/** The median over turns between questions of the exam room, from the key to the frame that shows the other question. */
export async function turn(browser: Browser): Promise<number> {
  const counted = await Counted.open(browser, ROOM);
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
  return turned === 0 ? Number.NaN : median(times);
}

/** The median over flags in the exam room, from the key to the word that it is on the disk. */
export async function durable(browser: Browser): Promise<number> {
  const counted = await Counted.open(browser, ROOM);
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
  return median(times);
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
export async function keyPress(browser: Browser): Promise<number> {
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
  return times.length < 30 ? Number.NaN : median(times);
}
