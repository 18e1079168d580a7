// A room without a network: one link, three machines, one of them with more time, and a table of their results.
import type { Page } from '@playwright/test';
import { printed } from './exam-door.ts';
import { expect, readyOffline, test } from './journey.ts';
import { onward, start, submit, TOTAL } from './sitting.ts';

test.use({ wholeSite: true });

const SEED = 4104;

interface Candidate {
  readonly name: string;
  readonly link: string;
  /** What the clock shows at first. */
  readonly clock: RegExp;
  /** The letters of each answer, question by question, as far as somebody gets. */
  readonly given: readonly string[];
}

/** A machine that was here once and has no network now. */
async function cutOff(page: Page): Promise<Page> {
  await readyOffline(page);
  await page.context().setOffline(true);
  return page;
}

/** Sits the form of a link and saves the result. @returns its file */
async function sit(page: Page, { name, link, clock, given }: Candidate): Promise<string> {
  await start(page, link);
  await expect(page.getByRole('timer')).toHaveText(clock);
  for (const [i, letters] of given.entries()) {
    for (const letter of letters) await page.keyboard.press(letter);
    await onward(page, i + 2);
  }
  await submit(page);
  await page.getByRole('link', { name: 'See the results' }).click();
  await page.getByLabel('Your name, if you hand it on').fill(name);
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the result to a file' }).click();
  return (await waiting).path();
}

const percent = (share: number): string => `${Math.floor(share * 100 + 1e-9)} %`;

test('a room sits one form by one link without a network, and its scores by task are read from the files', async ({
  browser,
  page,
}) => {
  test.slow();
  const { code, items } = printed('form', SEED);
  const { answers } = printed('key', SEED);
  const letters = items.map(({ id, asked }) =>
    [answers[id] ?? []]
      .flat()
      .map((right) => 'abcdef'.charAt(asked.options.findIndex((option) => option.id === right)))
      .join(''),
  );

  const leader = await cutOff(page);
  await leader.goto('/workshop/');
  await leader.getByRole('combobox', { name: 'Exam', exact: true }).selectOption('Passing a role');
  await leader.getByLabel('Form code').fill(code);
  const open = leader.getByRole('link', { name: 'Open it here' });
  const link = (await open.getAttribute('href')) ?? '';
  const longer = link.replace('time=none', 'time=x1.5');
  await leader.getByRole('combobox', { name: 'Time', exact: true }).selectOption('Half as much again');
  await expect(open).toHaveAttribute('href', longer);

  const room: readonly Candidate[] = [
    { name: 'Ana', link, clock: /^2[45]:\d\d$/, given: letters },
    { name: 'Bo', link, clock: /^2[45]:\d\d$/, given: letters.slice(0, 6) },
    { name: 'Cy', link: longer, clock: /^37:\d\d$/, given: letters.slice(0, 2) },
  ];
  const files = await Promise.all(
    room.map(async (candidate) => {
      const context = await browser.newContext();
      return sit(await cutOff(await context.newPage()), candidate);
    }),
  );

  await leader.getByLabel('Choose result files').setInputFiles(files);
  await expect(leader.getByText('3 results are read.')).toBeVisible();
  const table = leader.getByRole('region', { name: `Passing a role, form ${code}` });
  for (const { name, given } of room) {
    const own = Object.fromEntries(items.slice(0, given.length).map(({ id }) => [id, answers[id] ?? []]));
    const { scaled, raw, max, passed, domains, tasks } = printed('score', SEED, own);
    expect([raw, max]).toEqual([given.length, TOTAL]);
    await expect(table.getByRole('row', { name: new RegExp(`^${name}`) }).getByRole('cell')).toHaveText([
      String(scaled),
      `${raw} / ${max}`,
      passed ? /✓ passed$/ : /✕ not passed$/,
      ...[...domains, ...tasks].map(({ share }) => percent(share)),
    ]);
  }
});
