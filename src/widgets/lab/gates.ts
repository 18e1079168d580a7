// A verdict as a path through gates: open ones, the first that is shut, and what lies behind it.
import { RULES, type Pointer, type RuleId, type Step } from '#evaluator';
import { documentIdAt, type Part } from '#cloud';
import { gates as words } from '#strings';
import { detailsOf, exemptionOf, statementsOf, type Detail } from './details.ts';
import { isFullAccess } from './names.ts';

export interface Gate {
  readonly rule: RuleId;
  readonly state: 'open' | 'shut' | 'past';
  readonly title: string;
  readonly details: readonly Detail[];
  /** Every statement that was read at this gate. */
  readonly reads: readonly Pointer[];
}

/** How a rule stands in the path. */
interface Standing {
  readonly rule: RuleId;
  /** Holding shuts it: the rule says that something denies. */
  readonly denies?: true;
  /** It stands in the path only where it opens it: failing it shuts nothing. */
  readonly onlyOpen?: true;
  /** It stands in the path only where it shuts it, or where what it is about does not bind. */
  readonly onlyShut?: true;
  /** It asks whether a statement matched; what else the rule wants is asked at a gate of its own. */
  readonly oneSide?: true;
  /** Where one of these holds, nobody asks. */
  readonly unasked?: readonly RuleId[];
  /** Where one of these was looked at, it says the same. */
  readonly saidBy?: readonly RuleId[];
}

const DIRECT = 'resource-policy-alone-is-enough';
const TRUST = 'role-trust-must-name-you';
const BY_NAME: readonly RuleId[] = ['naming-the-role-keeps-ceilings', 'naming-the-issuer-keeps-ceilings'];

/** The order of the path. A rule that is not here and was looked at comes last, in its own words. */
const PATH: readonly Standing[] = [
  { rule: 'caller-identity-needs-no-permission' },
  { rule: 'session-token-needs-no-permission' },
  { rule: 'explicit-deny-wins', denies: true },
  { rule: 'invalid-document-allows-nothing', denies: true },
  { rule: 'rcp-never-grants', onlyShut: true },
  { rule: 'scp-never-grants' },
  { rule: 'endpoint-policy-must-allow' },
  { rule: TRUST, unasked: [DIRECT] },
  { rule: 'key-policy-must-allow' },
  { rule: 'service-needs-the-resource-policy', saidBy: [TRUST] },
  { rule: 'anonymous-needs-the-resource-policy' },
  { rule: 'provider-needs-the-trust-policy', saidBy: [TRUST] },
  { rule: DIRECT, onlyOpen: true },
  ...BY_NAME.map((rule): Standing => ({ rule, onlyOpen: true })),
  { rule: 'naming-the-account-delegates', onlyOpen: true },
  { rule: 'both-accounts-must-allow', oneSide: true, saidBy: [TRUST, 'key-policy-must-allow'] },
  { rule: 'root-needs-no-policy' },
  { rule: 'identity-policies-add-up', unasked: [DIRECT, ...BY_NAME] },
  { rule: 'boundary-is-a-ceiling', unasked: [DIRECT] },
  { rule: 'session-policy-is-a-ceiling', unasked: [DIRECT] },
  { rule: 'federated-user-needs-a-session-policy', onlyShut: true, unasked: [DIRECT] },
];

/** What is left when every gate was asked. */
const NO_GATE: RuleId = 'implicit-deny-by-default';

export function gatesOf(part: Part): readonly Gate[] {
  const steps = part.verdict.trace.steps ?? [];
  const known = new Set([...PATH.map(({ rule }) => rule), NO_GATE]);
  const others = steps.filter(({ rule }) => !known.has(rule)).map(({ rule }): Standing => ({ rule }));
  let shut = false;
  return [...PATH, ...others].flatMap((standing): Gate[] => {
    const step = steps.find(({ rule }) => rule === standing.rule);
    if (!step || isSilent(standing, step, part)) return [];
    const open = isOpen(standing, step);
    const state = shut ? 'past' : open ? 'open' : 'shut';
    if (!open) shut = true;
    const spoken = exemptionOf(step)?.rule ?? step.rule;
    const title = words[spoken]?.[open ? 'open' : 'shut'] ?? RULES[spoken].says;
    const reads = statementsOf(step).flatMap(({ at }) => at ?? []);
    return [{ rule: step.rule, state, title, details: detailsOf(step, open, part), reads }];
  });
}

function isOpen({ denies, oneSide }: Standing, step: Step): boolean {
  if (oneSide) return statementsOf(step).some(({ holds }) => holds);
  return step.holds !== (denies === true);
}

function isSilent(standing: Standing, step: Step, part: Part): boolean {
  const { onlyOpen, onlyShut, unasked = [], saidBy = [] } = standing;
  return (
    (onlyOpen === true && !step.holds) ||
    (onlyShut === true && step.holds && !exemptionOf(step)) ||
    (step.rule === 'scp-never-grants' && step.holds && !isToldApart(step) && !isLimited(part)) ||
    (part.verdict.trace.steps ?? []).some(
      ({ rule, holds }) => (holds && unasked.includes(rule)) || saidBy.includes(rule),
    )
  );
}

/** Some callers are never bound: that is worth saying even where nobody has limited anything. */
function isToldApart(step: Step): boolean {
  const spared = exemptionOf(step)?.rule;
  return spared !== undefined && spared !== 'scp-binds-only-principals-of-the-account';
}

/** Is the organization's own word in it? Where FullAWSAccess alone is attached nobody has limited anything. */
function isLimited({ names }: Part): boolean {
  return (names.scp ?? []).some(({ documents }) => documents.some((id) => !isFullAccess(id)));
}

/** The gate that decides: the shut one, else the last that is open. */
export function decidingGate(gates: readonly Gate[]): Gate | undefined {
  return gates.find(({ state }) => state === 'shut') ?? gates.at(-1);
}

/** Was a statement read at this gate that the characters of this document touch? */
export function reads(
  gate: Gate,
  part: Part,
  document: string,
  range: { readonly start: number; readonly end: number },
): boolean {
  return gate.reads.some(
    (at) =>
      at.range.start <= range.end && range.start <= at.range.end && documentIdAt(part.names, at) === document,
  );
}
