// How a remembered call was decided.
import type { Decision } from '#evaluator';
import { verdictOf, type CallEvent } from '#cloud';

/** @returns `undefined` when it failed before anything was decided */
export function decisionOf({ parts }: CallEvent): Decision | undefined {
  return parts.length === 0 ? undefined : verdictOf(parts).decision;
}
