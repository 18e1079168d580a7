// Policies of an organization: made, rewritten, deleted, read. Where they are attached is another file's.
import { without, type Organization } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { issueText } from '../ids.ts';
import { textOf, type Input, type Operation } from '../operation.ts';
import { requestTagKeys, tagsIn } from '../tags.ts';
import { byManagement, byReaders, withOrganization, type Inside } from './caller.ts';
import {
  kindOf,
  policiesOf,
  policyArnIn,
  policyIn,
  summaryOf,
  targetsOf,
  type KeptPolicy,
} from './kept-policies.ts';
import { listed } from './page.ts';
import { formFault } from './policy-form.ts';

/** Source: org-quotas. */
const MOST: Readonly<Record<string, number>> = {
  SERVICE_CONTROL_POLICY: 10_000,
  RESOURCE_CONTROL_POLICY: 2_000,
};
const MOST_OTHERS = 1_000;

/** The ARN of the policy that an input names; none where there is no such policy. */
export function onPolicy({ organization }: Inside, input: Input): readonly string[] {
  const policy = policyIn(organization, textOf(input, 'PolicyId'));
  return isRefused(policy) ? ['*'] : [policyArnIn(organization, policy)];
}

/** The type of the policy that an input names, as a condition key. */
export function policyTypeKey({ organization }: Inside, input: Input): Record<string, string> {
  const policy = policyIn(organization, textOf(input, 'PolicyId'));
  return isRefused(policy) ? {} : { 'organizations:PolicyType': policy.type };
}

function answer(organization: Organization, policy: KeptPolicy) {
  return { Policy: { PolicySummary: summaryOf(organization, policy), Content: policy.content } };
}

const createPolicy = byManagement({
  name: 'CreatePolicy',
  context: (_, input) => ({
    'organizations:PolicyType': textOf(input, 'Type'),
    ...requestTagKeys(tagsIn(input)),
  }),
  run: ({ cloud, organization }, input) => {
    const [type, name, content] = [textOf(input, 'Type'), textOf(input, 'Name'), textOf(input, 'Content')];
    if (organization.features !== undefined)
      return fault(
        'PolicyTypeNotAvailableForOrganizationException',
        'This policy type is not available for this organization.',
      );
    const bad = formFault(cloud, type, content) ?? nameFault(organization, type, name);
    if (bad) return bad;
    if (policiesOf(organization).filter((one) => one.type === type).length >= (MOST[type] ?? MOST_OTHERS))
      return fault(
        'ConstraintViolationException',
        'You have exceeded the allowed number of policies for your organization.',
      );
    const issued = issueText(cloud, 10);
    const policy: KeptPolicy = {
      id: `p-${issued.id.toLowerCase()}`,
      type,
      name,
      description: textOf(input, 'Description'),
      content,
      isAwsManaged: false,
    };
    const tags = tagsIn(input);
    const next = withPolicy(cloud.time, organization, policy);
    const tagged = Object.keys(tags).length > 0 ? { tags: { ...next.tags, [policy.id]: tags } } : {};
    const kept = { ...next, ...tagged };
    return { cloud: withOrganization(issued.cloud, kept), reply: answer(kept, policy) };
  },
});

function nameFault(organization: Organization, type: string, name: string): Refused | undefined {
  return policiesOf(organization).some((one) => one.type === type && one.name === name)
    ? fault('DuplicatePolicyException', 'A policy with the same name already exists.')
    : undefined;
}

/** The organization with a policy, new or in another state. */
function withPolicy(time: number, organization: Organization, policy: KeptPolicy): Organization {
  const { id, type, name, description, content } = policy;
  const kind = kindOf(type);
  if (!kind) {
    const targets = organization.others?.[id]?.targets ?? [];
    const other = { type, name, description, content, targets, updated: time };
    return { ...organization, others: { ...organization.others, [id]: other } };
  }
  return {
    ...organization,
    [kind]: { ...organization[kind], [name]: content },
    records: { ...organization.records, [`${kind}/${name}`]: { id, description } },
  };
}

