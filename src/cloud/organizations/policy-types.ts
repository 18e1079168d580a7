// Switching types of policies on and off. What is switched off is detached everywhere and binds nobody.
import type { Attached, Organization } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { textOf, type Input, type Operation, type Reply } from '../operation.ts';
import { FULL_ACCESS } from '../organization.ts';
import { placeArn } from './arns.ts';
import { byManagement, byReaders, withOrganization, type Inside } from './caller.ts';
import { isEnabled, kindOf, RCP_FULL_ACCESS } from './kept-policies.ts';
import { listed } from './page.ts';
import { TYPE_OF } from './policy-ids.ts';

/** `Root`. */
export function rootReply(organization: Organization): Reply {
  const types = [...Object.values(TYPE_OF), ...(organization.enabled ?? [])];
  return {
    Id: organization.root.id,
    Arn: placeArn(organization, organization.root.id),
    Name: 'Root',
    PolicyTypes: types
      .filter((type) => isEnabled(organization, type))
      .map((Type) => ({ Type, Status: 'ENABLED' })),
  };
}

function rootFault({ organization }: Inside, input: Input): Refused | undefined {
  return textOf(input, 'RootId') === organization.root.id
    ? undefined
    : fault('RootNotFoundException', "You specified a root that doesn't exist.");
}

const onRoot = ({ organization }: Inside, input: Input): readonly string[] => [
  placeArn(organization, textOf(input, 'RootId')),
];
const typeKey = (_: Inside, input: Input): Record<string, string> => ({
  'organizations:PolicyType': textOf(input, 'PolicyType'),
});

const enablePolicyType = byManagement({
  name: 'EnablePolicyType',
  on: onRoot,
  context: typeKey,
  run: (inside, input) => {
    const { cloud, organization } = inside;
    const type = textOf(input, 'PolicyType');
    const wrong = rootFault(inside, input);
    if (wrong) return wrong;
    if (organization.features !== undefined)
      return fault(
        'PolicyTypeNotAvailableForOrganizationException',
        'This policy type is not available for this organization.',
      );
    if (isEnabled(organization, type))
      return fault('PolicyTypeAlreadyEnabledException', 'The specified policy type is already enabled.');
    const next = enabled(organization, type);
    return { cloud: withOrganization(cloud, next), reply: { Root: rootReply(next) } };
  },
});

const disablePolicyType = byManagement({
  name: 'DisablePolicyType',
  on: onRoot,
  context: typeKey,
  run: (inside, input) => {
    const { cloud, organization } = inside;
    const type = textOf(input, 'PolicyType');
    const wrong = rootFault(inside, input);
    if (wrong) return wrong;
    if (!isEnabled(organization, type))
      return fault(
        'PolicyTypeNotEnabledException',
        'This operation can be performed only for enabled policy types.',
      );
    const next = disabled(organization, type);
    return { cloud: withOrganization(cloud, next), reply: { Root: rootReply(next) } };
  },
});

/** With service control policies FullAWSAccess comes back to every place. Source: org-scps. */
function enabled(organization: Organization, type: string): Organization {
  const kind = kindOf(type);
  if (!kind) return { ...organization, enabled: [...(organization.enabled ?? []), type] };
  const off = (organization.off ?? []).filter((one) => one !== kind);
  const full = kind === 'scp' ? FULL_ACCESS : RCP_FULL_ACCESS;
  return everywhere({ ...organization, off }, { [kind]: [full] });
}

function disabled(organization: Organization, type: string): Organization {
  const kind = kindOf(type);
  if (kind) {
    const off = [...(organization.off ?? []), kind];
    return everywhere({ ...organization, off }, { [kind]: [] });
  }
  const others = Object.entries(organization.others ?? {}).map(([id, other]): [string, typeof other] => [
    id,
    other.type === type ? { ...other, targets: [] } : other,
  ]);
  return {
    ...organization,
    enabled: (organization.enabled ?? []).filter((one) => one !== type),
    others: Object.fromEntries(others),
  };
}

function everywhere(organization: Organization, attached: Partial<Attached>): Organization {
  const { root, units, members } = organization;
  const each = <T extends Attached>(named: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(named).map(([key, one]) => [key, { ...one, ...attached }]));
  return { ...organization, root: { ...root, ...attached }, units: each(units), members: each(members) };
}

const listRoots = byReaders({
  name: 'ListRoots',
  run: ({ organization }, input) => listed(input, 'Roots', [rootReply(organization)]),
});

export const POLICY_TYPES: readonly Operation[] = [enablePolicyType, disablePolicyType, listRoots];
