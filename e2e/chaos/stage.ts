// What a way of breaking a sitting is, and what all of them stand on.
import { expect, type BrowserContext, type Page } from '@playwright/test';
import type { Random } from '../../src/exam/random.ts';
import type { Candidate } from './candidate.ts';

export interface Stage {
  readonly context: BrowserContext;
  /** Where the sitting goes on. */
  readonly page: Page;
  readonly candidate: Candidate;
  readonly luck: Random;
  /** Opens another tab, whose room the candidate may work in. */
  readonly open: (address?: string) => Promise<Page>;
  /** Puts the next version of the site in place. */
  readonly release: () => Promise<void>;
}

/** What is known when it is broken. */
export interface Broken {
  /** Where the candidate comes back. */
  readonly page: Page;
  /** It is over: nothing can be done in it any more. */
  readonly over?: true;
  /** Something was done of which the candidate did not wait to see what became of it. */
  readonly hasty?: true;
}

export interface Chaos {
  readonly title: string;
  /** Before the room is opened. */
  readonly before?: (stage: Stage) => Promise<void>;
  /** The name of the clock that is chosen on the start page. */
  readonly clock?: RegExp;
  readonly breaks: (stage: Stage) => Promise<Broken>;
  /** It needs a server of its own, which can have the next version. */
  readonly released?: true;
  /** All that was kept is deleted: what there is, the room has, and nothing is kept any more. */
  readonly deletes?: true;
}

export const says = (page: Page, text: string | RegExp): Promise<void> =>
  expect(page.getByText(text).first()).toBeVisible();

/** Goes on in a room that was found open. */
export async function goOn(page: Page): Promise<void> {
  await says(page, /of 11 questions are answered/);
  await page.getByRole('button', { name: 'Go on where you were' }).click();
  await expect(page.getByText(/^(\d+ of 11|Review)$/).first()).toBeVisible();
}

export const originOf = (page: Page): string => new URL(page.url()).origin;
