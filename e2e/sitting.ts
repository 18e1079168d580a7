// A sitting of the exam on passing a role: its right options by their text, whichever form was drawn and however it is
// laid out.
import { expect, type Locator, type Page } from '@playwright/test';

export const EXAM = '/exam/passing-a-role/';
export const TOTAL = 11;
export const TWO_STEPS = /^Which two steps make this work/;

const KEY: readonly { readonly asks: RegExp; readonly right: readonly RegExp[] }[] = [
  { asks: /^Which trust policy does it/, right: [/One that lets the service ec2\.amazonaws\.com/] },
  { asks: /^How near is Mei/, right: [/One launch:/] },
  { asks: /^Which change lets Mei launch with bookings\?/, right: [/Let the boundary also allow/] },
  { asks: /^Which change lets Mei launch with bookings, and/, right: [/equal to ec2\.amazonaws\.com/] },
  { asks: /^Mei launches an instance with the profile/, right: [/The launch is refused:/] },
  { asks: /^Which change lets the code write/, right: [/name ec2\.amazonaws\.com/] },
  { asks: /^Which single permission/, right: [/iam:PassRole on the role/] },
  {
    asks: /^Which launches go through/,
    right: [/Mei, with bookings/, /with no profile at all/, /Ana, with night-admin/],
  },
  { asks: /^Which event shows it/, right: [/The event of the call that named the role/] },
  { asks: TWO_STEPS, right: [/Create a role that/, /Allow the group iam:PassRole/] },
  { asks: /^What happens to the call/, right: [/because no policy of hers allows it/] },
];

export async function start(page: Page, address = EXAM): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Start' }).press('Enter');
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
}

/** The question in view, by its ask. */
export const question = (page: Page): Locator => page.getByRole('group', { name: /\?/ });

export const choices = (page: Page): Locator =>
  question(page).getByRole('radio').or(question(page).getByRole('checkbox'));

/** An option of the question in view, by its letter. */
export const option = (page: Page, letter: string): Locator =>
  choices(page).and(page.locator(`[data-letter=${letter}]`));

/** The letters of the right options of the question in view. */
export async function rightLetters(page: Page): Promise<readonly string[]> {
  const asked = await question(page).ariaSnapshot();
  const ask = /^- group "(.*?)"/.exec(asked)?.[1] ?? '';
  const right = KEY.find(({ asks }) => asks.test(ask))?.right;
  if (!right) throw new Error(`no key for ${ask}`);
  const options = await choices(page).evaluateAll((inputs) =>
    inputs.map((input) => ({
      letter: input.getAttribute('data-letter') ?? '',
      text: input.closest('label')?.textContent ?? '',
    })),
  );
  return options.flatMap(({ letter, text }) => (right.some((part) => part.test(text)) ? [letter] : []));
}

/** Goes on to the question of a number, or to the review after the last. A long question is left unread. */
export async function onward(page: Page, to: number, total = TOTAL): Promise<void> {
  const there = page.getByRole('heading', {
    level: 1,
    name: to > total ? 'Review' : `Question ${to} of ${total}`,
  });
  const unread = page.getByText('There is more of this question below.');
  await page.keyboard.press('n');
  await expect(there.or(unread)).toBeAttached();
  if (await unread.isVisible()) await page.keyboard.press('n');
  await expect(there).toBeFocused();
}

/** Goes to the question that asks this, from the first one on. */
export async function turnTo(page: Page, asks: RegExp): Promise<void> {
  await page.keyboard.press('g');
  await page.getByRole('button', { name: /^Question 1 / }).click();
  for (let to = 2; !(await page.getByRole('group', { name: asks }).isVisible()); to += 1)
    await onward(page, to);
}

/** Chooses an option of the question in view by its text. */
export async function choose(page: Page, text: RegExp): Promise<void> {
  await choices(page).and(page.getByLabel(text)).first().check();
}

/** Hands in what there is, from anywhere in the room. */
export async function submit(page: Page): Promise<void> {
  await page.keyboard.press('r');
  await page.getByRole('button', { name: 'Submit' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Submit/ })
    .click();
}
