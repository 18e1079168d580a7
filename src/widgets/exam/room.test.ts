// A sitting in the room, with clocks, tabs and a store that a test can move: what is shown, and what is kept.
import { beforeEach, describe, expect, it } from 'vitest';
import { fold, formOfOneDomain, termsOf, timeLeft, type ClockPolicy } from '#exam';
import { memoryShelf, openStoreIn, type Store } from '#store';
import type { Means } from './owner.ts';
import { openRoom, type Control, type View } from './room.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const FORM = formOfOneDomain({
  ...{ exam: 'doors', title: 'Doors', version: 'v1', minutes: 10, pass: 70 },
  questions: ['one', 'two'].map((id) => ({
    ...({ id, kind: 'single', stem: 'A door.', ask: 'Open it?', choose: 1 } as const),
    options: ['a', 'b'].map((option) => ({ id: option, text: option })),
  })),
});
const answered = { type: 'answered', question: 'one', answer: 'a' } as const;

/** What each room of the test shows. */
const views: (() => View | undefined)[] = [];
beforeEach(() => {
  views.length = 0;
});

/** One browser: its clocks, its locks and its disk, over all tabs and all times the room is opened. */
function newBrowser() {
  const shelf = memoryShelf();
  const clock = { wall: 1_764_000_000_000, tick: 0, stays: 0 };
  let owner: { lose: () => void } | undefined;
  const request = (_name: string, options: LockOptions, work: (lock: object | null) => unknown) => {
    if (owner && !options.steal) return Promise.resolve(work(null));
    const before = owner;
    return new Promise((_, reject) => {
      const mine = {
        lose: () => {
          reject(new DOMException('stolen', 'AbortError'));
        },
      };
      owner = mine;
      before?.lose();
      void Promise.resolve(work({})).then(() => {
        if (owner === mine) owner = undefined;
      });
    });
  };
  const means: Means = {
    locks: { request: request as unknown as LockManager['request'] },
    channel: () => ({ say: () => undefined, close: () => undefined }),
    now: () => clock.wall,
    id: 'tab',
    answers: () => Promise.resolve(),
  };
  const openHere = (): Promise<Store> =>
    openStoreIn({
      now: () => clock.wall,
      open: () => Promise.resolve(shelf),
      hasDatabase: true,
      persist: () => Promise.resolve(),
    });
  return {
    shelf,
    clock,
    /** Time passes on both clocks. */
    pass: (ms: number) => {
      clock.wall += ms;
      clock.tick += ms;
    },
    /** The tab that owned the sitting is killed. */
    kill: () => {
      owner = undefined;
    },
    open: async (): Promise<{
      control: Control;
      readonly view: View;
      kept: () => Promise<readonly string[]>;
    }> => {
      const store = await openHere();
      let view: View | undefined;
      views.push(() => view);
      const newStay = () => {
        clock.stays += 1;
        const session = `s${clock.stays}`;
        return () => ({ at: clock.wall, tick: clock.tick, session });
      };
      const control = await openRoom(FORM.exam, store, { newStay, means }, (next) => (view = next));
      return {
        control,
        get view(): View {
          if (!view) throw new Error('nothing is shown');
          return view;
        },
        kept: async () => (await store.events(view?.attempt ?? '')).map(({ type }) => type),
      };
    },
  };
}

const pause = (): Promise<void> => new Promise((done) => setTimeout(done, 5));

/** Until no room of the test is saving any more, or one is that will not end by itself. */
async function settled(): Promise<void> {
  await pause();
  for (let n = 0; n < 20 && views.some((view) => view()?.saved === 'saving'); n += 1) await pause();
}

async function begun(policy: ClockPolicy) {
  const browser = newBrowser();
  const room = await browser.open();
  room.control.begin(FORM, termsOf(10, policy));
  await settled();
  return { browser, room };
}

describe('[saved-is-true]', () => {
  it('nothing is called saved before it is kept, and everything that counts is kept', async () => {
    const { room } = await begun('strict');
    room.control.send(answered);
    expect(room.view.saved).toBe('saving');
    await settled();
    expect(room.view.saved).toBe('saved');
    room.control.send({ type: 'answered', question: 'nine', answer: 'a' });
    await settled();
    expect(await room.kept()).toEqual(['started', 'answered']);
  });

  it('what is still being written is not called saved, and is kept a moment after the last word', async () => {
    const { browser, room } = await begun('strict');
    room.control.write({ type: 'noted', question: 'one', text: 'h' });
    room.control.write({ type: 'noted', question: 'one', text: 'hm' });
    await settled();
    expect(room.view.saved).toBe('saving');
    browser.pass(1000);
    room.control.tick();
    await settled();
    expect(room.view.saved).toBe('saved');
    expect(room.view.run.sitting.notes).toEqual({ one: 'hm' });
    expect(await room.kept()).toEqual(['started', 'noted']);
  });

  it.each<[string, (control: Control) => void, readonly string[]]>([
    [
      'something else is done',
      ({ send }) => {
        send(answered);
      },
      ['answered'],
    ],
    [
      'the page is left',
      ({ leave }) => {
        leave();
      },
      [],
    ],
  ])('what is still being written is kept before %s', async (_, act, then) => {
    const { room } = await begun('strict');
    room.control.write({ type: 'noted', question: 'one', text: 'hm' });
    act(room.control);
    await settled();
    expect(await room.kept()).toEqual(['started', 'noted', ...then]);
  });

  it('what the disk refuses is told', async () => {
    const { browser, room } = await begun('strict');
    browser.shelf.append = () => Promise.reject(new DOMException('no space', 'QuotaExceededError'));
    room.control.send(answered);
    await settled();
    expect(room.view).toMatchObject({ saved: 'not-kept', keeping: { state: 'not-kept', why: 'full' } });
    expect(await room.kept()).toEqual(['started', 'answered']);
  });
});

