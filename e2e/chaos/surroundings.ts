// What the site stands on changes, and a hand is too quick.
import { expect } from '@playwright/test';
import { readyOffline } from '../journey.ts';
import { goOn, says, type Chaos } from './stage.ts';

export const SURROUNDINGS: readonly Chaos[] = [
  {
    title: 'a new version of the site is put in place',
    released: true,
    before: ({ page }) => readyOffline(page),
    breaks: async ({ page, open, release, candidate }) => {
      const other = await open('/');
      await release();
      await other.reload();
      await expect(other.getByText('A new version is ready.')).toBeVisible({ timeout: 60_000 });
      await other.getByRole('button', { name: 'Use it now' }).click();
      await expect(page.getByText('A new version is ready.')).toBeHidden();
      await candidate.act(page);
      await candidate.settle(page);
      await page.reload();
      await goOn(page);
      return { page, hasty: true };
    },
  },
  {
    title: 'the network is cut',
    before: ({ page }) => readyOffline(page),
    breaks: async ({ context, page, candidate }) => {
      await context.setOffline(true);
      await candidate.act(page);
      await candidate.settle(page);
      await page.reload();
      await goOn(page);
      return { page, hasty: true };
    },
  },
  {
    title: 'it is handed in twice at once',
    breaks: async ({ page }) => {
      await page.getByRole('button', { name: 'Submit' }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Submit/ })
        .dblclick();
      await says(page, 'Your answers are in.');
      await page.reload();
      return { page, over: true };
    },
  },
];
