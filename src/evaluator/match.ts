// A statement that was looked at, as a step with a step for each part: what was compared, and where.
import { conditionStep } from './condition-step.ts';
import { fits, type Look } from './look.ts';
import type { Pattern, Patterns, PrincipalElement } from './policy.ts';
import { pointerTo, stepAt, type Spot, type Step } from './trace.ts';
import { variableSteps } from './variable-steps.ts';

export function matchStep(look: Look, spot: Spot): Step {
  const { statement, judgements, speech, asked } = look;
  const { principal, action, resource, conditions, effect, sid, index, range } = statement;
  const seen = { effect, sid: sid?.value ?? '' };
  // Filled by place: an array that grows takes several times the room, and a long trace has many.
  const steps = new Array<Step>((principal ? 1 : 0) + 1 + (resource ? 1 : 0) + conditions.length);
  let next = 0;
  if (principal) steps[next++] = principalStep(principal, look, spot);
  steps[next++] = patternStep('action-matches', action, look.action, asked.action, look, spot);
  if (resource)
    steps[next++] = patternStep('resource-matches', resource, look.resource, asked.resource, look, spot);
  for (let i = 0; i < conditions.length; i += 1) {
    const condition = conditions[i];
    const judgement = judgements[i];
    if (condition && judgement) steps[next++] = conditionStep(condition, judgement, asked, spot, index);
  }
  return stepAt('statement-matches', speech !== undefined, pointerTo(spot, index, range), seen, steps);
}

function principalStep(element: PrincipalElement, { asked, reached, statement }: Look, spot: Spot): Step {
  const here = pointerTo(spot, statement.index, reached?.named?.text.range ?? element.range);
  const seen = { asked: asked.principal.arn, found: reached?.named?.text.value ?? element.shown };
  const holds = reached !== undefined;
  if (!element.not) return stepAt('principal-matches', holds, here, seen);
  const rule = asked.hasBoundary
    ? 'not-principal-never-spares-a-boundary'
    : 'not-principal-spares-the-listed';
  const steps = [stepAt(rule, asked.hasBoundary || !holds, here)];
  return stepAt('principal-matches', holds, here, { ...seen, not: 'true' }, steps);
}

const NOT = {
  'action-matches': 'not-action-means-the-rest',
  'resource-matches': 'not-resource-means-the-rest',
} as const;

function patternStep(
  rule: keyof typeof NOT,
  element: Patterns,
  hit: Pattern | undefined,
  asked: string,
  look: Look,
  spot: Spot,
): Step {
  const { patterns } = element;
  const { index } = look.statement;
  const holds = fits(element, hit);
  const only = patterns.length === 1 ? patterns[0] : undefined;
  const here = pointerTo(spot, index, (hit ?? only ?? element).range);
  const found = hit?.value ?? element.shown;
  if (!element.not && element.globs) return stepAt(rule, holds, here, { asked, found });
  const variables = patterns.flatMap((pattern) =>
    pattern.template
      ? variableSteps(pattern.template, look.asked, pointerTo(spot, index, pattern.range))
      : [],
  );
  if (!element.not) return stepAt(rule, holds, here, { asked, found }, variables);
  const not = stepAt(NOT[rule], holds, pointerTo(spot, index, element.range));
  return stepAt(rule, holds, here, { asked, found, not: 'true' }, [not, ...variables]);
}
