// The shell library, wrapped: nothing else may run it. It runs one text and tells what is left for the next one.
import { Bash, InMemoryFs, type Command, type ResolvedCommandContext, type ScriptNode } from 'just-bash';
import { spreadCalledWords } from './called-words.ts';
import { COMMANDS } from './commands.ts';
import { CUT, cutAtMarks, type Chunk } from './chunks.ts';
import type { Files, Place, ShellCommand } from './command.ts';
import { filesOf } from './disk.ts';
import { copyOf, putBack, type DiskCopy } from './disk-copy.ts';
import { LIMITS, STOPPED, stoppedText } from './limits.ts';
import {
  asking,
  declaredIn,
  elementText,
  functionNames,
  functionsAfter,
  restoring,
  type Kept,
} from './kept.ts';
import { defining, isOpenEnded, MARK, marked } from './statements.ts';
import { asksForMore, syntaxFault, type SyntaxFault } from './syntax-fault.ts';

/** What a shell that traces its commands says of our own. */
const TRACED = new RegExp(`^\\++ (?:${MARK} |eval ''|eval 'for REPLY in "\\$\\{!).*\n`, 'gm');

export interface Executed {
  readonly chunks: readonly Chunk[];
  readonly exit: number;
  readonly kept: Kept;
  /** By itself, by `exit` or `set -e`, by a limit, by a signal. */
  readonly end: 'done' | 'exit' | 'limit' | 'signal';
}

export interface Interpreter {
  readonly files: Files;
  readonly copyDisk: () => Promise<DiskCopy>;
  readonly putBackDisk: (copy: DiskCopy) => Promise<void>;
  /** What a fresh shell knows. */
  readonly fresh: Kept;
  /** Why a text is no script; `undefined` when it is one. */
  readonly check: (text: string) => Promise<SyntaxFault | undefined>;
  /** Does a text end in the middle of something? */
  readonly isOpen: (text: string) => Promise<boolean>;
  readonly execute: (text: string, kept: Kept, signal?: AbortSignal) => Promise<Executed>;
}

/** What one run tells while it runs. */
interface Run {
  kept: Kept;
  /** Names of functions, once they are known. */
  names?: readonly string[];
  /** The last statement was reached. */
  isDone?: boolean;
}

/**
 * A fresh shell with a disk of its own.
 * @param env exported from the beginning
 * @param initial files, by absolute path
 */
