// What AWS's services can do, as the checks ask for it. It is handed in as a value: where it comes from is not known here.

export type KeyType =
  | 'String'
  | 'ARN'
  | 'Bool'
  | 'Numeric'
  | 'Date'
  | 'IPAddress'
  | 'ArrayOfString'
  | 'ArrayOfARN'
  | 'ArrayOfBool';

export interface Action {
  readonly name: string;
  /** Read, Write, List, Tagging or Permissions management. */
  readonly level: string;
  /** Types of resource that it can be allowed on; none: only on `*`. */
  readonly resources: readonly string[];
  /** Condition keys in small letters; a key with a part of your own ends with that part's beginning, `aws:resourcetag/`. */
  readonly keys: ReadonlySet<string>;
}

export interface Service {
  /** By the name in small letters. */
  readonly actions: ReadonlyMap<string, Action>;
  /** The ARN of each type, with `*` for what differs. */
  readonly arns: ReadonlyMap<string, string>;
  /** The parts of these ARNs. */
  readonly forms: readonly (readonly string[])[];
  /** The type of each condition key, by the key as in `Action.keys`. */
  readonly keys: ReadonlyMap<string, KeyType>;
}

export interface Catalogue {
  /** The prefixes of all services, such as `s3`. */
  readonly services: ReadonlySet<string>;
  /** Words before the colon of a condition key that are no service, such as `saml`. */
  readonly otherPrefixes: ReadonlySet<string>;
  /** Prefixes that a resource control policy may name. */
  readonly controlled: ReadonlySet<string>;
  /** Names of all actions of a service, by the name in small letters; `undefined` when the service is not known or not loaded. */
  readonly actionsOf: (prefix: string) => ReadonlyMap<string, string> | undefined;
  /** Everything about a service; `undefined` when it is not known or not loaded. */
  readonly service: (prefix: string) => Service | undefined;
}

/** What is known of every service, as it is stored and sent. */
export interface CatalogueData {
  readonly services: readonly string[];
  readonly otherPrefixes: readonly string[];
  readonly controlled: readonly string[];
}

/**
 * A service in short, as it is stored and sent. Numbers point into `k`, `r` and the tables below.
 * `a`: names of actions that are alike, level, resource types, own condition keys · `r`: type, ARN after its partition,
 * condition keys · `k`: key, type.
 */
export interface ServiceData {
  readonly a: readonly (readonly [string, number, readonly number[], readonly number[]])[];
  readonly r: readonly (readonly [string, string, readonly number[]])[];
  readonly k: readonly (readonly [string, number])[];
}

export const ANY_PARTITION = 'arn:*:';
export const LEVELS = ['Read', 'Write', 'List', 'Tagging', 'Permissions management'] as const;
export const KEY_TYPES: readonly KeyType[] = [
  ...(['String', 'ARN', 'Bool', 'Numeric', 'Date', 'IPAddress'] as const),
  ...(['ArrayOfString', 'ArrayOfARN', 'ArrayOfBool'] as const),
];

/**
 * The catalogue of what has been loaded; each service is read when it is first asked for.
 * @param namesOf the names of a service's actions, `dataOf` all of a service, where they are there
 */
export function readCatalogue(
  { services, otherPrefixes, controlled }: CatalogueData,
  namesOf: (prefix: string) => readonly string[] | undefined,
  dataOf: (prefix: string) => ServiceData | undefined,
): Catalogue {
  return {
    services: new Set(services),
    otherPrefixes: new Set(otherPrefixes),
    controlled: new Set(controlled),
    actionsOf: remembered((prefix) => {
      const names = namesOf(prefix);
      return names && new Map(names.map((name) => [name.toLowerCase(), name]));
    }),
    service: remembered((prefix) => {
      const data = dataOf(prefix);
      return data && readService(data);
    }),
  };
}

function remembered<T>(read: (prefix: string) => T | undefined): (prefix: string) => T | undefined {
  const known = new Map<string, T>();
  return (prefix) => {
    const value = known.get(prefix) ?? read(prefix);
    if (value !== undefined) known.set(prefix, value);
    return value;
  };
}

function readService({ a, r, k }: ServiceData): Service {
  const keys = k.map(([key]) => key.toLowerCase());
  const keysAt = (at: readonly number[]): readonly string[] => at.flatMap((i) => keys[i] ?? []);
  return {
    actions: new Map(
      a.flatMap(([names, level, types, own]) => {
        const all = types.flatMap((i) => keysAt(r[i]?.[2] ?? []));
        const shared = {
          level: LEVELS[level] ?? 'Write',
          resources: types.flatMap((i) => r[i]?.[0] ?? []),
          keys: new Set([...all, ...keysAt(own)]),
        };
        return names.split(' ').map((name) => [name.toLowerCase(), { name, ...shared }] as const);
      }),
    ),
    arns: new Map(r.map(([type, arn]) => [type, ANY_PARTITION + arn])),
    forms: r.map(([, arn]) => partsOf(ANY_PARTITION + arn)),
    keys: new Map(keys.map((key, i) => [key, KEY_TYPES[k[i]?.[1] ?? 0] ?? 'String'])),
  };
}

/** The condition key of a table that a key of a policy means: itself, or the beginning of one with a part of its own. */
export function keyIn(keys: { readonly has: (key: string) => boolean }, lower: string): string | undefined {
  if (keys.has(lower)) return lower;
  for (const [, stem = ''] of STEMS.map((stem) => stem.exec(lower) ?? [])) if (keys.has(stem)) return stem;
  return undefined;
}

/** A key up to its first, second or third separator after the colon. */
const STEMS = [/^([^:]*:[^/:]*[/:])/, /^([^:]*:(?:[^/:]*[/:]){2})/, /^([^:]*:(?:[^/:]*[/:]){3})/];

/** The first five parts of an ARN and the rest, which may hold colons of its own. */
export function partsOf(arn: string): readonly string[] {
  const parts = arn.split(':');
  return parts.length > 6 ? [...parts.slice(0, 5), parts.slice(5).join(':')] : parts;
}
