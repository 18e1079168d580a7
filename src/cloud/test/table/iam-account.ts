// The table's rows for the account: its alias, its numbers, its settings.
import type { Row, Step } from './row.ts';
import { IAM_CENTRAL_ROOT_ROWS } from './iam-central-root.ts';
import { IAM_CERTIFICATE_ROWS } from './iam-certificates.ts';
import { IAM_REPORT_ROWS } from './iam-reports.ts';

const ALIAS: Step = ['default', 'iam:CreateAccountAlias', { AccountAlias: 'tern-ferries' }];
const ENABLE: Step = ['default', 'iam:EnableOutboundWebIdentityFederation', {}];
const PROPERTIES = { Properties: { 'RoleManager/Enabled': 'false' } };
const DISABLED = { code: 'FeatureDisabled', before: [ALIAS], input: {} };

const ACCOUNT: readonly Row[] = [
  {
    operation: 'iam:CreateAccountAlias',
    input: { AccountAlias: 'tern-ferries' },
    needs: ['iam:CreateAccountAlias'],
    faults: [
      {
        code: 'EntityAlreadyExists',
        before: [['partner', 'iam:CreateAccountAlias', { AccountAlias: 'tern-ferries' }]],
        input: { AccountAlias: 'tern-ferries' },
        message: 'The account alias tern-ferries already exists.',
      },
      { code: 'ValidationError', input: { AccountAlias: 'Tern_Ferries' } },
      { code: 'ValidationError', input: { AccountAlias: '123456789012' } },
    ],
    never: { LimitExceeded: 'a new alias takes the place of the old one' },
  },
  {
    operation: 'iam:DeleteAccountAlias',
    before: [ALIAS],
    input: { AccountAlias: 'tern-ferries' },
    needs: ['iam:DeleteAccountAlias'],
    faults: [{ code: 'NoSuchEntity', input: { AccountAlias: 'other-ferries' } }],
    never: { LimitExceeded: 'deleting adds nothing' },
  },
  {
    operation: 'iam:ListAccountAliases',
    before: [ALIAS],
    input: {},
    needs: ['iam:ListAccountAliases'],
    reply: { AccountAliases: ['tern-ferries'], IsTruncated: false },
  },
  {
    operation: 'iam:GetAccountSummary',
    input: {},
    needs: ['iam:GetAccountSummary'],
    reply: { SummaryMap: { Users: 1, UsersQuota: 5000, AccountAccessKeysPresent: 1, AccountMFAEnabled: 0 } },
  },
  {
    operation: 'iam:GetAccountAuthorizationDetails',
    input: {},
    needs: ['iam:GetAccountAuthorizationDetails'],
    reply: {
      UserDetailList: [
        { UserName: 'admin', AttachedManagedPolicies: [{ PolicyName: 'AdministratorAccess' }] },
      ],
      GroupDetailList: [],
      RoleDetailList: [],
      Policies: [{ PolicyName: 'AdministratorAccess', AttachmentCount: 1 }],
      IsTruncated: false,
    },
    faults: [{ code: 'ValidationError', input: { Filter: ['Everything'] } }],
  },
];

const SETTINGS: readonly Row[] = [
  {
    operation: 'iam:GetAccountProperties',
    before: [['default', 'iam:PutAccountProperties', PROPERTIES]],
    input: {},
    needs: ['iam:GetAccountProperties'],
    reply: PROPERTIES,
    never: { InvalidInput: 'it takes no input' },
  },
  {
    operation: 'iam:PutAccountProperties',
    input: PROPERTIES,
    needs: ['iam:PutAccountProperties'],
    faults: [
      { code: 'InvalidInput', input: { Properties: { 'RoleManager/Enabled': 'perhaps' } } },
      { code: 'InvalidInput', input: { Properties: { 'Ferries/Enabled': 'true' } } },
    ],
  },
  {
    operation: 'iam:SetSecurityTokenServicePreferences',
    input: { GlobalEndpointTokenVersion: 'v2Token' },
    needs: ['iam:SetSecurityTokenServicePreferences'],
    faults: [{ code: 'ValidationError', input: { GlobalEndpointTokenVersion: 'v3Token' } }],
  },
  {
    operation: 'iam:EnableOutboundWebIdentityFederation',
    input: {},
    needs: ['iam:EnableOutboundWebIdentityFederation'],
    faults: [{ code: 'FeatureEnabled', before: [ENABLE], input: {} }],
  },
  {
    operation: 'iam:DisableOutboundWebIdentityFederation',
    before: [ENABLE],
    input: {},
    needs: ['iam:DisableOutboundWebIdentityFederation'],
    faults: [DISABLED],
  },
  {
    operation: 'iam:GetOutboundWebIdentityFederationInfo',
    before: [ENABLE],
    input: {},
    needs: ['iam:GetOutboundWebIdentityFederationInfo'],
    reply: { JwtVendingEnabled: true },
    faults: [DISABLED],
  },
];

export const IAM_ACCOUNT_ROWS: readonly Row[] = [
  ...[...ACCOUNT, ...SETTINGS, ...IAM_REPORT_ROWS, ...IAM_CENTRAL_ROOT_ROWS, ...IAM_CERTIFICATE_ROWS],
];
