// An answer in words, as it stands in a key on paper: by the letters and texts of the question that was asked.
import type { Answer, Asked, AskedMatching, AskedRequest, Choice } from '#exam';
import { questions as words } from '#strings';

/** Lines of prose, or a text as it was written. */
export type AnswerText = { readonly lines: readonly string[] } | { readonly text: string };

const textIn = (choices: readonly Choice[], id: unknown): string =>
  choices.find((choice) => choice.id === id)?.text ?? '–';
const lettered = (choices: readonly Choice[], id: unknown): string => {
  const at = choices.findIndex((choice) => choice.id === id);
  return at < 0 ? '–' : `${words.letter(at)} ${textIn(choices, id)}`;
};
const listOf = (answer: Answer): readonly Answer[] =>
  Array.isArray(answer) ? (answer as readonly Answer[]) : [answer];
const fieldOf = (answer: Answer, field: string): Answer | undefined =>
  typeof answer === 'object' && !Array.isArray(answer)
    ? (answer as { readonly [name: string]: Answer })[field]
    : undefined;

export function answerText(asked: Asked, answer: Answer): AnswerText {
  switch (asked.kind) {
    case 'single':
    case 'multiple': {
      const chosen = new Set(listOf(answer));
      return {
        lines: asked.options.filter(({ id }) => chosen.has(id)).map(({ id }) => lettered(asked.options, id)),
      };
    }
    case 'ordering':
    case 'trace-order':
      return { lines: listOf(answer).map((id, i) => `${i + 1}. ${textIn(asked.steps, id)}`) };
    case 'matching':
      return { lines: matched(asked, answer) };
    case 'case-study':
      return {
        lines: asked.parts.flatMap((part, i) => {
          const given = fieldOf(answer, part.id);
          const told = given === undefined ? { lines: ['–'] } : answerText(part, given);
          return ('lines' in told ? told.lines : [told.text]).map((line) => `${i + 1}: ${line}`);
        }),
      };
    case 'predict':
      return {
        lines: [
          textIn(asked.decisions, fieldOf(answer, 'decision')),
          textIn(asked.statements, fieldOf(answer, 'statement')),
        ],
      };
    case 'hot-statement':
      return { lines: [textIn(asked.statements, answer)] };
    case 'request-builder':
      return { lines: requested(asked, answer) };
    case 'policy-fix':
    case 'operate':
      return { text: typeof answer === 'string' ? answer.trimEnd() : '' };
  }
}

const matched = ({ prompts, responses }: AskedMatching, answer: Answer): readonly string[] =>
  prompts.map(({ id, text }) => `${text} → ${textIn(responses, fieldOf(answer, id))}`);

const requested = ({ fields }: AskedRequest, answer: Answer): readonly string[] =>
  fields.map(({ id, label, choices }) => `${label}: ${textIn(choices, fieldOf(answer, id))}`);
