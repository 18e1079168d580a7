// What is remembered of a call: who, what, how it ended and why. How CloudTrail words it is CloudTrail's business.
import type { Part } from './authorize.ts';
import type { Cloud } from './cloud.ts';
import type { Fault } from './fault.ts';
import { uuidOf } from './ids.ts';
import type { Input, Reply } from './operation.ts';
import type { Session } from './session.ts';

export interface CallEvent {
  /** A UUID. */
  readonly id: string;
  readonly time: number;
  readonly region: string;
  /** Such as `iam:CreateRole`. */
  readonly operation: string;
  readonly session: Session;
  /** The account that made the call, and the one that owns what it was about. */
  readonly account: string;
  readonly owner: string;
  readonly input: Input;
  readonly reply?: Reply;
  readonly fault?: Fault;
  /** Every pair that was decided, with its derivation. */
  readonly parts: readonly Part[];
}

/** The cloud that remembers one more call, of now. */
export function withEvent(cloud: Cloud, call: Omit<CallEvent, 'id' | 'time'>): Cloud {
  const { history } = cloud;
  const count = history?.count ?? 0;
  const event: CallEvent = { id: uuidOf(cloud, count), time: cloud.time, ...call };
  return { ...cloud, history: { event, count: count + 1, ...(history ? { before: history } : {}) } };
}
