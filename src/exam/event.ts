// What happens in a sitting. The list only grows; a sitting is what the list adds up to.
import type { Stamp, Terms } from './clock.ts';
import type { Answer } from './question.ts';
import type { Confidence } from './scoring/rules.ts';

/** A stretch of a stem's text, from one character up to another. */
export type Range = readonly [from: number, to: number];

interface On {
  readonly question: string;
}

/** What somebody does or what befalls a sitting, without its moment. */
export type Happening =
  | { readonly type: 'started'; readonly terms: Terms }
  /** Somebody came back to the room. */
  | { readonly type: 'resumed' }
  /** The reading time was ended early. */
  | { readonly type: 'ready' }
  | (On & { readonly type: 'visited' })
  | (On & { readonly type: 'answered'; readonly answer: Answer })
  | (On & { readonly type: 'confident'; readonly confidence: Confidence })
  | (On & { readonly type: 'flagged' | 'unflagged' })
  | (On & { readonly type: 'struck' | 'unstruck'; readonly option: string })
  | (On & { readonly type: 'highlighted'; readonly ranges: readonly Range[] })
  | (On & { readonly type: 'noted'; readonly text: string })
  /** The key was shown: the answer stands. */
  | (On & { readonly type: 'revealed' })
  /** Nothing but time, told once a minute: what is known of a room that is killed. */
  | { readonly type: 'ticked' }
  | { readonly type: 'paused' | 'unpaused' | 'break' }
  /** The wall clock was set by so many milliseconds. After a deadline that passed unseen: somebody says so. */
  | { readonly type: 'clock-moved'; readonly by: number }
  | { readonly type: 'reviewed' | 'submitted' | 'expired' };

/** One of them at its moment, as it is kept. */
export type SittingEvent = Happening & Stamp;

/** Time passes. Never kept. */
export type Tick = Stamp & { readonly type: 'tick' };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isText = (value: unknown): value is string => typeof value === 'string';

function isAnswer(value: unknown): value is Answer {
  if (isText(value)) return true;
  if (Array.isArray(value)) return value.every(isText);
  return isRecord(value) && Object.values(value).every(isAnswer);
}

const isRange = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && value.every((n) => Number.isInteger(n) && n >= 0);

const POLICIES: readonly unknown[] = ['strict', 'active', 'break', 'untimed'] satisfies Terms['policy'][];

const isTerms = (value: unknown): boolean =>
  isRecord(value) &&
  POLICIES.includes(value['policy']) &&
  (value['budget'] === null || isNumber(value['budget'])) &&
  isNumber(value['reading']) &&
  typeof value['hidden'] === 'boolean';

type Fields = Readonly<Record<string, unknown>>;
const nothing = (): boolean => true;
const ofQuestion = ({ question }: Fields): boolean => isText(question);
const ofOption = (event: Fields): boolean => ofQuestion(event) && isText(event['option']);

/** What an event of a type must carry. */
const CARRIES: Readonly<Record<Happening['type'], (event: Fields) => boolean>> = {
  started: ({ terms }) => isTerms(terms),
  resumed: nothing,
  ready: nothing,
  visited: ofQuestion,
  answered: (event) => ofQuestion(event) && isAnswer(event['answer']),
  confident: (event) => ofQuestion(event) && [1, 2, 3].includes(event['confidence'] as number),
  flagged: ofQuestion,
  unflagged: ofQuestion,
  struck: ofOption,
  unstruck: ofOption,
  highlighted: (event) =>
    ofQuestion(event) && Array.isArray(event['ranges']) && event['ranges'].every(isRange),
  noted: (event) => ofQuestion(event) && isText(event['text']),
  revealed: ofQuestion,
  ticked: nothing,
  paused: nothing,
  unpaused: nothing,
  break: nothing,
  'clock-moved': ({ by }) => isNumber(by),
  reviewed: nothing,
  submitted: nothing,
  expired: nothing,
};

/** An event that was kept, read back. A torn or unknown one is `undefined`, and the rest of the list still counts. */
export function parseEvent(value: unknown): SittingEvent | undefined {
  if (!isRecord(value) || !isNumber(value['at'])) return undefined;
  const event = 'session' in value ? value : ofVersion1(value);
  return isEvent(event) ? event : undefined;
}

function isEvent(event: unknown): event is SittingEvent {
  if (!isRecord(event) || !isNumber(event['tick']) || !isText(event['session'])) return false;
  const { type } = event;
  return isText(type) && Object.hasOwn(CARRIES, type) && CARRIES[type as Happening['type']](event);
}

/** Version 1 knew one clock, and a deadline or none. */
function ofVersion1({ deadline, ...event }: Record<string, unknown>): unknown {
  const { at } = event;
  const upgraded = { ...event, tick: at, session: '' };
  if (event['type'] !== 'started') return upgraded;
  if (deadline !== null && !isNumber(deadline)) return undefined;
  const timed = deadline !== null && isNumber(at);
  const terms: Terms = {
    policy: timed ? 'strict' : 'untimed',
    budget: timed ? deadline - at : null,
    reading: 0,
    hidden: false,
  };
  return { ...upgraded, terms };
}
