// `ls`: what lies in folders, with the world's time beside it.
import { absolute, type Files, type Ran, type ShellCommand } from '../command.ts';
import { above } from '../paths.ts';
import { sizeOf, type Entry } from '../tree.ts';
import { longLines, type Listed } from './long-listing.ts';

type Flags = ReadonlySet<string>;

const KNOWN = 'aA1lhrtSRdFgoinpGCUkxp';

const LONG: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ all: 'a', 'almost-all': 'A', directory: 'd', 'human-readable': 'h' }),
  ...Object.entries({ recursive: 'R', reverse: 'r', classify: 'F', 'full-time': 'lE' }),
]);

/** Options that change nothing here. */
const IDLE = /^--(?:color|time-style|group-directories-first|no-group)\b/;

export function listCommand(user: string, now: () => number): ShellCommand {
  return {
    name: 'ls',
    run: (args, { cwd, files }) => {
      const end = args.includes('--') ? args.indexOf('--') : args.length;
      const options = args.filter((arg, at) => at < end && /^-./.test(arg));
      const names = args.filter((arg, at) => at > end || (at < end && !/^-./.test(arg)));
      const letters = options.flatMap((option) => lettersOf(option) ?? []);
      const foreign = options.find((option) => lettersOf(option) === undefined);
      const wrong = letters.find((letter) => !`${KNOWN}E`.includes(letter));
      if (foreign !== undefined) return complaint(`unrecognized option '${foreign}'`);
      if (wrong !== undefined) return complaint(`invalid option -- '${wrong}'`);
      const flags = new Set(letters);
      const isLong = ['l', 'g', 'o', 'n'].some((flag) => flags.has(flag));
      const lines = isLong
        ? (listed: readonly Listed[]) => longLines(listed, flags, { user, now: now() })
        : (listed: readonly Listed[]) => listed.map(({ name, entry }) => `${name}${mark(entry, flags)}\n`);
      return printed(names.length === 0 ? ['.'] : names, { flags, isLong, lines, files, cwd });
    },
  };
}

/** The letters of an option; `undefined` when there is no such option. */
function lettersOf(option: string): readonly string[] | undefined {
  if (!option.startsWith('--')) return Array.from(option.slice(1));
  return IDLE.test(option) ? [] : LONG.get(option.slice(2))?.split('');
}

interface Wanted {
  readonly flags: Flags;
  readonly isLong: boolean;
  readonly lines: (listed: readonly Listed[]) => readonly string[];
  readonly files: Files;
  readonly cwd: string;
}

function printed(names: readonly string[], wanted: Wanted): Ran {
  const { flags, isLong, lines, files, cwd } = wanted;
  const found = names.map((name) => {
    const path = absolute(cwd, name);
    const isItself = flags.has('d') || (isLong && !name.endsWith('/'));
    return { name, path, entry: isItself ? files.lying(path) : (files.at(path) ?? files.lying(path)) };
  });
  const listed = found.flatMap(({ name, path, entry }) => (entry ? [{ name, path, entry }] : []));
  const isFolder = ({ entry }: Listed): boolean => entry.kind === 'folder' && !flags.has('d');
  const alone = ordered(
    listed.filter((one) => !isFolder(one)),
    flags,
  );
  const blocks = alone.length === 0 ? [] : [lines(alone).join('')];
  const isTitled = names.length > 1 || flags.has('R');
  const waiting = [...ordered(listed.filter(isFolder), flags)];
  for (let folder = waiting.shift(); folder; folder = waiting.shift()) {
    const inside = insideOf(folder, files, flags);
    const total = isLong ? `total ${inside.reduce((sum, { entry }) => sum + kibibytes(entry), 0)}\n` : '';
    blocks.push((isTitled ? `${folder.name}:\n` : '') + total + lines(inside).join(''));
    const { name: title } = folder;
    if (flags.has('R'))
      waiting.unshift(
        ...inside
          .filter(({ name, entry }) => entry.kind === 'folder' && !/^\.\.?$/.test(name))
          .map((one) => ({ ...one, name: `${title.replace(/\/$/, '')}/${one.name}` })),
      );
  }
  const missing = found.filter(({ entry }) => !entry);
  return {
    stdout: blocks.join('\n'),
    stderr: missing.map(({ name }) => `ls: cannot access '${name}': No such file or directory\n`).join(''),
    exit: missing.length > 0 ? 2 : 0,
  };
}

function insideOf({ path, entry: folder }: Listed, files: Files, flags: Flags): readonly Listed[] {
  const inside = files.inside(path).flatMap((name): readonly Listed[] => {
    const entry = files.lying(`${path}/${name}`);
    const isShown = !name.startsWith('.') || flags.has('a') || flags.has('A');
    return entry && isShown ? [{ name, path: absolute(path, name), entry }] : [];
  });
  const upper = files.at(above(path)) ?? folder;
  const both = flags.has('a')
    ? [
        { name: '.', path, entry: folder },
        { name: '..', path, entry: upper },
      ]
    : [];
  return ordered([...both, ...inside], flags);
}

function ordered(listed: readonly Listed[], flags: Flags): readonly Listed[] {
  if (flags.has('U')) return listed;
  const byName = listed.toSorted(({ name: one }, { name: other }) =>
    one < other ? -1 : one > other ? 1 : 0,
  );
  const sorted = flags.has('t')
    ? byName.toSorted(({ entry: one }, { entry: other }) => other.time - one.time)
    : flags.has('S')
      ? byName.toSorted(({ entry: one }, { entry: other }) => sizeOf(other) - sizeOf(one))
      : byName;
  return flags.has('r') ? sorted.toReversed() : sorted;
}

function mark({ kind, mode }: Entry, flags: Flags): string {
  if (kind === 'folder') return flags.has('F') || flags.has('p') ? '/' : '';
  if (!flags.has('F')) return '';
  if (kind === 'link') return '@';
  return (mode & 0o111) !== 0 ? '*' : '';
}

function kibibytes(entry: Entry): number {
  return entry.kind === 'link' ? 0 : Math.ceil(sizeOf(entry) / 4096) * 4;
}

function complaint(what: string): Ran {
  return { stdout: '', stderr: `ls: ${what}\nTry 'ls --help' for more information.\n`, exit: 2 };
}
