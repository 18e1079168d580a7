// Every kind of question in the room and in its result: no accessibility finding, nothing wider than a telephone, a form
// on paper. And the two kinds that are hardest to make for everybody, as a keyboard and assistive technology meet them.
import type { Page } from '@playwright/test';
import { findings } from './axe.ts';
import { expect, test } from './journey.ts';

const EXAM = '/exam/all-kinds/';
const KINDS = [
  'single',
  'multiple',
  'ordering',
  'matching',
  'case-study',
  'predict',
  'hot-statement',
  'policy-fix',
  'request-builder',
  'operate',
  'trace-order',
] as const;

type Kind = (typeof KINDS)[number];

async function start(page: Page): Promise<void> {
  await page.goto(EXAM);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
}

/** The button of the lower bar that goes on, once more where a long question was not seen to its end. */
async function onward(page: Page): Promise<void> {
  const before = await page.getByRole('heading', { level: 1 }).textContent();
  const there = page.getByRole('heading', { level: 1 }).filter({ hasNotText: before ?? '' });
  const unread = page.getByText('There is more of this question below.');
  const button = page.getByRole('button', { name: /^(Next|Review)$/ }).last();
  await button.click();
  await expect(there.or(unread)).toBeAttached();
  if (await unread.isVisible()) await button.click();
  await expect(there).toBeAttached();
}

/** Goes through the questions of the room, each once, and ends in the review. */
async function eachQuestion(page: Page, look: (kind: Kind) => Promise<void>): Promise<void> {
  const total = Number(/\d+$/.exec((await page.getByText(/^1 of \d+$/).textContent()) ?? '')?.[0]);
  for (let i = 1; i <= total; i++) {
    await expect(page.getByRole('heading', { level: 1, name: `Question ${i} of ${total}` })).toBeAttached();
    await look((await page.locator('[data-kind]').getAttribute('data-kind')) as Kind);
    await onward(page);
  }
}

/** Goes on to the first question of a kind. */
async function goTo(page: Page, kind: Kind): Promise<void> {
  const found = page.locator(`[data-kind=${kind}]`);
  for (let i = 0; i < 40 && (await found.count()) === 0; i++) await onward(page);
  await expect(found).toBeVisible();
}

