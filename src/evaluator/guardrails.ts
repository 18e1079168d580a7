// What must not deny, and what must allow before anything is granted: Denies anywhere, the organization, the endpoint.
import type { ReadLayers } from './read-layers.ts';
import { allowsIn, anyHolds, denialsIn, type Read } from './read-documents.ts';
import type { RuleId } from './rules.ts';
import { step, type Step } from './trace.ts';

/** Every Deny of every layer that binds the caller. */
export function denials(layers: ReadLayers): Step {
  const { resource, vpce, identity, boundary, session = [], scp = [], rcp = [] } = layers;
  const one = (read: Read | undefined): readonly Read[] => (read ? [read] : []);
  const keeps = ownerKeepsPolicy(layers) ? ('bucket-owner-root-keeps-its-policy' as const) : undefined;
  const steps = [
    ...unlessExempt(layers.rcpExempt, denialsIn(rcp.flat())),
    ...unlessExempt(layers.scpExempt, denialsIn(scp.flat())),
    ...unlessExempt(keeps, denialsIn(one(resource))),
    ...denialsIn([...one(vpce), ...identity, ...one(boundary), ...session]),
  ];
  const holds = steps.some((one) => one.rule === 'policy-denies' && one.holds);
  return step('explicit-deny-wins', holds, steps);
}

/** The steps as they are, or set aside under the rule that takes their force. */
function unlessExempt(rule: RuleId | undefined, steps: readonly Step[]): readonly Step[] {
  return rule === undefined || steps.length === 0 ? steps : [step(rule, true, steps)];
}

const POLICY_OF_A_BUCKET = /^s3:(?:get|put|delete)bucketpolicy$/;

/** Source: s3-bucket-policies. */
function ownerKeepsPolicy({ asked, resource }: ReadLayers): boolean {
  const { principal, actionLower, resourceAccount } = asked;
  return (
    resource !== undefined &&
    principal.type === 'root' &&
    principal.account === resourceAccount &&
    POLICY_OF_A_BUCKET.test(actionLower)
  );
}

export function guardrails(layers: ReadLayers): Step[] {
  const { scp, rcp, vpce, scpExempt, rcpExempt } = layers;
  const steps: Step[] = [];
  if (rcp) {
    const full = step('rcp-full-access-is-always-there', true);
    steps.push(step('rcp-never-grants', true, unlessExempt(rcpExempt, [full])));
  }
  if (scp) {
    const levels = scp.map((level, at) => levelStep(level, at));
    const inside = unlessExempt(scpExempt, levels);
    steps.push(
      step(
        'scp-never-grants',
        inside.every(({ holds }) => holds),
        inside,
      ),
    );
  }
  if (vpce) {
    const allows = allowsIn([vpce]);
    steps.push(step('endpoint-policy-must-allow', anyHolds(allows), allows));
  }
  return steps;
}

function levelStep(level: readonly Read[], at: number): Step {
  const steps = allowsIn(level);
  return step('scp-level-must-allow', anyHolds(steps), steps, { level: String(at) });
}

/** For callers without an account of their own the resource's policy says all; `undefined` for others. */
export function outsiderStep(layers: ReadLayers): Step | undefined {
  const { asked, resource } = layers;
  const rule = (
    {
      service: 'service-needs-the-resource-policy',
      anonymous: 'anonymous-needs-the-resource-policy',
      federatedProvider: 'provider-needs-the-trust-policy',
    } as Partial<Record<string, RuleId>>
  )[asked.principal.type];
  return rule && step(rule, resource?.reach !== undefined, resource?.allow ? [resource.allow] : []);
}
