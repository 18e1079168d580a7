// A response to each prompt.
import type { AskedMatching } from '../question.ts';
import { kindOf, readFields } from './kind.ts';

export const matching = kindOf<AskedMatching, Readonly<Record<string, string>>>({
  asked: (question, shuffle) => ({
    ...question,
    prompts: shuffle(question.prompts),
    responses: shuffle(question.responses),
  }),
  read: ({ prompts, responses }, value) =>
    readFields(
      prompts.map(({ id }) => ({ id, choices: responses })),
      value,
    ),
  complete: ({ prompts }, answer) => prompts.every(({ id }) => answer?.[id] !== undefined),
  elements: {
    said: (answer) => Object.entries(answer).map(([prompt, response]) => `${prompt} ${response}`),
    of: ({ prompts }) => prompts.length,
  },
});
