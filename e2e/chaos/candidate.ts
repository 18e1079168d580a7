// A candidate who works at random, and remembers what the room has called saved.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Random } from '../../src/exam/random.ts';
import { keptIn, type KeptEvent } from './kept.ts';
import { choices, question, TOTAL } from '../sitting.ts';

export const SAVED = '✓ saved';

/** Something that was done, as it must be found among the kept events. */
interface Done {
  readonly type: string;
  /** From 1, as the room counts. */
  readonly question: number;
  /** The chosen options, the option that was struck out, the text of the note. */
  readonly what?: string | readonly string[];
  /** How many inputs the page had had by then. */
  readonly inputs: number;
}

export interface Candidate {
  /** Listens to what the room of a page calls saved. Before the page is opened. */
  readonly watch: (page: Page) => Promise<void>;
  /** Does one thing at random in the room that is open on a page. */
  readonly act: (page: Page) => Promise<void>;
  /** Flags or unflags the question in view and does not wait for anything. */
  readonly flagUnseen: (page: Page) => Promise<void>;
  /** Writes a note on the question in view and does not wait for anything. */
  readonly noteUnseen: (page: Page) => Promise<void>;
  /** Waits until the room calls everything saved. */
  readonly settle: (page: Page) => Promise<void>;
  /** From here on what is done is not expected to be kept: the room has said so. */
  readonly expectNoMore: () => void;
  /** What the room called saved and the database does not have. */
  readonly lost: (page: Page) => Promise<readonly Done[]>;
}

const note = (page: Page): Locator => page.getByRole('textbox', { name: 'Note' });

