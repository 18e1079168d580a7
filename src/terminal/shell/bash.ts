// The shell library, wrapped: nothing else may run it. It runs one text and tells what is left for the next one.
import { Bash, type ScriptNode } from 'just-bash';
import { escapedWhereMisread, mayBeMisread } from './assignment-words.ts';
import { letAssignmentsSucceed } from './bare-assignments.ts';
import { spreadCalledWords } from './called-words.ts';
import { COMMANDS } from './commands.ts';
import { cutAtMarks, type Chunk } from './chunks.ts';
import { textOf, type Files, type ShellCommand } from './command.ts';
import { pardonConditions } from './conditions.ts';
import { diskOf } from './disk.ts';
import { filesOf } from './files.ts';
import { settle, settledText } from './inconstant.ts';
import { CALLERS, handedBy, handOn, type Handed } from './handed-on.ts';
import { functionsAfter, restoring, type Kept } from './kept.ts';
import { callingCommand, customCommand, type Calling } from './library-command.ts';
import { letLoopsBreathe } from './loops.ts';
import { LIMITS, STOPPED, stoppedText } from './limits.ts';
import { marks, type Run } from './marks.ts';
import { defining, isOpenEnded, MARK, marked } from './statements.ts';
import { asksForMore, syntaxFault, type SyntaxFault } from './syntax-fault.ts';
import { above } from './paths.ts';
import { readText } from './read-words.ts';
import { guardTargets } from './targets.ts';
import { openTree, type DiskCopy } from './tree.ts';

/** What a shell that traces its commands says of our own. */
const TRACED = new RegExp(`^\\++ (?:${MARK} |declare -F$|eval ''|eval 'for REPLY in "\\$\\{!).*\n`, 'gm');

/** The same of the last thing that it asks. */
const TRACED_LAST = /^\++ declare -F\n(?![^])/m;

/** How the library says that there is no folder for what a redirection writes. */
const NO_FOLDER = /^(bash: .*: )cannot open redirect target$/gm;

/** How the library says that somebody stopped it. */
const STOPPED_BY_HAND = /^bash: execution aborted\n/m;

/** Words of the shell itself that run no other command. */
const BUILT_IN =
  ': [ test set shift local declare typeset export readonly unset read cd let printf echo true false exit return break continue'.split(
    ' ',
  );

export interface Executed {
  readonly chunks: readonly Chunk[];
  readonly exit: number;
  readonly kept: Kept;
  /** By itself, by `exit` or `set -e`, by a limit, by a signal. */
  readonly end: 'done' | 'exit' | 'limit' | 'signal';
}

export interface Interpreter {
  readonly files: Files;
  readonly copyDisk: () => DiskCopy;
  readonly putBackDisk: (copy: DiskCopy) => void;
  /** What a fresh shell knows. */
  readonly fresh: Kept;
  /** Why a text is no script; `undefined` when it is one. */
  readonly check: (text: string) => Promise<SyntaxFault | undefined>;
  /** Does a text end in the middle of something? */
  readonly isOpen: (text: string) => Promise<boolean>;
  readonly execute: (text: string, kept: Kept, signal?: AbortSignal) => Promise<Executed>;
}

export interface Beginning {
  readonly commands: readonly ShellCommand[];
  readonly home: string;
  /** Exported from the beginning. */
  readonly env: Readonly<Record<string, string>>;
  /** By absolute path. */
  readonly initial: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Of `$RANDOM`. */
  readonly seed: number;
  /** Lets the page take breath while a script runs. */
  readonly pause?: () => Promise<void>;
}

interface ReadScript {
  /** As the library can read it. */
  readonly text: string;
  readonly script: ScriptNode;
}

