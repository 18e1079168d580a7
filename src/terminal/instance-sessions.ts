// Sessions in instances, as a terminal keeps them: what they left on the disks there, and the one that what is typed goes
// to until it is left. It opens none by itself.
import type { Outcome, SavedShell, Shell } from './shell/shell.ts';
import type { DiskCopy } from './shell/tree.ts';
import type { OpenSimulation } from './simulation.ts';
import type { Computer } from './terminal.ts';

/** A shell in an instance that somebody is in. */
export interface InstanceSession {
  readonly shell: Terminal;
  /** Ends it. @returns what is printed then */
  readonly end: () => string;
  /** The same session as one of another terminal. */
  readonly again: (sessions: InstanceSessions) => InstanceSession | undefined;
}

export interface InstanceSessions {
  readonly simulation: OpenSimulation;
  /** A terminal on a computer. */
  readonly open: (computer: Computer) => Terminal;
  /** By the account and the id of the instance. */
  disks: ReadonlyMap<string, DiskCopy>;
  /** Somebody sits at the terminal: a session without lines is one to be typed into. */
  typed: boolean;
  current: InstanceSession | undefined;
}

/** Everything that a terminal knows, the instances that it has been in included. */
export interface SavedTerminal extends SavedShell {
  readonly disks: ReadonlyMap<string, DiskCopy>;
  readonly inside?: { readonly session: InstanceSession; readonly shell: SavedTerminal };
}

/** A shell from which one may go into instances. Scripts, files and variables are those of its own computer. */
export interface Terminal extends Omit<Shell, 'save' | 'back'> {
  /** Where what is typed goes: the computer's own shell, or the one in the instance. */
  readonly here: () => Pick<Shell, 'files' | 'cwd' | 'isOpen'>;
  /** What stands before the next line inside an instance; `undefined` outside. */
  readonly prompt: () => string | undefined;
  readonly save: () => SavedTerminal;
  readonly back: (saved: SavedTerminal) => void;
}

export function withSessions(shell: Shell, sessions: InstanceSessions): Terminal {
  const here = (): Pick<Shell, 'files' | 'cwd' | 'isOpen'> => sessions.current?.shell.here() ?? shell;
  return {
    ...shell,
    here,
    prompt: () => (sessions.current ? 'sh-5.2$ ' : undefined),
    isOpen: (text) => here().isOpen(text),
    run: async (text, signal) => {
      if (sessions.current) return inside(sessions, sessions.current, text, signal);
      sessions.typed = true;
      try {
        return await shell.run(text, signal);
      } finally {
        sessions.typed = false;
      }
    },
    save: () => {
      const { disks, current } = sessions;
      const saved = { ...shell.save(), disks };
      return current ? { ...saved, inside: { session: current, shell: current.shell.save() } } : saved;
    },
    back: (saved) => {
      shell.back(saved);
      sessions.disks = saved.disks;
      sessions.current = saved.inside?.session.again(sessions);
      if (saved.inside) sessions.current?.shell.back(saved.inside.shell);
    },
  };
}

async function inside(
  sessions: InstanceSessions,
  { shell, end }: InstanceSession,
  text: string,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  const outcome = await shell.run(text, signal);
  if (!outcome.isOver) return outcome;
  sessions.current = undefined;
  return { ...outcome, chunks: [...outcome.chunks, { stream: 'stdout', text: end() }], isOver: false };
}
