// A derivation as a list of steps, each in words: the rule, how it came out, what was asked and what is written.
import { RULES, type Pointer, type Step } from '#evaluator';
import type { Part } from '#cloud';
import { lab as words } from '#strings';
import type { Judged } from './judge.ts';
import { documentName } from './names.ts';

export interface Told {
  readonly rule: string;
  readonly says: string;
  readonly holds: boolean;
  /** Both sides of the comparison. Empty where nothing was compared. */
  readonly sides: string;
  /** The document and the statement. Empty where the step is about none. */
  readonly where: string;
  readonly at?: Pointer;
  /** Whose documents `at` means. Absent for what is said of several pairs together. */
  readonly part?: Part;
  readonly steps: readonly Told[];
}

/** The tree of everything that was looked at. For a call of several pairs each keeps its own documents. */
export function toldOf({ parts, verdict }: Judged): readonly Told[] {
  const each = parts.map((part) => told(part.verdict.trace, part));
  if (parts.length < 2 || !verdict) return each;
  return [{ ...plain(verdict.trace), sides: '', where: '', steps: each }];
}

/** The same as rows: a step before those that it rests on. */
export function rowsOf(
  steps: readonly Told[],
  depth = 0,
): readonly { readonly told: Told; readonly depth: number }[] {
  return steps.flatMap((step) => [{ told: step, depth }, ...rowsOf(step.steps, depth + 1)]);
}

function plain({ rule, holds }: Step): Pick<Told, 'rule' | 'says' | 'holds'> {
  return { rule, says: RULES[rule].says, holds };
}

function told(step: Step, part: Part): Told {
  return {
    ...plain(step),
    sides: sidesOf(step),
    where: whereOf(step, part),
    part,
    ...(step.at ? { at: step.at } : {}),
    steps: (step.steps ?? []).map((child) => told(child, part)),
  };
}

function sidesOf({ seen = {}, rule }: Step): string {
  const {
    principal,
    action,
    resource,
    key,
    operator = '',
    wanted = '',
    found,
    effect,
    sid,
    asked,
    not,
  } = seen;
  if (principal !== undefined) return words.asked(principal, action ?? '', resource ?? '');
  if (key !== undefined) return words.compared(operator, key, wanted, found);
  if (effect !== undefined) return [effect, sid].filter(Boolean).join(', ');
  if (asked === undefined) return '';
  return rule === 'principal-matches'
    ? words.caller(asked, found ?? '')
    : words.written(asked, found ?? '', not !== undefined);
}

function whereOf({ at }: Step, part: Part): string {
  const name = at && documentName(part, at);
  if (!at || name === undefined) return '';
  return at.statement === undefined ? name : `${name}, ${words.statement(at.statement + 1, '')}`;
}
