// Who allows: the resource's policy by the way it names the caller, the caller's own policies, and the ceilings over both.
import type { ReadLayers } from './read-layers.ts';
import { allowsIn, anyHolds } from './read-documents.ts';
import type { RuleId } from './rules.ts';
import type { Step } from './trace.ts';

const TRUST = /^sts:(?:assumerole|tagsession|setsourceidentity)/;

/** Roles and keys are reached only through their own policy, in their account too. Source: ug-denyallow, kms-key-policies. */
export function mustBeNamed({ asked, resource }: ReadLayers): Step | undefined {
  const rule: RuleId | undefined = TRUST.test(asked.actionLower)
    ? 'role-trust-must-name-you'
    : asked.actionLower.startsWith('kms:') && asked.resource.includes(':key/')
      ? 'key-policy-must-allow'
      : undefined;
  if (!rule) return undefined;
  if (!resource?.allow) return { rule, holds: false };
  const { reach, allow } = resource;
  const account: Step = { rule: 'naming-the-account-delegates', holds: true, steps: [allow] };
  return { rule, holds: reach !== undefined, steps: [reach === 'account' ? account : allow] };
}

export function grants(layers: ReadLayers): Step[] {
  const { asked } = layers;
  const own = ownPolicies(layers);
  const resource =
    asked.principal.account === asked.resourceAccount ? sameAccount(layers) : [otherAccount(layers, own)];
  return [...resource, own, ...ceilings(layers)];
}

function ownPolicies({ asked, identity }: ReadLayers): Step {
  if (asked.principal.type === 'root') return { rule: 'root-needs-no-policy', holds: true };
  const steps = allowsIn(identity);
  return { rule: 'identity-policies-add-up', holds: anyHolds(steps), steps };
}

/** In one account the resource's policy may be enough, or leave the choice to the caller's. */
function sameAccount({ asked, resource }: ReadLayers): Step[] {
  if (!resource?.allow) return [];
  const { reach, allow } = resource;
  const { roleArn, issuerArn } = asked.principal;
  const step = (rule: RuleId, holds: boolean): Step => ({ rule, holds, steps: [allow] });
  return [
    step('resource-policy-alone-is-enough', reach === 'direct'),
    ...(roleArn === undefined ? [] : [step('naming-the-role-keeps-ceilings', reach === 'role')]),
    ...(issuerArn === undefined ? [] : [step('naming-the-issuer-keeps-ceilings', reach === 'role')]),
    step('naming-the-account-delegates', reach === 'account'),
  ];
}

function otherAccount({ resource }: ReadLayers, own: Step): Step {
  return {
    rule: 'both-accounts-must-allow',
    holds: resource?.reach !== undefined && own.holds,
    steps: resource?.allow ? [resource.allow] : [],
  };
}

function ceilings({ asked, boundary, session }: ReadLayers): Step[] {
  const steps: Step[] = [];
  if (boundary) {
    const allows = allowsIn([boundary]);
    steps.push({ rule: 'boundary-is-a-ceiling', holds: anyHolds(allows), steps: allows });
  }
  if (session) {
    const allows = allowsIn(session);
    steps.push({ rule: 'session-policy-is-a-ceiling', holds: anyHolds(allows), steps: allows });
  }
  if (asked.principal.type === 'federatedUser') {
    steps.push({ rule: 'federated-user-needs-a-session-policy', holds: session !== undefined });
  }
  return steps;
}
