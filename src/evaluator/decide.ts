// From a request and its documents to a trace, and from the trace to a decision.
import { conclude } from './conclude.ts';
import type { Range } from './json.ts';
import { matchStatement, prepare, type Asked, type Reach, type Spot } from './match.ts';
import { isInvalid, type Document, type Policy } from './policy.ts';
import type { Layers, Request } from './request.ts';
import type { Step, Verdict } from './trace.ts';

/**
 * Decides one request under the documents that apply to it. Total: every request gets a decision.
 * Caller and resource are in one account, or the caller is a service; `refusals` tells what else is not decided yet.
 * Source: ug-evaluation-logic, ug-denyallow.
 */
export function decide(request: Request, layers: Layers): Verdict {
  const asked = prepare(request);
  const read = readLayers(asked, layers);
  const steps: Step[] = [denials(read), ...unread(read), ...grants(asked, layers, read)];
  const trace = withConclusion({ rule: 'request-is-decided', holds: true, seen: describe(asked), steps });
  return { decision: conclude(trace), trace };
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
  const trace = withConclusion({ rule: 'every-pair-must-pass', holds: true, steps: traces });
  return { decision: conclude(trace), trace };
}

/** The root says whether the request was allowed; the words come from the steps alone. */
function withConclusion(root: Step): Step {
  return { ...root, holds: conclude(root) === 'allowed' };
}

function describe(asked: Asked): Record<string, string> {
  return { principal: asked.principal.arn, action: asked.action, resource: asked.resource };
}

/** A document with its statements looked at. */
interface Read {
  readonly spot: Spot;
  readonly document: Document;
  readonly deny?: Step;
  readonly allow?: Step;
  readonly reach?: Reach;
}

function readLayers(asked: Asked, layers: Layers): Read[] {
  const list: Read[] = [];
  const add = (document: Document | undefined, policy: number): void => {
    if (document) list.push(readDocumentFor(asked, document, { layer: document.kind, policy }));
  };
  add(layers.resource, 0);
  layers.identity.forEach(add);
  add(layers.boundary, 0);
  return list;
}

const STRENGTH: readonly Reach[] = ['account', 'role', 'direct'];

function readDocumentFor(asked: Asked, document: Document, spot: Spot): Read {
  if (isInvalid(document)) return { spot, document };
  const whole = { ...spot, range: wholeOf(document) };
  const denies: Step[] = [];
  const allows: Step[] = [];
  let best = -1;
  for (const statement of document.statements) {
    const { step, reach } = matchStatement(statement, asked, spot);
    if (statement.effect === 'Deny') denies.push(step);
    else {
      allows.push(step);
      if (step.holds && reach) best = Math.max(best, STRENGTH.indexOf(reach));
    }
  }
  const reach = STRENGTH[best];
  return {
    spot,
    document,
    deny: { rule: 'policy-denies', holds: denies.some((s) => s.holds), at: whole, steps: denies },
    allow: { rule: 'policy-allows', holds: allows.some((s) => s.holds), at: whole, steps: allows },
    ...(reach ? { reach } : {}),
  };
}

function wholeOf(document: Policy): Range {
  return { start: 0, end: document.text.length };
}

function denials(read: readonly Read[]): Step {
  const steps = read.flatMap((r) => (r.deny ? [r.deny] : []));
  return { rule: 'explicit-deny-wins', holds: steps.some((s) => s.holds), steps };
}

/** An invalid document allows nothing; one that may deny, or that limits others, lets nothing be allowed. */
function unread(read: readonly Read[]): Step[] {
  return read.flatMap(({ document, spot }): Step[] => {
    if (!isInvalid(document)) return [];
    const stops = document.kind !== 'identity' || document.mayDeny;
    const range = document.issues[0]?.range ?? { start: 0, end: 0 };
    const seen = { code: document.issues[0]?.code ?? '', stops: String(stops) };
    return [{ rule: 'invalid-document-allows-nothing', holds: stops, at: { ...spot, range }, seen }];
  });
}

function grants(asked: Asked, layers: Layers, read: readonly Read[]): Step[] {
  const isTrust = /^sts:(?:assumerole|tagsession|setsourceidentity)/.test(asked.actionLower);
  const must = isTrust
    ? 'role-trust-must-name-you'
    : asked.actionLower.startsWith('kms:')
      ? 'key-policy-must-allow'
      : undefined;
  const resource = read.find((r) => r.document === layers.resource);
  const steps: Step[] = [];
  const { type } = asked.principal;
  const own = resource?.allow;
  const detail = own ? { steps: [own] } : {};
  if (must) steps.push({ rule: must, holds: resource?.reach !== undefined, ...detail });
  if (type === 'service' || type === 'anonymous') {
    steps.push({ rule: 'service-needs-the-resource-policy', holds: resource?.reach === 'direct', ...detail });
    return steps;
  }
  if (own) {
    const { reach } = resource;
    steps.push({ rule: 'resource-policy-alone-is-enough', holds: reach === 'direct', steps: [own] });
    if (asked.principal.roleArn !== undefined) {
      steps.push({ rule: 'naming-the-role-keeps-ceilings', holds: reach === 'role', steps: [own] });
    }
    steps.push({ rule: 'naming-the-account-delegates', holds: reach === 'account', steps: [own] });
  }
  const identity = read.filter((r) => r.spot.layer === 'identity').flatMap((r) => (r.allow ? [r.allow] : []));
  if (type === 'root') steps.push({ rule: 'root-needs-no-policy', holds: true });
  else
    steps.push({ rule: 'identity-policies-add-up', holds: identity.some((s) => s.holds), steps: identity });
  if (layers.boundary) {
    const boundary = read.find((r) => r.document === layers.boundary)?.allow;
    steps.push({
      rule: 'boundary-is-a-ceiling',
      holds: boundary?.holds === true,
      steps: boundary ? [boundary] : [],
    });
  }
  return steps;
}
