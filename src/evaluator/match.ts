// Does a statement speak about a request? `speaks` answers, `matchSteps` says what was compared, and where: both ask the
// same functions, part by part.
import type { Asked } from './asked.ts';
import { judge } from './condition.ts';
import { conditionStep } from './condition-step.ts';
import { arnGlobOf, matchesGlob } from './glob.ts';
import type { Range } from './json.ts';
import { reachOf, type Reach } from './naming.ts';
import type { Pattern, Patterns, PolicyKind, PrincipalElement, Statement } from './policy.ts';
import { fill } from './template.ts';
import type { Pointer, Step } from './trace.ts';
import { variableSteps } from './variable-steps.ts';

/** Where a document stands among the layers. */
export interface Spot {
  readonly layer: PolicyKind;
  readonly level?: number;
  readonly policy: number;
}

/** Whether every part of the statement matches; of a statement with a principal element, how it reaches the caller. */
export type Speech = Reach | 'unnamed' | undefined;

export function speaks(statement: Statement, asked: Asked): Speech {
  const { principal, action, resource } = statement;
  if (!fits(action, hitOf(action, asked.actionLower, asked))) return undefined;
  if (resource && !fits(resource, hitOf(resource, asked.resource, asked))) return undefined;
  const reached = principal && reachOf(principal, asked);
  if (principal && !reached) return undefined;
  if (!statement.conditions.every((condition) => judge(condition, asked).holds)) return undefined;
  return reached?.reach ?? 'unnamed';
}

function hitOf(element: Patterns, value: string, asked: Asked): Pattern | undefined {
  for (const pattern of element.patterns) if (matchesPattern(pattern, value, asked)) return pattern;
  return undefined;
}

function matchesPattern(pattern: Pattern, value: string, asked: Asked): boolean {
  if ('glob' in pattern) return matchesGlob(pattern.glob, value);
  const filled = fill(pattern.template, asked.lookup);
  return filled !== undefined && matchesGlob(arnGlobOf(filled.tokens), value);
}

function fits(element: Patterns, hit: Pattern | undefined): boolean {
  return element.not ? hit === undefined : hit !== undefined;
}

/** The statement against the request: one step with a step for each part. */
export function matchStep(statement: Statement, asked: Asked, spot: Spot): Step {
  const at = (range: Range): Pointer => ({ ...spot, statement: statement.index, range });
  const { principal, action, resource, conditions } = statement;
  const steps: Step[] = [];
  if (principal) steps.push(principalStep(principal, asked, at));
  steps.push(patternStep('action-matches', action, asked.actionLower, asked, at));
  if (resource) steps.push(patternStep('resource-matches', resource, asked.resource, asked, at));
  for (const condition of conditions) steps.push(conditionStep(condition, asked, at));
  return {
    rule: 'statement-matches',
    holds: steps.every((part) => part.holds),
    at: at(statement.range),
    seen: { effect: statement.effect, sid: statement.sid?.value ?? '' },
    steps,
  };
}

type At = (range: Range) => Pointer;

function principalStep(element: PrincipalElement, asked: Asked, at: At): Step {
  const reached = reachOf(element, asked);
  const here = at(reached?.named?.text.range ?? element.range);
  const seen = { asked: asked.principal.arn, found: reached?.named?.text.value ?? element.shown };
  const holds = reached !== undefined;
  if (!element.not) return { rule: 'principal-matches', holds, at: here, seen };
  const rule = asked.hasBoundary
    ? 'not-principal-never-spares-a-boundary'
    : 'not-principal-spares-the-listed';
  const steps: Step[] = [{ rule, holds: asked.hasBoundary || !holds, at: here }];
  return { rule: 'principal-matches', holds, at: here, seen: { ...seen, not: 'true' }, steps };
}

function patternStep(
  rule: 'action-matches' | 'resource-matches',
  element: Patterns,
  value: string,
  asked: Asked,
  at: At,
): Step {
  const hit = hitOf(element, value, asked);
  const [only] = element.patterns;
  const shown = rule === 'action-matches' ? asked.action : value;
  const range = hit?.range ?? (element.patterns.length === 1 && only ? only.range : element.range);
  const found = hit?.value ?? element.shown;
  const holds = fits(element, hit);
  const steps = detailSteps(rule, element, holds, asked, at);
  return {
    rule,
    holds,
    at: at(range),
    seen: element.not ? { asked: shown, found, not: 'true' } : { asked: shown, found },
    ...(steps.length > 0 ? { steps } : {}),
  };
}

const NOT = {
  'action-matches': 'not-action-means-the-rest',
  'resource-matches': 'not-resource-means-the-rest',
} as const;
const NONE: readonly Step[] = [];

function detailSteps(
  rule: 'action-matches' | 'resource-matches',
  element: Patterns,
  holds: boolean,
  asked: Asked,
  at: At,
): readonly Step[] {
  const variables = element.patterns.flatMap((pattern) =>
    'template' in pattern ? variableSteps(pattern.template, asked, at(pattern.range)) : NONE,
  );
  return element.not ? [{ rule: NOT[rule], holds, at: at(element.range) }, ...variables] : variables;
}