/** Tells, at each painted frame, up to which input the room says that everything is saved. */
function watchSaved(saved: string): void {
  let inputs = 0;
  let told = -1;
  for (const type of ['click', 'keydown', 'input'])
    addEventListener(
      type,
      () => {
        inputs += 1;
        (globalThis as { inputs?: number }).inputs = inputs;
      },
      { capture: true },
    );
  const xpath = `//*[text()='${saved}']`;
  const look = (): void => {
    const found = document.evaluate(xpath, document, null, XPathResult.ANY_UNORDERED_NODE_TYPE, null);
    if (found.singleNodeValue && told !== inputs) {
      told = inputs;
      console.debug(`saved ${inputs}`);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const inputsOf = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as { inputs?: number }).inputs ?? 0);

const normal = (answer: unknown): readonly string[] =>
  typeof answer === 'string' ? [answer] : (answer as string[]).toSorted();

function isOf(event: KeptEvent, { type, what }: Done, id: string | undefined): boolean {
  if (event.type !== type || event['question'] !== id) return false;
  if (type === 'answered') return String(normal(event['answer'])) === String(what);
  if (type === 'noted') return event['text'] === what;
  return what === undefined || event['option'] === what;
}

export function newCandidate(luck: Random): Candidate {
  const done: { page: Page; act: Done }[] = [];
  const saved = new Map<Page, number>();
  const kept: Done[] = [];
  let expecting = true;
  let notes = 0;
  const nextNote = (): string => `note ${(notes += 1)}: ${luck.below(1000)}`;

  const at = async (page: Page): Promise<number> => {
    const text = await page.getByText(new RegExp(`^\\d+ of ${TOTAL}$`)).textContent();
    return Number.parseInt(text ?? '', 10);
  };
  const remember = async (page: Page, act: Omit<Done, 'inputs'>): Promise<void> => {
    if (!expecting) return;
    const last = done.at(-1)?.act;
    // Who writes on at once has changed the note before it was kept.
    if (last?.type === 'noted' && act.type === 'noted' && last.question === act.question) done.pop();
    done.push({ page, act: { ...act, inputs: await inputsOf(page) } });
  };
  /** Moves to the list of what must be there all that a page has called saved. */
  const collect = (): void => {
    for (const { page, act } of done.splice(0)) if ((saved.get(page) ?? -1) >= act.inputs) kept.push(act);
  };
  const flagButton = (page: Page): Locator => page.getByRole('button', { name: /^⚑ Flag|^Flag/ });

  const ACTS: readonly ((page: Page, n: number) => Promise<void>)[] = [
    async (page, n) => {
      const all = await choices(page).all();
      const option = all[luck.below(all.length)];
      const chosen = (): Promise<string[]> =>
        choices(page).evaluateAll((inputs) =>
          (inputs as HTMLInputElement[]).filter(({ checked }) => checked).map(({ value }) => value),
        );
      const before = await chosen();
      await option?.click();
      const after = await chosen();
      if (String(before) !== String(after))
        await remember(page, { type: 'answered', question: n, what: after.toSorted() });
    },
    async (page, n) => {
      const flag = flagButton(page);
      const flagged = (await flag.getAttribute('aria-pressed')) === 'true';
      await flag.click();
      await remember(page, { type: flagged ? 'unflagged' : 'flagged', question: n });
    },
    async (page, n) => {
      const free = choices(page).and(page.locator(':not(:checked)'));
      const option = (await free.all())[luck.below(await free.count())];
      const value = (await option?.getAttribute('value')) ?? '';
      const letter = (await option?.getAttribute('data-letter')) ?? '';
      const button = page.getByRole('button', { name: new RegExp(`^(Strike out|Bring back) ${letter}$`) });
      const struck = (await button.textContent()) === 'Bring back';
      await button.click();
      await remember(page, { type: struck ? 'unstruck' : 'struck', question: n, what: value });
    },
    async (page, n) => {
      const button = page.getByRole('button', { name: 'Note', exact: true });
      if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
      const text = nextNote();
      await note(page).fill(text);
      await remember(page, { type: 'noted', question: n, what: text });
    },
    async (page) => {
      const to = 1 + luck.below(TOTAL);
      await page.getByRole('button', { name: /^Navigator/ }).click();
      await page.getByRole('button', { name: new RegExp(`^Question ${to} `) }).click();
      await expect(page.getByRole('heading', { name: `Question ${to} of ${TOTAL}` })).toBeAttached();
    },
  ];

  return {
    watch: async (page) => {
      page.on('console', (message) => {
        const told = /^saved (\d+)$/.exec(message.text());
        if (told) saved.set(page, Number(told[1]));
      });
      // A new document counts anew.
      page.on('framenavigated', (frame) => {
        if (frame !== page.mainFrame()) return;
        collect();
        saved.delete(page);
      });
      await page.addInitScript(watchSaved, SAVED);
    },
    act: async (page) => {
      await expect(question(page)).toBeVisible();
      await ACTS[luck.below(ACTS.length)]?.(page, await at(page));
    },
    flagUnseen: async (page) => {
      const flag = flagButton(page);
      const type = (await flag.getAttribute('aria-pressed')) === 'true' ? 'unflagged' : 'flagged';
      const act: Done = { type, question: await at(page), inputs: (await inputsOf(page)) + 1 };
      if (expecting) done.push({ page, act });
      await flag.click();
    },
    noteUnseen: async (page) => {
      const button = page.getByRole('button', { name: 'Note', exact: true });
      if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
      const text = nextNote();
      const act: Done = {
        ...{ type: 'noted', question: await at(page), what: text },
        inputs: (await inputsOf(page)) + 1,
      };
      if (expecting) done.push({ page, act });
      await note(page).fill(text);
    },
    settle: async (page) => {
      const inputs = await inputsOf(page);
      await expect.poll(() => saved.get(page) ?? -1).toBeGreaterThanOrEqual(inputs);
    },
    expectNoMore: () => {
      collect();
      done.length = 0;
      expecting = false;
    },
    lost: async (page) => {
      collect();
      const { events, questions } = await keptIn(page);
      const rest = [...events];
      return kept.filter((act) => {
        const found = rest.findIndex((event) => isOf(event, act, questions[act.question - 1]));
        if (found >= 0) rest.splice(0, found + 1);
        return found < 0;
      });
    },
  };
}
