// Answers that give values by name.
import type { Answer } from '#exam';

export function fieldsIn(answer: Answer | undefined): Readonly<Record<string, Answer>> {
  return isFields(answer) ? answer : {};
}

/** The value of one name, where it is a text. */
export function fieldIn(answer: Answer | undefined, name: string): string | undefined {
  const value = fieldsIn(answer)[name];
  return typeof value === 'string' ? value : undefined;
}

/** The answer with another value of one name; without the name where there is none. */
export function withField(answer: Answer | undefined, name: string, value: Answer | undefined): Answer {
  const others = Object.fromEntries(Object.entries(fieldsIn(answer)).filter(([other]) => other !== name));
  return value === undefined ? others : { ...others, [name]: value };
}

const isFields = (answer: Answer | undefined): answer is Readonly<Record<string, Answer>> =>
  typeof answer === 'object' && !Array.isArray(answer);
