// Does a statement speak about a request? Every answer is a step that says what was compared, and where.
import { matchesGlob } from './glob.ts';
import type { Range } from './json.ts';
import type { Condition, Named, Patterns, PolicyKind, Statement } from './policy.ts';
import type { Principal, Request } from './request.ts';
import type { Pointer, Step } from './trace.ts';

/** How a resource policy reached the caller. A stronger way needs less from the caller's own policies. */
export type Reach = 'direct' | 'role' | 'account';

export interface Match {
  readonly step: Step;
  /** The strongest way in which the principal element names the caller; absent where there is no such element. */
  readonly reach?: Reach;
}

/** Where a document stands among the layers. */
export interface Spot {
  readonly layer: PolicyKind;
  readonly policy: number;
}

/** A request, prepared once for all statements. */
export interface Asked extends Request {
  readonly actionLower: string;
  readonly keys: ReadonlyMap<string, readonly string[]>;
}

export function prepare(request: Request): Asked {
  const keys = new Map<string, readonly string[]>();
  for (const [key, value] of Object.entries(request.context)) {
    keys.set(key.toLowerCase(), typeof value === 'string' ? [value] : value);
  }
  return { ...request, actionLower: request.action.toLowerCase(), keys };
}

/** The statement against the request: one step with a step for each part. */
export function matchStatement(statement: Statement, asked: Asked, spot: Spot): Match {
  const at = (range: Range): Pointer => ({ ...spot, statement: statement.index, range });
  const steps: Step[] = [];
  let reach: Reach | undefined;
  if (statement.principal) {
    const best = strongest(statement.principal.named, asked.principal);
    reach = best?.reach;
    steps.push({
      rule: 'principal-matches',
      holds: best !== undefined,
      at: at(best?.named.text.range ?? statement.principal.range),
      seen: {
        asked: asked.principal.arn,
        found: best?.named.text.value ?? statement.principal.named.map((n) => n.text.value).join(', '),
      },
    });
  }
  steps.push(patternStep('action-matches', statement.action, asked.actionLower, asked.action, at));
  if (statement.resource) {
    steps.push(patternStep('resource-matches', statement.resource, asked.resource, asked.resource, at));
  }
  for (const condition of statement.conditions) steps.push(conditionStep(condition, asked, at));
  const step: Step = {
    rule: 'statement-matches',
    holds: steps.every((part) => part.holds),
    at: at(statement.range),
    seen: { effect: statement.effect, sid: statement.sid?.value ?? '' },
    steps,
  };
  return reach === undefined ? { step } : { step, reach };
}

function patternStep(
  rule: 'action-matches' | 'resource-matches',
  element: Patterns,
  value: string,
  shown: string,
  at: (range: Range) => Pointer,
): Step {
  const hit = element.patterns.find((pattern) => matchesGlob(pattern.glob, value));
  return {
    rule,
    holds: element.not ? hit === undefined : hit !== undefined,
    at: at(
      hit?.range ??
        (element.patterns.length === 1 ? (element.patterns[0]?.range ?? element.range) : element.range),
    ),
    seen: {
      asked: shown,
      found: hit?.value ?? element.patterns.map((pattern) => pattern.value).join(', '),
      ...(element.not ? { not: 'true' } : {}),
    },
  };
}

const STRENGTH: Readonly<Record<Reach, number>> = { account: 1, role: 2, direct: 3 };

function strongest(
  named: readonly Named[],
  principal: Principal,
): { named: Named; reach: Reach } | undefined {
  let best: { named: Named; reach: Reach } | undefined;
  for (const candidate of named) {
    const reach = reachOf(candidate, principal);
    if (reach && (!best || STRENGTH[reach] > STRENGTH[best.reach])) best = { named: candidate, reach };
  }
  return best;
}

/** Source: ug-principal, and for the strengths ug-denyallow. */
function reachOf(named: Named, principal: Principal): Reach | undefined {
  switch (named.kind) {
    case 'everybody':
      return 'direct';
    case 'service':
      return principal.type === 'service' && serviceName(principal.arn) === named.service
        ? 'direct'
        : undefined;
    case 'account':
      return principal.type !== 'service' && named.account === principal.account ? 'account' : undefined;
    case 'arn':
      if (named.arn === principal.arn) return 'direct';
      return principal.roleArn !== undefined && sameRole(named.arn, principal.roleArn) ? 'role' : undefined;
  }
}

/** A service's principal may be given by its bare name. */
function serviceName(arn: string): string {
  return arn.toLowerCase();
}

/** A role is known by its account and name; a session's ARN does not show the path. */
function sameRole(a: string, b: string): boolean {
  const bare = (arn: string): string => arn.replace(/:role\/(?:.*\/)?/, ':role/');
  return (
    a.includes(':role/') &&
    bare(a) === bare(b) &&
    (a === b || !/:role\/.*\//.test(a) || !/:role\/.*\//.test(b))
  );
}

function conditionStep(condition: Condition, asked: Asked, at: (range: Range) => Pointer): Step {
  const { test } = condition;
  const found = asked.keys.get(condition.key.value.toLowerCase());
  const wanted = condition.values.map((value) => value.value);
  const base = { at: at(condition.range) };
  const seen = {
    operator: condition.operatorText.value,
    key: condition.key.value,
    wanted: wanted.join(', '),
    ...(found ? { found: found.join(', ') } : {}),
  };
  const step = (holds: boolean, steps?: readonly Step[]): Step => ({
    rule: 'condition-holds',
    holds,
    ...base,
    seen,
    ...(steps ? { steps } : {}),
  });
  if (test.kind === 'null') {
    const absent = found === undefined || found.length === 0;
    return step(wanted.some((value) => value.toLowerCase() === String(absent)));
  }
  if (found === undefined || found.length === 0) {
    if (test.ifExists)
      return step(true, [{ rule: 'if-exists-forgives-absence', holds: true, ...base, seen }]);
    if (test.operator.negated) {
      return step(true, [{ rule: 'missing-key-satisfies-negation', holds: true, ...base, seen }]);
    }
    return step(false, [{ rule: 'missing-key-fails', holds: true, ...base, seen }]);
  }
  const [value] = found;
  // A key with several values needs a set operator; a plain one does not match it.
  if (found.length > 1 || value === undefined) return step(false);
  const hit = condition.values.find((candidate) => test.operator.fits(value, candidate.value));
  const holds = (hit !== undefined) !== test.operator.negated;
  return { ...step(holds), at: at(hit?.range ?? condition.range) };
}
