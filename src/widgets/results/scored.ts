// The score of an attempt: its questions are asked what each answer is worth. Nothing of it is kept.
import { scoreFull, type FullQuestion } from '#course';
import { reportOnForm, type Asked, type Form, type Points, type Report, type Sitting } from '#exam';

/** A question of the form with how its answer came out. */
export interface Item {
  /** From 1, as in the room. */
  readonly number: number;
  readonly full: FullQuestion;
  /** As it was laid out for whoever answered. */
  readonly asked: Asked;
  readonly points: Points;
}

export interface Scored {
  /** In the order of the form. */
  readonly items: readonly Item[];
  readonly report: Report;
  /** How many questions of the form are not known any more. */
  readonly missing: number;
}

export async function scored(
  { form, answers, confidence }: Pick<Sitting, 'form' | 'answers' | 'confidence'>,
  fulls: readonly FullQuestion[],
): Promise<Scored> {
  const byId = new Map(fulls.map((full) => [full.id, full]));
  const found = await Promise.all(form.questions.map((asked, i) => scoredOne(asked, i + 1)));
  const items = found.flatMap((item) => item ?? []);
  return { items, report: reportOf(form, items, confidence), missing: form.questions.length - items.length };

  async function scoredOne(asked: Asked, number: number): Promise<Item | undefined> {
    const full = byId.get(asked.id);
    if (!full) return undefined;
    return { number, full, asked, points: await scoreFull(full, answers[asked.id]) };
  }
}

function reportOf(form: Form, items: readonly Item[], said: Sitting['confidence']): Report {
  const worths = items.map(({ full: { id }, points: { points, max } }) => ({ id, points, max }));
  return reportOnForm(form, worths, said);
}
