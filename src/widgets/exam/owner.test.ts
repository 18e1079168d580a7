import { describe, expect, it } from 'vitest';
import { claim, type Means, type Owner } from './owner.ts';

/** Turns of the event loop in which all messages arrive. */
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 5));

/** Tabs that hear each other; one that sleeps hears it all when it wakes. */
function newHub() {
  const channels = new Set<{ hear: (message: unknown) => void; tab: string; missed: unknown[] }>();
  const asleep = new Set<string>();
  return {
    open: (tab: string, hear: (message: unknown) => void): ReturnType<Means['channel']> => {
      const mine = { hear, tab, missed: [] as unknown[] };
      channels.add(mine);
      return {
        say: (message) => {
          for (const other of channels)
            if (other !== mine) {
              if (asleep.has(other.tab)) other.missed.push(message);
              else
                queueMicrotask(() => {
                  other.hear(message);
                });
            }
        },
        close: () => channels.delete(mine),
      };
    },
    sleep: (tab: string) => asleep.add(tab),
    wake: (tab: string) => {
      asleep.delete(tab);
      for (const { hear, tab: its, missed } of channels)
        if (its === tab) for (const message of missed.splice(0)) hear(message);
    },
  };
}

/** The locks of a browser, as far as they are used. */
function newLocks(): NonNullable<Means['locks']> {
  let holder: { readonly lose: (error: unknown) => void } | undefined;
  const request = (_name: string, options: LockOptions, work: (lock: Lock | null) => unknown) =>
    new Promise((resolve, reject) => {
      if (holder && !options.steal) {
        resolve(work(null));
        return;
      }
      holder?.lose(new DOMException('stolen', 'AbortError'));
      const mine = { lose: reject };
      holder = mine;
      void Promise.resolve(work({ name: _name, mode: 'exclusive' })).then(() => {
        if (holder === mine) holder = undefined;
        resolve(undefined);
      });
    });
  return { request: request as LockManager['request'] };
}

function newBrowser(locks: Means['locks']) {
  const hub = newHub();
  let time = 0;
  return {
    hub,
    open: async (tab: string) => {
      const told: Owner[] = [];
      time += 1;
      const opened = time;
      const claimed = await claim('a', (owner) => told.push(owner), {
        locks,
        channel: (_name, hear) => hub.open(tab, hear),
        now: () => Math.max(opened, time),
        id: tab,
        answers: settled,
      });
      return { ...claimed, told };
    },
    later: () => (time += 1),
  };
}

describe.each([
  ['by locks', newLocks],
  ['by a lease, where there are none', () => undefined],
])('[one-tab-writes] %s', (_how, locks) => {
  it('the first tab owns it, the second looks on', async () => {
    const { open } = newBrowser(locks());
    expect((await open('one')).told).toEqual(['here']);
    expect((await open('two')).told).toEqual(['elsewhere']);
  });

  it('who continues in the second takes it from the first, and back', async () => {
    const { open, later } = newBrowser(locks());
    const [one, two] = [await open('one'), await open('two')];
    later();
    await two.take();
    await settled();
    expect([one.told.at(-1), two.told.at(-1)]).toEqual(['elsewhere', 'here']);
    later();
    await one.take();
    await settled();
    expect([one.told.at(-1), two.told.at(-1)]).toEqual(['here', 'elsewhere']);
  });

  it('a tab that left, or was killed, owns nothing', async () => {
    const { open } = newBrowser(locks());
    (await open('one')).leave();
    await settled();
    expect((await open('two')).told).toEqual(['here']);
  });

  it('of two that open at once, one owns it', async () => {
    const { open } = newBrowser(locks());
    const [one, two] = await Promise.all([open('one'), open('two')]);
    expect([...one.told, ...two.told].toSorted()).toEqual(['elsewhere', 'here']);
  });
});

describe('[one-tab-writes] a lock', () => {
  it('that a page still has while it is left is waited for', async () => {
    const { open } = newBrowser(newLocks());
    const one = await open('one');
    const two = open('two');
    one.leave();
    expect((await two).told).toEqual(['here']);
  });
});

describe('[one-tab-writes] a lease', () => {
  it('of a tab that slept while another began is lost when it wakes', async () => {
    const { open, hub } = newBrowser(undefined);
    const one = await open('one');
    hub.sleep('one');
    const two = await open('two');
    expect(two.told).toEqual(['here']);
    hub.wake('one');
    await settled();
    expect([one.told.at(-1), two.told.at(-1)]).toEqual(['elsewhere', 'here']);
  });
});
