// The table's rows for identity providers that speak OpenID Connect; those of SAML have a file of their own.
import { accountOf, type Cloud } from '../../index.ts';
import { IAM_SAML_ROWS } from './iam-saml.ts';
import { ACCOUNT, tags, also, type Plain } from './policy-texts.ts';
import type { Row, Step } from './row.ts';

const URL = 'https://login.example.org/tern';
const ARN = `arn:aws:iam::${ACCOUNT}:oidc-provider/login.example.org/tern`;
const NOWHERE = `arn:aws:iam::${ACCOUNT}:oidc-provider/none.example.org`;
const HERE = { OpenIDConnectProviderArn: ARN };
const THUMBPRINT = '0123456789abcdef0123456789abcdef01234567';
const MADE: Step = ['default', 'iam:CreateOpenIDConnectProvider', { Url: URL, ClientIDList: ['tern'] }];
const NO_ENTITY = {
  code: 'NoSuchEntity',
  input: { OpenIDConnectProviderArn: NOWHERE },
  message: `OpenIDConnect Provider not found for arn ${NOWHERE}`,
};
const NO_ARN: Plain = {
  code: 'InvalidInput',
  input: { OpenIDConnectProviderArn: 'arn:of:something:else' },
};
const clients = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `client-${i}`);

/** A world whose first account is full of providers. */
function crowded(cloud: Cloud): Cloud {
  const account = accountOf(cloud, ACCOUNT);
  const provider = { url: 'x', clients: [], thumbprints: [], created: 0, tags: {} };
  const oidc = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`arn-${i}`, provider]));
  return { ...cloud, accounts: { ...cloud.accounts, [account.id]: { ...account, iam: { oidc } } } };
}

const OIDC: readonly Row[] = [
  {
    operation: 'iam:CreateOpenIDConnectProvider',
    input: { Url: URL, ClientIDList: ['tern'], ThumbprintList: [THUMBPRINT], Tags: tags(1) },
    needs: ['iam:CreateOpenIDConnectProvider', 'iam:TagOpenIDConnectProvider'],
    reply: { OpenIDConnectProviderArn: ARN, Tags: tags(1) },
    faults: [
      {
        code: 'EntityAlreadyExists',
        before: [MADE],
        input: { Url: URL },
        message: `Provider with url ${URL} already exists.`,
      },
      { code: 'ValidationError', input: { Url: 'http://login.example.org' } },
      { code: 'ValidationError', input: { Url: 'https://login.example.org:8443' } },
      { code: 'InvalidInput', input: { Url: URL, ThumbprintList: Array<string>(6).fill(THUMBPRINT) } },
      {
        code: 'LimitExceeded',
        input: { Url: URL, ClientIDList: clients(101) },
        message: 'Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100',
      },
      { code: 'LimitExceeded', world: crowded, input: { Url: URL } },
      { code: 'OpenIdIdpCommunicationError', input: { Url: 'https://login.tern.invalid' } },
    ],
  },
  {
    operation: 'iam:GetOpenIDConnectProvider',
    before: [MADE],
    input: HERE,
    needs: ['iam:GetOpenIDConnectProvider'],
    reply: { Url: 'login.example.org/tern', ClientIDList: ['tern'] },
    faults: [NO_ENTITY, NO_ARN],
  },
  {
    operation: 'iam:ListOpenIDConnectProviders',
    before: [MADE],
    input: {},
    needs: ['iam:ListOpenIDConnectProviders'],
    reply: { OpenIDConnectProviderList: [{ Arn: ARN }] },
  },
  {
    operation: 'iam:DeleteOpenIDConnectProvider',
    before: [MADE],
    input: HERE,
    needs: ['iam:DeleteOpenIDConnectProvider'],
    faults: [NO_ARN],
    never: { NoSuchEntity: 'deleting what is not there is no mistake' },
  },
  {
    operation: 'iam:AddClientIDToOpenIDConnectProvider',
    before: [MADE],
    input: { ...HERE, ClientID: 'lumen' },
    needs: ['iam:AddClientIDToOpenIDConnectProvider'],
    faults: [
      also(NO_ENTITY, { ClientID: 'x' }),
      also(NO_ARN, { ClientID: 'x' }),
      {
        code: 'LimitExceeded',
        before: [['default', 'iam:CreateOpenIDConnectProvider', { Url: URL, ClientIDList: clients(100) }]],
        input: { ...HERE, ClientID: 'one-more' },
      },
    ],
  },
  {
    operation: 'iam:RemoveClientIDFromOpenIDConnectProvider',
    before: [MADE],
    input: { ...HERE, ClientID: 'tern' },
    needs: ['iam:RemoveClientIDFromOpenIDConnectProvider'],
    faults: [also(NO_ENTITY, { ClientID: 'x' }), also(NO_ARN, { ClientID: 'x' })],
  },
  {
    operation: 'iam:UpdateOpenIDConnectProviderThumbprint',
    before: [MADE],
    input: { ...HERE, ThumbprintList: [THUMBPRINT] },
    needs: ['iam:UpdateOpenIDConnectProviderThumbprint'],
    faults: [
      also(NO_ENTITY, { ThumbprintList: [THUMBPRINT] }),
      { code: 'InvalidInput', input: { ...HERE, ThumbprintList: Array<string>(6).fill(THUMBPRINT) } },
    ],
  },
  {
    operation: 'iam:TagOpenIDConnectProvider',
    before: [MADE],
    input: { ...HERE, Tags: tags(2) },
    needs: ['iam:TagOpenIDConnectProvider'],
    faults: [
      also(NO_ENTITY, { Tags: tags(1) }),
      also(NO_ARN, { Tags: tags(1) }),
      {
        code: 'LimitExceeded',
        before: [MADE, ['default', 'iam:TagOpenIDConnectProvider', { ...HERE, Tags: tags(50) }]],
        input: { ...HERE, Tags: [{ Key: 'more', Value: '' }] },
      },
    ],
  },
  {
    operation: 'iam:UntagOpenIDConnectProvider',
    before: [MADE],
    input: { ...HERE, TagKeys: ['k0'] },
    needs: ['iam:UntagOpenIDConnectProvider'],
    faults: [also(NO_ENTITY, { TagKeys: ['k0'] }), also(NO_ARN, { TagKeys: ['k0'] })],
  },
  {
    operation: 'iam:ListOpenIDConnectProviderTags',
    before: [['default', 'iam:CreateOpenIDConnectProvider', { Url: URL, Tags: tags(2) }]],
    input: HERE,
    needs: ['iam:ListOpenIDConnectProviderTags'],
    reply: { Tags: tags(2), IsTruncated: false },
    faults: [NO_ENTITY, NO_ARN],
  },
];

export const IAM_PROVIDER_ROWS: readonly Row[] = [...OIDC, ...IAM_SAML_ROWS];
