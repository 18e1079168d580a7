// The exam room without its walls: it drives the sitting by events, keeps each, and knows no React.
import {
  formOfOneDomain,
  isOpen,
  movedBy,
  openSitting,
  type Form,
  type Happening,
  type Run,
  type SittingEvent,
  type Stamp,
  type Terms,
} from '#exam';
import type { Keeping, PaperRow, Store } from '#store';
import { latestSitting, readSitting, type Sat } from './find-sitting.ts';
import { hasSlept, isHeartbeatDue, randomId } from './moment.ts';
import { claim, type Claim, type Means, type Owner } from './owner.ts';

export type Saved = 'saved' | 'saving' | 'not-kept';

/** What the room shows. */
export interface View {
  readonly run: Run;
  readonly attempt: string | undefined;
  /** It was found open, after an absence: it goes on when somebody says so. */
  readonly found: boolean;
  /** Some of what was kept was changed or taken out since. What is proved counts. */
  readonly broken: boolean;
  /** `elsewhere`: another tab writes, and nothing that is sent here is heard. */
  readonly owner: Owner;
  readonly saved: Saved;
  readonly keeping: Keeping;
  readonly now: Stamp;
}

/** What can be done in it. */
export interface Control {
  readonly begin: (form: Form, terms: Terms, paper?: PaperRow) => void;
  readonly send: (happening: Happening) => void;
  /** Something that is still being written. It is sent a moment after its last word, or before what is sent next. */
  readonly write: (happening: Happening) => void;
  /** After it was found open, a pause or a break. */
  readonly goOn: () => void;
  /** The deadline passed during an absence, and the candidate says that the clock of the machine is wrong. */
  readonly disputeClock: () => void;
  /** Continues here what another tab has. */
  readonly takeOver: () => Promise<void>;
  /** Leaves a closed sitting behind and shows the start again. */
  readonly fresh: () => void;
  /** About a second has passed. */
  readonly tick: () => void;
  /** The page is put aside. */
  readonly leave: () => void;
  /** The page is brought back as it was left: what other tabs did meanwhile is read. */
  readonly comeBack: () => Promise<void>;
}

export interface Page {
  readonly newStay: () => () => Stamp;
  readonly means: Means;
}

type Held = Pick<View, 'run' | 'attempt' | 'found' | 'broken'>;

/** Before a form is chosen. */
const nothingYet = (exam: string): Run =>
  openSitting(formOfOneDomain({ exam, title: '', version: '', minutes: 0, pass: 0, questions: [] }));

/** Did an event count? */
const counts = (before: Run, after: Run): boolean =>
  before.sitting.clock !== after.sitting.clock || before.sitting.phase !== after.sitting.phase;

/** For so long nobody must have written on, in milliseconds. */
const PAUSE = 800;

