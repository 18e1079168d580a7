// `zip` and `unzip`, fetched when somebody first calls one.
import type { ShellCommand } from '../command.ts';

export const ARCHIVES: readonly ShellCommand[] = [
  { name: 'zip', run: async (args, place) => (await import('./zip.ts')).zip(args, place) },
  { name: 'unzip', run: async (args, place) => (await import('./zip.ts')).unzip(args, place) },
];
