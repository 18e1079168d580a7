// A terminal as React holds it: the session, what stands on the screen, and the ways back. It computes nothing itself.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallEvent, Cloud } from '#cloud';
import type { ClaimState, TerminalLab } from '#course/terminal';
import type { Completion, Point, Session } from '#terminal';
import { breath } from './breath.ts';
import type { Entry } from './entries.ts';
import { keptLines, keepLines, type Kept } from './kept.ts';
import type * as opened from './opened.ts';
import { replayed } from './replay.ts';

/** The shell and all that belongs to it, once it was fetched. */
type Opened = typeof opened;

/** A line that was run, and where the session stood before it. */
interface Run extends Entry {
  readonly before: Point;
  /** Somebody stopped it half-way: run again it would do something else. */
  readonly stopped: boolean;
}

export interface Room {
  readonly session: Session;
  readonly cloud: Cloud;
  readonly entries: readonly Entry[];
  readonly lines: readonly string[];
  readonly prompt: string;
  readonly running: boolean;
  readonly claims: readonly ClaimState[] | undefined;
  /** The world in which a call was made, of those that were made here. */
  readonly worldOf: (event: CallEvent) => Cloud | undefined;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  readonly run: (line: string) => void;
  readonly stop: () => void;
  readonly clear: () => void;
  readonly reset: () => void;
  readonly complete: (text: string, caret: number) => Promise<Completion>;
}

/** Where lines are kept, and where those are that were typed before. */
export interface Keeping {
  readonly kept: (id: string) => Promise<Kept>;
  readonly keep: (id: string, lines: readonly string[]) => void;
}

const IN_STORE: Keeping = { kept: keptLines, keep: keepLines };

/** What a terminal is opened on, and what is claimed of it. */
type Prepared = Pick<TerminalLab, 'id' | 'claims'> & Parameters<Opened['openTerminalLab']>[0];

export type Opening =
  | { readonly state: 'asleep' | 'opening' | 'failed' }
  | { readonly state: 'damaged'; readonly text: string; readonly fresh: () => void }
  | { readonly state: 'open'; readonly room: Room };

/** Opens the terminal of a lab, goes on where it was left, and keeps each line. */
export function useSession(
  lab: Prepared,
  { kept: keptOf, keep: keepOf }: Keeping = IN_STORE,
): { readonly opening: Opening; readonly open: () => void } {
  const [asleep, setAsleep] = useState<'asleep' | 'opening' | 'open' | 'failed'>('asleep');
  const [damaged, setDamaged] = useState<string>();
  const [runs, setRuns] = useState<readonly Run[]>([]);
  const [undone, setUndone] = useState<readonly string[]>([]);
  const [from, setFrom] = useState(0);
  const [running, setRunning] = useState(false);
  const [claims, setClaims] = useState<readonly ClaimState[]>();
  const [shown, setShown] = useState<{ readonly cloud: Cloud; readonly prompt: string }>();
  const session = useRef<Session>(undefined);
  const start = useRef<Point>(undefined);
  const tools = useRef<Opened>(undefined);
  const stopping = useRef<AbortController>(undefined);

  const look = useCallback((): void => {
    const now = session.current;
    if (now) setShown({ cloud: now.cloud(), prompt: now.prompt() });
  }, []);

  const play = useCallback(async (now: Session, line: string): Promise<Run> => {
    const prompt = now.prompt();
    const before = now.point();
    const { signal } = (stopping.current = new AbortController());
    const answered = await now.run(line, signal);
    return { prompt, line, answered, before, stopped: signal.aborted };
  }, []);

  const open = useCallback((): void => {
    setAsleep('opening');
    void (async () => {
      const [fetched, kept] = await Promise.all([import('./opened.ts'), keptOf(lab.id)]);
      tools.current = fetched;
      const fresh = await fetched.openTerminalLab(lab, { pause: breath });
      session.current = fresh;
      start.current = fresh.point();
      if ('damaged' in kept) setDamaged(kept.damaged);
      else {
        const again = await replayed(kept.lines, (line) => play(fresh, line));
        if ('runs' in again) setRuns(again.runs);
        else {
          fresh.back(start.current);
          setDamaged(JSON.stringify({ id: lab.id, ...kept, ...again }, null, 1));
        }
      }
      look();
      setAsleep('open');
    })().catch(() => {
      setAsleep('failed');
    });
  }, [keptOf, lab, look, play]);

  useEffect(() => {
    let current = true;
    const now = session.current;
    if (asleep !== 'open' || !now || running) return undefined;
    void tools.current?.gradeSession(lab, now).then((states) => {
      if (current) setClaims(states);
    });
    return () => {
      current = false;
    };
  }, [asleep, lab, running, runs]);

  const keep = (next: readonly Run[]): void => {
    setRuns(next);
    keepOf(
      lab.id,
      next.filter(({ stopped }) => !stopped).map(({ line }) => line),
    );
  };
  /** Runs a line, after which others are to be had by redo. */
  const runThen = (line: string, taken: readonly string[]): void => {
    const now = session.current;
    if (!now) return;
    setRunning(true);
    void play(now, line)
      .then((done) => {
        setUndone(taken);
        keep([...runs, done]);
        look();
      })
      .finally(() => {
        setRunning(false);
      });
  };
  const run = (line: string): void => {
    if (line.trim() !== '') runThen(line, []);
  };
  const goBack = (point: Point | undefined, next: readonly Run[], taken: readonly string[]): void => {
    if (!point) return;
    session.current?.back(point);
    setUndone(taken);
    setFrom(Math.min(from, next.length));
    keep(next);
    look();
  };

  const opening = ((): Opening => {
    if (damaged !== undefined)
      return {
        state: 'damaged',
        text: damaged,
        fresh: () => {
          setDamaged(undefined);
          keepOf(lab.id, []);
        },
      };
    if (asleep === 'failed') return { state: 'failed' };
    if (asleep !== 'open' || !shown || !session.current)
      return { state: asleep === 'asleep' ? asleep : 'opening' };
    const last = runs.at(-1);
    const again = undone.at(-1);
    return {
      state: 'open',
      room: {
        session: session.current,
        ...shown,
        entries: runs.slice(from),
        lines: runs.map(({ line }) => line),
        running,
        claims,
        worldOf: (event) => runs.find(({ answered }) => answered.events.includes(event))?.before.cloud,
        undo:
          last && !running ? () => goBack(last.before, runs.slice(0, -1), [...undone, last.line]) : undefined,
        redo:
          again !== undefined && !running
            ? () => {
                runThen(again, undone.slice(0, -1));
              }
            : undefined,
        run,
        stop: () => stopping.current?.abort(),
        clear: () => {
          setFrom(runs.length);
        },
        reset: () => {
          goBack(start.current, [], []);
        },
        complete: async (text, caret) =>
          tools.current && session.current
            ? tools.current.completed(session.current, text, caret)
            : { text, options: [] },
      },
    };
  })();
  return { opening, open };
}
