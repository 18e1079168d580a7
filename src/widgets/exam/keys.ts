// What a key means in the exam room. Keys with a modifier, and keys typed into a field, mean nothing here.

export type Command =
  | { readonly do: 'choose'; readonly option: number }
  | { readonly do: 'strike' | 'flag' | 'next' | 'previous' | 'navigator' | 'review' | 'time' | 'help' };

const LETTERS: Readonly<Record<string, Exclude<Command['do'], 'choose'>>> = {
  x: 'strike',
  n: 'next',
  p: 'previous',
  g: 'navigator',
  r: 'review',
  t: 'time',
  '?': 'help',
};

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** @param options how many options the question in view has: F is one of them from six on, and flags below that */
export function commandOf({ key, ctrlKey, altKey, metaKey }: Key, options: number): Command | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  const lower = key.toLowerCase();
  const letter = lower.length === 1 ? lower.charCodeAt(0) - 97 : -1;
  const digit = /^[1-9]$/.test(key) ? Number(key) - 1 : -1;
  const option = letter >= 0 && letter < 6 ? letter : digit;
  if (option >= 0 && option < options) return { do: 'choose', option };
  if (lower === 'f') return { do: 'flag' };
  const command = LETTERS[lower];
  return command && { do: command };
}
