// What our own word in a script does: it notes what is to be kept, cuts the output, and answers what changes by itself.
import type { ResolvedCommandContext } from 'just-bash';
import { nextLuck, randomOf } from './bash-random.ts';
import { CUT } from './chunks.ts';
import { absolute } from './command.ts';
import { settledText } from './inconstant.ts';
import { asking, declaredIn, elementText, functionNames, type Kept } from './kept.ts';
import { textOfLatin1 } from './latin1.ts';
import { targetText } from './targets.ts';

/** What one run tells while it runs. */
export interface Run {
  kept: Kept;
  /** Names of functions, once they are known. */
  names?: readonly string[];
  /** The last statement was reached. */
  isDone?: boolean;
  /** When `time` began, the innermost last, in milliseconds. */
  readonly started: number[];
}

/** What the marks see of the computer. */
export interface Watch {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** When the shell began. */
  readonly start: number;
  /** Is there a folder for something at this path? */
  readonly hasFolder: (path: string) => boolean;
  /** Under which name a script is read in: its own, or that of a copy which asks our word. */
  readonly script: (name: string, path: string) => string;
}

export interface Marked {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

interface Found {
  readonly words: readonly string[];
  readonly context: ResolvedCommandContext;
  readonly run: Run;
  readonly watch: Watch;
}

/** Most marks answer with the status that they find. */
export function marks(
  [kind = '', ...words]: readonly string[],
  context: ResolvedCommandContext,
  run: Run | undefined,
  watch: Watch,
): Marked | Promise<Marked> {
  if (!run || kind === 'status') return answer(words[0]);
  return KINDS[kind]?.({ words, context, run, watch }) ?? answer('0');
}

function answer(exitCode: string | undefined, stdout = '', stderr = ''): Marked {
  return { stdout, stderr, exitCode: Number(exitCode ?? 0) };
}

const KINDS: Readonly<Record<string, (found: Found) => Marked | Promise<Marked>>> = {
  result: ({ run }) => {
    run.isDone = true;
    return answer(run.kept.variables.get('?'));
  },
  element: ({ run, words: [name = '', key = '', value = ''] }) => {
    run.kept = { ...run.kept, elements: [...run.kept.elements, elementText(name, key, value)] };
    return answer('0');
  },
  end: ({ run, words: [printed = '', functions = ''] }) => {
    const declared = declaredIn(printed);
    run.names = functionNames(functions);
    const attributes = declared.map(({ flags, name }) => `declare -${flags} ${name}`);
    run.kept = { ...run.kept, attributes, elements: [] };
    return answer('0', asking(declared));
  },
  note: (found) => {
    note(found);
    return answer(found.context.env.get('?'));
  },
  cut: (found) => {
    note(found);
    return answer(found.context.env.get('?'), CUT, CUT);
  },
  edge: ({ context }) => answer(context.env.get('?'), CUT, CUT),
  'text-in': ({ context: { env }, words }) => {
    for (const name of words) {
      const value = env.get(name);
      if (value !== undefined) env.set(name, textOfLatin1(value));
    }
    return answer(env.get('?'));
  },
  list: async ({ context, words: [name = '', ...values] }) => {
    const status = context.env.get('?');
    for (const [at, value] of values.entries()) {
      const text = textOfLatin1(value);
      if (text !== value) await context.assignShellVariable?.(name, text, String(at));
    }
    return answer(status);
  },
  keep: ({ context }) => answer(context.env.get('?')),
  say: ({ words: [text = ''] }) => answer('0', text),
  target: (found) => {
    const { words, watch, context } = found;
    const path = words.join(' ');
    return told(found, targetText(path, watch.hasFolder(absolute(context.cwd, path))));
  },
  text: (found) => told(found, settledText(found.words.join(' '))),
  script: (found) => {
    const { words, watch, context } = found;
    const [path = ''] = words;
    return told(found, watch.script(path, absolute(context.cwd, path)));
  },
  random: (found) => told(found, String(drawn(found))),
  srandom: (found) => told(found, String(drawn(found) * 0x2_0000 + drawn(found) * 4 + (drawn(found) & 3))),
  seed: (found) => {
    const [seed = ''] = found.words;
    found.run.kept = { ...found.run.kept, luck: Number.parseInt(seed, 10) || 0 };
    return answer('0', seed);
  },
  seconds: (found) => {
    const { run, watch } = found;
    return told(
      found,
      String(Math.floor(watch.now() / 1000) - (run.kept.since ?? Math.floor(watch.start / 1000))),
    );
  },
  since: ({ words: [seconds = ''], watch, run }) => {
    const since = Math.floor(watch.now() / 1000) - (Number.parseInt(seconds, 10) || 0);
    run.kept = { ...run.kept, since };
    return answer('0', seconds);
  },
  epoch: (found) => told(found, String(Math.floor(found.watch.now() / 1000))),
  realtime: (found) => told(found, `${(found.watch.now() / 1000).toFixed(3)}000`),
  start: ({ run, watch, context }) => {
    run.started.push(watch.now());
    return answer(context.env.get('?'));
  },
  stop: ({ run, watch, context, words: [form] }) => {
    const seconds = (watch.now() - (run.started.pop() ?? watch.now())) / 1000;
    return answer(context.env.get('?'), '', form === 'posix' ? posixTime(seconds) : longTime(seconds));
  },
};

function note({ run, context: { env, exportedEnv, cwd } }: Found): void {
  run.kept = { ...run.kept, cwd, variables: new Map(env), exported: Object.keys(exportedEnv ?? {}) };
}

/** What a variable holds, as a substitution prints it. */
function told({ context }: Found, text: string): Marked {
  return answer(context.env.get('?'), text);
}

function drawn({ run }: Found): number {
  const luck = nextLuck(run.kept.luck);
  run.kept = { ...run.kept, luck };
  return randomOf(luck);
}

function longTime(seconds: number): string {
  const real = `${Math.floor(seconds / 60)}m${(seconds % 60).toFixed(3)}s`;
  return `\nreal\t${real}\nuser\t0m0.000s\nsys\t0m0.000s\n`;
}

function posixTime(seconds: number): string {
  return `real ${seconds.toFixed(2)}\nuser 0.00\nsys 0.00\n`;
}
