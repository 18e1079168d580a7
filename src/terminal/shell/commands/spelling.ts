// Options that people write in one word with their values, such as `-n1` and `-I{}`, for commands of the library that want
// them apart.
import { said, type ShellCommand } from '../command.ts';

/** What `xargs` answers when a command that it called did not end well. */
const FAILED_BELOW = 123;

export const SPELLED: readonly ShellCommand[] = [
  {
    name: 'xargs',
    run: async (args, { original }) => {
      const words = apart(args, 'InPLdsEa');
      const options = words.slice(0, wordsBefore(words, 'InPLdsEa'));
      const isByLine = options.includes('-I') && !options.some((one) => /^-(?:d|\w*0)/.test(one));
      const ran = (await original?.(isByLine ? ['-d', '\n', ...words] : words)) ?? said('');
      const isItsOwn = ran.stderr.startsWith('xargs: ');
      return ran.exit > 0 && ran.exit < 126 && !isItsOwn ? { ...ran, exit: FAILED_BELOW } : ran;
    },
  },
  {
    name: 'paste',
    run: (args, { original }) => {
      const words = apart(args, 'd');
      const isAlone = words.every((word, index) => word.startsWith('-') || words[index - 1] === '-d');
      return original?.(isAlone ? [...words, '-'] : words) ?? said('');
    },
  },
];

/** How many words there are before the first one that is no option and no value of one. */
function wordsBefore(words: readonly string[], valued: string): number {
  const isValue = (at: number): boolean => new RegExp(`^-[${valued}]$`).test(words[at - 1] ?? '');
  const first = words.findIndex((word, at) => !word.startsWith('-') && !isValue(at));
  return first === -1 ? words.length : first;
}

/** The same words with each option and each value on its own; from the first word that is no option they stay as they are. */
export function apart(args: readonly string[], valued: string): readonly string[] {
  const words: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (!/^-[A-Za-z0-9]/.test(arg)) return [...words, ...args.slice(index)];
    const at = arg.slice(1).search(new RegExp(`[${valued}]`)) + 1;
    if (at === 0) {
      words.push(arg);
      continue;
    }
    const value = arg.slice(at + 1);
    if (at > 1) words.push(arg.slice(0, at));
    words.push(`-${arg[at] ?? ''}`, value === '' ? (args[(index += 1)] ?? '') : value);
  }
  return words;
}
