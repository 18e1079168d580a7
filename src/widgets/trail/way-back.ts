// From a deed back to the hand: the key of a session stands in the answer of the call that made the session.
import type { Identity, TrailEvent } from './read-trail.ts';

export const ENDS = ['user', 'root', 'account', 'service', 'provider', 'lost', 'unsaid'] as const;
/** Where the way ends: at somebody, or where nothing more is known. */
export type End = (typeof ENDS)[number];

export interface Way {
  /** The deed first, then each call that made the credentials of the one before. */
  readonly steps: readonly TrailEvent[];
  readonly end: End;
  /** Who it was, if the events say a name. */
  readonly hand: string | undefined;
}

/** @param known every event that may be on the way */
export function wayBack(deed: TrailEvent, known: readonly TrailEvent[]): Way {
  const steps: TrailEvent[] = [deed];
  let last = deed;
  for (;;) {
    const { keyId } = last.by;
    const maker =
      keyId === undefined
        ? undefined
        : known.find(({ gave, error }) => gave === keyId && error === undefined);
    if (!maker || steps.includes(maker)) break;
    steps.push(maker);
    last = maker;
  }
  const end = endAt(last.by);
  return { steps, end, hand: handAt(end, last.by) };
}

function endAt({ type, keyId }: Identity): End {
  if (type === 'AWSAccount') return 'account';
  if (type === 'AWSService') return 'service';
  if (type === 'SAMLUser' || type === 'WebIdentityUser') return 'provider';
  if (keyId === undefined) return type === 'Root' ? 'root' : 'unsaid';
  if (keyId.startsWith('ASIA')) return 'lost';
  if (type === 'Root') return 'root';
  return type === 'IAMUser' ? 'user' : 'unsaid';
}

function handAt(end: End, by: Identity): string | undefined {
  if (end === 'root') return 'root';
  if (end === 'account') return by.account;
  if (end === 'service') return by.invokedBy;
  return end === 'user' || end === 'provider' ? by.userName : undefined;
}

/** Names that somebody might suspect, of sessions and of hands. */
export function suspects(known: readonly TrailEvent[]): readonly string[] {
  const names = known.flatMap((event) => {
    const { hand } = wayBack(event, known);
    return [hand, event.by.sessionName].filter((name) => name !== undefined);
  });
  return [...new Set(names)].toSorted();
}
