// Root access of member accounts in one hand: features that the organization's management turns on. Source: ug-central-root.
import { lookup, type Cloud, type Organization } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import type { Done, Operation, Reply, Site } from '../operation.ts';
import { organizationOf } from '../organization.ts';

/** In the order in which they are answered. */
const FEATURES = ['RootCredentialsManagement', 'RootSessions'];

/** What trusted access and delegation are called by. */
const PRINCIPAL = 'iam.amazonaws.com';

/** The organization that the caller may manage, or why it has none. */
function managed({ cloud, account }: Site): { readonly organization: Organization } | Refused {
  const organization = organizationOf(cloud, account.id);
  if (!organization)
    return fault('OrganizationNotFoundException', `Account ${account.id} is not in an organization.`);
  if (organization.features !== undefined)
    return fault(
      'OrganizationNotInAllFeaturesModeException',
      `The organization ${organization.id} does not have all features enabled.`,
    );
  if (organization.management !== account.id && !isDelegated(organization, account.id))
    return fault(
      'AccountNotManagementOrDelegatedAdministratorException',
      `Account ${account.id} is neither the management account nor a delegated administrator for IAM.`,
    );
  if (lookup(organization.trusted ?? {}, PRINCIPAL) === undefined)
    return fault(
      'ServiceAccessNotEnabledException',
      `Trusted Access for IAM not enabled by organization of input account ${account.id}.`,
    );
  return { organization };
}

function isDelegated({ delegated = {} }: Organization, account: string): boolean {
  return lookup(lookup(delegated, account) ?? {}, PRINCIPAL) !== undefined;
}

function featuresReply({ id, rootFeatures = [] }: Organization): Reply {
  return { OrganizationId: id, EnabledFeatures: rootFeatures };
}

const list: Operation = {
  name: 'iam:ListOrganizationsFeatures',
  needs: () => [{ action: 'iam:ListOrganizationsFeatures', on: '*' }],
  run: (site) => {
    const found = managed(site);
    return isRefused(found) ? found : { cloud: site.cloud, reply: featuresReply(found.organization) };
  },
};

function withFeatures(cloud: Cloud, organization: Organization, on: readonly string[]): Done {
  const next: Organization = { ...organization, rootFeatures: FEATURES.filter((one) => on.includes(one)) };
  return {
    cloud: { ...cloud, organizations: { ...cloud.organizations, [next.id]: next } },
    reply: featuresReply(next),
  };
}

/** Turning on what is on, and off what is off, changes nothing. */
function turning(name: string, next: (on: readonly string[]) => readonly string[]): Operation {
  return {
    name,
    needs: () => [{ action: name, on: '*' }],
    run: (site) => {
      const found = managed(site);
      if (isRefused(found)) return found;
      const { organization } = found;
      return withFeatures(site.cloud, organization, next(organization.rootFeatures ?? []));
    },
  };
}

const both = (feature: string): readonly Operation[] => [
  turning(`iam:EnableOrganizations${feature}`, (on) => [...on, feature]),
  turning(`iam:DisableOrganizations${feature}`, (on) => on.filter((one) => one !== feature)),
];

export const CENTRAL_ROOT: readonly Operation[] = [list, ...FEATURES.flatMap(both)];
