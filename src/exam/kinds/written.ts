// Answers that are made, not chosen: a policy's text, a script, a request out of given words.
import type { AskedFix, AskedOperation, AskedRequest } from '../question.ts';
import { kindOf, readFields } from './kind.ts';

/** Characters that an answer may have: longer than any policy or script that solves anything. */
const LONGEST = 100_000;

const readText = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= LONGEST ? value : undefined;

export const policyFix = kindOf<AskedFix, string>({
  asked: (question) => question,
  read: (_, value) => readText(value),
  complete: ({ document }, answer) =>
    answer !== undefined && answer.trim() !== '' && answer.trim() !== document.text.trim(),
});

export const operate = kindOf<AskedOperation, string>({
  asked: (question) => question,
  read: (_, value) => readText(value),
  complete: (_, answer) => answer !== undefined && answer.trim() !== '',
});

export const requestBuilder = kindOf<AskedRequest, Readonly<Record<string, string>>>({
  asked: (question, shuffle) => ({
    ...question,
    fields: question.fields.map((field) => ({ ...field, choices: shuffle(field.choices) })),
  }),
  read: ({ fields }, value) => readFields(fields, value),
  complete: ({ fields }, answer) => fields.every(({ id }) => answer?.[id] !== undefined),
});
