// The page is left, in good order or not.
import type { Page } from '@playwright/test';
import type { Random } from '../../src/exam/random.ts';
import { EXAM } from '../sitting.ts';
import { goOn, type Broken, type Chaos, type Stage } from './stage.ts';

/** Waits a moment that the seed draws: where in a write it falls is luck. */
const moment = (page: Page, luck: Random): Promise<void> => page.waitForTimeout(luck.below(40));

/** Kills the renderer of a page. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}

const comeBackIn = async ({ open }: Stage): Promise<Broken> => {
  const page = await open(EXAM);
  await goOn(page);
  return { page };
};

/** Something that a candidate does the very moment before it breaks. */
const hurry = ({ candidate, luck, page }: Stage): Promise<void> =>
  luck.below(2) === 0 ? candidate.flagUnseen(page) : candidate.noteUnseen(page);

export const LEAVING: readonly Chaos[] = [
  {
    title: 'the page is reloaded',
    breaks: async ({ page }) => {
      await page.reload();
      await goOn(page);
      return { page };
    },
  },
  {
    title: 'the tab is closed',
    breaks: async (stage) => {
      await stage.page.close();
      return comeBackIn(stage);
    },
  },
  {
    title: 'the renderer crashes',
    breaks: async (stage) => {
      await crash(stage.page);
      return comeBackIn(stage);
    },
  },
  {
    title: 'the page is killed right after something was done',
    breaks: async (stage) => {
      const { page, luck } = stage;
      await hurry(stage);
      await moment(page, luck);
      if (luck.below(2) === 0) await crash(page);
      else await page.close();
      return { ...(await comeBackIn(stage)), hasty: true };
    },
  },
  {
    title: 'the page is reloaded right after something was done',
    breaks: async (stage) => {
      const { page, luck } = stage;
      await hurry(stage);
      await moment(page, luck);
      await page.reload();
      await goOn(page);
      return { page, hasty: true };
    },
  },
  {
    title: 'it is left and come back to by the way back, and forward again',
    breaks: async ({ page, luck }) => {
      await page.goto('/settings/');
      await page.goBack();
      if (luck.below(2) === 0) {
        await page.goForward();
        await page.goBack();
      }
      await goOn(page);
      return { page };
    },
  },
];
