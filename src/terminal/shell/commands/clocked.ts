// Commands of the shell library that would look at the clock of the computer they run on, or draw lots: here they are told.
import { absolute, failed, said, textOf, type Place, type Ran, type ShellCommand } from '../command.ts';
import { durationOf, type Clock } from './clock.ts';
import { readTime } from './read-time.ts';

export function clockedCommands(clock: Clock, seed: number): readonly ShellCommand[] {
  const { now } = clock;
  return [
    { name: 'printf', run: (args, place) => original(printfArgs(args, seconds(now)), place) },
    { name: 'awk', run: (args, place) => awk(args, place, { seed, now: seconds(now) }) },
    { name: 'find', run: (args, place) => find(args, place, now()) },
    { name: 'timeout', run: (args, place) => timeout(args, place, clock) },
  ];
}

function seconds(now: () => number): number {
  return Math.floor(now() / 1000);
}

async function original(args: readonly string[], { original }: Place): Promise<Ran> {
  return (await original?.(args)) ?? said('');
}

/** `%(…)T` shows the time of `-1`, which is now. */
function printfArgs(args: readonly string[], now: number): readonly string[] {
  const at = args[0] === '-v' ? 2 : 0;
  if (!/%[-\d]*\([^)]*\)T/.test(args[at] ?? '')) return args;
  const values = args.slice(at + 1).map((arg) => (/^-[12]$/.test(arg) ? String(now) : arg));
  return [...args.slice(0, at + 1), ...(values.length === 0 ? [String(now)] : values)];
}

const AWK_WORDS = /"(?:[^"\\]|\\.)*"|\b(?:rand|srand|systime)\s*\(\s*\)|\bsrand\s*\(/g;
const LOTS = 'gatehouse_lots';

/** `rand`, `srand` and `systime` in a program become sums of its own. */
async function awk(
  args: readonly string[],
  place: Place,
  { seed, now }: { readonly seed: number; readonly now: number },
): Promise<Ran> {
  const words = [...args];
  let at = 0;
  while (/^-[vF]/.test(words[at] ?? '')) at += (words[at] ?? '').length === 2 ? 2 : 1;
  if (words[at] === '-f') {
    const bytes = await place.files.read(absolute(place.cwd, words[at + 1] ?? ''));
    if (!bytes) return original(args, place);
    words.splice(at, 2, textOf(bytes));
  }
  if (words[at] === '--') at += 1;
  const program = words[at] ?? '';
  const told = program.replace(AWK_WORDS, (found) => {
    if (found.startsWith('"')) return found;
    if (found.startsWith('systime')) return String(now);
    if (found.startsWith('rand')) return `((${LOTS} = (${LOTS} * 16807 + 11) % 2147483647) / 2147483647)`;
    return found.endsWith(')') ? `(${LOTS} = ${now})` : `(${LOTS} = 1 + `;
  });
  return told === program
    ? original(args, place)
    : original(['-v', `${LOTS}=${seed + 1}`, ...words.slice(0, at), told, ...words.slice(at + 1)], place);
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** `-mmin`, `-mtime` and `-newermt` by files of the time in question. */
async function find(args: readonly string[], place: Place, now: number): Promise<Ran> {
  const times: number[] = [];
  const newer = (time: number): readonly string[] => ['-newer', REFERENCE + String(times.push(time) - 1)];
  const words: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    const unit = { '-mmin': MINUTE, '-mtime': DAY }[arg];
    const value = args[at + 1] ?? '';
    const [, sign = '', digits] = /^([-+]?)(\d+)$/.exec(value) ?? [];
    if (arg === '-newermt') {
      const time = readTime(value, now);
      if (time === undefined)
        return failed(1, `find: I cannot figure out how to interpret '${value}' as a date or time`);
      words.push(...newer(time));
    } else if (unit !== undefined) {
      if (digits === undefined) return failed(1, `find: invalid argument '${value}' to '${arg}'`);
      const count = Number(digits);
      const young = newer(now - unit * (sign === '-' ? count : count + 1));
      if (sign === '-') words.push(...young);
      else if (sign === '+') words.push('!', ...young);
      else words.push('(', ...young, '!', ...newer(now - unit * count), ')');
    } else {
      words.push(arg);
      continue;
    }
    at += 1;
  }
  for (const [number, time] of times.entries()) {
    await place.files.write(REFERENCE + String(number), new Uint8Array());
    await place.files.setTime(REFERENCE + String(number), time);
  }
  const ran = await original(words, place);
  for (const number of times.keys()) await place.files.remove(REFERENCE + String(number));
  return ran;
}

const REFERENCE = '/proc/self/time-';

/** A command that took longer by the world's clock counts as stopped; what it did is done. */
async function timeout(args: readonly string[], place: Place, clock: Clock): Promise<Ran> {
  let at = 0;
  while (/^-/.test(args[at] ?? '')) at += /^-[sk]$/.test(args[at] ?? '') ? 2 : 1;
  const limit = durationOf(args[at] ?? '');
  if (limit === undefined || args.length < at + 2) return original(args, place);
  const start = clock.now();
  const ran = await original(['1d', ...args.slice(at + 1)], place);
  return limit > 0 && clock.now() - start > limit * 1000 ? { ...ran, exit: 124 } : ran;
}
