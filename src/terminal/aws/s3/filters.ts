// `--exclude` and `--include`: patterns in the order of the line, the last one that fits decides.

import { Mistake, syntaxFault } from '../faults.ts';

export interface Filter {
  readonly keeps: boolean;
  readonly pattern: string;
}

/**
 * The filters of a line, and its other words.
 * @throws Mistake when a pattern is missing
 */
export function splitFilters(args: readonly string[]): {
  readonly filters: readonly Filter[];
  readonly rest: readonly string[];
} {
  const filters: Filter[] = [];
  const rest: string[] = [];
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    const [, name, inline] = /^--(exclude|include)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name === undefined) rest.push(arg);
    else if (inline === undefined && i + 1 >= args.length)
      throw new Mistake(syntaxFault(`argument --${name}: expected 1 argument`));
    else {
      filters.push({ keeps: name === 'include', pattern: inline ?? args[i + 1] ?? '' });
      if (inline === undefined) i += 1;
    }
  }
  return { filters, rest };
}

/** Is a file kept? @param path from the root of the command on */
export function isKept(filters: readonly Filter[], path: string): boolean {
  return filters.findLast(({ pattern }) => glob(pattern).test(path))?.keeps ?? true;
}

/** Wildcards also stand for slashes. */
function glob(pattern: string): RegExp {
  const source = pattern.replace(/\[!?[^\]]*\]|[\s\S]/g, (part) => {
    if (part === '*') return '[\\s\\S]*';
    if (part === '?') return '[\\s\\S]';
    if (part.length > 1) return part.replace(/^\[!/, '[^').replace(/\\/g, '\\\\');
    return part.replace(/[.+^${}()|[\]\\/]/g, '\\$&');
  });
  return new RegExp(`^${source}$`);
}