/** @param show called with what the room shows, at each change */
export async function openRoom(
  exam: string,
  store: Store,
  page: Page,
  show: (view: View) => void,
): Promise<Control> {
  let stamp = page.newStay();
  let now = stamp();
  let held: Held = { run: nothingYet(exam), attempt: undefined, found: false, broken: false };
  let owner: Owner = 'here';
  let claimed: Claim | undefined;
  let waiting = 0;
  let failed = false;
  /** What another tab did is still being read: until then nothing is heard. */
  let catchingUp = false;
  let written: { readonly happening: Happening; readonly tick: number } | undefined;

  const ownerNow = (): Owner => (catchingUp ? 'elsewhere' : owner);
  const changed = (): void => {
    const keeping = store.keeping();
    const lost = failed || keeping.state === 'not-kept';
    show({
      ...held,
      owner: ownerNow(),
      keeping,
      now,
      saved: lost ? 'not-kept' : waiting > 0 || written ? 'saving' : 'saved',
    });
  };
  const keep = (kept: Promise<void>): void => {
    waiting += 1;
    void kept
      .catch(() => {
        failed = true;
      })
      .finally(() => {
        waiting -= 1;
        changed();
      });
  };
  const own = async (attempt: string): Promise<void> => {
    claimed?.leave();
    owner = 'here';
    const tell = (next: Owner): void => {
      owner = next;
      changed();
    };
    claimed = await claim(attempt, tell, page.means);
  };
  const keepEvent = (attempt: string, event: SittingEvent): void => {
    keep(store.append(attempt, event));
  };
  const hear = (happening: Happening): void => {
    const { run, attempt } = held;
    if (attempt === undefined || ownerNow() === 'elsewhere') return;
    const event = { ...happening, ...now };
    const next = run.next(event);
    if (!counts(run, next)) return;
    held = { ...held, run: next };
    const { phase } = next.sitting;
    if (phase !== 'lapsed') keepEvent(attempt, phase === 'expired' ? { type: 'expired', ...now } : event);
  };
  /** A wall clock that was set, in the open room or during an absence, is told when it is seen. */
  const hearClock = (): void => {
    const by = movedBy(held.run.sitting.clock, now);
    if (by !== 0) hear({ type: 'clock-moved', by });
  };
  const hearTime = (): void => {
    const { run, attempt } = held;
    const next = run.next({ type: 'tick', ...now });
    held = { ...held, run: next };
    const { phase, clock } = next.sitting;
    if (phase === 'expired' && run.sitting.phase !== 'expired' && attempt !== undefined)
      keepEvent(attempt, { type: 'expired', ...now });
    else if (!held.found && phase !== 'paused' && phase !== 'break' && isHeartbeatDue(clock, now))
      hear({ type: 'ticked' });
  };
  const hearWritten = (): void => {
    if (written) hear(written.happening);
    written = undefined;
  };
  const send = (happening: Happening): void => {
    now = stamp();
    hearClock();
    hearWritten();
    hear(happening);
    changed();
  };
  const write = (happening: Happening): void => {
    now = stamp();
    written = { happening, tick: now.tick };
    changed();
  };
  const find = (sat: Sat | undefined): void => {
    stamp = page.newStay();
    now = stamp();
    if (!sat) return;
    const open = isOpen(sat.run.sitting);
    held = { ...sat, run: sat.run.next({ type: 'tick', ...now }), found: open };
  };
  /** Becomes the owner, or asks for it, and then has what the others have done. */
  const catchUp = async (attempt: string, become: () => Promise<void>): Promise<void> => {
    catchingUp = true;
    try {
      await become();
      find(await readSitting(store, attempt));
    } finally {
      catchingUp = false;
    }
  };
  const goOn = (): void => {
    const { phase } = held.run.sitting;
    if (held.found) send({ type: 'resumed' });
    if (phase === 'paused' || phase === 'break') send({ type: 'unpaused' });
    held = { ...held, found: held.run.sitting.phase === 'lapsed' };
    changed();
  };

  const latest = await latestSitting(store, exam);
  if (latest && isOpen(latest.run.sitting)) {
    await own(latest.attempt);
    find(latest);
  }
  store.watch(changed);
  changed();
  return {
    begin: (form, terms, paper) => {
      now = stamp();
      const attempt = `${form.exam}-${now.at.toString(36)}-${randomId()}`;
      const started = { type: 'started' as const, terms, ...now };
      held = { run: openSitting(form).next(started), attempt, found: false, broken: false };
      const row = { id: attempt, begun: now.at, form };
      keep(store.begin(paper ? { ...row, paper: paper.id } : row, started, paper));
      void own(attempt);
      changed();
    },
    send,
    write,
    goOn,
    disputeClock: () => {
      now = stamp();
      const { time, skew } = held.run.sitting.clock;
      if (held.run.sitting.phase === 'lapsed') hear({ type: 'clock-moved', by: now.at - skew - time });
      held = { ...held, found: false };
      changed();
    },
    takeOver: async () => {
      const { attempt } = held;
      if (attempt === undefined || owner === 'here') return;
      await catchUp(attempt, async () => claimed?.take());
      goOn();
    },
    fresh: () => {
      claimed?.leave();
      held = { run: nothingYet(exam), attempt: undefined, found: false, broken: false };
      changed();
    },
    tick: () => {
      const before = now;
      now = stamp();
      if (held.attempt === undefined || ownerNow() === 'elsewhere' || !isOpen(held.run.sitting)) return;
      if (!held.found && hasSlept(before, now)) hear({ type: 'resumed' });
      if (!held.found) hearClock();
      if (written && now.tick - written.tick >= PAUSE) hearWritten();
      hearTime();
      changed();
    },
    leave: () => {
      now = stamp();
      hearWritten();
      claimed?.leave();
    },
    comeBack: async () => {
      const { attempt } = held;
      if (attempt === undefined || !isOpen(held.run.sitting)) return;
      await catchUp(attempt, () => own(attempt));
      changed();
    },
  };
}
