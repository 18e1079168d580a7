// Nothing lost: a sitting is broken at a point that a seed draws, and what the room had called saved is there again.
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { randomFrom } from '../src/exam/random.ts';
import { newCandidate } from './chaos/candidate.ts';
import { CLOCKS } from './chaos/clocks.ts';
import { keptIn } from './chaos/kept.ts';
import { LEAVING } from './chaos/leaving.ts';
import type { Chaos, Stage } from './chaos/stage.ts';
import { STORAGE } from './chaos/storage.ts';
import { SURROUNDINGS } from './chaos/surroundings.ts';
import { TABS } from './chaos/tabs.ts';
import { test as alone } from './journey.ts';
import { test as released } from './release.ts';
import { EXAM, question } from './sitting.ts';

alone.use({ wholeSite: true });
released.use({ wholeSite: true });

const CHAOS = [...LEAVING, ...TABS, ...STORAGE, ...SURROUNDINGS, ...CLOCKS];

/** Without a number each way is gone once, with a seed that never changes. */
const ROUNDS = Number(process.env['CHAOS_ROUNDS'] ?? CHAOS.length);

/** What the room shows of the sitting: where it is, what is open, the question with all that was done to it. */
async function shown(page: Page): Promise<readonly (string | null)[]> {
  return [
    await page.getByText(/^\d+ of 11$/).textContent(),
    await page.getByText(/^\d+ unanswered · \d+ flagged$/).textContent(),
    await question(page).ariaSnapshot(),
  ];
}

async function start(page: Page, clock: Chaos['clock']): Promise<void> {
  await page.goto(EXAM);
  if (clock) await page.getByRole('radio', { name: clock }).check();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
}

interface Site {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly release: () => Promise<void>;
}

async function round(chaos: Chaos, seed: number, { context, page, release }: Site): Promise<void> {
  const luck = randomFrom(seed, 'chaos');
  const candidate = newCandidate(luck);
  await candidate.watch(page);
  const open: Stage['open'] = async (address = EXAM) => {
    const tab = await context.newPage();
    await candidate.watch(tab);
    await tab.goto(address);
    return tab;
  };
  const stage: Stage = { context, page, candidate, luck, open, release };
  await chaos.before?.(stage);
  await start(page, chaos.clock);
  for (let left = 2 + luck.below(4); left > 0; left -= 1) await candidate.act(page);
  await candidate.settle(page);
  const before = await shown(page);

  const broken = await chaos.breaks(stage);

  if (!broken.over && !broken.hasty) expect(await shown(broken.page)).toEqual(before);
  if (chaos.deletes) return;
  if (!broken.over) {
    await candidate.act(broken.page);
    await candidate.settle(broken.page);
  }
  const lost = await candidate.lost(broken.page);
  alone.info().annotations.push({ type: 'lost', description: String(lost.length) });
  expect(lost).toEqual([]);
  const { events, unbroken } = await keptIn(broken.page);
  expect(unbroken).toBe(true);
  const ends = events.filter(({ type }) => type === 'submitted' || type === 'expired');
  expect(ends).toHaveLength(broken.over ? 1 : 0);
}

for (let seed = 0; seed < ROUNDS; seed += 1) {
  const chaos = CHAOS[seed % CHAOS.length];
  if (!chaos) break;
  const title = `[nothing-lost] ${chaos.title} (seed ${seed})`;
  if (chaos.released)
    released(title, async ({ context, page, release }) => {
      released.slow();
      await round(chaos, seed, { context, page, release });
    });
  else
    alone(title, async ({ context, page }) => {
      await round(chaos, seed, { context, page, release: () => Promise.resolve() });
    });
}
