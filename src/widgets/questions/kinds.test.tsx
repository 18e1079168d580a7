// What every kind of question owes: a view, a way by the keyboard alone, a form on paper, a review with every reason.
import { readFileSync } from 'node:fs';
import { render, screen, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { partOfFull, worldOfFull, type FullQuestion } from '#course';
import { KINDS, type Answer, type KindName } from '#exam';
import { plain } from '#widgets/prose/plain.ts';
import CheckQuestion from './CheckQuestion.tsx';
import { QuestionView } from './QuestionView.tsx';
import { Reasons } from './Reasons.tsx';
import { REVIEWS } from './reasons/index.ts';
import { chooseRadio, KIND_NAMES, questionOf, reach, Sat } from './test/asking.tsx';
import { chosenIn } from './views/chosen.ts';
import { fieldIn } from './views/fields.ts';
import { VIEWS } from './views/index.ts';

/** Gives the answer of the key in a part of the page, and touches no pointer. */
type Answering = (user: UserEvent, full: FullQuestion, at: HTMLElement) => Promise<void>;

/** Places to write in on paper: boxes, blanks, fields of ruled lines. */
interface Paper {
  readonly box?: number;
  readonly blank?: number;
  readonly rules?: number;
}

interface Owed {
  readonly byKeyboard: Answering;
  readonly onPaper: (full: FullQuestion) => Paper;
}

const radioOf = (at: HTMLElement, value: string): HTMLInputElement => {
  const found = [...at.querySelectorAll<HTMLInputElement>('input')].find((one) => one.value === value);
  if (!found) throw new Error(`no field of ${value}`);
  return found;
};

const byOptions: Answering = async (user, { key }, at) => {
  for (const id of chosenIn(key)) {
    const field = radioOf(at, id);
    if (field.type === 'radio') await chooseRadio(user, field);
    else {
      await reach(user, field);
      await user.keyboard(' ');
    }
  }
};

const byMoving: Answering = async (user, { key, question: { asked } }, at) => {
  if (!('steps' in asked)) throw new Error('no steps');
  for (const [place, id] of chosenIn(key).entries()) {
    const text = plain(asked.steps.find((step) => step.id === id)?.text ?? '');
    const up = within(at).getByRole('button', { name: `Move up: ${text}` });
    const placeOf = (): string | undefined =>
      within(at).getByRole<HTMLSelectElement>('combobox', { name: `Place of: ${text}` }).value;
    await reach(user, up);
    while (Number(placeOf()) > place) await user.keyboard('{Enter}');
  }
  await reach(user, within(at).getByRole('button', { name: 'This order is right as it stands' }));
  await user.keyboard('{Enter}');
};

const byMenus =
  (menus: (full: FullQuestion) => readonly { readonly id: string; readonly name: string }[]): Answering =>
  async (user, full, at) => {
    const { asked } = full.question;
    for (const { id, name } of menus(full)) {
      const choices =
        asked.kind === 'matching'
          ? asked.responses
          : asked.kind === 'request-builder'
            ? (asked.fields.find((field) => field.id === id)?.choices ?? [])
            : [];
      const menu = within(at).getByRole<HTMLSelectElement>('combobox', { name });
      const text = plain(choices.find((one) => one.id === fieldIn(full.key, id))?.text ?? '');
      // The menu of a matching question puts a letter before each response.
      const option = [...menu.options].find((one) => one.text.replace(/^[A-Z] {1,2}/, '') === text);
      await reach(user, menu);
      await user.selectOptions(menu, option?.value ?? '');
    }
  };

const byWriting =
  (name: RegExp): Answering =>
  async (user, { key }, at) => {
    const field = await within(at).findByRole<HTMLTextAreaElement>('textbox', { name });
    await reach(user, field);
    await user.keyboard('{Control>}a{/Control}');
    await user.paste(typeof key === 'string' ? key : '');
    // In the editor Tab indents until Esc gives it back.
    await user.keyboard('{Escape}');
  };

const FIELDS: Readonly<Record<string, string>> = {
  principal: 'Who asks',
  action: 'What is asked for',
  resource: 'On which resource',
};

const options: Owed = {
  byKeyboard: byOptions,
  onPaper: ({ question: { asked } }) => ({ box: 'options' in asked ? asked.options.length : 0 }),
};

const order: Owed = {
  byKeyboard: byMoving,
  onPaper: ({ question: { asked } }) => ({ blank: 'steps' in asked ? asked.steps.length : 0 }),
};

const OWED: Readonly<Record<KindName, Owed>> = {
  single: options,
  multiple: options,
  ordering: order,
  'trace-order': order,
  matching: {
    byKeyboard: byMenus(({ question: { asked } }) =>
      asked.kind === 'matching' ? asked.prompts.map(({ id, text }) => ({ id, name: plain(text) })) : [],
    ),
    onPaper: ({ question: { asked } }) => ({ blank: asked.kind === 'matching' ? asked.prompts.length : 0 }),
  },
  predict: {
    byKeyboard: async (user, { key }, at) => {
      await chooseRadio(user, radioOf(at, fieldIn(key, 'statement') ?? ''));
      await chooseRadio(user, radioOf(at, fieldIn(key, 'decision') ?? ''));
    },
    onPaper: ({ question: { asked } }) => ({
      box: asked.kind === 'predict' ? asked.statements.length + asked.decisions.length : 0,
    }),
  },
  'hot-statement': {
    byKeyboard: byOptions,
    onPaper: ({ question: { asked } }) => ({
      box: asked.kind === 'hot-statement' ? asked.statements.length : 0,
    }),
  },
  'policy-fix': { byKeyboard: byWriting(/^Text of/), onPaper: () => ({ rules: 1 }) },
  'request-builder': {
    byKeyboard: byMenus(({ question: { asked } }) =>
      asked.kind === 'request-builder'
        ? asked.fields.map(({ id, label }) => ({ id, name: FIELDS[id] ?? label }))
        : [],
    ),
    onPaper: ({ question: { asked } }) => ({
      blank: asked.kind === 'request-builder' ? asked.fields.length : 0,
    }),
  },
  operate: { byKeyboard: byWriting(/^Your script$/), onPaper: () => ({ rules: 1 }) },
  'case-study': {
    byKeyboard: async (user, full, at) => {
      const sections = at.querySelectorAll<HTMLElement>('.part');
      for (const [i, { asked }] of (full.question.parts ?? []).entries()) {
        const section = sections[i];
        if (!section) throw new Error(`no part ${asked.id}`);
        await OWED[asked.kind].byKeyboard(user, partOfFull(full, asked.id), section);
      }
    },
    onPaper: (full) =>
      (full.question.parts ?? [])
        .map(({ asked }) => OWED[asked.kind].onPaper(partOfFull(full, asked.id)))
        .reduce<Paper>(
          (sum, { box = 0, blank = 0, rules = 0 }) => ({
            box: (sum.box ?? 0) + box,
            blank: (sum.blank ?? 0) + blank,
            rules: (sum.rules ?? 0) + rules,
          }),
          {},
        ),
  },
};

/** The sentences that an author wrote to explain. */
function reasonsIn(spec: unknown, explains = false): readonly string[] {
  if (typeof spec === 'string') return explains ? [spec] : [];
  if (typeof spec !== 'object' || spec === null) return [];
  return Object.entries(spec).flatMap(([name, value]) => {
    if (['shows', 'insteadOf', 'rule'].includes(name)) return [];
    // The checks that a lazy script leaves open have names, not sentences.
    if (name === 'fails' && Array.isArray(value)) return [];
    return reasonsIn(value, explains || ['why', 'tempts', 'fails', 'right', 'wrong'].includes(name));
  });
}

const wholeOf = ({ container }: { readonly container: HTMLElement }): string =>
  container.textContent.replaceAll('`', '');

it('is owed by every kind that there is, and axe looks at each in a browser', () => {
  expect(Object.keys(OWED).toSorted()).toEqual(KIND_NAMES.toSorted());
  const journey = readFileSync('e2e/kinds.e2e.ts', 'utf8');
  expect(KIND_NAMES.filter((kind) => !journey.includes(`'${kind}'`))).toEqual([]);
});

describe.each(KIND_NAMES)('the kind %s', (kind) => {
  const full = questionOf(kind);
  const { asked } = full.question;
  const score = async (answer: Answer | undefined) =>
    KINDS[kind].score(full.question, answer, worldOfFull(full));

  it('has a view and a review', () => {
    expect(VIEWS[kind]).toBeDefined();
    expect(REVIEWS[kind]).toBeDefined();
  });

  it('is answered fully right by the keyboard alone, and then explained, as a check in a lesson', async () => {
    const { container } = render(<CheckQuestion full={full} />);
    const user = userEvent.setup();
    const [question] = container.querySelectorAll<HTMLElement>('.question');
    if (!question) throw new Error('no question');
    const answers = screen.getByRole('button', { name: 'Answer' });
    expect(answers.matches(':disabled')).toBe(true);
    await OWED[kind].byKeyboard(user, full, question);
    await reach(user, answers);
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Right.', { selector: '.outcome' }, { timeout: 60_000 })).toBeDefined();
    expect(reasonsIn(full.spec).filter((reason) => !wholeOf({ container }).includes(plain(reason)))).toEqual(
      [],
    );
    await reach(user, screen.getByRole('button', { name: 'Try again' }));
    await user.keyboard('{Enter}');
    expect(screen.getByRole('button', { name: 'Answer' }).matches(':disabled')).toBe(true);
  });

  it('asks what it asks, names each of its fields, and lets nothing be answered where it is only read', () => {
    const { container, unmount } = render(<Sat question={asked} />);
    expect(wholeOf({ container })).toContain(plain(asked.ask));
    for (const role of ['radio', 'checkbox', 'combobox', 'textbox', 'button'])
      for (const field of screen.queryAllByRole(role))
        expect(screen.queryAllByRole(role, { name: /./ })).toContain(field);
    unmount();
    const { container: read } = render(<QuestionView question={asked} answer={full.key} />);
    const fields = [...read.querySelectorAll('input, select, textarea')];
    expect(fields.filter((one) => !one.matches(':disabled, [readonly]'))).toEqual([]);
    expect(within(read).queryAllByRole('button')).toEqual([]);
  });

  it('has places to write in on paper, and prints an answer in them', () => {
    const placesIn = (container: HTMLElement): Required<Paper> => ({
      box: container.querySelectorAll('.on-paper.box').length,
      blank: container.querySelectorAll('.on-paper.blank').length,
      rules: container.querySelectorAll('.on-paper.rules').length,
    });
    const blank = render(<QuestionView question={asked} answer={undefined} />);
    expect(placesIn(blank.container)).toEqual({ box: 0, blank: 0, rules: 0, ...OWED[kind].onPaper(full) });
    expect(
      [...blank.container.querySelectorAll('.box, .blank, .rules')].map((one) => one.textContent),
    ).toEqual([...blank.container.querySelectorAll('.box, .blank, .rules')].map(() => ''));
    blank.unmount();
    const { container } = render(<QuestionView question={asked} answer={full.key} />);
    const written = [...container.querySelectorAll('.box, .blank, .rules')]
      .map((one) => one.textContent)
      .join('');
    expect(kind === 'policy-fix' ? wholeOf({ container }) : written).not.toBe('');
  });

  it('is reviewed with every reason that its author wrote, whether it was answered or not', async () => {
    for (const answer of [undefined, full.key]) {
      const shown = render(<Reasons full={full} answer={answer} points={await score(answer)} />);
      const text = wholeOf(shown);
      expect(reasonsIn(full.spec).filter((reason) => !text.includes(plain(reason)))).toEqual([]);
      expect(shown.container.querySelectorAll('input, select, textarea')).toHaveLength(0);
      shown.unmount();
    }
  });
});
