// One seed is one form: what the command line prints in Node is what a room draws in a browser, by code or by link.
import type { Page } from '@playwright/test';
import { printed } from './exam-door.ts';
import { expect, test } from './journey.ts';
import { choices, EXAM, onward, TOTAL } from './sitting.ts';

async function openByLink(page: Page, code: string): Promise<void> {
  await page.goto(`${EXAM}#form=${code}`);
}

async function openByCode(page: Page, code: string): Promise<void> {
  await page.goto(EXAM);
  await page.getByRole('radio', { name: 'By its code' }).check();
  await page.getByRole('textbox', { name: 'Code of the form' }).fill(code.toLowerCase().replaceAll('-', ' '));
}

for (const { seed, how, open } of [
  { seed: 0, how: 'its link', open: openByLink },
  { seed: 1729, how: 'its code', open: openByCode },
  { seed: Number.MAX_SAFE_INTEGER, how: 'its link', open: openByLink },
])
  test(`the form of seed ${seed} is the same in Node and in a browser, opened by ${how}`, async ({
    page,
  }) => {
    const { code, items } = printed('form', seed);
    await open(page, code);
    expect(items).toHaveLength(TOTAL);
    await page.getByRole('button', { name: 'Start' }).click();
    await expect(page.getByText(`1 of ${TOTAL}`, { exact: true })).toBeVisible();
    for (const [i, { asked }] of items.entries()) {
      await expect(page.getByRole('group', { name: asked.ask.replaceAll('`', '') })).toBeVisible();
      await expect(choices(page)).toHaveCount(asked.options.length);
      expect(
        await choices(page).evaluateAll((inputs: HTMLInputElement[]) => inputs.map(({ value }) => value)),
      ).toEqual(asked.options.map(({ id }) => id));
      await onward(page, i + 2);
    }
    await expect(page.getByRole('heading', { name: 'Review' })).toBeFocused();
  });

type Texts = readonly { readonly text: string }[];

/** Of a question, what this journey reads. */
interface Asked {
  readonly ask: string;
  readonly options?: Texts;
  readonly steps?: Texts;
  readonly prompts?: Texts;
  readonly parts?: readonly Asked[];
}

const plain = (text: string): string => text.replaceAll('`', '');

/** What is to be chosen, ordered or matched, in the order in which the form lays it out. */
function listed({ options, steps, prompts, parts }: Asked): readonly string[] {
  if (parts) return parts.flatMap(listed);
  return (options ?? steps ?? prompts ?? []).map(({ text }) => plain(text));
}

test('a form of every kind that is drawn out of a larger bank is the same on paper in a browser as in Node', async ({
  page,
}) => {
  for (const seed of [1729, Number.MAX_SAFE_INTEGER]) {
    const { code, items } = printed('form', seed, {}, 'all-kinds');
    await page.goto('about:blank');
    await page.goto(`/exam/all-kinds/print/#form=${code}`);
    await expect(page.locator('[data-kind]')).toHaveCount(items.length);
    const papers = await page
      .locator('[data-kind]')
      .evaluateAll((found) => found.map((one) => one.textContent.replaceAll('`', '')));
    for (const [i, item] of items.entries()) {
      const asked = item.asked as unknown as Asked;
      const paper = papers[i] ?? '';
      let from = paper.indexOf(plain(asked.ask));
      for (const text of [plain(asked.ask), ...listed(asked)]) {
        const at = paper.indexOf(text, from);
        expect(at, `${item.id}: ${text}`).toBeGreaterThanOrEqual(0);
        from = at + text.length;
      }
    }
  }
});
