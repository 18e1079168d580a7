// What pasted text is made of: keys, ids, secrets, tokens; and whether what is there signs anything. It asks nobody.
// Source: ug-identifiers; for sets ug-temp-use.

export const PREFIXES = [
  ...(['ABIA', 'ACCA', 'AGPA', 'AIDA', 'AIPA', 'AKIA', 'ANPA', 'ANVA'] as const),
  ...(['APKA', 'AROA', 'ASCA', 'ASIA'] as const),
] as const;
export type Prefix = (typeof PREFIXES)[number];

export type Kind = Prefix | 'secret' | 'token' | 'jwt' | 'roleSession' | 'federated' | 'account' | 'arn';

export type Fault =
  | { readonly code: 'prefix'; readonly text: string }
  | { readonly code: 'case' }
  | { readonly code: 'letters'; readonly text: string }
  | { readonly code: 'length'; readonly found: number; readonly wanted: number };

export interface Found {
  readonly text: string;
  /** Absent where nobody can say what it is. */
  readonly kind?: Kind;
  readonly fault?: Fault;
}

/** What can be done with all of it together. */
export type SetOf =
  'longTerm' | 'temporary' | 'noToken' | 'tokenTooMuch' | 'noSecret' | 'noId' | 'names' | 'nothing';

export const LONGEST = 20_000;
const MOST = 40;
const KEY_LENGTH = 20;
const ID_LENGTH = 21;
const SECRET_LENGTH = 40;
const KEYS: ReadonlySet<string> = new Set(['AKIA', 'ASIA']);

/** @returns what was found, in the order of the text; words that cannot be anything of the kind are left out */
export function decode(text: string): readonly Found[] {
  const pieces = text.slice(0, LONGEST).split(/[\s"',;{}[\]]+|(?<=[A-Za-z_])\s*=\s*/);
  return pieces.flatMap((piece) => foundIn(piece) ?? []).slice(0, MOST);
}

function foundIn(piece: string): Found | undefined {
  const text = piece.replace(/^[=:]+|[:=]+$/g, '');
  if (text.startsWith('arn:')) return { text, kind: 'arn' };
  if (/^\d{12}$/.test(text)) return { text, kind: 'account' };
  if (/^\d{12}:[\w=,.@-]{2,}$/.test(text)) return { text, kind: 'federated' };
  if (/^AROA[A-Z2-7]+:[\w+=,.@-]+$/.test(text)) return { text, kind: 'roleSession' };
  if (/^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(text)) return { text, kind: 'jwt' };
  if (text.length >= 100 && /^[A-Za-z0-9+/_=-]+$/.test(piece.replace(/^=+/, '')))
    return { text, kind: 'token' };
  return idIn(text) ?? secretIn(text);
}

/** Sixteen letters and digits or more behind four letters. */
function idIn(text: string): Found | undefined {
  if (!/^[A-Za-z]{4}[A-Za-z0-9]{12,30}$/.test(text)) return undefined;
  const upper = text.toUpperCase();
  const prefix = PREFIXES.find((known) => upper.startsWith(known));
  if (prefix === undefined)
    return text === upper && /\d/.test(text)
      ? { text, fault: { code: 'prefix', text: text.slice(0, 4) } }
      : undefined;
  if (text !== upper)
    return text.startsWith(prefix) || /\d/.test(text)
      ? { text, kind: prefix, fault: { code: 'case' } }
      : undefined;
  const [odd] = /[^A-Z2-7]/.exec(text) ?? [];
  if (odd !== undefined) return { text, kind: prefix, fault: { code: 'letters', text: odd } };
  const wanted = KEYS.has(prefix) ? KEY_LENGTH : ID_LENGTH;
  return text.length === wanted
    ? { text, kind: prefix }
    : { text, kind: prefix, fault: { code: 'length', found: text.length, wanted } };
}

/** Forty characters, small and large and digits; a few more or less are a secret that was copied badly. */
function secretIn(text: string): Found | undefined {
  const mixed = /[a-z]/.test(text) && /[A-Z]/.test(text) && /[\d/+]/.test(text);
  if (!mixed || !/^[A-Za-z0-9/+]{36,44}$/.test(text)) return undefined;
  return text.length === SECRET_LENGTH
    ? { text, kind: 'secret' }
    : { text, kind: 'secret', fault: { code: 'length', found: text.length, wanted: SECRET_LENGTH } };
}

/** Of what is well formed. */
export function setOf(found: readonly Found[]): SetOf {
  const has = (kind: Kind): boolean => found.some((one) => one.kind === kind && !one.fault);
  const [secret, token] = [has('secret'), has('token')];
  if (has('ASIA')) {
    if (!secret) return 'noSecret';
    return token ? 'temporary' : 'noToken';
  }
  if (has('AKIA')) {
    if (!secret) return 'noSecret';
    return token ? 'tokenTooMuch' : 'longTerm';
  }
  if (secret || token) return 'noId';
  return found.some(({ kind, fault }) => kind !== undefined && !fault) ? 'names' : 'nothing';
}

/** Does it open anything by itself or with the rest of its set? */
export function isSecret(kind: Kind): boolean {
  return kind === 'secret' || kind === 'token' || kind === 'jwt';
}

/** Its beginning and its end: enough to tell it from others. */
export function shortened(text: string): string {
  return text.length <= 48 ? text : `${text.slice(0, 20)}…${text.slice(-8)}`;
}

const KEY = 'AKIATERNEXAMPLEMEI22';
const SESSION = 'ASIATERNEXAMPLERUN77';
const SECRET = 'TernFerries/ExampleSecret+NotARealOne/42';
const TOKEN = `TERN${'ExampleOfASessionToken/NotARealOne'.repeat(3)}==`;

/** Texts to begin with. All of them are made up. */
export const EXAMPLES = {
  file: `[mei]\naws_access_key_id = ${KEY}\naws_secret_access_key = ${SECRET}`,
  session: `{\n  "AccessKeyId": "${SESSION}",\n  "SecretAccessKey": "${SECRET}",\n  "SessionToken": "${TOKEN}"\n}`,
  twoOfThree: `export AWS_ACCESS_KEY_ID=${SESSION}\nexport AWS_SECRET_ACCESS_KEY=${SECRET}`,
  names: [
    'AIDATERNEXAMPLEMEI22A',
    'AROATERNEXAMPLENIGHT2:night-run',
    'AGPATERNEXAMPLEDEVS22',
    '111122223333',
    'arn:aws:iam::111122223333:user/dev/mei.tan',
  ].join('\n'),
  miscopied: `${KEY.slice(0, -1)}\n${SECRET.slice(1)}\nAKIATernExampleMei22\nAKIATERNEXAMPLEMEI08\nAXYZTERNEXAMPLEMEI22`,
} as const;
export type Example = keyof typeof EXAMPLES;

export function exampleNamed(name: string): Example {
  return Object.keys(EXAMPLES).find((known): known is Example => known === name) ?? 'file';
}
