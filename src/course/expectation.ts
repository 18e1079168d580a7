// Is what an author expects so? It asks the cloud, and looks for the rule in the derivation. What comes first is `acts`.
import { isRuleId, matchedSteps, type Decision, type Step, type Verdict } from '#evaluator';
import { documentIdAt, parts, signIn, verdictOf, type Cloud, type Part, type Services } from '#cloud';
import type { Expectation, Wish } from './schema.ts';

export interface Seen {
  readonly holds: boolean;
  /** Absent when nothing was decided, as when a name does not exist. */
  readonly decision?: Decision;
  readonly verdict?: Verdict;
  readonly parts: readonly Part[];
  /** The cloud in which it was asked. */
  readonly cloud: Cloud;
  /** Why it does not hold, one sentence each; empty when it does. */
  readonly because: readonly string[];
}

/** Looks at one expectation on a cloud as it is, whatever should have come first. @param services what may be called */
export function seeNow(cloud: Cloud, expectation: Expectation, services?: Services): Seen {
  const asked = verdictOn(cloud, expectation, services);
  if ('fault' in asked) return { holds: false, parts: [], cloud, because: [asked.fault] };
  const { verdict, parts: decided } = asked;
  const because = differences(expectation, verdict, decided);
  return {
    holds: because.length === 0,
    decision: verdict.decision,
    verdict,
    parts: decided,
    cloud,
    because,
  };
}

/** How a request is decided on a cloud as it is; a fault where nothing is, as when a name does not exist. */
export function verdictOn(
  cloud: Cloud,
  { as, calls, asks }: Wish,
  services?: Services,
): { verdict: Verdict; parts: readonly Part[] } | { fault: string } {
  const signed = signIn(cloud, as);
  if (!('session' in signed)) {
    return signed.verdict
      ? { verdict: signed.verdict, parts: signed.parts }
      : { fault: `${as}: ${signed.fault.message}` };
  }
  const wanted = calls ?? asks;
  if (!wanted) return { fault: 'nothing is asked' };
  const needed = parts(
    cloud,
    signed.session,
    'operation' in wanted
      ? wanted
      : { action: wanted.action, on: wanted.on, ...(wanted.context ? { context: wanted.context } : {}) },
    services,
  );
  return 'fault' in needed ? { fault: needed.fault.message } : { verdict: verdictOf(needed), parts: needed };
}

/** What the verdict has otherwise than the expectation says. */
function differences(
  { gives, because, at, although, allows = 0 }: Expectation,
  verdict: Verdict,
  decided: readonly Part[],
): string[] {
  const isGiven = gives === 'denied' ? verdict.decision !== 'allowed' : verdict.decision === gives;
  if (!isGiven) return [`the decision is ${verdict.decision}, not ${gives}`];
  if (because === undefined) return [];
  const found: string[] = [];
  const holds = gives !== 'implicitDeny';
  if (!isRuleId(because) || !speaks(verdict.trace, because, holds)) {
    found.push(`the derivation does not rest on ${because}`);
  } else if (
    at !== undefined &&
    !decided.some((part) => speaksIn(part, part.verdict.trace, because, holds, at))
  ) {
    found.push(`${because} does not rest on ${at}`);
  }
  if (although !== undefined && !speaks(verdict.trace, although, true)) {
    found.push(`${although} does not hold in the derivation`);
  }
  const voices = allowing(verdict.trace).size;
  if (voices < allows) found.push(`the Allow statements that match are ${voices}, not ${allows}`);
  return found;
}

/** The Allow statements that match, each once however many rules read it. */
function allowing({ rule, holds, seen, at, steps = [] }: Step): ReadonlySet<string> {
  if (rule !== 'statement-matches') return new Set(steps.flatMap((step) => [...allowing(step)]));
  const speaks = holds && seen?.['effect'] === 'Allow';
  return new Set(
    speaks ? [`${at?.layer ?? ''} ${at?.level ?? ''} ${at?.policy ?? ''} ${at?.statement ?? ''}`] : [],
  );
}

/** Does the rule stand in the trace with this outcome? What nobody allows is denied by default, so that one always does. */
function speaks(trace: Step, rule: string, holds: boolean): boolean {
  if (rule === 'implicit-deny-by-default') return !holds;
  return (
    (trace.rule === rule && trace.holds === holds) ||
    (trace.steps ?? []).some((step) => speaks(step, rule, holds))
  );
}

/** Does the rule stand in the trace with this outcome, because of this document: one of its statements matched, or it is silent? */
function speaksIn(part: Part, step: Step, rule: string, holds: boolean, document: string): boolean {
  const isHere = ({ at }: Step): boolean => at !== undefined && documentIdAt(part.names, at) === document;
  const steps = step.steps ?? [];
  if (step.rule === rule && step.holds === holds)
    return isHere(step) || (holds ? matchedSteps(step) : silent(step)).some(isHere);
  return steps.some((below) => speaksIn(part, below, rule, holds, document));
}

function silent(step: Step): readonly Step[] {
  return step.rule === 'policy-allows' && !step.holds ? [step] : (step.steps ?? []).flatMap(silent);
}
