// Finding things of IAM by name, and the pages of its lists. Names are unique ignoring case, and are found so.
import { lookup, type Named } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { numberOf, textOf, type Input, type Reply } from '../operation.ts';

/** The name as it was written when the thing was made; `undefined` when there is none. Source: ug-quotas. */
export function nameIn(named: Named<unknown>, name: string): string | undefined {
  if (Object.hasOwn(named, name)) return name;
  const lower = name.toLowerCase();
  return Object.keys(named).find((known) => known.toLowerCase() === lower);
}

/** What is called so, whatever the case, with the name as it was written. */
export function found<T>(
  named: Named<T>,
  name: string,
): { readonly name: string; readonly is: T } | undefined {
  const known = nameIn(named, name);
  const is = known === undefined ? undefined : lookup(named, known);
  return known === undefined || is === undefined ? undefined : { name: known, is };
}

/** Is the name taken, whatever its case? */
export function isTaken(named: Named<unknown>, name: string): boolean {
  return nameIn(named, name) !== undefined;
}

/** Whether something lies under the `PathPrefix` of a list. */
export function isUnder(input: Input, path: string): boolean {
  return path.startsWith(textOf(input, 'PathPrefix') || '/');
}

const PAGE = 100;

/** Some things of a list, and what their answer says of the rest. */
interface Page<T> {
  readonly things: readonly T[];
  readonly rest: Reply;
}

/**
 * One page of things as IAM counts it: at most `MaxItems`, 100 where nothing is said, after the `Marker` of the page
 * before. Source: api-iam.
 */
export function pageOf<T>(input: Input, all: readonly T[]): Page<T> | Refused {
  const marker = textOf(input, 'Marker');
  const start = marker === '' ? 0 : placeOf(marker);
  if (start === undefined) return fault('ValidationError', 'Invalid Marker.');
  const end = start + (numberOf(input, 'MaxItems') ?? PAGE);
  const more = end < all.length;
  return {
    things: all.slice(start, end),
    rest: { IsTruncated: more, ...(more ? { Marker: markerOf(end) } : {}) },
  };
}

/** One page of a list as IAM answers it, each thing made what it is answered as. */
export function pageAs<T>(
  input: Input,
  member: string,
  all: readonly T[],
  make: (thing: T) => Reply,
): Reply | Refused {
  const found = pageOf(input, all);
  return isRefused(found) ? found : { [member]: found.things.map(make), ...found.rest };
}

/** One page of a list as IAM answers it. */
export function page(input: Input, member: string, all: readonly unknown[]): Reply | Refused {
  const found = pageOf(input, all);
  return isRefused(found) ? found : { [member]: found.things, ...found.rest };
}

const SALT = 'AAHt';

function markerOf(place: number): string {
  return `${SALT}${place.toString(36).padStart(8, '0')}`;
}

function placeOf(marker: string): number | undefined {
  const digits = marker.startsWith(SALT) ? marker.slice(SALT.length) : '';
  return /^[0-9a-z]{8}$/.test(digits) ? Number.parseInt(digits, 36) : undefined;
}
