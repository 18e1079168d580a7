// Options that are struck out, and options that an answer chooses: none is both.
import type { Answer, Asked } from '#exam';
import { chosenIn } from './chosen.ts';
import { fieldsIn, withField } from './fields.ts';

/** Under this name an option of a part of a case study is struck out. */
export const inPart = (part: string, option: string): string => `${part} ${option}`;

/** The options that an answer chooses, by the names under which they are struck out. */
export function chosenOptions(question: Asked, answer: Answer | undefined): readonly string[] {
  if (question.kind !== 'case-study') return chosenIn(answer);
  const answers = fieldsIn(answer);
  return question.parts.flatMap(({ id }) => chosenIn(answers[id]).map((option) => inPart(id, option)));
}

/** The answer without an option. @returns `undefined` for the one answer, which can only give way to another */
export function answerWithout(
  question: Asked,
  answer: Answer | undefined,
  option: string,
): Answer | undefined {
  if (question.kind === 'single') return undefined;
  if (question.kind !== 'case-study') return chosenIn(answer).filter((one) => one !== option);
  const part = question.parts.find(({ id }) => option.startsWith(inPart(id, '')));
  if (!part) return undefined;
  const own = option.slice(inPart(part.id, '').length);
  const left = answerWithout(part, fieldsIn(answer)[part.id], own);
  return left === undefined ? undefined : withField(answer, part.id, left);
}
