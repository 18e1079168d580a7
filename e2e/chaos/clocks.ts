// A clock is set, and a machine sleeps.
import { expect } from '@playwright/test';
import { EXAM } from '../sitting.ts';
import { says, type Chaos, type Stage } from './stage.ts';

/** Sets the wall clock of the pages that are opened and of one that is open. */
async function setClock({ page, context }: Stage, by: number): Promise<void> {
  const set = (ms: number): void => {
    const real = Date.now;
    Date.now = () => real() + ms;
  };
  await context.addInitScript(set, by);
  await page.evaluate(set, by);
}

const DAY = 24 * 60 * 60_000;

export const CLOCKS: readonly Chaos[] = [
  {
    title: 'the wall clock is set in the open room',
    breaks: async (stage) => {
      const { page, luck } = stage;
      const forward = luck.below(2) === 0;
      await setClock(stage, forward ? DAY : -DAY / 24);
      await says(page, forward ? /was set forward by/ : /was set back by/);
      await page.getByRole('button', { name: 'Understood' }).click();
      return { page };
    },
  },
  {
    title: 'the wall clock is set forward by a day while the room is closed',
    breaks: async (stage) => {
      const { page } = stage;
      await page.goto('/settings/');
      await setClock(stage, DAY);
      await page.goto(EXAM);
      await says(page, 'The deadline passed while you were away.');
      await page.getByRole('button', { name: 'The clock is wrong, go on' }).click();
      return { page };
    },
  },
  {
    title: 'the machine sleeps past a strict deadline',
    before: ({ page }) => page.clock.install(),
    breaks: async ({ page }) => {
      await page.clock.fastForward(DAY);
      await says(page, 'Time is up');
      await says(page, /The deadline (has )?passed/);
      return { page, over: true };
    },
  },
  {
    title: 'the machine sleeps past the deadline of a clock that runs in the open room alone',
    before: ({ page }) => page.clock.install(),
    clock: /^Active time/,
    breaks: async ({ page }) => {
      await page.clock.fastForward(DAY);
      await expect(page.getByRole('timer')).toHaveText(/^2[345]:\d\d$/);
      return { page };
    },
  },
];
