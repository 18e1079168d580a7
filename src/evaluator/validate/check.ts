// What a check is: codes, the kinds of policy that it looks at, and a pure function from a part of the view to findings.
import type { IssueCode } from '../issue.ts';
import type { PolicyKind } from '../policy.ts';
import type { Condition, Statement, Text, View } from './view.ts';

export interface Finding {
  readonly code: IssueCode;
  readonly at: Text;
  readonly detail: Readonly<Record<string, string>>;
}

type Findings = readonly Finding[];

interface About {
  readonly codes: readonly IssueCode[];
  /** Absent: every kind. */
  readonly kinds?: readonly PolicyKind[];
}

export interface DocumentCheck extends About {
  readonly document: (view: View) => Findings;
}
export interface StatementCheck extends About {
  readonly statement: (statement: Statement, view: View) => Findings;
}
export interface ConditionCheck extends About {
  readonly condition: (condition: Condition, statement: Statement, view: View) => Findings;
}

export type Check = DocumentCheck | StatementCheck | ConditionCheck;

/** Kinds that IAM reads as a policy of an identity. */
export const IDENTITY_KINDS: readonly PolicyKind[] = ['identity', 'boundary', 'session'];

export const NONE: Findings = [];

export function found(code: IssueCode, at: Text, detail: Finding['detail'] = {}): Finding {
  return { code, at, detail: { found: at.value, ...detail } };
}

/** One finding when something holds, else none; details that take long are computed only then. */
export function when(
  holds: boolean,
  code: IssueCode,
  at: Text,
  detail: Finding['detail'] | (() => Finding['detail']) = {},
): Findings {
  return holds ? [found(code, at, typeof detail === 'function' ? detail() : detail)] : NONE;
}
