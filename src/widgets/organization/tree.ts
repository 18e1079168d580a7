// An organization as a tree of places, what hangs at each of them, and what each says of a request. It decides nothing.
import { isSetAside, type Step } from '#evaluator';
import type { Cloud, Part } from '#cloud';

type Organization = NonNullable<Cloud['organizations']>[string];
export type Kind = 'scp' | 'rcp';

export interface Place {
  /** `root`, `unit/production`, `account/111122223333`. */
  readonly id: string;
  readonly kind: 'root' | 'unit' | 'management' | 'account';
  readonly name: string;
  /** How many places lie above it. */
  readonly depth: number;
  readonly scp: readonly string[];
  readonly rcp: readonly string[];
}

/** What hangs at places, by their ids, where it is not what it was. */
export type Hung = Readonly<Record<string, Readonly<Partial<Record<Kind, readonly string[]>>>>>;

/** `denies` by a statement, `silent` without an Allow, `allows` with one, `spared` when it does not bind the caller. */
export type Standing = 'denies' | 'silent' | 'allows' | 'spared';

export const organizationIn = ({ organizations = {} }: Cloud): Organization | undefined =>
  Object.values(organizations)[0];

/** Every place, each behind the one above it. */
export function placesOf(cloud: Cloud): readonly Place[] {
  const organization = organizationIn(cloud);
  if (!organization) return [];
  const { root, units, members, management } = organization;
  const below = (parent: string | undefined, depth: number): readonly Place[] => [
    ...Object.entries(units)
      .filter(([, { under }]) => under === parent)
      .flatMap(([name, { scp, rcp }]): readonly Place[] => [
        { id: `unit/${name}`, kind: 'unit', name, depth, scp, rcp },
        ...below(name, depth + 1),
      ]),
    ...Object.entries(members)
      .filter(([, { unit }]) => unit === parent)
      .map(([id, { scp, rcp }]): Place => ({
        id: `account/${id}`,
        kind: id === management ? 'management' : 'account',
        name: cloud.accounts[id]?.name ?? id,
        depth,
        scp,
        rcp,
      })),
  ];
  return [
    { id: 'root', kind: 'root', name: 'root', depth: 0, scp: root.scp, rcp: root.rcp },
    ...below(undefined, 1),
  ];
}

/** The names of all policies of a kind that may hang somewhere. */
export function policiesIn(cloud: Cloud, kind: Kind): readonly string[] {
  return Object.keys(organizationIn(cloud)?.[kind] ?? {});
}

/** The cloud with other policies at some places. */
export function hung(cloud: Cloud, changes: Hung): Cloud {
  const organization = organizationIn(cloud);
  if (!organization) return cloud;
  const at = <T extends { readonly scp: readonly string[]; readonly rcp: readonly string[] }>(
    id: string,
    place: T,
  ): T => ({ ...place, ...changes[id] });
  const each = <T extends { readonly scp: readonly string[]; readonly rcp: readonly string[] }>(
    kind: string,
    named: Readonly<Record<string, T>>,
  ): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(named).map(([name, place]) => [name, at(`${kind}/${name}`, place)]));
  const next: Organization = {
    ...organization,
    root: at('root', organization.root),
    units: each('unit', organization.units),
    members: each('account', organization.members),
  };
  return { ...cloud, organizations: { ...cloud.organizations, [organization.id]: next } };
}

/** What was kept, as far as it speaks of places and policies that there are. */
export function parseHung(text: string, cloud: Cloud): Hung {
  const known = new Set(placesOf(cloud).map(({ id }) => id));
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(
      Object.entries(value as Record<string, unknown>).flatMap(([id, at]) => {
        if (!known.has(id) || typeof at !== 'object' || at === null) return [];
        const named = (kind: Kind): Partial<Record<Kind, readonly string[]>> => {
          const list: unknown = (at as Record<string, unknown>)[kind];
          if (!Array.isArray(list)) return {};
          const names = policiesIn(cloud, kind).filter((name) => list.includes(name));
          return kind === 'scp' && names.length === 0 ? {} : { [kind]: names };
        };
        return [[id, { ...named('scp'), ...named('rcp') }] as const];
      }),
    );
  } catch {
    return {};
  }
}

/** A place is never without a service control policy: the last one stays. Source: org-scps. */
export function mayTakeDown(place: Place, kind: Kind): boolean {
  return kind === 'rcp' || place.scp.length > 1;
}

/** The ids of the places above an account, the root first, the account last. */
export function chainOf(places: readonly Place[], account: string): readonly string[] {
  const at = places.findIndex(({ id }) => id === `account/${account}`);
  const chain: Place[] = [];
  for (const place of places.slice(0, at + 1).toReversed())
    if (chain.length === 0 || place.depth < (chain.at(-1)?.depth ?? 0)) chain.push(place);
  return chain.toReversed().map(({ id }) => id);
}

/** What each place on the way of a request says of it: the caller's for one kind, the resource's for the other. */
export function standingsOf(part: Part, places: readonly Place[], kind: Kind): ReadonlyMap<string, Standing> {
  const { request, names, verdict } = part;
  const levels = names[kind];
  if (!levels) return new Map();
  const account = kind === 'scp' ? request.principal.account : request.resourceAccount;
  const steps = verdict.trace.steps ?? [];
  const find = (rule: Step['rule']): readonly Step[] => steps.find((step) => step.rule === rule)?.steps ?? [];
  const levelSteps = find(kind === 'scp' ? 'scp-never-grants' : 'rcp-never-grants');
  const isSpared = levelSteps.some(({ rule }) => isSetAside(rule));
  const denying = new Set(
    find('explicit-deny-wins').flatMap(({ holds, at }) =>
      holds && at?.layer === kind ? [at.level ?? 0] : [],
    ),
  );
  return new Map(
    chainOf(places, account).map((id, level): [string, Standing] => [
      id,
      isSpared
        ? 'spared'
        : denying.has(level)
          ? 'denies'
          : kind === 'scp' && levelSteps[level]?.holds === false
            ? 'silent'
            : 'allows',
    ]),
  );
}