/** The organization without a policy; under another name it is another one to those who attach it. */
function withoutPolicy(organization: Organization, { kind, id, name }: KeptPolicy): Organization {
  if (!kind) return { ...organization, others: without(organization.others ?? {}, id) };
  return {
    ...organization,
    [kind]: without(organization[kind], name),
    records: without(organization.records ?? {}, `${kind}/${name}`),
  };
}

function mayChange(policy: KeptPolicy): Refused | undefined {
  return policy.isAwsManaged
    ? fault('InvalidInputException', "You specified a policy that is managed by AWS and can't be modified.")
    : undefined;
}

const updatePolicy = byManagement({
  name: 'UpdatePolicy',
  on: onPolicy,
  context: policyTypeKey,
  run: ({ cloud, organization }, input) => {
    const policy = policyIn(organization, textOf(input, 'PolicyId'));
    if (isRefused(policy)) return policy;
    const name = textOf(input, 'Name') || policy.name;
    const content = textOf(input, 'Content') || policy.content;
    const bad =
      mayChange(policy) ??
      formFault(cloud, policy.type, content) ??
      (name === policy.name ? undefined : nameFault(organization, policy.type, name));
    if (bad) return bad;
    const given = input['Description'] === undefined ? policy.description : textOf(input, 'Description');
    const next: KeptPolicy = { ...policy, name, content, description: given };
    const rest =
      name === policy.name ? organization : renamed(withoutPolicy(organization, policy), policy, name);
    const kept = withPolicy(cloud.time, rest, next);
    return { cloud: withOrganization(cloud, kept), reply: answer(kept, next) };
  },
});

/** Places attach by name. */
function renamed(organization: Organization, { kind, name: old }: KeptPolicy, name: string): Organization {
  if (!kind) return organization;
  const of = <T extends { readonly scp: readonly string[]; readonly rcp: readonly string[] }>(
    place: T,
  ): T => ({
    ...place,
    [kind]: place[kind].map((one) => (one === old ? name : one)),
  });
  const each = <T extends Parameters<typeof of>[0]>(named: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(named).map(([key, place]) => [key, of(place)]));
  const { root, units, members } = organization;
  return { ...organization, root: of(root), units: each(units), members: each(members) };
}

const deletePolicy = byManagement({
  name: 'DeletePolicy',
  on: onPolicy,
  context: policyTypeKey,
  run: ({ cloud, organization }, input) => {
    const policy = policyIn(organization, textOf(input, 'PolicyId'));
    if (isRefused(policy)) return policy;
    const fixed = mayChange(policy);
    if (fixed) return fixed;
    if (targetsOf(cloud, organization, policy).length > 0)
      return fault(
        'PolicyInUseException',
        'The policy is attached to one or more entities. You must detach it from all roots, OUs, and accounts before performing this operation.',
      );
    const { tags, ...rest } = withoutPolicy(organization, policy);
    const kept = { ...rest, ...(tags ? { tags: without(tags, policy.id) } : {}) };
    return { cloud: withOrganization(cloud, kept), reply: {} };
  },
});

const describePolicy = byReaders({
  name: 'DescribePolicy',
  on: onPolicy,
  context: policyTypeKey,
  run: ({ organization }, input) => {
    const policy = policyIn(organization, textOf(input, 'PolicyId'));
    return isRefused(policy) ? policy : answer(organization, policy);
  },
});

const listPolicies = byReaders({
  name: 'ListPolicies',
  context: (_, input) => ({ 'organizations:PolicyType': textOf(input, 'Filter') }),
  run: ({ organization }, input) =>
    listed(
      input,
      'Policies',
      policiesOf(organization)
        .filter(({ type }) => type === textOf(input, 'Filter'))
        .map((policy) => summaryOf(organization, policy)),
    ),
});

export const POLICIES: readonly Operation[] = [
  ...[createPolicy, updatePolicy, deletePolicy, describePolicy, listPolicies],
];
