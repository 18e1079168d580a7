// What of a question is shown after its answer, before the end. And who is asked how sure they are.
import { shownAt, type Form, type Mode, type Shows } from '#exam';
import { isPractice } from './start/plan.ts';

/** `undefined` when nothing is shown before the end. */
export function shownAfterEach(shows: Shows, mode: Mode): Shows<boolean> | undefined {
  const shown = shownAt(shows, isPractice(mode) ? 'practice' : mode, 'each');
  return shown.score || shown.key ? shown : undefined;
}

/** Who sits an exam as in the test centre is not asked, unless the exam gives marks for it. */
export const asksConfidence = ({ mode, confidence }: Pick<Form, 'mode' | 'confidence'>): boolean =>
  confidence === true || isPractice(mode) || mode === 'untimed';