describe('[nothing-is-lost] a room that is killed', () => {
  it('is found as it was, and goes on when somebody says so', async () => {
    const { browser, room } = await begun('strict');
    room.control.send(answered);
    room.control.send({ type: 'confident', question: 'one', confidence: 2 });
    room.control.send({ type: 'noted', question: 'one', text: 'hm' });
    room.control.send({ type: 'highlighted', question: 'one', ranges: [[0, 3]] });
    await settled();
    browser.kill();
    browser.pass(MINUTE);
    const again = await browser.open();
    expect(again.view).toMatchObject({ found: true, broken: false, owner: 'here' });
    again.control.goOn();
    await settled();
    expect(again.view.found).toBe(false);
    expect(again.view.run.sitting).toMatchObject({
      phase: 'answering',
      answers: { one: 'a' },
      confidence: { one: 2 },
      notes: { one: 'hm' },
      highlights: { one: [[0, 3]] },
    });
    expect(await again.kept()).toContain('resumed');
  });

  it('on active time has lost a minute at most: time is told every minute', async () => {
    const { browser, room } = await begun('active');
    for (let second = 0; second < 150; second += 1) {
      browser.pass(1000);
      room.control.tick();
    }
    await settled();
    expect(await room.kept()).toEqual(['started', 'ticked', 'ticked']);
    browser.kill();
    browser.pass(DAY);
    const again = await browser.open();
    expect(timeLeft(again.view.run.sitting, again.view.now)).toBe(8 * MINUTE);
  });

  it('in a pause is found in it, and goes on out of it', async () => {
    const { browser, room } = await begun('active');
    room.control.send({ type: 'paused' });
    expect(room.view.run.sitting.phase).toBe('paused');
    await settled();
    browser.kill();
    browser.pass(DAY);
    const again = await browser.open();
    again.control.goOn();
    expect(again.view.run.sitting.phase).toBe('answering');
    expect(timeLeft(again.view.run.sitting, again.view.now)).toBe(10 * MINUTE);
  });

  it('with a list that was changed since says so, and what is proved counts', async () => {
    const { browser, room } = await begun('strict');
    room.control.send(answered);
    await settled();
    const [, row] = await browser.shelf.all('events');
    if (!row) throw new Error('nothing was kept');
    const event = { ...row.event, answer: 'b' } as typeof row.event;
    const all = { attempts: [], lessons: [], edits: [], notes: [], checks: [], settings: [], terminals: [] };
    await browser.shelf.merge({ ...all, papers: [], events: [{ ...row, event }] });
    browser.kill();
    const again = await browser.open();
    expect(again.view).toMatchObject({ broken: true, found: true });
    expect(again.view.run.sitting.answers).toEqual({});
    again.control.goOn();
    again.control.send(answered);
    await settled();
    browser.kill();
    expect((await browser.open()).view.run.sitting.answers).toEqual({ one: 'a' });
  });
});

