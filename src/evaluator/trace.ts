// What a decision is made of: a tree of steps. It must never know how a step came to hold.
import type { RuleId } from './rules.ts';
import type { PolicyKind } from './policy.ts';
import type { Range } from './json.ts';

/** The three outcomes, in the words of AWS's own simulator. */
export type Decision = 'allowed' | 'explicitDeny' | 'implicitDeny';

/** Where a document stands: which layer, which policy of it (from 0). */
export interface Spot {
  readonly layer: PolicyKind;
  /** Of policies of an organization: the level, the root being 0. */
  readonly level?: number;
  readonly policy: number;
}

/** A place in a document: which statement (from 0), which characters. */
export interface Pointer extends Spot {
  readonly statement?: number;
  /** UTF-16 offsets into the policy's text, end exclusive. */
  readonly range: Range;
}

/** One rule, looked at once: did what it says hold here? */
export interface Step {
  readonly rule: RuleId;
  readonly holds: boolean;
  readonly at?: Pointer | undefined;
  /** What was compared, for teaching: the condition key, the value asked for, the pattern. */
  readonly seen?: Readonly<Record<string, string>> | undefined;
  /** AWS's documentation is silent here: this project decided. */
  readonly undocumented?: true;
  readonly steps?: readonly Step[] | undefined;
}

/** `decision` is `conclude(trace)` and nothing else. */
export interface Verdict {
  readonly decision: Decision;
  readonly trace: Step;
}

export function pointerTo({ layer, level, policy }: Spot, statement: number, range: Range): Pointer {
  return level === undefined
    ? { layer, policy, statement, range }
    : { layer, level, policy, statement, range };
}

/** A step about a place. All steps have the same members in the same order, which makes a long trace quick to read. */
export function stepAt(
  rule: RuleId,
  holds: boolean,
  at: Pointer | undefined,
  seen?: Step['seen'],
  steps?: readonly Step[],
): Step {
  return { rule, holds, at, seen, steps };
}

/** A step that follows from the steps below it. */
export function step(rule: RuleId, holds: boolean, steps?: readonly Step[], seen?: Step['seen']): Step {
  return stepAt(rule, holds, undefined, seen, steps);
}

/** A step whose details are worked out when somebody reads them. Whether it holds is known at once. */
export class LateStep implements Step {
  readonly rule: RuleId;
  readonly holds: boolean;
  readonly at: Pointer;
  private details: readonly Step[] | (() => readonly Step[]);

  constructor(rule: RuleId, holds: boolean, at: Pointer, details: () => readonly Step[]) {
    this.rule = rule;
    this.holds = holds;
    this.at = at;
    this.details = details;
  }

  get steps(): readonly Step[] {
    if (typeof this.details === 'function') this.details = this.details();
    return this.details;
  }

  toJSON(): Step {
    const { rule, holds, at, steps } = this;
    return { rule, holds, at, steps };
  }
}
