// What may be written at a place: the names that fit what was typed, the likeliest first.
import { own } from '#evaluator';
import type { PlaceInPolicy, Wants } from './place-in-policy.ts';
import {
  GLOBAL_KEYS,
  OPERATORS,
  POLICY_ELEMENTS,
  PRINCIPAL_KINDS,
  SET_OPERATORS,
  STATEMENT_ELEMENTS,
} from './words-of-policies.ts';

/** What is known of AWS at the moment: names of actions by service; ARNs and keys of the services that were asked for. */
export interface Names {
  readonly actions: Readonly<Record<string, readonly string[]>>;
  readonly services: ReadonlyMap<
    string,
    { readonly arns: readonly string[]; readonly keys: readonly string[] }
  >;
}

export const NO_NAMES: Names = { actions: {}, services: new Map() };

/** Words of the situation at hand, beside those of AWS. */
export interface Nearby {
  readonly arns: readonly string[];
  readonly actions: readonly string[];
  readonly keys: readonly string[];
}

export interface Candidate {
  readonly text: string;
  /** It is a beginning: what follows is still to be chosen. */
  readonly goesOn: boolean;
}

export const SHOWN_AT_MOST = 50;

export function candidatesAt(place: PlaceInPolicy, names: Names, nearby: Nearby): readonly Candidate[] {
  return SOURCES[place.wants](place.typed, names, nearby);
}

type Source = (typed: string, names: Names, nearby: Nearby) => readonly Candidate[];

const SOURCES: Readonly<Record<Wants, Source>> = {
  'policy-element': (typed) => fitting(typed, POLICY_ELEMENTS),
  element: (typed) => fitting(typed, STATEMENT_ELEMENTS),
  effect: (typed) => fitting(typed, ['Allow', 'Deny']),
  version: (typed) => fitting(typed, ['2012-10-17']),
  action: (typed, names, { actions }) => actionsFitting(typed, names, actions),
  resource: (typed, names, { arns }) => arnsFitting(typed, names, arns),
  'principal-kind': (typed) => fitting(typed, PRINCIPAL_KINDS),
  principal: (typed, _names, { arns }) =>
    fitting(typed, ['*', ...arns.filter((arn) => /^arn:[^:]*:(?:iam|sts):/.test(arn))]),
  operator: (typed) => {
    const set = SET_OPERATORS.find((prefix) => typed.startsWith(prefix)) ?? '';
    return fitting(typed, [
      ...OPERATORS.map((operator) => set + operator),
      ...(set === '' ? SET_OPERATORS : []),
    ]);
  },
  key: (typed, names, { keys }) => keysFitting(typed, names, keys),
};

/** Services first, then the actions of the one that was chosen; a bare word is looked for among all actions. */
export function actionsFitting(
  typed: string,
  { actions }: Names,
  nearby: readonly string[],
): readonly Candidate[] {
  const colon = typed.indexOf(':');
  if (colon >= 0) {
    const service = typed.slice(0, colon).toLowerCase();
    const names = own(actions, service) ?? [];
    const known = names.map((name) => `${service}:${name}`);
    const all = known.length > 0 ? [...known, `${service}:*`] : nearby;
    return fitting(typed, all);
  }
  const services = Object.keys(actions).map((service) => `${service}:`);
  const found = fitting(typed, [...nearby, ...services]);
  if (typed.length < 3) return found;
  const wanted = typed.toLowerCase();
  const elsewhere = Object.entries(actions).flatMap(([service, own]) =>
    own.filter((name) => name.toLowerCase().startsWith(wanted)).map((name) => `${service}:${name}`),
  );
  return [...found, ...elsewhere.map(candidate)].slice(0, SHOWN_AT_MOST);
}

export function arnsFitting(
  typed: string,
  { services }: Names,
  nearby: readonly string[],
): readonly Candidate[] {
  return fitting(typed, [...nearby, '*', ...[...services.values()].flatMap(({ arns }) => arns)]);
}

export function keysFitting(
  typed: string,
  { services }: Names,
  nearby: readonly string[],
): readonly Candidate[] {
  return fitting(typed, [...nearby, ...[...services.values()].flatMap(({ keys }) => keys), ...GLOBAL_KEYS]);
}

/** Words that begin with what was typed, then words that have it behind a colon or slash, then words that have it at all. */
export function fitting(typed: string, words: readonly string[]): readonly Candidate[] {
  const wanted = typed.toLowerCase();
  const rank = (word: string): number => {
    const lower = word.toLowerCase();
    if (lower.startsWith(wanted)) return 0;
    if (lower.includes(`:${wanted}`) || lower.includes(`/${wanted}`)) return 1;
    return lower.includes(wanted) ? 2 : 3;
  };
  const ranked = [...new Set(words)].map((word) => ({ word, rank: rank(word) }));
  return ranked
    .filter((one) => one.rank < 3 && one.word !== typed)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, SHOWN_AT_MOST)
    .map(({ word }) => candidate(word));
}

function candidate(text: string): Candidate {
  return { text, goesOn: /[:/]$/.test(text) };
}

export interface Completion {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** How far from the end of the new text the caret stands. */
  readonly back: number;
}

const NAMES_A_MEMBER: readonly Wants[] = ['policy-element', 'element', 'operator', 'key', 'principal-kind'];

/** What a candidate does to the text: quotes are closed, and a name of a member gets its colon where it is new. */
export function completionOf(
  text: string,
  place: PlaceInPolicy,
  { text: word, goesOn }: Candidate,
): Completion {
  const { start, end, bare, wants } = place;
  const closed = !bare && text.charAt(end) === '"';
  const colon = bare && !goesOn && NAMES_A_MEMBER.includes(wants) ? ': ' : '';
  const put = `${bare ? '"' : ''}${word}${closed ? '' : '"'}${colon}`;
  return { start, end, text: put, back: goesOn && !closed ? 1 : 0 };
}
