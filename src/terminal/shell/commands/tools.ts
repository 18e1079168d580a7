// Larger tools of the shell, each fetched when somebody first calls it. Here stands only where they lie.
import type { ShellCommand } from '../command.ts';

/** @param now milliseconds since 1970 */
export function toolCommands(now: () => number): readonly ShellCommand[] {
  return [
    { name: 'diff', run: async (args, place) => (await import('./diff.ts')).diff(args, place, now()) },
    { name: 'jq', run: async (args, place) => (await import('../../jq/command.ts')).jq(args, place, now()) },
  ];
}
