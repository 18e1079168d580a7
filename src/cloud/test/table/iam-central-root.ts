// The table's rows for centralized root access.
import type { Cloud } from '../../index.ts';
import type { Failing, Row, Step } from './row.ts';

type Change = (cloud: Cloud) => Cloud;

const ID = 'o-gatehouse1';

/** The blank world with more said of its organization. */
const organization =
  (more: object): Change =>
  (cloud) => {
    const known = cloud.organizations?.[ID];
    return known ? { ...cloud, organizations: { [ID]: { ...known, ...more } } } : cloud;
  };

const TRUSTED = { trusted: { 'iam.amazonaws.com': 0 } };

/** Nobody is in an organization. */
const alone: Change = (cloud) => ({ ...cloud, organizations: {} });

const FAULTS: readonly Failing[] = [
  {
    code: 'ServiceAccessNotEnabledException',
    input: {},
    world: organization({ trusted: {} }),
    message: 'Trusted Access for IAM not enabled by organization of input account 999900001111.',
  },
  {
    code: 'AccountNotManagementOrDelegatedAdministratorException',
    as: 'default',
    world: organization(TRUSTED),
    input: {},
  },
  {
    code: 'AccountNotManagementOrDelegatedAdministratorException',
    as: 'partner',
    world: organization({ ...TRUSTED, delegated: { '444455556666': { 'sso.amazonaws.com': 0 } } }),
    input: {},
  },
  { code: 'OrganizationNotFoundException', world: alone, input: {} },
  {
    code: 'OrganizationNotInAllFeaturesModeException',
    world: organization({ features: 'CONSOLIDATED_BILLING' }),
    input: {},
  },
];

const NOT_HERE = {
  CallerIsNotManagementAccount: 'an account that may not is told that it is neither management nor delegated',
};

const row = (name: string, before: readonly Step[], features: readonly string[]): Row => ({
  operation: `iam:${name}`,
  as: 'management',
  world: organization(TRUSTED),
  before,
  input: {},
  needs: [`iam:${name}`],
  reply: { OrganizationId: ID, EnabledFeatures: features },
  faults: FAULTS.map((fault) => ({ ...fault, before: [] })),
  never: NOT_HERE,
});

const CREDENTIALS = 'RootCredentialsManagement';
const SESSIONS = 'RootSessions';
const enabled = (feature: string): readonly Step[] => [
  ['management', `iam:EnableOrganizations${feature}`, {}],
];

export const IAM_CENTRAL_ROOT_ROWS: readonly Row[] = [
  row('ListOrganizationsFeatures', enabled(SESSIONS), [SESSIONS]),
  row('EnableOrganizationsRootCredentialsManagement', enabled(SESSIONS), [CREDENTIALS, SESSIONS]),
  row('DisableOrganizationsRootCredentialsManagement', enabled(CREDENTIALS), []),
  row('EnableOrganizationsRootSessions', enabled(SESSIONS), [SESSIONS]),
  row('DisableOrganizationsRootSessions', enabled(CREDENTIALS), [CREDENTIALS]),
];
