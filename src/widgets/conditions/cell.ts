// One cell of the table: a document with one condition, one request, and what the evaluator makes of them.
import { decide, readDocument, type Request, type RuleId, type Step } from '#evaluator';
import type { Judged } from '#widgets/lab/judge.ts';

export type Effect = 'Allow' | 'Deny';

export interface Asked {
  readonly operator: string;
  readonly key: string;
  readonly wants: readonly string[];
  /** Absent where the request does not carry the key. */
  readonly sends?: readonly string[];
  readonly effect: Effect;
}

export interface Cell {
  readonly text: string;
  /** Absent where the document cannot be read. */
  readonly holds?: boolean;
  /** The rules that settled the condition, the first one foremost. */
  readonly rules: readonly RuleId[];
  readonly judged: Judged;
}

const ACTION = 's3:GetObject';
const RESOURCE = 'arn:aws:s3:::tern-timetables/winter.csv';
const ACCOUNT = '111122223333';
const OSKAR = { type: 'user', arn: `arn:aws:iam::${ACCOUNT}:user/oskar`, account: ACCOUNT } as const;

/** @returns the document, the decision, and how the condition came out in it */
export function cellOf(asked: Asked): Cell {
  const { key, sends } = asked;
  const text = documentOf(asked);
  const request: Request = {
    principal: OSKAR,
    action: ACTION,
    resource: RESOURCE,
    resourceAccount: ACCOUNT,
    context: sends ? { [key]: sends } : {},
  };
  const layers = { identity: [readDocument(text, 'identity')] };
  const verdict = decide(request, layers);
  const names = { identity: ['user/oskar/inline/reading'] };
  const judged = { parts: [{ request, layers, names, verdict }], verdict, noCredentials: false };
  const step = conditionIn(verdict.trace);
  if (!step) return { text, rules: [], judged };
  return { text, holds: step.holds, rules: (step.steps ?? []).map(({ rule }) => rule), judged };
}

function documentOf({ operator, key, wants, effect }: Asked): string {
  const [only] = wants;
  const rule = {
    Sid: 'Rule',
    Effect: effect,
    Action: ACTION,
    Resource: 'arn:aws:s3:::tern-timetables/*',
    Condition: { [operator]: { [key]: only !== undefined && wants.length === 1 ? only : wants } },
  };
  const reading = { Sid: 'Reading', Effect: 'Allow', Action: ACTION, Resource: '*' };
  const statements = effect === 'Deny' ? [reading, rule] : [rule];
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
}

function conditionIn(step: Step): Step | undefined {
  if (step.rule === 'condition-holds') return step;
  for (const child of step.steps ?? []) {
    const found = conditionIn(child);
    if (found) return found;
  }
  return undefined;
}

/** `a, b` → two values; a blank text is none. */
export function valuesIn(text: string): readonly string[] {
  return text
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');
}
