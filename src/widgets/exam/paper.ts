// The questions of an exam with everything: kept with an attempt when it begins, and read again for its result.
import type { FullQuestion, LessonLink } from '#course';
import { SHOWN_AT_THE_END, type Form, type Shows } from '#exam';
import type { AttemptRow, PaperRow } from '#store';

interface Titled {
  readonly id: string;
  readonly title: string;
  readonly weight?: number | undefined;
}

/** What the site serves beside an exam for its results. */
export interface ResultData {
  readonly version: string;
  readonly questions: readonly FullQuestion[];
  /** That teach what an item examines, where there are any. */
  readonly lessons: Readonly<Record<string, readonly LessonLink[]>>;
  /** Of the blueprint. */
  readonly domains: readonly (Titled & { readonly tasks: readonly Titled[] })[];
  readonly shows: Shows;
}

/** Of what a paper says nothing about. */
const UNSAID = { lessons: {}, domains: [], shows: SHOWN_AT_THE_END } as const;

const parsed = (text: string): ResultData => ({ ...UNSAID, ...(JSON.parse(text) as ResultData) });

/** The questions of today. */
export async function questionsToday(exam: string): Promise<ResultData> {
  return parsed(await served(exam));
}

async function served(exam: string): Promise<string> {
  const response = await fetch(`/exam/${exam}.json`);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.text();
}

/** The questions of an exam as they are today. */
export const servedQuestions = async (exam: string): Promise<ResultData> =>
  JSON.parse(await served(exam)) as ResultData;

/** The paper of a form out of what is served; `undefined` when that did not come, or is already of another bank. */
export function paperOf(form: Form, all: ResultData | undefined): PaperRow | undefined {
  const { bank, mode, code, questions } = form;
  if (all?.version !== bank) return undefined;
  const sat = all.questions.filter(({ id }) => questions.some((asked) => asked.id === id));
  return { id: `${bank} ${mode} ${code}`, bank, questions: JSON.stringify({ ...all, questions: sat }) };
}

/** The questions that an attempt was sat on; without its paper, those of today. */
export async function questionsOf({ form, paper }: AttemptRow): Promise<ResultData> {
  const { openStore } = await import('#store');
  const kept = paper === undefined ? undefined : await (await openStore()).paper(paper);
  return kept ? parsed(kept.questions) : questionsToday(form.exam);
}
