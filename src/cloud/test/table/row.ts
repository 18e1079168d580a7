// A row of the table of operations: what it needs, one success, each way to fail. The runner is `table.test.ts`.
import type { Cloud } from '../../index.ts';
import type { Input, Reply } from '../../operation.ts';

/** An input, or one made of what the steps before answered. */
export type Given = Input | ((replies: readonly Reply[], cloud: Cloud) => Input);

/** Somebody of `profilesOf`, an operation, its input. It must go through. */
export type Step = readonly [as: string, operation: string, input: Given];

export interface Row {
  /** Such as `iam:CreateUser`. */
  readonly operation: string;
  /** The profile that calls; `default`, the administrator of the first account, where nothing is said. */
  readonly as?: string;
  /** The blank world made into another one, where time must pass or steps would be too many. */
  readonly world?: (blank: Cloud) => Cloud;
  /** What must be there, made in that world. */
  readonly before?: readonly Step[];
  /** With this it goes through. */
  readonly input: Given;
  /** The actions of the pairs that it needs, in AWS's order. */
  readonly needs: readonly string[];
  /** Some of what it answers. */
  readonly reply?: Reply;
  /** Ways to fail, at least one for each error that the model documents and that can happen here. */
  readonly faults?: readonly Failing[];
  /** Documented errors that cannot happen here, each with the reason. */
  readonly never?: Readonly<Record<string, string>>;
  /** Why its refusal does not name the action. */
  readonly wordless?: string;
  /** Why it never goes through here. */
  readonly closed?: string;
  /** Why no Deny can refuse it. */
  readonly undeniable?: string;
}

export interface Failing {
  readonly code: string;
  readonly as?: string;
  /** Another world than the row's. */
  readonly world?: (blank: Cloud) => Cloud;
  readonly before?: readonly Step[];
  readonly input: Given;
  /** The whole message, where AWS's is known. */
  readonly message?: string;
}
