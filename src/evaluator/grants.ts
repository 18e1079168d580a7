// Who allows: the resource's policy by the way it names the caller, the caller's own policies, and the ceilings over both.
import type { ReadLayers } from './read-layers.ts';
import { allowsIn, anyHolds } from './read-documents.ts';
import type { RuleId } from './rules.ts';
import { step, type Step } from './trace.ts';

const TRUST = /^sts:(?:assumerole|tagsession|setsourceidentity)/;

/** Roles and keys are reached only through their own policy, in their account too. Source: ug-denyallow, kms-key-policies. */
export function mustBeNamed({ asked, resource }: ReadLayers): Step | undefined {
  const rule: RuleId | undefined = isOfRole(asked)
    ? 'role-trust-must-name-you'
    : asked.actionLower.startsWith('kms:') && asked.resource.includes(':key/')
      ? 'key-policy-must-allow'
      : undefined;
  if (!rule) return undefined;
  if (!resource?.allow) return step(rule, false);
  const { reach, allow } = resource;
  const account = step('naming-the-account-delegates', true, [allow]);
  return step(rule, reach !== undefined, [reach === 'account' ? account : allow]);
}

/** Tags are also given to federated users, who have no trust policy. Source: ug-session-tags. */
function isOfRole({ actionLower, resource }: ReadLayers['asked']): boolean {
  return TRUST.test(actionLower) && !resource.includes(':federated-user/');
}

export function grants(layers: ReadLayers): Step[] {
  const { asked } = layers;
  const own = ownPolicies(layers);
  const resource =
    asked.principal.account === asked.resourceAccount ? sameAccount(layers) : [otherAccount(layers, own)];
  return [...resource, own, ...ceilings(layers)];
}

function ownPolicies({ asked, identity }: ReadLayers): Step {
  if (asked.principal.type === 'root') return step('root-needs-no-policy', true);
  const steps = allowsIn(identity);
  return step('identity-policies-add-up', anyHolds(steps), steps);
}

/** In one account the resource's policy may be enough, or leave the choice to the caller's. */
function sameAccount({ asked, resource }: ReadLayers): Step[] {
  if (!resource?.allow) return [];
  const { reach, allow } = resource;
  const { roleArn, issuerArn } = asked.principal;
  const reaching = (rule: RuleId, holds: boolean): Step => step(rule, holds, [allow]);
  return [
    reaching('resource-policy-alone-is-enough', reach === 'direct'),
    ...(roleArn === undefined ? [] : [reaching('naming-the-role-keeps-ceilings', reach === 'role')]),
    ...(issuerArn === undefined ? [] : [reaching('naming-the-issuer-keeps-ceilings', reach === 'role')]),
    reaching('naming-the-account-delegates', reach === 'account'),
  ];
}

function otherAccount({ resource }: ReadLayers, own: Step): Step {
  const holds = resource?.reach !== undefined && own.holds;
  return step('both-accounts-must-allow', holds, resource?.allow ? [resource.allow] : []);
}

function ceilings({ asked, boundary, session }: ReadLayers): Step[] {
  const steps: Step[] = [];
  if (boundary) {
    const allows = allowsIn([boundary]);
    steps.push(step('boundary-is-a-ceiling', anyHolds(allows), allows));
  }
  if (session) {
    const allows = allowsIn(session);
    steps.push(step('session-policy-is-a-ceiling', anyHolds(allows), allows));
  }
  if (asked.principal.type === 'federatedUser') {
    steps.push(step('federated-user-needs-a-session-policy', session !== undefined));
  }
  return steps;
}
