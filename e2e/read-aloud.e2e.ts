// An ordering and a matching question as they are read to somebody who sees neither: every role, name and state in its
// order, and every announcement.
import type { Page } from '@playwright/test';
import { press, tabTo } from './by-keyboard.ts';
import { expect, test } from './journey.ts';
import { hearAnnouncements, readAloud } from './read-aloud.ts';
import { EXAM, sixtyFive } from './sixty-five.ts';

const { serve, formOf } = sixtyFive();
const form = formOf(65);

/** Opens the first question of a kind. */
async function open(page: Page, kind: string): Promise<void> {
  await serve(page);
  await page.goto(`${EXAM}#form=${form.code}`);
  await page.getByRole('button', { name: 'Start' }).press('Enter');
  const number = form.questions.findIndex((asked) => asked.kind === kind) + 1;
  await expect(page.getByText('1 of 65', { exact: true })).toBeVisible();
  await page.keyboard.press('g');
  await press(page, page.getByRole('button', { name: new RegExp(`^Question ${number} `) }));
  await expect(page.getByRole('heading', { level: 1, name: `Question ${number} of 65` })).toBeFocused();
}

const NOT_YET = 'Not answered yet. Move a step, or say that the order is right as it stands.';
const ANSWERED = 'Answered: the order counts as it stands here.';

const disabled = (is: boolean): string => (is ? ' [disabled]' : '');

test('an ordering question is read in the order of its steps, and says where each step went', async ({
  page,
}) => {
  const heard = await hearAnnouncements(page);
  await open(page, 'ordering');
  const asked = form.questions.find(({ kind }) => kind === 'ordering');
  if (asked?.kind !== 'ordering') throw new Error('the form orders nothing');
  const [first = '', second = '', third = ''] = asked.steps.map(({ text }) => text);
  const reads = (
    steps: readonly string[],
    standing: string,
    { given, focused = '', said = [] }: { given: boolean; focused?: string; said?: readonly string[] },
  ): Promise<void> =>
    expect
      .poll(() => readAloud(page, 'group', asked.ask))
      .toEqual(
        [
          `group “${asked.ask}” (${standing})`,
          `  text “${asked.ask}”`,
          '  list',
          ...steps.flatMap((step, i) => [
            '    listitem',
            `      text “${i + 1}”`,
            `      text “${step}”`,
            `      button “Move up: ${step}”${disabled(i === 0)}`,
            `      button “Move down: ${step}”${disabled(i === steps.length - 1)}`,
            `      combobox “Place of: ${step}” = Place ${i + 1}`,
          ]),
          '  paragraph',
          `    text “${standing}”`,
          `  button “This order is right as it stands”${disabled(given)}`,
          `  button “Put back as it was”${disabled(!given)}`,
          '  status',
          ...said.map((text) => `    text “${text}”`),
        ].map((line) => (focused !== '' && line.includes(`“${focused}”`) ? `${line} [focused]` : line)),
      );
  await reads([first, second, third], NOT_YET, { given: false });

  const up = `Move up: ${third}`;
  await press(page, page.getByRole('button', { name: up, exact: true }));
  await reads([first, third, second], ANSWERED, {
    given: true,
    focused: up,
    said: [`${third}, now 2 of 3.`],
  });
  await page.keyboard.press('Enter');
  await reads([third, first, second], ANSWERED, {
    given: true,
    focused: up,
    said: [`${third}, now 1 of 3.`],
  });
  await page.keyboard.press('Enter');
  await reads([third, first, second], ANSWERED, {
    given: true,
    focused: up,
    said: [`${third}, already first.`],
  });
  await press(page, page.getByRole('button', { name: 'Put back as it was' }));
  await reads([first, second, third], NOT_YET, {
    given: false,
    focused: 'Put back as it was',
    said: ['Put back as it was. Not answered.'],
  });
  expect(heard.filter((text) => text.includes(third) || text.startsWith('Put back'))).toEqual([
    `${third}, now 2 of 3.`,
    `${third}, now 1 of 3.`,
    `${third}, already first.`,
    'Put back as it was. Not answered.',
  ]);
});

test('a matching question is read with its responses first, and each prompt with what was chosen for it', async ({
  page,
}) => {
  await open(page, 'matching');
  const asked = form.questions.find(({ kind }) => kind === 'matching');
  if (asked?.kind !== 'matching') throw new Error('the form matches nothing');
  const { ask, prompts, responses } = asked;
  const lettered = responses.map(({ text }, i) => `${'ABC'.charAt(i)} ${text}`);
  const hint = 'To choose from. Each may serve more than once, or not at all.';
  const named = (text: string): string => text.replaceAll('`', '');
  const combobox = ({ text }: { readonly text: string }): string => `combobox “${named(text)}”`;
  const menus = async (): Promise<readonly string[]> =>
    (await readAloud(page, 'group', ask))
      .map((line) => line.trim())
      .filter((line) => line.startsWith('combobox'));

  const read = await readAloud(page, 'group', ask);
  expect(read.slice(0, 4)).toEqual([
    `group “${ask}” (${hint})`,
    `  text “${ask}”`,
    '  paragraph',
    `    text “${hint}”`,
  ]);
  expect(read.slice(4, 14)).toEqual([
    '  list',
    ...responses.flatMap(({ text }, i) => [
      '    listitem',
      `      text “${'ABC'.charAt(i)}”`,
      `      text “${text}”`,
    ]),
  ]);
  expect(await menus()).toEqual(prompts.map((prompt) => `${combobox(prompt)} = Choose …`));
  expect(read.slice(-2)).toEqual(['  paragraph', '    text “0 of 3 matched”']);

  for (const { text } of prompts) {
    await tabTo(page, page.getByRole('combobox', { name: named(text), exact: true }));
    await page.keyboard.press('b');
  }
  await expect
    .poll(menus)
    .toEqual(
      prompts.map((prompt, i) => `${combobox(prompt)} = ${lettered[1]}${i === 2 ? ' [focused]' : ''}`),
    );
  expect((await readAloud(page, 'group', ask)).at(-1)).toBe('    text “3 of 3 matched”');
});
