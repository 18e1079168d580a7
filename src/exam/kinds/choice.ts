// One option, or a stated number of them.
import type { AskedChoice } from '../question.ts';
import { hasId, kindOf, readIds, type Shuffle } from './kind.ts';

function asked(question: AskedChoice, shuffle: Shuffle): AskedChoice {
  const last = question.options.filter((option) => option.fixed === 'last');
  const free = shuffle(question.options.filter((option) => option.fixed !== 'last'));
  return { ...question, options: [...free, ...last] };
}

export const single = kindOf<AskedChoice, string>({
  asked,
  // Attempts of the first version kept a list of one.
  read: ({ options }, value) => {
    const id: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
    return hasId(options, id) ? id : undefined;
  },
  complete: (_, answer) => answer !== undefined,
});

export const multiple = kindOf<AskedChoice, readonly string[]>({
  asked,
  read: ({ options, choose }, value) => {
    const ids = readIds(options, value);
    if (!ids || ids.length > choose) return undefined;
    return options.flatMap(({ id }) => (ids.includes(id) ? [id] : []));
  },
  complete: ({ choose }, answer) => answer?.length === choose,
  elements: { said: (answer) => answer, of: ({ choose }) => choose },
});
