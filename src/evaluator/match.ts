// A statement that was looked at, as a step with a step for each part: what was compared, and where.
import type { Asked } from './asked.ts';
import { conditionStep } from './condition-step.ts';
import { fits, type Look } from './look.ts';
import type { Patterns, PrincipalElement } from './policy.ts';
import type { StandingElement, StandingStatement } from './standing.ts';
import { stepAt, type Step } from './trace.ts';
import { variableSteps } from './variable-steps.ts';

export function matchStep(look: Look, place: StandingStatement): Step {
  const { statement, judgements, speech, asked } = look;
  const { principal, action, resource, conditions } = statement;
  // Filled by place: an array that grows takes several times the room, and a long trace has many.
  const steps = new Array<Step>((principal ? 1 : 0) + 1 + (resource ? 1 : 0) + conditions.length);
  let next = 0;
  if (principal) steps[next++] = principalStep(principal, look, place);
  steps[next++] = patternStep('action-matches', action, look.action, asked.action, asked, place.action);
  if (resource && place.resource)
    steps[next++] = patternStep(
      'resource-matches',
      resource,
      look.resource,
      asked.resource,
      asked,
      place.resource,
    );
  for (let i = 0; i < conditions.length; i += 1) {
    const condition = conditions[i];
    const judgement = judgements[i];
    const here = place.conditions[i];
    if (condition && judgement && here) steps[next++] = conditionStep(condition, judgement, asked, here);
  }
  return stepAt('statement-matches', speech !== undefined, place.at, place.seen, steps);
}

function principalStep(element: PrincipalElement, { asked, reached }: Look, place: StandingStatement): Step {
  const here = place.pointer(reached?.named?.text.range ?? element.range);
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

/** @param hit the place of the pattern that matches, -1 where none does */
function patternStep(
  rule: keyof typeof NOT,
  element: Patterns,
  hit: number,
  value: string,
  asked: Asked,
  place: StandingElement,
): Step {
  const { patterns } = element;
  const holds = fits(element, hit);
  const here = place.at(hit < 0 && patterns.length === 1 ? 0 : hit);
  const found = (hit < 0 ? undefined : patterns[hit]?.value) ?? element.shown;
  if (!element.not && element.globs) return stepAt(rule, holds, here, { asked: value, found });
  const variables = patterns.flatMap(({ template }, i) =>
    template ? variableSteps(template, asked, place.at(i)) : [],
  );
  if (!element.not) return stepAt(rule, holds, here, { asked: value, found }, variables);
  const not = stepAt(NOT[rule], holds, place.at(-1));
  return stepAt(rule, holds, here, { asked: value, found, not: 'true' }, [not, ...variables]);
}
