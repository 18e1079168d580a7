// From a request and its documents to a trace, and from the trace to a decision.
import type { Asked } from './asked.ts';
import { conclude } from './conclude.ts';
import { grants, mustBeNamed } from './grants.ts';
import { denials, guardrails, outsiderStep } from './guardrails.ts';
import { allRead, isOutsider, readLayers } from './read-layers.ts';
import { unreadable } from './read-documents.ts';
import type { Layers, Request } from './request.ts';
import type { RuleId } from './rules.ts';
import { step, type Step, type Verdict } from './trace.ts';

/**
 * Decides one request under the documents that apply to it. Total: every request gets a decision.
 * Source: ug-evaluation-logic, ug-denyallow.
 */
export function decide(request: Request, layers: Layers): Verdict {
  const read = readLayers(request, layers);
  const named = mustBeNamed(read);
  const outsider = outsiderStep(read);
  const steps: Step[] = [
    ...always(read.asked),
    denials(read),
    ...unreadable(allRead(read)),
    ...guardrails(read),
    ...(named ? [named] : []),
    ...(outsider ? [outsider] : grants(read)),
    step('implicit-deny-by-default', true),
  ];
  return concluded('request-is-decided', steps, describe(read.asked));
}

/** Decides a call that needs several (action, resource) pairs: all must be allowed. */
export function decideAll(parts: readonly { readonly request: Request; readonly layers: Layers }[]): Verdict {
  const [only] = parts;
  if (only && parts.length === 1) return decide(only.request, only.layers);
  const steps = parts.map((part) => decide(part.request, part.layers).trace);
  return combine(steps);
}

/** One verdict over several traces. */
export function combine(traces: readonly Step[]): Verdict {
  return concluded('every-pair-must-pass', traces);
}

/** The root says whether the request was allowed; the words come from the steps alone. */
function concluded(rule: RuleId, steps: readonly Step[], seen?: Step['seen']): Verdict {
  const decision = conclude({ rule, steps });
  return { decision, trace: step(rule, decision === 'allowed', steps, seen) };
}

/** Who asks what, and how much AWS tells them when it refuses: strangers to the resource's organization, the bare fact. */
function describe({ principal, action, resource, resourceAccount, lookup }: Asked): Record<string, string> {
  const organization = lookup('aws:principalorgid');
  const known =
    isOutsider({ principal }) ||
    principal.account === resourceAccount ||
    (organization !== undefined && organization === lookup('aws:resourceorgid'));
  return { principal: principal.arn, action, resource, told: known ? 'whole' : 'bare' };
}

/** Two signed calls are answered whatever the policies say. Source: api-sts. */
function always({ actionLower, principal }: Asked): Step[] {
  if (principal.type === 'anonymous' || principal.type === 'federatedProvider') return [];
  if (actionLower === 'sts:getcalleridentity') return [step('caller-identity-needs-no-permission', true)];
  if (actionLower === 'sts:getsessiontoken') return [step('session-token-needs-no-permission', true)];
  return [];
}
