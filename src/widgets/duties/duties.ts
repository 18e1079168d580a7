// Whose job each duty is, and how far somebody has sorted them. Source: shared-responsibility.

export const OWNERS = ['aws', 'you', 'both'] as const;
export type Owner = (typeof OWNERS)[number];

/** Mixed, so that no two neighbours give each other away. */
export const DUTIES = {
  guest: 'you',
  fences: 'aws',
  bucket: 'you',
  functionSystem: 'aws',
  holes: 'both',
  users: 'you',
  disks: 'aws',
  functionCode: 'you',
  host: 'aws',
  mfa: 'you',
  training: 'both',
  tableSystem: 'aws',
  ports: 'you',
  audit: 'aws',
  keys: 'you',
  law: 'you',
  backbone: 'aws',
  loss: 'both',
  review: 'you',
  data: 'you',
} as const satisfies Readonly<Record<string, Owner>>;
export type Duty = keyof typeof DUTIES;

export const ALL = Object.keys(DUTIES) as readonly Duty[];

/** Those that look as if they belonged to the other side. */
export const TRAPS: ReadonlySet<Duty> = new Set<Duty>(['guest', 'functionCode', 'holes']);

export type Sorted = Readonly<Record<Duty, string>>;

export const NOTHING_SORTED = Object.fromEntries(ALL.map((duty) => [duty, ''])) as Sorted;

/** @returns whom it was given to; nothing where nobody chose, or something that is no owner was kept */
export function chosenIn(sorted: Sorted, duty: Duty): Owner | undefined {
  return OWNERS.find((owner) => owner === sorted[duty]);
}

export function progressOf(sorted: Sorted): { readonly sorted: number; readonly right: number } {
  const chosen = ALL.filter((duty) => chosenIn(sorted, duty) !== undefined);
  return { sorted: chosen.length, right: chosen.filter((duty) => sorted[duty] === DUTIES[duty]).length };
}