/** A fresh shell with a disk of its own. */
export function openInterpreter({ commands, home, env, initial, now, seed, pause }: Beginning): Interpreter {
  const tree = openTree(now, LIMITS.maxFileSystemBytes);
  const disk = diskOf(tree, pause);
  for (const folder of ['/tmp', home]) disk.mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(initial)) {
    disk.mkdirSync(above(path), { recursive: true });
    disk.writeFileSync(path, text);
  }
  const files = filesOf(tree, disk);
  const hasFolder = (path: string): boolean => files.at(above(path))?.kind === 'folder';
  const script = (name: string, path: string): string => {
    const file = files.at(path);
    const text = file?.kind === 'file' ? textOf(file.bytes) : '';
    const settled = settledText(text);
    if (settled === text) return name;
    const copy = `/proc/self/script${path.replaceAll('/', '-')}`;
    disk.writeFileSync(copy, settled);
    return copy;
  };
  const watch = { now, start: now(), hasFolder, script };
  let run: Run | undefined;
  let transform: ((script: ScriptNode) => ScriptNode) | undefined;
  let handed: Handed | undefined;
  const calling: Calling = async (caller, args, exported, call) => {
    const before = handed;
    handed = handedBy(caller, args, exported);
    try {
      return await call();
    } finally {
      handed = before;
    }
  };
  const alone = new Set([MARK, ...BUILT_IN, ...COMMANDS, ...commands.map(({ name }) => name)]);
  const bash = new Bash({
    fs: disk,
    cwd: home,
    env: { ...env },
    commands: [...COMMANDS],
    customCommands: [
      ...CALLERS.filter((name) => !commands.some((one) => one.name === name)).map((name) =>
        callingCommand(name, calling),
      ),
      ...commands.map((one) => customCommand(one, files, calling)),
      { name: MARK, execute: (args, context) => Promise.resolve(marks(args, context, run, watch)) },
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
      settle(ast);
      letAssignmentsSucceed(ast);
      letLoopsBreathe(ast);
      readText(ast);
      pardonConditions(ast, alone);
      const made = once ? once(ast) : handed ? handOn(ast, handed) : ast;
      guardTargets(made);
      return { ast: made };
    },
  });
  const read = async (text: string): Promise<ReadScript | SyntaxFault> => {
    let parsed: ScriptNode | undefined;
    transform = (script) => {
      parsed = script;
      return { ...script, statements: [] };
    };
    const { stderr } = await bash.exec(text, { rawScript: true });
    transform = undefined;
    if (parsed) return { text, script: parsed };
    const escaped = escapedWhereMisread(text, stderr);
    return escaped === undefined ? syntaxFault(stderr, text) : read(escaped);
  };
  const parse = async (text: string): Promise<ScriptNode | SyntaxFault> => {
    const known = await read(text);
    return 'script' in known ? known.script : known;
  };
  const parseOrNot = async (text: string): Promise<ScriptNode | undefined> => {
    const parsed = await parse(text);
    return 'isOpen' in parsed ? undefined : parsed;
  };
  return {
    files,
    copyDisk: tree.copy,
    putBackDisk: tree.putBack,
    fresh: {
      cwd: home,
      variables: new Map(Object.entries(bash.getEnv())),
      exported: Object.keys(env),
      attributes: [],
      elements: [],
      functions: new Map(),
      luck: seed,
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
      const known = mayBeMisread(text) ? await read(text) : { text };
      const restored = await parse(restoring(kept));
      const before = [
        ...defining(kept.functions.values()),
        ...('isOpen' in restored ? [] : restored.statements),
      ];
      const present: Run = { kept, started: [] };
      run = present;
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
      } = await bash.exec('text' in known ? known.text : text, {
        rawScript: true,
        replaceEnv: true,
        env: Object.fromEntries(kept.variables),
        cwd: kept.cwd,
        ...(signal ? { signal } : {}),
      });
      transform = undefined;
      const isAborted = signal?.aborted === true;
      const stderr = traced
        .replaceAll(TRACED, '')
        .replace(TRACED_LAST, '')
        .replaceAll(NO_FOLDER, '$1No such file or directory')
        .replace(STOPPED_BY_HAND, '^C\n');
      const lines = stderr.split('\n');
      const stopped =
        exitCode === STOPPED && present.isDone !== true ? stoppedText(lines.at(-2) ?? '') : undefined;
      const functions = await functionsAfter(present.kept, script, present.names, {
        files,
        parse: parseOrNot,
      });
      return {
        chunks: cutAtMarks(
          stdout,
          stopped === undefined ? stderr : [...lines.slice(0, -2), stopped, ''].join('\n'),
        ),
        exit: isAborted ? 130 : exitCode,
        kept: { ...present.kept, functions },
        end: isAborted
          ? 'signal'
          : stopped !== undefined
            ? 'limit'
            : present.isDone === true
              ? 'done'
              : 'exit',
      };
    },
  };
}
