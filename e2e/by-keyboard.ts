// Answers every kind of question as somebody without a pointer does: Tab, arrows, Space, Enter, letters, and typing.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Answer, Asked, KindName } from '#exam';

/** What is asked by a question of a kind. */
type AskedOf<K extends KindName, A = Asked> = A extends { readonly kind: infer Own }
  ? K extends Own
    ? A
    : never
  : never;

/** More stops than any page of the room has. */
const STOPS = 120;

async function tabUntil(page: Page, isThere: () => Promise<boolean>, key = 'Tab'): Promise<void> {
  for (let i = 0; i < STOPS; i += 1) {
    if (await isThere()) return;
    await page.keyboard.press(key);
  }
  throw new Error('no number of Tabs leads there');
}

/** Goes on by Tab, or back by Shift+Tab, until a target has the focus. */
export const tabTo = (page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> =>
  tabUntil(page, () => target.evaluate((element) => element === document.activeElement), key);

/** Presses a button or follows a link. */
export async function press(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(page, target, key);
  await page.keyboard.press('Enter');
}

/** Radio buttons are one stop: arrows choose among them, and Space chooses the one that was come to. */
export async function choose(page: Page, radio: Locator): Promise<void> {
  await tabUntil(page, () =>
    radio.evaluate(
      (own: HTMLInputElement) =>
        document.activeElement instanceof HTMLInputElement && document.activeElement.name === own.name,
    ),
  );
  const first = await radio.evaluate((element) => element === document.activeElement);
  if (first) await page.keyboard.press('Space');
  else await tabUntil(page, () => radio.evaluate((own: HTMLInputElement) => own.checked), 'ArrowDown');
  await expect(radio).toBeChecked();
}

/** A text area in which Tab may mean something else: Escape gives it back. */
async function write(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
}

/** A menu chooses what begins with what is typed, and letters are its own until it is left. */
async function pick(page: Page, menu: Locator, text: string): Promise<void> {
  await tabTo(page, menu);
  await page.keyboard.type(text);
  await expect(menu.locator('option:checked')).toHaveText(text);
  await page.keyboard.press('Tab');
}

const plain = (text: string): string => text.replaceAll('`', '');
const exactly = (text: string) => ({ name: plain(text), exact: true });
const textOf = (
  choices: readonly { readonly id: string; readonly text: string }[],
  id: Answer = '',
): string => choices.find((choice) => choice.id === id)?.text ?? '';
const lettered = (text: string) => ({
  name: new RegExp(`^[A-Z] ${plain(text).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`),
});
const field = (answer: Answer, name: string): Answer | undefined =>
  typeof answer === 'object' && !Array.isArray(answer)
    ? (answer as Readonly<Record<string, Answer>>)[name]
    : undefined;

const written = (answer: Answer): string => (typeof answer === 'string' ? answer : '');

/** @param where the question, or the part of it, on the page */
type Answering<K extends KindName> = (
  page: Page,
  where: Locator,
  asked: AskedOf<K>,
  answer: Answer,
) => Promise<void>;

const letters: Answering<'single' | 'multiple'> = async (page, where, { kind, options }, answer) => {
  for (const id of [answer].flat()) {
    const letter = String.fromCharCode(65 + options.findIndex((option) => option.id === id));
    await page.keyboard.press(letter.toLowerCase());
    const role = kind === 'single' ? 'radio' : 'checkbox';
    await expect(where.getByRole(role, { name: new RegExp(`^${letter}\\b`) })).toBeChecked();
  }
};

const order: Answering<'ordering' | 'trace-order'> = async (page, where, { steps }, answer) => {
  const wanted = [answer].flat().map((id) => textOf(steps, id));
  const standing = steps.map(({ text }) => text);
  if (standing.join() === wanted.join()) {
    await press(page, where.getByRole('button', { name: 'This order is right as it stands' }));
    return;
  }
  for (const [place, text] of wanted.entries()) {
    const from = standing.indexOf(text);
    if (from > place) await tabTo(page, where.getByRole('button', exactly(`Move up: ${text}`)));
    for (let at = from; at > place; at -= 1) {
      await page.keyboard.press('Enter');
      await expect(where.getByText(`${plain(text)}, now ${at} of ${steps.length}.`)).toBeAttached();
    }
    standing.splice(place, 0, ...standing.splice(from, 1));
  }
};

const BY_KIND: { readonly [K in KindName]: Answering<K> } = {
  single: letters,
  multiple: letters,
  ordering: order,
  'trace-order': order,
  matching: async (page, where, { prompts, responses }, answer) => {
    for (const { id, text } of prompts) {
      const menu = where.getByRole('combobox', exactly(text));
      const at = responses.findIndex((response) => response.id === field(answer, id));
      await pick(page, menu, `${String.fromCharCode(65 + at)}  ${plain(responses[at]?.text ?? '')}`);
    }
  },
  'case-study': async (page, where, { parts }, answer) => {
    for (const [i, part] of parts.entries()) {
      const given = field(answer, part.id);
      const section = where.getByRole('region', { name: `Part ${i + 1} of ${parts.length}` });
      if (given === undefined) continue;
      // Letters are those of the part in focus.
      await tabUntil(page, () => section.evaluate((own) => own.contains(document.activeElement)));
      await answerAsked(page, section, part, given);
    }
  },
  predict: async (page, where, { decisions, statements }, answer) => {
    await choose(page, where.getByRole('radio', lettered(textOf(statements, field(answer, 'statement')))));
    // Two groups have letters: they are those of the group in focus.
    await page.keyboard.press('Tab');
    const at = decisions.findIndex(({ id }) => id === field(answer, 'decision'));
    await page.keyboard.press('abc'.charAt(at));
    await expect(
      where.getByRole('radio', lettered(textOf(decisions, field(answer, 'decision')))),
    ).toBeChecked();
  },
  'hot-statement': async (page, where, { statements }, answer) => {
    const radio = where.getByRole('radio', lettered(textOf(statements, answer)));
    const letter = (await radio.getAttribute('data-letter')) ?? '';
    await page.keyboard.press(letter.toLowerCase());
    await expect(radio).toBeChecked();
  },
  'policy-fix': (page, where, _asked, answer) => write(page, where.getByRole('textbox'), written(answer)),
  'request-builder': async (page, where, { fields }, answer) => {
    const menus = where.getByRole('combobox');
    for (const [i, { id, choices }] of fields.entries())
      await pick(page, menus.nth(i), plain(textOf(choices, field(answer, id))));
  },
  operate: (page, where, _asked, answer) =>
    write(page, where.getByRole('textbox', { name: 'Your script' }), written(answer)),
};

/** Gives an answer to a question in view, from wherever the focus is above it. */
export const answerAsked: Answering<KindName> = (page, where, asked, answer) =>
  (BY_KIND[asked.kind] as Answering<KindName>)(page, where, asked, answer);
