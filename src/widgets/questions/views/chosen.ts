// Options that an answer chooses, and what touching one makes of it.
import { KINDS, type Answer, type AskedChoice } from '#exam';

/** The answer after an option was touched; the same answer when it would be too many. */
export function touched(
  question: AskedChoice,
  answer: Answer | undefined,
  option: string,
): Answer | undefined {
  if (question.kind === 'single') return option;
  const chosen = chosenIn(answer);
  const next = chosen.includes(option) ? chosen.filter((id) => id !== option) : [...chosen, option];
  return KINDS[question.kind].read(question, next) ?? answer;
}

/** The ids in an answer to options or of steps: of one, of several, of none. */
export function chosenIn(answer: Answer | undefined): readonly string[] {
  if (typeof answer === 'string') return [answer];
  const several: readonly unknown[] = Array.isArray(answer) ? answer : [];
  return several.filter((id) => typeof id === 'string');
}
