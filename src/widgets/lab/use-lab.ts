// What a lab remembers and what follows from it. Everything shown is computed from edits, picks and the guess.
import { useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Decision } from '#evaluator';
import { documentsOf, type Cloud } from '#cloud';
import { seeNow, type Lab } from '#course';
import { callOf } from './choices.ts';
import { edited, judge, type Edits, type Judged, type Picks } from './judge.ts';

/** From this length on a text is judged when there is time, not at each key. */
const LARGE = 60_000;

export interface Memory {
  readonly edits: Edits;
  readonly picks: Picks;
  readonly guess?: Decision;
}

export interface Goal {
  readonly id: string;
  readonly text: string;
  readonly met: boolean;
}

export interface TaskState {
  readonly id: string;
  readonly text: string;
  readonly goals: readonly Goal[];
  readonly solved: boolean;
  /** Why what was tried does not do it, when it is one of the tries that look right. */
  readonly nearMiss?: string;
}

export interface LabState {
  readonly memory: Memory;
  readonly cloud: Cloud;
  readonly judged: Judged;
  readonly tasks: readonly TaskState[];
  readonly late: boolean;
  /** What was kept has been fetched. */
  readonly ready: boolean;
  readonly change: (next: Partial<Memory>) => void;
  readonly reset: () => void;
  readonly undo: (() => void) | undefined;
}

function isDecision(value: string | undefined): value is Decision {
  return value === 'allowed' || value === 'explicitDeny' || value === 'implicitDeny';
}

export function useLab(lab: Lab, keeps: boolean): LabState {
  const { start } = lab.spec;
  const first: Memory = { edits: {}, picks: start };
  const [memory, setMemory] = useState<Memory>(first);
  const [before, setBefore] = useState<Memory>();
  const [ready, setReady] = useState(!keeps);
  const pressed = useRef<number>(undefined);

  useEffect(() => {
    if (!keeps) return;
    void import('#store')
      .then(async ({ openStore }) => {
        const kept = await (await openStore()).edit(lab.id);
        if (!kept) return;
        const known = new Set(documentsOf(lab.cloud).map(({ id }) => id));
        const edits = Object.fromEntries(Object.entries(kept.documents).filter(([id]) => known.has(id)));
        const { as = start.as, action = start.action, on = start.on, ...context } = kept.picks;
        setMemory({
          edits,
          picks: { as, action, on, context },
          ...(isDecision(kept.guess) ? { guess: kept.guess } : {}),
        });
      })
      .finally(() => {
        setReady(true);
      });
  }, [keeps, lab, start]);

  const keep = (next: Memory): void => {
    if (!keeps) return;
    const { as, action, on, context } = next.picks;
    const row = { id: lab.id, at: Date.now(), documents: next.edits, picks: { ...context, as, action, on } };
    void import('#store').then(async ({ openStore }) =>
      (await openStore()).keepEdit(next.guess === undefined ? row : { ...row, guess: next.guess }),
    );
  };
  const set = (next: Memory): void => {
    pressed.current = performance.now();
    setMemory(next);
    keep(next);
  };

  const large = Object.values(memory.edits).some((text) => text.length > LARGE);
  const deferred = useDeferredValue(memory.edits);
  const edits = large ? deferred : memory.edits;
  const cloud = useMemo(() => edited(lab.cloud, edits), [lab.cloud, edits]);
  const judged = useMemo(
    () => judge(cloud, memory.picks.as, callOf(lab.spec, memory.picks)),
    [cloud, lab.spec, memory.picks],
  );
  const tasks = useMemo(() => tasksOf(lab, cloud), [lab, cloud]);

  useLayoutEffect(() => {
    if (pressed.current === undefined) return;
    performance.measure('gatehouse:decision', { start: pressed.current });
    pressed.current = undefined;
  });

  return {
    memory,
    cloud,
    judged,
    tasks,
    ready,
    late: large && edits !== memory.edits,
    change: (next) => set({ ...memory, ...next }),
    reset: () => {
      setBefore(memory);
      set({ ...first, ...(memory.guess ? { guess: memory.guess } : {}) });
    },
    undo:
      before &&
      (() => {
        setBefore(undefined);
        set(before);
      }),
  };
}

function tasksOf(lab: Lab, cloud: Cloud): readonly TaskState[] {
  return lab.spec.tasks.map((task) => {
    const goals = task.goals.map(({ id, text, expects }) => ({
      id,
      text,
      met: seeNow(cloud, expects).holds,
    }));
    const solved = goals.every((goal) => goal.met);
    const near = solved
      ? undefined
      : task.near.find((try_) => try_.fails.shows.every((shown) => seeNow(cloud, shown).holds));
    const tried = near && task.near.length > 0 && cloud !== lab.cloud;
    return { id: task.id, text: task.text, goals, solved, ...(tried ? { nearMiss: near.fails.text } : {}) };
  });
}