const wider = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every kind is free of accessibility findings in the room and in its result, ${colorScheme}`, async ({
    page,
  }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    const what = colorScheme === 'light' ? 'all' : 'colours';
    await start(page);
    const seen = new Set<Kind>();
    await eachQuestion(page, async (kind) => {
      if (seen.has(kind)) return;
      seen.add(kind);
      if (kind === 'policy-fix') await expect(page.getByRole('textbox')).toBeVisible();
      expect(await findings(page, what), kind).toEqual([]);
    });
    expect([...seen].toSorted()).toEqual([...KINDS].toSorted());
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByRole('button', { name: 'Submit all the same' }).click();
    await page.getByRole('link', { name: 'See the results' }).click();
    await page.getByText('How the decision came about').first().click();
    for (const misses of await page.getByText('Near misses').all()) await misses.click();
    expect(await findings(page, what)).toEqual([]);
  });
}

test('every kind fits a telephone, and twice the text', async ({ page }) => {
  test.slow();
  await start(page);
  await eachQuestion(page, async (kind) => {
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await wider(page), kind).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.evaluate(() => {
      document.documentElement.style.setProperty('font-size', '200%');
    });
    expect(await wider(page), kind).toBeLessThanOrEqual(0);
    await page.evaluate(() => {
      document.documentElement.style.removeProperty('font-size');
    });
  });
});

test('every kind has targets that a finger hits', async ({ page }) => {
  test.slow();
  await start(page);
  await eachQuestion(page, async (kind) => {
    const small = await page.locator('[data-kind]').evaluate((question) =>
      [...question.querySelectorAll('button, select, label:has(input), textarea')]
        .map((target) => ({ name: target.outerHTML.slice(0, 60), box: target.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ name }) => name),
    );
    expect(small, kind).toEqual([]);
  });
});

test('on paper every kind has places to write in, and nothing that is pressed', async ({ page }) => {
  test.slow();
  await start(page);
  await eachQuestion(page, async (kind) => {
    await page.emulateMedia({ media: 'print' });
    const question = page.locator('[data-kind]');
    await expect(question.locator('.on-paper').filter({ visible: true }).first(), kind).toBeVisible();
    await expect(question.getByRole('button'), kind).toHaveCount(0);
    await expect(question.getByRole('combobox'), kind).toHaveCount(0);
    await page.emulateMedia({ media: 'screen' });
  });
});

test('an ordering question is read and answered without sight or pointer', async ({ page }) => {
  await start(page);
  await goTo(page, 'ordering');
  const list = page.locator('[data-kind=ordering]').getByRole('group').getByRole('list');
  const steps = await list.getByRole('listitem').count();
  await expect(list.getByRole('listitem').nth(1)).toMatchAriaSnapshot(`
    - listitem:
      - text: /^2 .+/
      - button /^Move up. .+/
      - button /^Move down. .+/
      - combobox /^Place of. .+/:
        - option "Place 1"
        - option "Place 2" [selected]
        - option "Place 3"
  `);
  const up = list.getByRole('button', { name: /^Move up/ }).last();
  const name = (await up.getAttribute('aria-label')) ?? '';
  const step = name.replace('Move up: ', '');
  await up.focus();
  const same = page.getByRole('button', { name, exact: true });
  for (let place = steps - 1; place >= 1; place--) {
    await page.keyboard.press('Enter');
    await expect(same).toBeFocused();
    await expect(page.getByText(`${step}, now ${place} of ${steps}.`)).toBeAttached();
  }
  await expect(same).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: `Place of: ${step}` })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText(`${step}, now 2 of ${steps}.`)).toBeAttached();
  await expect(page.getByRole('combobox', { name: `Place of: ${step}` })).toBeFocused();
  const down = page.getByRole('button', { name: `Move down: ${step}`, exact: true });
  await page.keyboard.press('Shift+Tab');
  await expect(down).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(down).toBeFocused();
  await expect(page.getByText(`${step}, now 3 of ${steps}.`)).toBeAttached();
  await expect(page.getByText('Answered: the order counts as it stands here.')).toBeVisible();
});

test('a matching question is read and answered without sight or pointer', async ({ page }) => {
  await start(page);
  await goTo(page, 'matching');
  const group = page.locator('[data-kind=matching]').getByRole('group');
  await expect(group).toHaveAccessibleDescription(/more than once, or not at all/);
  const menus = group.getByRole('combobox');
  const prompts = await menus.count();
  await menus.first().focus();
  for (let i = 0; i < prompts; i++) {
    await expect(menus.nth(i)).toBeFocused();
    await expect(menus.nth(i)).toHaveAccessibleName(/.+/);
    await expect(menus.nth(i).locator('option').first()).toHaveText('Choose …');
    await page.keyboard.press('ArrowDown');
    await expect(menus.nth(i).locator('option:checked')).toHaveText(/^A {2}/);
    await page.keyboard.press('Tab');
  }
  await expect(page.getByText(`${prompts} of ${prompts} matched`)).toBeVisible();
});

test('what is typed into the terminal of a question is its answer', async ({ page }) => {
  await start(page);
  await goTo(page, 'operate');
  await page.getByRole('button', { name: 'Open a terminal' }).click();
  const line = page.getByRole('textbox', { name: 'Command', exact: true });
  await line.fill('aws iam list-roles --query "Roles[].RoleName" --output text');
  await line.press('Enter');
  const script = page.getByRole('textbox', { name: 'Your script' });
  await expect(script).toHaveValue(/list-roles/);
  await page.getByRole('button', { name: 'Close the terminal' }).click();
  await expect(script).toBeEditable();
  await page.getByRole('button', { name: 'Open a terminal' }).click();
  await expect(page.getByRole('group', { name: 'Terminal', exact: true })).toContainText('list-roles');
  await page.getByRole('button', { name: 'Take back the last line' }).click();
  await expect(script).toHaveValue('');
});
