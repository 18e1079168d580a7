// `sleep` and `date` on a clock that somebody else holds: sleeping waits for nothing, it lets the time go by.
import { failed, said, type ShellCommand } from '../command.ts';
import { readTime } from './read-time.ts';
import { writeTime } from './write-time.ts';

export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly pass: (seconds: number) => void;
}

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

export function clockCommands(clock: Clock): readonly ShellCommand[] {
  return [
    {
      name: 'sleep',
      run: (args) => {
        if (args.length === 0)
          return failed(1, "sleep: missing operand\nTry 'sleep --help' for more information.");
        const seconds = args.map(durationOf);
        const wrong = args.find((_, index) => seconds[index] === undefined);
        if (wrong !== undefined)
          return failed(
            1,
            `sleep: invalid time interval '${wrong}'\nTry 'sleep --help' for more information.`,
          );
        clock.pass(seconds.reduce<number>((sum, one) => sum + (one ?? 0), 0));
        return said('');
      },
    },
    { name: 'date', run: (args) => date(args, clock.now()) },
  ];
}

/** The seconds of a text such as `5m`; `undefined` when it is none. */
export function durationOf(text: string): number | undefined {
  const [, number, unit = 's'] = /^(\d+\.?\d*|\.\d+)([smhd])?$/.exec(text) ?? [];
  return number === undefined ? undefined : Number(number) * (UNITS[unit] ?? 1);
}

const ISO: Readonly<Record<string, string>> = {
  date: '+%Y-%m-%d',
  hours: '+%Y-%m-%dT%H%:z',
  minutes: '+%Y-%m-%dT%H:%M%:z',
  seconds: '+%Y-%m-%dT%H:%M:%S%:z',
  ns: '+%Y-%m-%dT%H:%M:%S,%N%:z',
};

const RFC_3339: Readonly<Record<string, string>> = {
  date: '+%Y-%m-%d',
  seconds: '+%Y-%m-%d %H:%M:%S%:z',
  ns: '+%Y-%m-%d %H:%M:%S.%N%:z',
};

function date(args: readonly string[], now: number): ReturnType<typeof said> {
  let at: number | undefined = now;
  let wanted = '';
  let format = '+%a %b %e %H:%M:%S %Z %Y';
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    const [, iso] = /^(?:-I|--iso-8601=?)(.*)$/.exec(arg) ?? [];
    const [, rfc] = /^--rfc-3339=(.*)$/.exec(arg) ?? [];
    const [, inline] = /^(?:--date=|-d(?=.))(.*)$/s.exec(arg) ?? [];
    if (arg.startsWith('+')) format = arg;
    else if (arg === '-u' || arg === '--utc' || arg === '--universal') continue;
    else if (arg === '-R' || arg === '--rfc-email') format = '+%a, %d %b %Y %H:%M:%S %z';
    else if (iso !== undefined) format = ISO[iso === '' ? 'date' : iso] ?? format;
    else if (rfc !== undefined) format = RFC_3339[rfc] ?? format;
    else if (arg === '-d' || arg === '--date' || inline !== undefined) {
      wanted = inline ?? args[(index += 1)] ?? '';
      at = readTime(wanted, now);
    } else if (/^-u?d$/.test(arg)) at = readTime((wanted = args[(index += 1)] ?? ''), now);
    else if (arg.startsWith('-'))
      return failed(1, `date: unrecognized option '${arg}'\nTry 'date --help' for more information.`);
    else return failed(1, `date: invalid date '${arg}'`);
  }
  return at === undefined
    ? failed(1, `date: invalid date '${wanted}'`)
    : said(`${writeTime(format.slice(1), at)}\n`);
}
