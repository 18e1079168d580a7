// The address that opens the console for temporary credentials, in its steps, and what the endpoint reads in it.
// Source: ug-console-broker.

export const ORIGINS = ['assumed', 'chained', 'federation', 'session', 'key'] as const;
/** Where credentials come from. They do not say so themselves: only AWS can tell. */
export type Origin = (typeof ORIGINS)[number];

export const ENCODINGS = ['once', 'none', 'twice'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface Wanted {
  /** JSON. */
  readonly session: string;
  readonly origin: Origin;
  /** Seconds; left out when empty. */
  readonly duration: string;
  readonly destination: string;
  /** Left out when empty. */
  readonly issuer: string;
  readonly encoding: Encoding;
}

/** Why no request can be made. */
export type Fault =
  | { readonly code: 'json' | 'object' | 'duration' | 'destination' | 'issuer' | 'long' }
  | { readonly code: 'missing' | 'unknown'; readonly name: string };

/** Why the endpoint gives no token. */
export type Refusal = 'longTerm' | 'noSession' | 'durationTwice' | 'garbled';

export type Lasts =
  | { readonly code: 'asked' | 'chained'; readonly seconds: number }
  | { readonly code: 'credentials' | 'call' };

interface Parameter {
  readonly name: string;
  readonly meant: string;
  /** As it stands in the address. */
  readonly written: string;
  /** What whoever takes the address apart finds; nothing where it is not found. */
  readonly read: string | undefined;
}

export interface Address {
  readonly text: string;
  readonly parameters: readonly Parameter[];
}

export type Opened =
  | { readonly faults: readonly Fault[] }
  | { readonly request: Address; readonly refusal: Refusal }
  | { readonly request: Address; readonly token: string; readonly login: Address; readonly lasts: Lasts };

const ENDPOINT = 'https://signin.aws.amazon.com/federation';
const NAMES = ['sessionId', 'sessionKey', 'sessionToken'] as const;
/** Seconds. */
const SHORTEST = 900;
const LONGEST = 43_200;
const HOUR = 3600;
/** Characters that are read here. */
const MOST = 6000;

export function openConsole(wanted: Wanted): Opened {
  const faults = faultsOf(wanted);
  if (faults.length > 0) return { faults };
  const { session, duration, destination, issuer, encoding, origin } = wanted;
  const compact = JSON.stringify(JSON.parse(session));
  const request = addressOf(encoding, [
    ['Action', 'getSigninToken'],
    ...(duration === '' ? [] : [['SessionDuration', duration] as const]),
    ['Session', compact],
  ]);
  const refusal = refusalOf(wanted, request);
  if (refusal) return { request, refusal };
  const token = `TernSigninToken${String(compact.length)}EXAMPLEnotARealOne`;
  const login = addressOf(encoding, [
    ['Action', 'login'],
    ...(issuer === '' ? [] : [['Issuer', issuer] as const]),
    ['Destination', destination],
    ['SigninToken', token],
  ]);
  return { request, token, login, lasts: lastsOf(origin, duration) };
}

function refusalOf({ session, origin, duration }: Wanted, request: Address): Refusal | undefined {
  if (!isFaithful(request)) return 'garbled';
  if (!/"sessionId"\s*:\s*"ASIA/.test(session) || origin === 'key') return 'longTerm';
  if (origin === 'session') return 'noSession';
  return origin === 'federation' && duration !== '' ? 'durationTwice' : undefined;
}

function lastsOf(origin: Origin, duration: string): Lasts {
  if (origin === 'federation') return { code: 'call' };
  if (origin === 'chained') return { code: 'chained', seconds: Math.min(Number(duration) || HOUR, HOUR) };
  return duration === '' ? { code: 'credentials' } : { code: 'asked', seconds: Number(duration) };
}

export function isFaithful({ parameters }: Address): boolean {
  return parameters.every(({ meant, read }) => meant === read);
}

const ENCODE: Readonly<Record<Encoding, (value: string) => string>> = {
  once: encodeURIComponent,
  none: (value) => value,
  twice: (value) => encodeURIComponent(encodeURIComponent(value)),
};

function addressOf(encoding: Encoding, values: readonly (readonly [string, string])[]): Address {
  const written = values.map(([name, value]) => [name, value, ENCODE[encoding](value)] as const);
  const query = written.map(([name, , value]) => `${name}=${value}`).join('&');
  const found = new URLSearchParams(query.split('#')[0]);
  return {
    text: `${ENDPOINT}?${query}`,
    parameters: written.map(([name, meant, value]) => ({
      ...{ name, meant, written: value },
      read: found.get(name) ?? undefined,
    })),
  };
}

function faultsOf({ session, duration, destination, issuer }: Wanted): readonly Fault[] {
  if ([session, duration, destination, issuer].some((text) => text.length > MOST || !text.isWellFormed()))
    return [{ code: 'long' }];
  const seconds = Number(duration);
  const isDuration = /^\d+$/.test(duration) && seconds >= SHORTEST && seconds <= LONGEST;
  return [
    ...sessionFaults(session),
    ...(duration === '' || isDuration ? [] : [{ code: 'duration' } as const]),
    ...(/^https:\/\/(?:[\w-]+\.)*aws\.amazon\.com(?:[/?#]\S*)?$/.test(destination)
      ? []
      : [{ code: 'destination' } as const]),
    ...(issuer === '' || /^https:\/\/[\w.-]+(?:[:/?#]\S*)?$/.test(issuer)
      ? []
      : [{ code: 'issuer' } as const]),
  ];
}

function sessionFaults(text: string): readonly Fault[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [{ code: 'json' }];
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [{ code: 'object' }];
  const given = new Map<string, unknown>(Object.entries(value));
  const known: ReadonlySet<string> = new Set(NAMES);
  return [
    ...[...given.keys()].flatMap((name) => (known.has(name) ? [] : [{ code: 'unknown', name } as const])),
    ...NAMES.flatMap((name) => {
      const one = given.get(name);
      return typeof one === 'string' && one !== '' ? [] : [{ code: 'missing', name } as const];
    }),
  ];
}

/** A session to begin with. All of it is made up. */
export function sessionOf(origin: Origin): string {
  const values = {
    sessionId: origin === 'key' ? 'AKIATERNEXAMPLEMEI22' : 'ASIATERNEXAMPLERUN77',
    sessionKey: 'TernFerries/ExampleSecret+NotARealOne/42',
    sessionToken: origin === 'key' ? 'none' : 'TERNExampleOfASessionToken+NotARealOne/7==',
  };
  return JSON.stringify(values, undefined, 2);
}
