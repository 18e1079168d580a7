// Answers in pages, put together as AWS's command line does: page after page until there is none or enough is there.
import type { Fault, Input, Reply } from '#cloud';
import { fieldOf, isEmpty, isFields, isList, type Fields, type Value } from '../value.ts';
import type { PagingOptions } from './command.ts';
import { tokenOf, tokenText, type Token } from './page-token.ts';
import paging from './paging.json' with { type: 'json' };

/** How an operation answers in pages. */
export interface Paginator {
  /** Members of the input that say where a page begins, and where the answer names the next one. */
  readonly in: readonly string[];
  readonly out: readonly string[];
  /** Members that grow page by page; the first one is counted. */
  readonly results: readonly string[];
  /** The member of the input that says how long a page is. */
  readonly size?: string;
  /** The member that says whether there are more. */
  readonly more?: string;
  /** Members that the first page says for all. */
  readonly others?: readonly string[];
}

/** A whole answer, each page as it came, and each page's part of the whole; behind a cut, where it goes on. */
export interface Paged {
  readonly whole: Fields;
  readonly raw: readonly Fields[];
  readonly results: readonly Fields[];
  readonly next?: Fields;
}

/** A page as the service gives it and as it is printed. */
export interface Page {
  readonly reply: Reply;
  readonly shaped: Fields;
}

/** @returns `undefined` for an operation that answers at once */
export function paginatorOf(service: string, operation: string): Paginator | undefined {
  const services: Readonly<Record<string, unknown>> = paging;
  const operations = services[service];
  if (typeof operations !== 'object' || operations === null) return undefined;
  const found: unknown = Object.entries(operations).find(([name]) => name === operation)?.[1];
  return isPaginator(found) ? found : undefined;
}

function isPaginator(value: unknown): value is Paginator {
  return typeof value === 'object' && value !== null && 'in' in value && 'results' in value;
}

/** Fetches pages until the last one, or until `maxItems` are there. Source: cli-source. */
export function fetchPages(
  paginator: Paginator,
  input: Input,
  { maxItems, pageSize, startingToken }: PagingOptions,
  fetch: (input: Input) => Page | { readonly fault: Fault },
): Paged | { readonly fault: Fault } {
  const [counted = ''] = paginator.results;
  const start = startingToken === undefined ? undefined : tokenOf(startingToken, paginator.in);
  const sized = pageSize === undefined || paginator.size === undefined ? {} : { [paginator.size]: pageSize };
  const raw: Fields[] = [];
  const results: Fields[] = [];
  let next: Token = start?.members ?? Object.fromEntries(paginator.in.map((name) => [name, null]));
  let skip = start?.skip ?? 0;
  let others: Fields = {};
  let items = 0;
  let resume: string | undefined;
  for (;;) {
    const page = fetch({ ...input, ...sized, ...given(next) });
    if ('fault' in page) return page;
    const isFirst = raw.length === 0;
    if (isFirst)
      others = Object.fromEntries((paginator.others ?? []).map((name) => [name, fieldOf(page.shaped, name)]));
    const shown = isFirst && start ? withoutFirst(page.shaped, paginator.results, skip) : page.shaped;
    if (!isFirst) skip = 0;
    const found = fieldOf(shown, counted);
    const count = isList(found) ? found.length : 0;
    const surplus = maxItems === undefined ? 0 : items + count - maxItems;
    if (surplus > 0 && isList(found)) {
      const kept = count - surplus;
      const cut = { ...shown, [counted]: found.slice(0, kept) };
      raw.push(cut);
      results.push(partOf(cut, paginator.results));
      resume = tokenText({ ...next, boto_truncate_amount: kept + skip });
      break;
    }
    raw.push(shown);
    results.push(partOf(shown, paginator.results));
    items += count;
    const after = tokenAfter(paginator, page.reply);
    if (!after) break;
    next = after;
    if (maxItems !== undefined && items === maxItems) {
      resume = tokenText(next);
      break;
    }
  }
  const token: Fields = resume === undefined ? {} : { NextToken: resume };
  const [first = {}, ...rest] = results;
  return {
    whole: { ...joined(results), ...others, ...token },
    raw,
    results: [{ ...first, ...others }, ...rest],
    ...(resume === undefined ? {} : { next: { NextToken: token } }),
  };
}

function given(token: Token): Input {
  return Object.fromEntries(Object.entries(token).filter(([, value]) => value !== null && value !== 'None'));
}

/** The first page behind a token that points into it; its other lists were there before. */
function withoutFirst(page: Fields, results: readonly string[], skip: number): Fields {
  const cut = results.flatMap((name, index): (readonly [string, Value])[] => {
    const value = fieldOf(page, name);
    if (index === 0) return [[name, isList(value) ? value.slice(skip) : value]];
    return isList(value) ? [[name, []]] : typeof value === 'number' ? [[name, 0]] : [];
  });
  return { ...page, ...Object.fromEntries(cut) };
}

function partOf(page: Fields, results: readonly string[]): Fields {
  return Object.fromEntries(
    results.flatMap((name) => (fieldOf(page, name) === null ? [] : [[name, fieldOf(page, name)]])),
  );
}

/** Lists are appended, numbers and texts are added up. */
function joined(parts: readonly Fields[]): Fields {
  const whole: Record<string, Value> = {};
  for (const part of parts)
    for (const [name, value] of Object.entries(part)) {
      const before = whole[name];
      if (before === undefined) whole[name] = value;
      else if (isList(before) && isList(value)) whole[name] = [...before, ...value];
      else if (typeof before === 'number' && typeof value === 'number') whole[name] = before + value;
      else if (typeof before === 'string' && typeof value === 'string') whole[name] = before + value;
    }
  return whole;
}

/** Where the next page begins; `undefined` behind the last one. */
function tokenAfter({ in: names, out, more }: Paginator, reply: Reply): Token | undefined {
  if (more !== undefined && reply[more] !== true) return undefined;
  const token = Object.fromEntries(
    names.map((name, index) => [name, tokenAt(reply, out[index] ?? '')] as const),
  );
  return Object.values(token).every((value) => value === null) ? undefined : token;
}

/** The member that is named, or the last key where a listing names none: `NextMarker || Contents[-1].Key`. */
function tokenAt(reply: Reply, expression: string): Value {
  const [name = '', otherwise] = expression.split(' || ');
  const own = valueOf(reply[name]);
  if (!isEmpty(own)) return own;
  const [, list = '', member = ''] = /^(\w+)\[-1\]\.(\w+)$/.exec(otherwise ?? '') ?? [];
  const all = valueOf(reply[list]);
  const last = isList(all) ? all.at(-1) : undefined;
  return last !== undefined && isFields(last) ? fieldOf(last, member) : null;
}

function valueOf(value: unknown): Value {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value as Value;
  return typeof value === 'object' ? (value as Value) : null;
}
