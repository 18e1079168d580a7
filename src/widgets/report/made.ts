// The account of the report: posts of the ships, machines and people, and the report that the cloud makes of them.
import { call, openCloud, signIn, type Account, type Cloud } from '#cloud';
import { RECORDS } from '#cloud/records';

const ACCOUNT = '111122223333';
const NOW = Date.UTC(2026, 10, 26, 8);
const DAY = 86_400_000;

const SHIPS = ['arctic', 'roseate', 'sooty', 'little', 'sandwich', 'caspian'];
const POSTS = ['bridge', 'deck', 'engine', 'gate', 'bar', 'shop', 'stores', 'radio'];

interface KeyOf {
  /** Days since it was made, and since it signed the last time. */
  readonly age: number;
  readonly used?: number;
  readonly off?: boolean;
}

interface Hired {
  readonly keys?: readonly KeyOf[];
  /** Days since somebody signed in with the password. */
  readonly signedIn?: number;
  readonly mfa?: boolean;
  readonly age: number;
}

const SINGLE: Readonly<Record<string, Hired>> = {
  'mei.tan': { age: 700, signedIn: 1, mfa: true },
  oskar: { age: 610, signedIn: 3, mfa: true, keys: [{ age: 80, used: 0 }] },
  nils: { age: 590, signedIn: 45, mfa: true },
  priya: { age: 30, signedIn: 0, mfa: true },
  lena: { age: 480, signedIn: 2, mfa: true, keys: [{ age: 200, used: 120, off: true }] },
  henrik: { age: 400, signedIn: 6, mfa: false },
  'night.job': { age: 900, keys: [{ age: 900, used: 0 }] },
  'scanner.fleet': {
    age: 380,
    keys: [{ age: 370, used: 0 }, { age: 340 }],
  },
  'summer.kiosk': { age: 300, keys: [{ age: 170, used: 140 }] },
  weather: {
    age: 420,
    keys: [
      { age: 60, used: 0 },
      { age: 410, used: 61, off: true },
    ],
  },
  'pier.lamps': {
    age: 260,
    keys: [{ age: 250, used: 0 }, { age: 1 }],
  },
  invoices: { age: 500, keys: [{ age: 89, used: 31 }] },
};

function hired(): Readonly<Record<string, Hired>> {
  const posts = SHIPS.flatMap((ship, i) =>
    POSTS.map((post, j) => {
      const age = 120 + ((i * 53 + j * 29) % 260);
      return [`${ship}.${post}`, { age, keys: [{ age, used: (i + j * 3) % 9 }] }] as const;
    }),
  );
  return { ...Object.fromEntries<Hired>(posts), ...SINGLE };
}

function opened(): Cloud {
  const all = hired();
  const users = Object.fromEntries(
    Object.entries(all).map(([name, { keys = [] }]) => [name, { keys: keys.length }] as const),
  );
  const cloud = openCloud({
    time: NOW,
    seed: 421,
    accounts: { [ACCOUNT]: { name: 'bookings', region: 'eu-west-1', users } },
  });
  const account = cloud.accounts[ACCOUNT];
  return account ? lived(cloud, account, all) : cloud;
}

/** The account as the years have left it. */
function lived(cloud: Cloud, account: Account, all: Readonly<Record<string, Hired>>): Cloud {
  const uses: Record<string, NonNullable<Cloud['uses']>[string]> = {};
  const users = Object.entries(account.users).map(([name, user]) => {
    const { age, keys = [], signedIn, mfa } = all[name] ?? { age: 0 };
    const created = NOW - age * DAY;
    const arn = `arn:aws:iam::${ACCOUNT}:user/${name}`;
    const lasting = user.keys.map((key, i) => {
      const { age: old = 0, used, off } = keys[i] ?? {};
      if (used !== undefined)
        uses[key.id] = { time: NOW - used * DAY - 3_600_000, service: 's3', region: account.region, by: arn };
      return { ...key, created: NOW - old * DAY, status: off ? ('Inactive' as const) : key.status };
    });
    const login = { password: '', created, changed: created, mustChange: false, before: [] };
    return [
      name,
      {
        ...user,
        created,
        keys: lasting,
        ...(signedIn === undefined ? {} : { login: { ...login, used: NOW - signedIn * DAY - 1_800_000 } }),
        ...(mfa === true
          ? { mfa: [{ serial: `arn:aws:iam::${ACCOUNT}:mfa/${name}`, enabled: created }] }
          : {}),
      },
    ] as const;
  });
  const serial = `arn:aws:iam::${ACCOUNT}:mfa/root-account-mfa-device`;
  const whole: Account = {
    ...account,
    created: NOW - 1000 * DAY,
    users: Object.fromEntries(users),
    iam: { ...account.iam, rootMfa: [{ serial, enabled: NOW - 999 * DAY }] },
  };
  return { ...cloud, uses, accounts: { ...cloud.accounts, [ACCOUNT]: whole } };
}

/** The report as text with commas between the cells. */
export function madeReport(): string {
  const cloud = opened();
  const signed = signIn(cloud, 'root');
  if (!('session' in signed)) throw new Error(signed.fault.message);
  const ask = (at: Cloud, operation: string) => call(at, signed.session, { operation }, RECORDS);
  const started = ask(cloud, 'iam:GenerateCredentialReport').cloud;
  const outcome = ask({ ...started, time: started.time + 10_000 }, 'iam:GetCredentialReport');
  if ('fault' in outcome) throw new Error(outcome.fault.message);
  return atob(String(outcome.reply['Content']));
}
