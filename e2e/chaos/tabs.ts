// More than one tab has the sitting.
import { expect } from '@playwright/test';
import { EXAM, question } from '../sitting.ts';
import { goOn, says, type Chaos } from './stage.ts';

const ELSEWHERE = 'You are taking this exam in another tab.';

export const TABS: readonly Chaos[] = [
  {
    title: 'the page is put aside as it is and brought back when another tab has gone on',
    breaks: async ({ page, open, candidate }) => {
      const turn = (type: string): Promise<boolean> =>
        page.evaluate((name) => dispatchEvent(new PageTransitionEvent(name, { persisted: true })), type);
      await turn('pagehide');
      const other = await open(EXAM);
      await goOn(other);
      await candidate.act(other);
      await candidate.settle(other);
      await other.close();
      await turn('pageshow');
      await goOn(page);
      return { page, hasty: true };
    },
  },
  {
    title: 'a second tab takes over, and the first can only look on',
    breaks: async ({ page, open }) => {
      const second = await open(EXAM);
      await says(second, ELSEWHERE);
      await expect(question(second)).toHaveCount(0);
      await second.getByRole('button', { name: 'Continue here' }).click();
      await expect(question(second)).toBeVisible();
      await says(page, ELSEWHERE);
      await expect(question(page)).toHaveCount(0);
      return { page: second };
    },
  },
  {
    title: 'the tab is duplicated, and the copy goes on and is closed',
    breaks: async ({ context, page, candidate }) => {
      const opened = context.waitForEvent('page');
      await page.evaluate(() => void open(location.href));
      const copy = await opened;
      await says(copy, ELSEWHERE);
      await copy.getByRole('button', { name: 'Continue here' }).click();
      await expect(question(copy)).toBeVisible();
      await candidate.act(copy);
      await says(copy, '✓ saved');
      await copy.close();
      await page.getByRole('button', { name: 'Continue here' }).click();
      await expect(question(page)).toBeVisible();
      return { page, hasty: true };
    },
  },
];
