// `stat` and `touch`: what the disk knows of a file, and its time.
import { absolute, bytesOf, failed, type Place, type Ran, type ShellCommand } from '../command.ts';
import { above } from '../paths.ts';
import { sizeOf, type Entry } from '../tree.ts';
import { modeText } from './long-listing.ts';
import { readTime } from './read-time.ts';
import { writeTime } from './write-time.ts';

export function fileTimeCommands(user: string, now: () => number): readonly ShellCommand[] {
  return [
    { name: 'stat', run: (args, place) => stat(args, place, user) },
    { name: 'touch', run: (args, place) => touch(args, place, now()) },
  ];
}

const KINDS = { file: 'regular file', folder: 'directory', link: 'symbolic link' } as const;

function kindOf(entry: Entry): string {
  return entry.kind === 'file' && entry.bytes.length === 0 ? 'regular empty file' : KINDS[entry.kind];
}

function octal({ mode }: Entry): string {
  return mode.toString(8);
}

const TIME = '%Y-%m-%d %H:%M:%S.%N %z';

/** What a letter of a format stands for. */
const FIELDS: Readonly<Record<string, (name: string, entry: Entry, user: string) => string>> = {
  n: (name) => name,
  N: (name, entry) => `'${name}'${entry.kind === 'link' ? ` -> '${entry.target}'` : ''}`,
  s: (_, entry) => String(sizeOf(entry)),
  b: (_, entry) => String(entry.kind === 'link' ? 0 : Math.ceil(sizeOf(entry) / 4096) * 8),
  B: () => '512',
  o: () => '4096',
  F: (_, entry) => kindOf(entry),
  a: (_, entry) => octal(entry),
  A: (_, entry) => modeText(entry),
  f: (_, entry) =>
    (({ file: 0o100000, folder: 0o40000, link: 0o120000 })[entry.kind] | entry.mode).toString(16),
  h: (_, entry) => (entry.kind === 'folder' ? '2' : '1'),
  i: () => '1',
  d: () => '1',
  u: () => '1000',
  g: () => '1000',
  U: (_name, _entry, user) => user,
  G: (_name, _entry, user) => user,
  ...Object.fromEntries(
    Array.from('xyzw').map((letter) => [letter, (_: string, { time }: Entry) => writeTime(TIME, time)]),
  ),
  ...Object.fromEntries(
    Array.from('XYZW').map((letter) => [
      letter,
      (_: string, { time }: Entry) => String(Math.floor(time / 1000)),
    ]),
  ),
  '%': () => '%',
};

const WHOLE = [
  '  File: %q',
  '  Size: %-10s\tBlocks: %-10b IO Block: %-6o %F',
  'Device: 0,1\tInode: %-11i Links: %h',
  'Access: (0%a/%A)  Uid: ( %u/%8U)   Gid: ( %g/%8G)',
  'Access: %x\nModify: %y\nChange: %z\n Birth: %w\n',
].join('\n');

function stat(args: readonly string[], { cwd, files }: Place, user: string): Ran {
  let format = WHOLE;
  let isThrough = false;
  const names: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    const [, long, inline] = /^--(format|printf)=(.*)$/s.exec(arg) ?? [];
    if (arg === '-c' || arg === '--format') format = `${args[(at += 1)] ?? ''}\n`;
    else if (long === 'format') format = `${inline ?? ''}\n`;
    else if (long === 'printf') format = (inline ?? '').replaceAll('\\n', '\n').replaceAll('\\t', '\t');
    else if (arg === '-L' || arg === '--dereference') isThrough = true;
    else if (/^-./.test(arg))
      return failed(
        1,
        `stat: invalid option -- '${arg.replace(/^-+/, '')}'\nTry 'stat --help' for more information.`,
      );
    else names.push(arg);
  }
  if (names.length === 0) return failed(1, "stat: missing operand\nTry 'stat --help' for more information.");
  const found = names.map((name) => {
    const path = absolute(cwd, name);
    return { name, entry: isThrough ? files.at(path) : files.lying(path) };
  });
  const missing = found.filter(({ entry }) => !entry);
  return {
    stdout: found.map(({ name, entry }) => (entry ? formatted(format, name, entry, user) : '')).join(''),
    stderr: missing.map(({ name }) => `stat: cannot statx '${name}': No such file or directory\n`).join(''),
    exit: missing.length > 0 ? 1 : 0,
  };
}

function formatted(format: string, name: string, entry: Entry, user: string): string {
  const title = entry.kind === 'link' ? `${name} -> ${entry.target}` : name;
  return format
    .replace('%q', title)
    .replace(/%(-?)(\d*)([A-Za-z%])/g, (_, left: string, width: string, letter: string) => {
      const text = FIELDS[letter]?.(name, entry, user) ?? '?';
      return left === '' ? text.padStart(Number(width)) : text.padEnd(Number(width));
    });
}

async function touch(args: readonly string[], { cwd, files }: Place, now: number): Promise<Ran> {
  let time: number | undefined = now;
  let isMaking = true;
  const names: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    const [, inline] = /^(?:--date=|-d(?=.))(.*)$/s.exec(arg) ?? [];
    if (arg === '-d' || arg === '--date' || inline !== undefined) {
      const said = inline ?? args[(at += 1)] ?? '';
      time = readTime(said, now);
      if (time === undefined) return failed(1, `touch: invalid date format '${said}'`);
    } else if (arg === '-t') {
      const said = args[(at += 1)] ?? '';
      time = stamped(said, now);
      if (time === undefined) return failed(1, `touch: invalid date format '${said}'`);
    } else if (arg === '-r' || arg.startsWith('--reference=')) {
      const model = arg === '-r' ? (args[(at += 1)] ?? '') : arg.slice('--reference='.length);
      time = files.at(absolute(cwd, model))?.time;
      if (time === undefined)
        return failed(1, `touch: failed to get attributes of '${model}': No such file or directory`);
    } else if (arg === '-c' || arg === '--no-create') isMaking = false;
    else if (/^-[amfh]+$/.test(arg) || arg === '--') continue;
    else if (/^-./.test(arg))
      return failed(
        1,
        `touch: invalid option -- '${arg.replace(/^-+/, '')}'\nTry 'touch --help' for more information.`,
      );
    else names.push(arg);
  }
  if (names.length === 0)
    return failed(1, "touch: missing file operand\nTry 'touch --help' for more information.");
  let stderr = '';
  for (const name of names) {
    const path = absolute(cwd, name);
    if (!files.at(path) && !isMaking) continue;
    if (!files.at(path) && files.at(above(path))?.kind !== 'folder') {
      stderr += `touch: cannot touch '${name}': No such file or directory\n`;
      continue;
    }
    if (!files.at(path)) await files.write(path, bytesOf(''));
    await files.setTime(path, time);
  }
  return { stdout: '', stderr, exit: stderr === '' ? 0 : 1 };
}

/** `[[CC]YY]MMDDhhmm[.ss]`. */
function stamped(text: string, now: number): number | undefined {
  const [, century, years, months = '', days = '', hours = '', minutes = '', seconds = '00'] =
    /^(?:(\d\d)?(\d\d))?(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d\d))?$/.exec(text) ?? [];
  if (months === '') return undefined;
  const hundred = century ?? (Number(years ?? '0') < 69 ? '20' : '19');
  const year = years === undefined ? String(new Date(now).getUTCFullYear()) : `${hundred}${years}`;
  const time = Date.parse(`${year}-${months}-${days}T${hours}:${minutes}:${seconds}Z`);
  return Number.isNaN(time) ? undefined : time;
}
