// Attaching policies to the root, to units and accounts, and what keeps them there.
import { lookup, type Cloud, type Organization } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { textOf, type Input, type Operation } from '../operation.ts';
import { placeArn } from './arns.ts';
import { byManagement, byReaders, withOrganization, type Inside } from './caller.ts';
import {
  attachedAt,
  isEnabled,
  policyIn,
  RCP_FULL_ACCESS,
  summaryOf,
  targetsOf,
  type KeptPolicy,
} from './kept-policies.ts';
import { listed } from './page.ts';
import { placeOf, withPlace, type Place } from './places.ts';
import { onPolicy, policyTypeKey } from './policies.ts';

/** At one place. Source: org-quotas. */
const MOST: Readonly<Record<string, number>> = { RESOURCE_CONTROL_POLICY: 5 };
const MOST_OTHERS = 10;

function onBoth(inside: Inside, input: Input): readonly string[] {
  return [...onPolicy(inside, input), placeArn(inside.organization, textOf(input, 'TargetId'))];
}

function targetIn(cloud: Cloud, organization: Organization, input: Input): Place | Refused {
  return (
    placeOf(cloud, organization, textOf(input, 'TargetId')) ??
    fault('TargetNotFoundException', "You specified a target that doesn't exist.")
  );
}

interface Both {
  readonly policy: KeptPolicy;
  readonly target: Place;
  readonly isAttached: boolean;
}

function bothIn({ cloud, organization }: Inside, input: Input): Both | Refused {
  const policy = policyIn(organization, textOf(input, 'PolicyId'));
  if (isRefused(policy)) return policy;
  const target = targetIn(cloud, organization, input);
  if (isRefused(target)) return target;
  const there = attachedAt(organization, target, policy.type);
  return { policy, target, isAttached: there.some(({ id }) => id === policy.id) };
}

const attachPolicy = byManagement({
  name: 'AttachPolicy',
  on: onBoth,
  context: policyTypeKey,
  run: (inside, input) => {
    const { cloud, organization } = inside;
    const both = bothIn(inside, input);
    if (isRefused(both)) return both;
    const { policy, target, isAttached } = both;
    if (!isEnabled(organization, policy.type))
      return fault(
        'PolicyTypeNotEnabledException',
        'This operation can be performed only for enabled policy types.',
      );
    if (isAttached)
      return fault(
        'DuplicatePolicyAttachmentException',
        'A policy with the specified name and type already exists.',
      );
    if (attachedAt(organization, target, policy.type).length >= (MOST[policy.type] ?? MOST_OTHERS))
      return fault(
        'ConstraintViolationException',
        'You have attached the maximum number of policies to the specified target.',
      );
    return { cloud: withOrganization(cloud, attached(organization, both)), reply: {} };
  },
});

function attached(organization: Organization, { policy, target }: Both): Organization {
  const { kind, id, name } = policy;
  if (kind) return withPlace(organization, target, { [kind]: [...target.attached[kind], name] });
  const other = lookup(organization.others ?? {}, id);
  const next = other && { ...other, targets: [...other.targets, target.id] };
  return next ? { ...organization, others: { ...organization.others, [id]: next } } : organization;
}

function detached(organization: Organization, { policy, target }: Both): Organization {
  const { kind, id, name } = policy;
  if (kind)
    return withPlace(organization, target, { [kind]: target.attached[kind].filter((one) => one !== name) });
  const other = lookup(organization.others ?? {}, id);
  const next = other && { ...other, targets: other.targets.filter((one) => one !== target.id) };
  return next ? { ...organization, others: { ...organization.others, [id]: next } } : organization;
}

/** One service control policy must stay everywhere, and RCPFullAWSAccess always does. Source: org-scps, org-rcps. */
const detachPolicy = byManagement({
  name: 'DetachPolicy',
  on: onBoth,
  context: policyTypeKey,
  run: (inside, input) => {
    const both = bothIn(inside, input);
    if (isRefused(both)) return both;
    const { policy, target, isAttached } = both;
    const { organization } = inside;
    if (!isAttached)
      return fault(
        'PolicyNotAttachedException',
        "The policy isn't attached to the specified target in the specified root.",
      );
    if (policy.name === RCP_FULL_ACCESS)
      return fault(
        'ConstraintViolationException',
        `You cannot detach the ${RCP_FULL_ACCESS} policy from the specified target.`,
      );
    if (policy.kind === 'scp' && attachedAt(organization, target, policy.type).length === 1)
      return fault(
        'ConstraintViolationException',
        'You cannot remove the last policy attached to the specified target. You must have at least one attached at all times.',
      );
    return { cloud: withOrganization(inside.cloud, detached(organization, both)), reply: {} };
  },
});

const listPoliciesForTarget = byReaders({
  name: 'ListPoliciesForTarget',
  on: ({ organization }, input) => [placeArn(organization, textOf(input, 'TargetId'))],
  context: (_, input) => ({ 'organizations:PolicyType': textOf(input, 'Filter') }),
  run: ({ cloud, organization }, input) => {
    const target = targetIn(cloud, organization, input);
    if (isRefused(target)) return target;
    const policies = attachedAt(organization, target, textOf(input, 'Filter'));
    return listed(
      input,
      'Policies',
      policies.map((policy) => summaryOf(organization, policy)),
    );
  },
});

const listTargetsForPolicy = byReaders({
  name: 'ListTargetsForPolicy',
  on: onPolicy,
  context: policyTypeKey,
  run: ({ cloud, organization }, input) => {
    const policy = policyIn(organization, textOf(input, 'PolicyId'));
    if (isRefused(policy)) return policy;
    const targets = targetsOf(cloud, organization, policy).map(({ id, name, type }) => ({
      TargetId: id,
      Arn: placeArn(organization, id),
      Name: name,
      Type: type,
    }));
    return listed(input, 'Targets', targets);
  },
});

export const ATTACHMENTS: readonly Operation[] = [
  ...[attachPolicy, detachPolicy, listPoliciesForTarget, listTargetsForPolicy],
];
