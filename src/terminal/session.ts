// A learner's session: a world, a shell in it, and the way back to any point before. It prints nothing and keeps nothing.
import { profilesOf } from '#cloud/services';
import type { CallEvent, Cloud } from '#cloud';
import type { Known } from './complete.ts';
import type { SavedTerminal, Terminal } from './instance-sessions.ts';
import type { Outcome } from './shell/shell.ts';
import { simulate, type OpenSimulation } from './simulation.ts';
import { learnersComputer, openTerminal, type ProfileKey } from './terminal.ts';

/** What a line came to. */
export interface Answered extends Outcome {
  /** The calls that it made, in their order. */
  readonly events: readonly CallEvent[];
}

/** A point to which a session can go back. */
export interface Point {
  readonly cloud: Cloud;
  readonly shell: SavedTerminal;
}

export interface Session {
  readonly cloud: () => Cloud;
  /** The profile whose credentials count. */
  readonly profile: () => string;
  /** What stands before the next line, such as `mei $ `. */
  readonly prompt: () => string;
  /** Does a text end in the middle of something, so that another line is to be asked for? */
  readonly isOpen: (text: string) => Promise<boolean>;
  /** Runs what somebody typed at the prompt. */
  readonly run: (text: string, signal?: AbortSignal) => Promise<Answered>;
  /** Runs a whole script, as from a pipe. */
  readonly script: (text: string, signal?: AbortSignal) => Promise<Answered>;
  readonly point: () => Point;
  readonly back: (point: Point) => void;
  /** The same session once more, to be tried out. */
  readonly fork: () => Session;
  /** The same world and files before a shell that is new: no variable, function, option or trap of this one. */
  readonly anew: () => Session;
  /** What a half-typed line may mean here. */
  readonly known: () => Promise<Known>;
}

export interface SessionOptions {
  /** Files by their path in the home folder. */
  readonly files?: Readonly<Record<string, string>>;
  /** Lets the page take breath while commands run. */
  readonly pause?: () => Promise<void>;
}

const HOME = '/home/learner';

/** A session in a world, with a profile for each of its first keys. */
export async function openSession(
  cloud: Cloud,
  { files = {}, pause }: SessionOptions = {},
): Promise<Session> {
  const profiles = profilesOf(cloud).map(({ name, key }): ProfileKey => ({
    name,
    accessKeyId: key.id,
    secretAccessKey: key.secret,
  }));
  const session = begin(simulate(cloud), profiles, pause);
  for (const [path, text] of Object.entries(files))
    await session.shell.files.write(`${HOME}/${path}`, new TextEncoder().encode(text));
  return session.session;
}

function begin(
  simulation: OpenSimulation,
  profiles: readonly ProfileKey[],
  pause: SessionOptions['pause'],
): { readonly session: Session; readonly shell: Terminal } {
  const computer = learnersComputer('us-east-1', profiles);
  const shell = openTerminal({ simulation, computer, ...(pause ? { pause } : {}) });
  const watched = async (work: () => Promise<Outcome>): Promise<Answered> => {
    const before = simulation.cloud().history?.count ?? 0;
    const outcome = await work();
    return { ...outcome, events: eventsSince(simulation.cloud(), before) };
  };
  const back = ({ cloud, shell: saved }: Point): void => {
    simulation.restore(cloud);
    shell.back(saved);
  };
  const point = (): Point => ({ cloud: simulation.cloud(), shell: shell.save() });
  const untouched = shell.save();
  const again = (from: Point): Session => {
    const { session: copy } = begin(simulation.fork(), profiles, pause);
    copy.back(from);
    return copy;
  };
  const profile = (): string => shell.variable('AWS_PROFILE') ?? 'default';
  const session: Session = {
    cloud: simulation.cloud,
    profile,
    prompt: () => shell.prompt() ?? `${profile()}:${shell.cwd().replace(HOME, '~')}$ `,
    isOpen: shell.isOpen,
    run: (text, signal) => watched(() => shell.run(text, signal)),
    script: (text, signal) => watched(() => shell.script(text, signal)),
    point,
    back,
    fork: () => again(point()),
    anew: () => {
      const { disk, disks } = shell.save();
      return again({ cloud: simulation.cloud(), shell: { ...untouched, disk, disks } });
    },
    known: async () => ({
      cloud: simulation.cloud(),
      account: '111122223333',
      commands: [
        'aws',
        'cat',
        'cd',
        'cp',
        'curl',
        'date',
        'echo',
        'export',
        'grep',
        'idp',
        'jq',
        'ls',
        'mfa-code',
        'mkdir',
        'mv',
        'rm',
        'security-key',
        'sleep',
        'unzip',
        'zip',
      ],
      files: await namesIn(shell.here()),
      profiles: await profileNames(shell),
    }),
  };
  return { session, shell };
}

function eventsSince(cloud: Cloud, count: number): readonly CallEvent[] {
  const events: CallEvent[] = [];
  for (let at = cloud.history; at && at.count > count; at = at.before) events.unshift(at.event);
  return events;
}

async function profileNames({ files }: Terminal): Promise<readonly string[]> {
  const bytes = await files.read(`${HOME}/.aws/credentials`);
  const text = bytes ? new TextDecoder().decode(bytes) : '';
  return [...text.matchAll(/^\s*\[([^\]]+)\]/gm)].map(([, name = '']) => name.trim());
}

/** What lies in the folder where what is typed is run. */
async function namesIn({ files, cwd }: ReturnType<Terminal['here']>): Promise<readonly string[]> {
  const all = (await files.list(cwd())) ?? [];
  return all.map(({ name, isFolder }) => (isFolder ? `${name}/` : name));
}