export function openInterpreter(
  commands: readonly ShellCommand[],
  home: string,
  env: Readonly<Record<string, string>>,
  initial: Readonly<Record<string, string>>,
): Interpreter {
  const disk = new InMemoryFs({ ...initial }, { maxTotalBytes: LIMITS.maxFileSystemBytes });
  for (const folder of ['/tmp', home]) disk.mkdirSync(folder, { recursive: true });
  const files = filesOf(disk);
  let run: Run | undefined;
  let transform: ((script: ScriptNode) => ScriptNode) | undefined;
  const bash = new Bash({
    fs: disk,
    cwd: home,
    env: { ...env },
    commands: [...COMMANDS],
    customCommands: [
      ...commands.map((one) => customCommand(one, files)),
      { name: MARK, execute: (args, context) => Promise.resolve(marks(args, context, run)) },
    ],
    executionLimits: LIMITS,
    defenseInDepth: false,
  });
  bash.registerTransformPlugin({
    name: 'marks',
    transform: ({ ast }) => {
      const once = transform;
      transform = undefined;
      spreadCalledWords(ast);
      return { ast: once?.(ast) ?? ast };
    },
  });
  const parse = async (text: string): Promise<ScriptNode | SyntaxFault> => {
    let parsed: ScriptNode | undefined;
    transform = (script) => {
      parsed = script;
      return { ...script, statements: [] };
    };
    const { stderr } = await bash.exec(text, { rawScript: true });
    transform = undefined;
    return parsed ?? syntaxFault(stderr, text);
  };
  const parseOrNot = async (text: string): Promise<ScriptNode | undefined> => {
    const parsed = await parse(text);
    return 'isOpen' in parsed ? undefined : parsed;
  };
  return {
    files,
    copyDisk: () => copyOf(disk),
    putBackDisk: (copy) => putBack(disk, copy),
    fresh: {
      cwd: home,
      variables: new Map(Object.entries(bash.getEnv())),
      exported: Object.keys(env),
      attributes: [],
      elements: [],
      functions: new Map(),
    },
    check: async (text) => {
      const parsed = text.trim() === '' ? undefined : await parse(text);
      return parsed && 'isOpen' in parsed ? parsed : undefined;
    },
    isOpen: async (text) => {
      const parsed = text.trim() === '' ? undefined : await parse(text);
      if (parsed === undefined) return false;
      return 'isOpen' in parsed ? parsed.isOpen : isOpenEnded(parsed) || asksForMore(text);
    },
    execute: async (text, kept, signal) => {
      const restored = await parse(restoring(kept));
      const before = [
        ...defining(kept.functions.values()),
        ...('isOpen' in restored ? [] : restored.statements),
      ];
      const now: Run = { kept };
      run = now;
      let script: ScriptNode | undefined;
      transform = (parsed) => {
        script = parsed;
        const { statements, ...rest } = marked(parsed);
        return { ...rest, statements: [...before, ...statements] };
      };
      const {
        stdout,
        stderr: traced,
        exitCode,
      } = await bash.exec(text, {
        rawScript: true,
        replaceEnv: true,
        env: Object.fromEntries(kept.variables),
        cwd: kept.cwd,
        ...(signal ? { signal } : {}),
      });
      transform = undefined;
      const isAborted = signal?.aborted === true;
      const stderr = traced.replaceAll(TRACED, '');
      const lines = stderr.split('\n');
      const stopped =
        exitCode === STOPPED && now.isDone !== true ? stoppedText(lines.at(-2) ?? '') : undefined;
      const functions = await functionsAfter(now.kept, script, now.names, { files, parse: parseOrNot });
      return {
        chunks: cutAtMarks(
          stdout,
          stopped === undefined ? stderr : [...lines.slice(0, -2), stopped, ''].join('\n'),
        ),
        exit: isAborted ? 130 : exitCode,
        kept: { ...now.kept, functions },
        end: isAborted ? 'signal' : stopped !== undefined ? 'limit' : now.isDone === true ? 'done' : 'exit',
      };
    },
  };
}

/** Our own command as one of the library. */
function customCommand({ name, run }: ShellCommand, files: Files): Command {
  return {
    name,
    execute: async (args, context) => {
      const { stdout, stderr, exit } = await run(args, placeOf(context, files));
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

function placeOf(context: ResolvedCommandContext, files: Files): Place {
  const { origCommand } = context;
  return {
    env: new Map(Object.entries(context.exportedEnv ?? {})),
    cwd: context.cwd,
    get stdin() {
      return bytesIn(context.stdin);
    },
    files,
    ...(origCommand && {
      original: async (args) => {
        const { stdout, stderr, exitCode } = await origCommand([...args]);
        return { stdout, stderr, exit: exitCode };
      },
    }),
  };
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

/** What a mark does, by its first word; most answer with the status that they find. */
function marks(
  [kind, first = '', second = '', third = '']: readonly string[],
  { env, exportedEnv, cwd }: ResolvedCommandContext,
  run: Run | undefined,
): { stdout: string; stderr: string; exitCode: number } {
  const answer = (exitCode: string | undefined, stdout = '', stderr = ''): ReturnType<typeof marks> => ({
    stdout,
    stderr,
    exitCode: Number(exitCode ?? 0),
  });
  if (!run || kind === 'status') return answer(first);
  if (kind === 'result') {
    run.isDone = true;
    return answer(run.kept.variables.get('?'));
  }
  if (kind === 'element') {
    run.kept = { ...run.kept, elements: [...run.kept.elements, elementText(first, second, third)] };
    return answer('0');
  }
  if (kind === 'end') {
    const declared = declaredIn(first);
    run.names = functionNames(second);
    const attributes = declared.map(({ flags, name }) => `declare -${flags} ${name}`);
    run.kept = { ...run.kept, attributes, elements: [] };
    return answer('0', asking(declared));
  }
  run.kept = { ...run.kept, cwd, variables: new Map(env), exported: Object.keys(exportedEnv ?? {}) };
  return kind === 'cut' ? answer(env.get('?'), CUT, CUT) : answer(env.get('?'));
}

/** The library types its bytes so that nobody takes them for text; they are a text with a character for each byte. */
function bytesIn(stdin: unknown): Uint8Array {
  return Uint8Array.from(typeof stdin === 'string' ? stdin : '', (char) => char.charCodeAt(0));
}
