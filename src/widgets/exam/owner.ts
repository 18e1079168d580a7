// Which tab owns an attempt: one writes, the others look on until somebody continues there.

export type Owner = 'here' | 'elsewhere';

export interface Claim {
  /** Continues here; the tab that owned it is told. */
  readonly take: () => Promise<void>;
  /** Owns it no more. */
  readonly leave: () => void;
}

interface Channel {
  readonly say: (message: unknown) => void;
  readonly close: () => void;
}

/** What it needs of the browser, so that a test can be one. */
export interface Means {
  /** Absent on a plain `http://` address. */
  readonly locks?: Pick<LockManager, 'request'> | undefined;
  /** To all other tabs. @param hear called with what they say */
  readonly channel: (name: string, hear: (message: unknown) => void) => Channel;
  readonly now: () => number;
  readonly id: string;
  /** Until every tab had the time to answer. */
  readonly answers: () => Promise<void>;
}

const ANSWERS = 250;

export const meansOfPage = (id: string): Means => ({
  locks: 'locks' in navigator ? navigator.locks : undefined,
  channel: channelOfPage,
  now: () => Date.now(),
  id,
  answers: () => new Promise((done) => setTimeout(done, ANSWERS)),
});

function channelOfPage(name: string, hear: (message: unknown) => void): Channel {
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    hear(data);
  };
  return {
    say: (message) => {
      channel.postMessage(message);
    },
    close: () => {
      channel.close();
    },
  };
}

/** @param tell called with whose it is, at once and at each change @returns once it is known */
export function claim(attempt: string, tell: (owner: Owner) => void, means: Means): Promise<Claim> {
  const name = `gatehouse-sitting ${attempt}`;
  return means.locks ? byLock(name, tell, means.locks, means.answers) : byLease(name, tell, means);
}

async function byLock(
  name: string,
  tell: (owner: Owner) => void,
  locks: Pick<LockManager, 'request'>,
  answers: () => Promise<void>,
): Promise<Claim> {
  let leave = (): void => undefined;
  const ask = (options: LockOptions): Promise<boolean> =>
    new Promise((known) => {
      const held = locks.request(name, options, (lock) => {
        known(lock !== null);
        if (!lock) return undefined;
        tell('here');
        return new Promise<void>((done) => (leave = done));
      });
      // Another tab took it.
      held.catch(() => {
        known(false);
        tell('elsewhere');
      });
    });
  const tryTwice = async (): Promise<boolean> => {
    if (await ask({ ifAvailable: true })) return true;
    // A page that is just being left may still have it.
    await answers();
    return ask({ ifAvailable: true });
  };
  if (!(await tryTwice())) tell('elsewhere');
  return {
    take: async () => {
      await ask({ steal: true });
    },
    leave: () => {
      leave();
    },
  };
}

interface Message {
  /** `who` asks for an owner, `mine` is the answer, `take` is no question. */
  readonly says: 'who' | 'mine' | 'take';
  readonly since: number;
  readonly id: string;
}

/** Without locks the tabs ask each other: an owner who is gone does not answer. */
async function byLease(name: string, tell: (owner: Owner) => void, means: Means): Promise<Claim> {
  const { now, id } = means;
  let owner: Owner | 'asking' = 'asking';
  let since = now();
  const become = (next: Owner): void => {
    if (owner !== next) tell(next);
    owner = next;
  };
  const isEarlier = (one: Message): boolean => one.since < since || (one.since === since && one.id < id);
  const channel = means.channel(name, (heard) => {
    const message = heard as Message;
    const earlier = isEarlier(message);
    if (message.says === 'take') become('elsewhere');
    // Two who ask at once: the earlier one has it.
    else if (owner === 'asking' && message.says === 'mine' && earlier) become('elsewhere');
    else if (owner === 'asking' && !earlier) say('mine');
    else if (owner !== 'here') return;
    // One who slept and did not answer finds a later owner, who has it.
    else if (message.says === 'mine' && !earlier) become('elsewhere');
    else say('mine');
  });
  const say = (says: Message['says']): void => {
    channel.say({ says, since, id } satisfies Message);
  };
  say('who');
  await means.answers();
  if ((owner as Owner | 'asking') === 'asking') become('here');
  return {
    take: () => {
      since = Math.max(now(), since + 1);
      become('here');
      say('take');
      return Promise.resolve();
    },
    leave: () => {
      channel.close();
    },
  };
}
