// Queues of an account. A queue's policy is in `resourcePolicies`, its tags in `resourceTags`.
import type { Input } from '../operation.ts';
import type { Named } from '../cloud.ts';

export interface QueueState {
  /** By ARN. */
  readonly queues: Named<Queue>;
  /** When a queue of this ARN was deleted, of those that are gone. */
  readonly deleted?: Named<number>;
}

export interface Queue {
  readonly created: number;
  readonly modified: number;
  /** What was set, without the policy. */
  readonly attributes: Named<string>;
  /** The oldest first. */
  readonly messages: readonly Message[];
  readonly purged?: number;
  /** What a FIFO queue took, by deduplication id: it takes it once in five minutes. */
  readonly taken?: Named<Taken>;
}

export interface Taken {
  readonly time: number;
  readonly id: string;
  readonly sequence: string;
}

export interface Message {
  readonly id: string;
  readonly body: string;
  /** Values by name, as the sender gave them. */
  readonly attributes: Named<Input>;
  /** The unique id of the sender. */
  readonly sender: string;
  readonly sent: number;
  /** From when on it can be received. */
  readonly visible: number;
  readonly received: number;
  readonly first?: number;
  /** The handle of the newest receipt. */
  readonly handle?: string;
  readonly group?: string;
  readonly deduplication?: string;
  readonly sequence?: string;
  /** The queue that it was moved from. */
  readonly source?: string;
}