describe('[no-silent-end-on-a-jump] a deadline', () => {
  it('that passed while the room was closed is counted when the candidate says so', async () => {
    const { browser, room } = await begun('strict');
    room.control.send(answered);
    await settled();
    browser.kill();
    browser.pass(DAY);
    const again = await browser.open();
    expect(again.view.run.sitting.phase).toBe('lapsed');
    again.control.goOn();
    again.control.tick();
    await settled();
    expect(again.view.run.sitting.phase).toBe('lapsed');
    expect(await again.kept()).toEqual(['started', 'answered']);
    again.control.send({ type: 'expired' });
    await settled();
    expect(again.view.run.sitting).toMatchObject({ phase: 'expired', answers: { one: 'a' } });
    expect(await again.kept()).toEqual(['started', 'answered', 'expired']);
  });

  it('or goes on with what was left, when the clock of the machine is wrong', async () => {
    const { browser } = await begun('strict');
    browser.kill();
    browser.clock.wall += DAY;
    const again = await browser.open();
    again.control.disputeClock();
    await settled();
    expect(again.view.run.sitting.phase).toBe('answering');
    expect(again.view.run.sitting.clock.moved.map(({ by }) => by)).toEqual([DAY]);
    expect(timeLeft(again.view.run.sitting, again.view.now)).toBe(10 * MINUTE);
  });

  it('that passes in the open room ends it, also while the machine sleeps', async () => {
    const { browser, room } = await begun('strict');
    browser.pass(DAY);
    room.control.tick();
    await settled();
    expect(room.view.run.sitting).toMatchObject({ phase: 'expired' });
    expect(await room.kept()).toEqual(['started', 'expired']);
    const { attempt, run } = room.view;
    const row = await browser.shelf.get('attempts', attempt ?? '');
    const events = (await browser.shelf.events(attempt ?? '')).map(({ event }) => event);
    expect(row && fold(FORM, events).sitting).toEqual(run.sitting);
  });

  it('of active time does not pass while the machine sleeps', async () => {
    const { browser, room } = await begun('active');
    browser.pass(DAY);
    room.control.tick();
    await settled();
    expect(room.view.run.sitting.phase).toBe('answering');
    expect(timeLeft(room.view.run.sitting, room.view.now)).toBe(10 * MINUTE);
    expect(await room.kept()).toEqual(['started', 'resumed']);
  });

  it('is not moved by a clock that is set in the open room, and that is kept once', async () => {
    const { browser, room } = await begun('strict');
    browser.pass(MINUTE);
    browser.clock.wall += DAY;
    for (let second = 0; second < 3; second += 1) room.control.tick();
    room.control.send(answered);
    await settled();
    expect(await room.kept()).toEqual(['started', 'clock-moved', 'answered']);
    expect(timeLeft(room.view.run.sitting, room.view.now)).toBe(9 * MINUTE);
  });
});

describe('[a-clock-that-is-set-changes-nothing] back by a day while the room was closed', () => {
  it.each(['strict', 'active', 'break'] as const)('%s: it is kept, and nothing is lost', async (policy) => {
    const { browser, room } = await begun(policy);
    browser.pass(MINUTE);
    room.control.send(answered);
    await settled();
    browser.kill();
    browser.clock.wall -= DAY;
    const again = await browser.open();
    again.control.goOn();
    await settled();
    expect(await again.kept()).toEqual(['started', 'answered', 'clock-moved', 'resumed']);
    expect(again.view.run.sitting).toMatchObject({ phase: 'answering', answers: { one: 'a' } });
    expect(again.view.run.sitting.clock.moved.map(({ by }) => by)).toEqual([-DAY]);
    expect(timeLeft(again.view.run.sitting, again.view.now)).toBe(9 * MINUTE);
  });
});

describe('[one-tab-writes] a second tab', () => {
  it('looks on, and what is sent there is not heard', async () => {
    const { browser, room } = await begun('strict');
    const second = await browser.open();
    expect(second.view).toMatchObject({ owner: 'elsewhere', attempt: room.view.attempt });
    second.control.send(answered);
    await settled();
    expect(second.view.run.sitting.answers).toEqual({});
    expect(await room.kept()).toEqual(['started']);
  });

  it('continues where the first one is, and the first one looks on', async () => {
    const { browser, room } = await begun('strict');
    const second = await browser.open();
    room.control.send(answered);
    await settled();
    await second.control.takeOver();
    await settled();
    expect(second.view).toMatchObject({ owner: 'here', found: false });
    expect(second.view.run.sitting.answers).toEqual({ one: 'a' });
    expect(room.view.owner).toBe('elsewhere');
    room.control.send({ ...answered, answer: 'b' });
    room.control.tick();
    await settled();
    expect(await room.kept()).toEqual(['started', 'answered', 'resumed']);
  });

  it('hears nothing before it has read what the first one did', async () => {
    const { browser, room } = await begun('strict');
    const second = await browser.open();
    room.control.send({ type: 'flagged', question: 'one' });
    await settled();
    const taken = second.control.takeOver();
    await Promise.resolve();
    expect(second.view.owner).toBe('elsewhere');
    second.control.send(answered);
    await taken;
    await settled();
    expect(second.view.run.sitting).toMatchObject({ flagged: ['one'], answers: {} });
    expect(await room.kept()).toEqual(['started', 'flagged', 'resumed']);
  });

  it('a page that comes back as it was left reads what another tab did meanwhile', async () => {
    const { browser, room } = await begun('strict');
    room.control.leave();
    await settled();
    const second = await browser.open();
    second.control.goOn();
    second.control.send(answered);
    second.control.leave();
    await settled();
    await room.control.comeBack();
    expect(room.view).toMatchObject({ found: true, owner: 'here' });
    expect(room.view.run.sitting.answers).toEqual({ one: 'a' });
  });
});
