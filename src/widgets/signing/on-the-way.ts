// A request that Mei signs, what happens to it on its way, and what AWS finds when it makes the same five steps.
import { digestOf, signRequest, type SignableRequest, type Signature } from '#cloud';

export const METHODS = ['GET', 'PUT', 'DELETE'] as const;
export const REGIONS = ['eu-west-1', 'eu-north-1', 'us-east-1'] as const;
export const SERVICES = ['s3', 'dynamodb', 'sqs'] as const;
export const WAYS = ['nothing', 'order', 'agent', 'path', 'method', 'body', 'region', 'late'] as const;
export type Way = (typeof WAYS)[number];

/** What somebody wrote. */
export interface Letter {
  readonly method: string;
  readonly path: string;
  /** `name=value`, with `&` between. */
  readonly query: string;
  readonly body: string;
  readonly region: string;
  readonly service: string;
}

export type LetterFault = 'path' | 'query' | 'half' | 'long';

export type Found = 'same' | 'differs' | 'late';

export interface Sent {
  readonly signed: Signature;
  /** What AWS computes of what has arrived. */
  readonly checked: Signature;
  readonly found: Found;
}

/** An example of AWS's own documents, no secret of anybody. */
export const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
export const KEY_ID = 'AKIAIOSFODNN7EXAMPLE';
const SIGNED_AT = Date.UTC(2026, 10, 23, 9);
/** Milliseconds by which the two clocks may differ at S3. Source: ug-sigv4. */
const SKEW = 15 * 60_000;
const LATE = 20 * 60_000;
const LONGEST = 2000;

export function letterFault({ path, query, body }: Letter): LetterFault | undefined {
  if ([path, query, body].some((text) => text.length > LONGEST)) return 'long';
  // No UTF-8 for it, so nothing that could be signed.
  if ([path, query, body].some((text) => /\p{Surrogate}/u.test(text))) return 'half';
  if (!/^\/[\w.~/%-]*$/.test(path)) return 'path';
  return query !== '' && !/^[^&=\s]+=[^&=\s]*(?:&[^&=\s]+=[^&=\s]*)*$/.test(query) ? 'query' : undefined;
}

export function send(letter: Letter, way: Way): Sent {
  const scope = { time: timeText(SIGNED_AT), region: letter.region, service: letter.service };
  const signed = signRequest(requestOf(letter), scope, SECRET);
  const arrived = arrivedBy(letter, way);
  const checked = signRequest(
    requestOf(arrived),
    way === 'region' ? { ...scope, region: otherRegion(letter.region) } : scope,
    SECRET,
  );
  const isLate = (way === 'late' ? LATE : 0) > SKEW;
  return {
    signed,
    checked,
    found: isLate ? 'late' : signed.signature === checked.signature ? 'same' : 'differs',
  };
}

/** The lines in which two texts differ, by their number. */
export function differing(one: string, other: string): ReadonlySet<number> {
  const [left, right] = [one.split('\n'), other.split('\n')];
  return new Set(right.flatMap((line, i) => (line === left[i] ? [] : [i])));
}

const CHANGES: Readonly<Record<Way, (letter: Letter) => Partial<Letter>>> = {
  nothing: () => ({}),
  order: ({ query }) => ({ query: query.split('&').toReversed().join('&') }),
  // A header that is not signed: the canonical request does not know it.
  agent: () => ({}),
  path: ({ path }) => ({ path: path.endsWith('2') ? `${path}3` : `${path}2` }),
  method: ({ method }) => ({ method: method === 'DELETE' ? 'GET' : 'DELETE' }),
  body: ({ body }) => ({ body: `${body}!` }),
  region: () => ({}),
  late: () => ({}),
};

function arrivedBy(letter: Letter, way: Way): Letter {
  return { ...letter, ...CHANGES[way](letter) };
}

function requestOf({ method, path, query, body, service, region }: Letter): SignableRequest {
  const host =
    service === 's3' ? `tern-timetables.s3.${region}.amazonaws.com` : `${service}.${region}.amazonaws.com`;
  return {
    ...{ method, path, payload: digestOf(body) },
    query: query === '' ? [] : query.split('&').map(pairOf),
    headers: [
      ['host', host],
      ['x-amz-date', timeText(SIGNED_AT)],
    ],
  };
}

function pairOf(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  return [text.slice(0, at), text.slice(at + 1)];
}

const otherRegion = (region: string): string => (region === 'us-east-1' ? 'eu-west-1' : 'us-east-1');

const timeText = (time: number): string => new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');
