// Our commands as the shell library takes them, and its own that call others. Bytes and text pass through unchanged.
import type { Command, ResolvedCommandContext } from 'just-bash';
import type { Files, Place, ShellCommand } from './command.ts';
import { bytesOfLatin1, latin1 } from './latin1.ts';

/** Runs what a command does while it may call others, which are to see its variables. */
export type Calling = <T>(
  caller: string,
  args: readonly string[],
  exported: ReadonlyMap<string, string>,
  call: () => Promise<T>,
) => Promise<T>;

function exportedIn({ exportedEnv }: ResolvedCommandContext): ReadonlyMap<string, string> {
  return new Map(Object.entries(exportedEnv ?? {}));
}

/** A command of the library that calls others. */
export function callingCommand(name: string, calling: Calling): Command {
  return {
    name,
    execute: (args, context) =>
      calling(name, args, exportedIn(context), async () => {
        const { origCommand } = context;
        return origCommand ? origCommand(args) : { stdout: '', stderr: '', exitCode: 127 };
      }),
  };
}

/** Our own command as one of the library. */
export function customCommand({ name, run }: ShellCommand, files: Files, calling: Calling): Command {
  return {
    name,
    execute: async (args, context) => {
      const { stdout, stderr, exit } = await run(args, placeOf(name, context, files, calling));
      const text = typeof stdout === 'string';
      return {
        stdout: text ? stdout : latin1(stdout),
        stdoutKind: text ? 'text' : 'bytes',
        stderr,
        exitCode: exit,
      };
    },
  };
}

function placeOf(name: string, context: ResolvedCommandContext, files: Files, calling: Calling): Place {
  const { origCommand } = context;
  const env = exportedIn(context);
  return {
    env,
    cwd: context.cwd,
    get stdin() {
      return bytesIn(context.stdin);
    },
    files,
    ...(origCommand && {
      original: async (args) => {
        const { stdout, stderr, exitCode } = await calling(name, args, env, () => origCommand([...args]));
        return { stdout, stderr, exit: exitCode };
      },
    }),
  };
}

/** The library types its bytes so that nobody takes them for text; they are a text with a character for each byte. */
function bytesIn(stdin: unknown): Uint8Array {
  return bytesOfLatin1(typeof stdin === 'string' ? stdin : '');
}
