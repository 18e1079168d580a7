// What happens in a sitting. The list only grows; a sitting is what the list adds up to.
import type { Answer } from './question.ts';

interface At {
  /** Milliseconds since 1970, by the clock of the machine that wrote it. */
  readonly at: number;
}

export type SittingEvent =
  | (At & { readonly type: 'started'; readonly deadline: number | null })
  | (At & { readonly type: 'resumed' })
  | (At & { readonly type: 'visited'; readonly question: string })
  | (At & { readonly type: 'answered'; readonly question: string; readonly answer: Answer })
  | (At & { readonly type: 'flagged' | 'unflagged'; readonly question: string })
  | (At & { readonly type: 'struck' | 'unstruck'; readonly question: string; readonly option: string })
  | (At & { readonly type: 'reviewed' })
  | (At & { readonly type: 'submitted' })
  | (At & { readonly type: 'expired' });

/** Time passes. Never kept. */
export type Tick = At & { readonly type: 'tick' };

const TYPES: readonly string[] = [
  'started',
  'resumed',
  'visited',
  'answered',
  'flagged',
  'unflagged',
  'struck',
  'unstruck',
  'reviewed',
  'submitted',
  'expired',
] satisfies readonly SittingEvent['type'][];

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** An event that was kept, read back. A torn or unknown one is `undefined`, and the rest of the list still counts. */
export function parseEvent(value: unknown): SittingEvent | undefined {
  return isEvent(value) ? value : undefined;
}

function isAnswer(value: unknown): value is Answer {
  if (typeof value === 'string') return true;
  if (Array.isArray(value)) return value.every((id) => typeof id === 'string');
  return isRecord(value) && Object.values(value).every(isAnswer);
}

function isEvent(value: unknown): value is SittingEvent {
  if (!isRecord(value) || typeof value['at'] !== 'number' || !Number.isFinite(value['at'])) return false;
  const { type, question, option, answer, deadline } = value;
  if (typeof type !== 'string' || !TYPES.includes(type)) return false;
  if (type === 'started') return deadline === null || typeof deadline === 'number';
  if (['resumed', 'reviewed', 'submitted', 'expired'].includes(type)) return true;
  if (typeof question !== 'string') return false;
  if (type === 'answered') return isAnswer(answer);
  return type === 'visited' || type === 'flagged' || type === 'unflagged' || typeof option === 'string';
}
