// Options that people write in one word with their values, such as `-n1` and `-I{}`, for commands of the library that want
// them apart.
import { said, type ShellCommand } from '../command.ts';

export const SPELLED: readonly ShellCommand[] = [
  { name: 'xargs', run: (args, { original }) => original?.(apart(args, 'InPLdsEa')) ?? said('') },
  {
    name: 'paste',
    run: (args, { original }) => {
      const words = apart(args, 'd');
      const isAlone = words.every((word, index) => word.startsWith('-') || words[index - 1] === '-d');
      return original?.(isAlone ? [...words, '-'] : words) ?? said('');
    },
  },
];

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
