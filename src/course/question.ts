// What a question is once content has been read: plain data, no zod, safe to send to a browser.
import type { Decision, RuleId } from '#evaluator';
import type { OperationCall } from '#cloud';

/** Who does what and what must come out of it. Names are the scenario's: `user/mei.tan`, `instance/booking-1`. */
export interface Expectation {
  readonly as: string;
  /** Either an operation that is really called … */
  readonly calls?: OperationCall;
  /** … or a bare request. */
  readonly asks?: { readonly action: string; readonly on: string; readonly context?: Readonly<Record<string, string | readonly string[]>> };
  readonly gives: Decision;
  /** A rule that the derivation must contain (with `holds` as the decision needs it). */
  readonly because: RuleId;
}

/** A sentence that must be true of the world afterwards, and the expectation that makes it checkable. */
export interface Claim {
  readonly id: string;
  readonly text: string;
  readonly expects: Expectation;
}

/** One act of an option: somebody calls an operation. It must succeed unless `refused` says which fault is meant. */
export interface Act extends OperationCall {
  readonly as: string;
  readonly refused?: string;
}

/** Why a wrong option is wrong: a sentence, and what shows it in that option's world and in no other's. */
export interface Reason {
  readonly text: string;
  readonly shows: readonly Expectation[];
}
