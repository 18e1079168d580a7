// An exam of sixty-five questions for the journeys alone: eleven generators with seven draws each, every draw an item of
// its own. A room that fetches its bank is given this one instead, so that no page of the site has it.
import type { Page } from '@playwright/test';
import { bankOf, fullsOf, scoreFull, type Content, type FullQuestion } from '#course';
import { loadExam } from '#course/load';
import { drawForm, KINDS, reportOnForm, type Answer, type Asked, type Form, type Report } from '#exam';

/** In the place of the exam of this address. */
export const EXAM = '/exam/passing-a-role/';

const VERSION = 'sixty-five';

export interface SixtyFive {
  /** As a room draws it. */
  readonly formOf: (seed: number) => Form;
  readonly fullOf: (id: string) => FullQuestion;
  /** What the answers of somebody come to. */
  readonly reportOn: (form: Form, answers: ReadonlyMap<string, Answer>) => Promise<Report>;
  /** Gives a page this exam in place of its own. */
  readonly serve: (page: Page) => Promise<void>;
}

export function sixtyFive(): SixtyFive {
  const { content, errors } = loadExam('e2e/fixtures', 'sixty-five');
  const exam = content.exams.get('sixty-five');
  if (!exam) throw new Error(errors.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  const single = eachAnItem(content);
  const questions = fullsOf(single, exam);
  const bank = { ...bankOf(single, exam, questions, VERSION), exam: 'passing-a-role' };
  const { domains, shows } = exam;
  const results = { version: VERSION, questions, lessons: {}, domains, shows };
  const fulls = new Map(questions.map((full) => [full.id, full]));
  const fullOf = (id: string): FullQuestion => {
    const full = fulls.get(id);
    if (!full) throw new Error(`there is no question ${id}`);
    return full;
  };
  return {
    fullOf,
    formOf: (seed) => {
      const form = drawForm(bank, { mode: 'simulation', seed });
      if ('missing' in form) throw new Error(form.missing.join('\n'));
      return form;
    },
    reportOn: async (form, answers) => {
      const worths = form.questions.map(async ({ id }) => ({
        id,
        ...(await scoreFull(fullOf(id), answers.get(id))),
      }));
      return reportOnForm(form, await Promise.all(worths));
    },
    serve: async (page) => {
      // A service worker would answer before this does: none ever arrives.
      await page.addInitScript(() => {
        ServiceWorkerContainer.prototype.register = () => new Promise(() => undefined);
      });
      await page.route(`**${EXAM}bank.json`, (route) => route.fulfill({ json: bank }));
      await page.route(`**${EXAM.slice(0, -1)}.json`, (route) => route.fulfill({ json: results }));
    },
  };
}

const eachAnItem = (content: Content): Content => ({
  ...content,
  questions: new Map([...content.questions].map(([id, question]) => [id, { ...question, item: id }])),
});

/** The numbers of the questions that somebody leaves without a complete answer. */
export const unansweredIn = ({ questions }: Form, answers: ReadonlyMap<string, Answer>): readonly number[] =>
  questions.flatMap((asked, i) => (KINDS[asked.kind].complete(asked, answers.get(asked.id)) ? [] : [i + 1]));

/** An answer that is complete but for a case study, and as a rule not right. */
export function anotherThan(key: Answer, asked: Asked): Answer {
  switch (asked.kind) {
    case 'single':
      return without(asked.options, key)[0] ?? '';
    case 'multiple':
      return without(asked.options, key).slice(0, asked.choose);
    case 'ordering':
    case 'trace-order':
      return asked.steps.map(({ id }) => id);
    case 'matching':
      return Object.fromEntries(asked.prompts.map(({ id }) => [id, asked.responses[0]?.id ?? '']));
    case 'case-study':
      return Object.fromEntries(Object.entries(key).slice(0, 1));
    case 'predict':
      return {
        decision: asked.decisions[0]?.id ?? '',
        statement: asked.statements[0]?.id ?? '',
      };
    case 'hot-statement':
      return without(asked.statements, key)[0] ?? '';
    case 'policy-fix':
      return '{"Version":"2012-10-17","Statement":[]}';
    case 'request-builder':
      return Object.fromEntries(asked.fields.map(({ id, choices }) => [id, choices.at(-1)?.id ?? '']));
    case 'operate':
      return 'aws iam list-users';
  }
}

const without = (choices: readonly { readonly id: string }[], key: Answer): readonly string[] =>
  choices.flatMap(({ id }) => ([key].flat().includes(id) ? [] : [id]));
