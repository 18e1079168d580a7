// The organization itself: made, described, dissolved.
import { without, type Cloud, type Organization } from '../cloud.ts';
import { fault } from '../fault.ts';
import { issueText } from '../ids.ts';
import { textOf, type Operation, type Reply } from '../operation.ts';
import { FULL_ACCESS, FULL_ACCESS_TEXT, organizationOf } from '../organization.ts';
import { joinedOf } from './accounts.ts';
import { accountArn, organizationArn } from './arns.ts';
import { byManagement, byMembers } from './caller.ts';
import { openHandshake } from './handshakes.ts';

/** `Organization`. The types are those of old: AWS says to ask the root instead. Source: api-organizations. */
function organizationReply(cloud: Cloud, organization: Organization): Reply {
  const { id, management, features = 'ALL' } = organization;
  return {
    Id: id,
    Arn: organizationArn(organization),
    FeatureSet: features,
    MasterAccountArn: accountArn(organization, management),
    MasterAccountId: management,
    MasterAccountEmail: joinedOf(cloud, organization, management).email,
    AvailablePolicyTypes: features === 'ALL' ? [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }] : [],
  };
}

const CREATE: Operation = {
  name: 'organizations:CreateOrganization',
  needs: () => [{ action: 'organizations:CreateOrganization', on: '*' }],
  run: ({ cloud, account }, input) => {
    if (organizationOf(cloud, account.id))
      return fault(
        'AlreadyInOrganizationException',
        'The AWS account is already a member of an organization.',
      );
    const issued = issueText(cloud, 10);
    const root = issueText(issued.cloud, 4);
    const id = `o-${issued.id.toLowerCase()}`;
    const isSimple = textOf(input, 'FeatureSet') === 'CONSOLIDATED_BILLING';
    const organization: Organization = {
      id,
      management: account.id,
      root: { id: `r-${root.id.toLowerCase()}`, scp: [], rcp: [] },
      units: {},
      members: { [account.id]: { scp: [], rcp: [] } },
      scp: { [FULL_ACCESS]: FULL_ACCESS_TEXT },
      rcp: {},
      off: ['scp', 'rcp'],
      joined: {
        [account.id]: {
          email: `${account.name ?? account.id}@example.com`,
          method: 'INVITED',
          joined: cloud.time,
        },
      },
      ...(isSimple ? { features: 'CONSOLIDATED_BILLING' as const } : {}),
    };
    return {
      cloud: { ...root.cloud, organizations: { ...cloud.organizations, [id]: organization } },
      reply: { Organization: organizationReply(cloud, organization) },
    };
  },
};

const deleteOrganization = byManagement({
  name: 'DeleteOrganization',
  on: ({ organization }) => [organizationArn(organization)],
  run: ({ cloud, organization }) => {
    if (Object.keys(organization.members).length > 1)
      return fault(
        'OrganizationNotEmptyException',
        'To delete an organization you must first remove all member accounts (except the master).',
      );
    const organizations = without(cloud.organizations ?? {}, organization.id);
    return { cloud: { ...cloud, organizations }, reply: {} };
  },
});

const describeOrganization = byMembers({
  name: 'DescribeOrganization',
  run: ({ cloud, organization }) => ({ Organization: organizationReply(cloud, organization) }),
});

/** Without members to ask it is done at once. Source: api-organizations. */
const enableAllFeatures = byManagement({
  name: 'EnableAllFeatures',
  on: ({ organization }) => [organizationArn(organization)],
  run: (inside) => {
    const { features, ...organization } = inside.organization;
    if (features === undefined)
      return fault(
        'HandshakeConstraintViolationException',
        'All features are already enabled on this organization.',
      );
    const target = { id: organization.id, type: 'ORGANIZATION' };
    return openHandshake(inside.cloud, organization, {
      action: 'ENABLE_ALL_FEATURES',
      target,
      state: 'ACCEPTED',
    });
  },
});

export const ITSELF: readonly Operation[] = [
  ...[CREATE, deleteOrganization, describeOrganization, enableAllFeatures],
];
