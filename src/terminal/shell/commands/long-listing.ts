// How `ls -l` and `stat` show what lies on the disk: modes, owners, sizes, times.
import { sizeOf, type Entry } from '../tree.ts';
import { writeTime } from './write-time.ts';

export interface Listed {
  readonly name: string;
  readonly path: string;
  readonly entry: Entry;
}

interface Here {
  readonly user: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Older than this, or from the future, a time is shown with its year. */
const HALF_A_YEAR = 15_778_476_000;

export function longLines(
  listed: readonly Listed[],
  flags: ReadonlySet<string>,
  { user, now }: Here,
): readonly string[] {
  const rows = listed.map(({ name, entry }) => ({
    name,
    entry,
    size: flags.has('h') ? readable(sizeOf(entry)) : String(sizeOf(entry)),
  }));
  const width = Math.max(0, ...rows.map(({ size }) => size.length));
  const who = flags.has('n') ? '1000' : user;
  const owners = [...(flags.has('g') ? [] : [who]), ...(flags.has('o') || flags.has('G') ? [] : [who])];
  return rows.map(({ name, entry, size }) => {
    const isOld = entry.time > now || entry.time < now - HALF_A_YEAR;
    const recent = isOld ? '%b %e  %Y' : '%b %e %H:%M';
    const time = writeTime(flags.has('E') ? '%Y-%m-%d %H:%M:%S.%N %z' : recent, entry.time);
    const links = entry.kind === 'folder' ? 2 : 1;
    const target = entry.kind === 'link' ? ` -> ${entry.target}` : '';
    return `${[modeText(entry), links, ...owners, size.padStart(width), time, name].join(' ')}${target}\n`;
  });
}

/** Such as `drwxr-xr-x`. */
export function modeText({ kind, mode }: Entry): string {
  const bits = Array.from('rwxrwxrwx', (letter, at) => ((mode & (0o400 >> at)) === 0 ? '-' : letter));
  return `${{ file: '-', folder: 'd', link: 'l' }[kind]}${bits.join('')}`;
}

function readable(size: number): string {
  let rest = size;
  let unit = '';
  for (const next of 'KMG') {
    if (rest < 1024) break;
    rest /= 1024;
    unit = next;
  }
  if (unit === '') return String(size);
  return `${rest < 10 ? (Math.ceil(rest * 10) / 10).toFixed(1) : String(Math.ceil(rest))}${unit}`;
}
