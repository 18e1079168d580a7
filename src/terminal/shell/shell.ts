// A shell session: lines that find what the lines before them left, and whole scripts. It knows no AWS.
import { openInterpreter, type Executed } from './bash.ts';
import type { Chunk } from './chunks.ts';
import type { Files, ShellCommand } from './command.ts';
import { basics } from './commands/basics.ts';
import { PLACING } from './commands/placing.ts';
import { SPELLED } from './commands/spelling.ts';
import { trapCommand } from './commands/trap.ts';

import type { Kept } from './kept.ts';
import type { DiskCopy } from './tree.ts';

/** What a line or a script came to. */
export interface Outcome {
  /** What was printed, in its order. */
  readonly chunks: readonly Chunk[];
  readonly exit: number;
  /** The shell is over: it was left by `exit`, failed under `set -e`, or came to the end of its script. */
  readonly isOver: boolean;
}

export interface Shell {
  readonly files: Files;
  /** The folder in which the session stands. */
  readonly cwd: () => string;
  readonly variable: (name: string) => string | undefined;
  /** Does a text end in the middle of something, so that another line is to be asked for? */
  readonly isOpen: (text: string) => Promise<boolean>;
  /** Runs what somebody typed at the prompt. */
  readonly run: (text: string, signal?: AbortSignal) => Promise<Outcome>;
  /** Runs a whole script as a shell reads it from a pipe. */
  readonly script: (text: string, signal?: AbortSignal) => Promise<Outcome>;
  readonly save: () => SavedShell;
  /** Goes on where this or another shell was saved. */
  readonly back: (saved: SavedShell) => void;
}

/** Everything that a shell knows and has on its disk. */
export interface SavedShell {
  readonly kept: Kept;
  readonly traps: ReadonlyMap<string, string>;
  readonly disk: DiskCopy;
}

export interface ShellOptions {
  readonly user: string;
  readonly home: string;
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Of `$RANDOM`. */
  readonly seed: number;
  readonly commands: readonly ShellCommand[];
  /** Lets the page take breath while a script runs. */
  readonly pause?: () => Promise<void>;
  readonly env?: Readonly<Record<string, string>>;
  /** Files that lie there from the beginning, by absolute path. */
  readonly files?: Readonly<Record<string, string>>;
}

export function openShell({ user, home, host, now, seed, commands, pause, env, files }: ShellOptions): Shell {
  const traps = new Map<string, string>();
  const interpreter = openInterpreter({
    commands: [...basics({ user, host, now }), ...SPELLED, ...PLACING, trapCommand(traps), ...commands],
    home,
    env: {
      HOME: home,
      USER: user,
      LOGNAME: user,
      HOSTNAME: host,
      SHELL: '/bin/bash',
      PATH: '/usr/local/bin:/usr/bin:/bin',
      PWD: home,
      LANG: 'C.UTF-8',
      TERM: 'xterm-256color',
      ...env,
    },
    initial: files ?? {},
    now,
    seed,
    ...(pause ? { pause } : {}),
  });
  let kept = interpreter.fresh;

  const execute = async (text: string, signal: AbortSignal | undefined): Promise<Executed> => {
    const executed = await interpreter.execute(text, kept, signal);
    const status = new Map([...executed.kept.variables, ['?', String(executed.exit)]]);
    kept = { ...executed.kept, variables: status };
    return executed;
  };
  /** What `trap … EXIT` left to be done. */
  const leave = async ({ chunks, exit }: Executed): Promise<Outcome> => {
    const last = traps.get('EXIT');
    traps.clear();
    if (last === undefined || last === '') return { chunks, exit, isOver: true };
    const left = await execute(last, undefined);
    return {
      chunks: [...chunks, ...left.chunks],
      exit: left.end === 'exit' ? left.exit : exit,
      isOver: true,
    };
  };

  return {
    files: interpreter.files,
    cwd: () => kept.cwd,
    variable: (name) => kept.variables.get(name),
    isOpen: interpreter.isOpen,
    save: () => ({ kept, traps: new Map(traps), disk: interpreter.copyDisk() }),
    back: (saved) => {
      kept = saved.kept;
      traps.clear();
      for (const [name, text] of saved.traps) traps.set(name, text);
      interpreter.putBackDisk(saved.disk);
    },
    run: async (text, signal) => {
      const fault = await interpreter.check(text);
      if (fault) return complaint(fault.message.replace(/^line \d+: /, ''));
      const executed = await execute(
        `${kept === interpreter.fresh ? 'shopt -s expand_aliases\n' : ''}${text}`,
        signal,
      );
      return executed.end === 'exit' ? leave(executed) : { ...executed, isOver: false };
    },
    script: async (text, signal) => {
      const fault = await interpreter.check(text);
      if (!fault) return leave(await execute(text, signal));
      const whole = await wholeBefore(text, fault.line, interpreter.check);
      const { chunks } = complaint(fault.message);
      if (whole === '') return { chunks, exit: 2, isOver: true };
      const executed = await execute(whole, signal);
      if (executed.end !== 'done') return leave(executed);
      return leave({ ...executed, chunks: [...executed.chunks, ...chunks], exit: 2 });
    },
  };
}

function complaint(message: string): Outcome {
  return { chunks: [{ stream: 'stderr', text: `bash: ${message}\n` }], exit: 2, isOver: false };
}

/** The lines before a fault that are whole by themselves: a shell that reads from a pipe has run them by then. */
async function wholeBefore(
  text: string,
  line: number,
  check: (text: string) => Promise<object | undefined>,
): Promise<string> {
  const lines = text.split('\n');
  for (let length = Math.min(line, lines.length) - 1; length > 0; length -= 1) {
    const before = lines.slice(0, length).join('\n');
    if ((await check(before)) === undefined) return `${before}\n`;
  }
  return '';
}
