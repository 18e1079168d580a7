// The questions of an exam with everything: kept with an attempt when it begins, and read again for its result.
import type { FullQuestion } from '#course';
import type { Form } from '#exam';
import type { AttemptRow, PaperRow } from '#store';

/** What the site serves beside an exam for its results. */
export interface ResultData {
  readonly version: string;
  readonly questions: readonly FullQuestion[];
}

async function served(exam: string): Promise<string> {
  const response = await fetch(`/exam/${exam}.json`);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.text();
}

/** The paper of a form, as the site serves it now; `undefined` when it does not come, or is already of another bank. */
export async function paperOf(form: Form): Promise<PaperRow | undefined> {
  try {
    const { exam, bank, code, questions } = form;
    const all = JSON.parse(await served(exam)) as ResultData;
    if (all.version !== bank) return undefined;
    const sat = all.questions.filter(({ id }) => questions.some((asked) => asked.id === id));
    return { id: `${bank} ${code}`, bank, questions: JSON.stringify({ ...all, questions: sat }) };
  } catch {
    return undefined;
  }
}

/** The questions that an attempt was sat on; without its paper, those of today. */
export async function questionsOf({ form, paper }: AttemptRow): Promise<ResultData> {
  const { openStore } = await import('#store');
  const kept = paper === undefined ? undefined : await (await openStore()).paper(paper);
  return JSON.parse(kept?.questions ?? (await served(form.exam))) as ResultData;
}
