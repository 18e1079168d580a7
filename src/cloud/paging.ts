// One page of a list for services that answer with a token. It knows neither what is listed nor how a service says no.
import { numberOf, textOf, type Input } from './operation.ts';

/** The names of a service's members for paging. */
export interface Paging {
  /** How many are wanted, such as `MaxResults`. */
  readonly size: string;
  /** Where the page before ended, such as `NextToken`. */
  readonly token: string;
  /** How many a page has at most, and where nothing is said. */
  readonly most: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** The token of the next page; absent on the last one. */
  readonly next?: string;
}

/** The page of `all` that an input asks for; `undefined` when its token was never given out. */
export function pageOf<T>(
  input: Input,
  all: readonly T[],
  { size, token, most }: Paging,
): Page<T> | undefined {
  const given = textOf(input, token);
  const start = given === '' ? 0 : placeOf(given);
  if (start === undefined || start > all.length) return undefined;
  const end = start + Math.max(1, Math.min(numberOf(input, size) ?? most, most));
  const items = all.slice(start, end);
  return end < all.length ? { items, next: tokenOf(end) } : { items };
}

/** Tokens look like base64 and mean a place in the list. */
const SALT = 'AQICAHg';

function tokenOf(place: number): string {
  return `${SALT}${place.toString(36).padStart(8, '0')}==`;
}

function placeOf(token: string): number | undefined {
  const digits = new RegExp(`^${SALT}([0-9a-z]{8})==$`).exec(token)?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 36);
}
