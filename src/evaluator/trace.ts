// What a decision is made of: a tree of steps. It must never know how a step came to hold.
import type { RuleId } from './rules.ts';
import type { PolicyKind } from './policy.ts';
import type { Range } from './json.ts';

/** The three outcomes, in the words of AWS's own simulator. */
export type Decision = 'allowed' | 'explicitDeny' | 'implicitDeny';

/** A place in a document: which layer, which policy of it (from 0), which statement (from 0), which characters. */
export interface Pointer {
  readonly layer: PolicyKind;
  /** Of policies of an organization: the level, the root being 0. */
  readonly level?: number;
  readonly policy: number;
  readonly statement?: number;
  /** UTF-16 offsets into the policy's text, end exclusive. */
  readonly range: Range;
}

/** One rule, looked at once: did what it says hold here? */
export interface Step {
  readonly rule: RuleId;
  readonly holds: boolean;
  readonly at?: Pointer;
  /** What was compared, for teaching: the condition key, the value asked for, the pattern. */
  readonly seen?: Readonly<Record<string, string>>;
  /** AWS's documentation is silent here: this project decided. */
  readonly undocumented?: true;
  readonly steps?: readonly Step[];
}

/** `decision` is `conclude(trace)` and nothing else. */
export interface Verdict {
  readonly decision: Decision;
  readonly trace: Step;
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
