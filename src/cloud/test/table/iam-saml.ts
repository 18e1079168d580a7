// The table's rows for identity providers that speak SAML.
import { accountOf, type Cloud } from '../../index.ts';
import { ACCOUNT, tags, also, type Plain } from './policy-texts.ts';
import { samlMetadata } from './saml-metadata.ts';
import type { Row, Step } from './row.ts';

const ARN = `arn:aws:iam::${ACCOUNT}:saml-provider/tern`;
const NOWHERE = { SAMLProviderArn: `arn:aws:iam::${ACCOUNT}:saml-provider/none` };
const HERE = { SAMLProviderArn: ARN };
const METADATA = samlMetadata();
const KEY = `-----BEGIN PRIVATE KEY-----\n${'dGVybg=='.repeat(8)}\n-----END PRIVATE KEY-----\n`;
const MADE: Step = ['default', 'iam:CreateSAMLProvider', { Name: 'tern', SAMLMetadataDocument: METADATA }];
const ADD: Step = ['default', 'iam:UpdateSAMLProvider', { ...HERE, AddPrivateKey: KEY }];
const NO_ENTITY: Plain = { code: 'NoSuchEntity', input: NOWHERE };
const NO_ARN: Plain = { code: 'InvalidInput', input: { SAMLProviderArn: 'arn:of:something:else' } };
const made = { Name: 'x', SAMLMetadataDocument: METADATA };
const unreadable = 'a'.repeat(1000);

/** A world whose first account is full of providers. */
function crowded(cloud: Cloud): Cloud {
  const account = accountOf(cloud, ACCOUNT);
  const provider = { name: 'x', uuid: 'X', metadata: '', created: 0, validUntil: 0, tags: {}, keys: [] };
  const saml = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`arn-${i}`, provider]));
  return { ...cloud, accounts: { ...cloud.accounts, [account.id]: { ...account, iam: { saml } } } };
}

export const IAM_SAML_ROWS: readonly Row[] = [
  {
    operation: 'iam:CreateSAMLProvider',
    input: { ...made, Name: 'tern', Tags: tags(1), AddPrivateKey: KEY, AssertionEncryptionMode: 'Required' },
    needs: ['iam:CreateSAMLProvider', 'iam:TagSAMLProvider'],
    reply: { SAMLProviderArn: ARN, Tags: tags(1) },
    faults: [
      { code: 'EntityAlreadyExists', before: [MADE], input: { ...made, Name: 'tern' } },
      {
        code: 'InvalidInput',
        input: { ...made, SAMLMetadataDocument: unreadable },
        message: 'Could not parse metadata',
      },
      { code: 'InvalidInput', input: { ...made, AssertionEncryptionMode: 'Required' } },
      { code: 'InvalidInput', input: { ...made, AddPrivateKey: 'not a key' } },
      { code: 'LimitExceeded', world: crowded, input: made },
    ],
  },
  {
    operation: 'iam:GetSAMLProvider',
    before: [MADE, ADD],
    input: HERE,
    needs: ['iam:GetSAMLProvider'],
    reply: { SAMLMetadataDocument: METADATA, PrivateKeyList: [{}] },
    faults: [NO_ENTITY, NO_ARN],
  },
  {
    operation: 'iam:ListSAMLProviders',
    before: [MADE],
    input: {},
    needs: ['iam:ListSAMLProviders'],
    reply: { SAMLProviderList: [{ Arn: ARN }] },
  },
  {
    operation: 'iam:UpdateSAMLProvider',
    before: [MADE],
    input: { ...HERE, SAMLMetadataDocument: METADATA },
    needs: ['iam:UpdateSAMLProvider'],
    reply: { SAMLProviderArn: ARN },
    faults: [
      NO_ENTITY,
      { code: 'InvalidInput', input: { ...HERE, SAMLMetadataDocument: unreadable } },
      { code: 'InvalidInput', input: { ...HERE, RemovePrivateKey: 'SAMLPKABCDEFGHIJKLMNOP' } },
      { code: 'LimitExceeded', before: [MADE, ADD, ADD], input: { ...HERE, AddPrivateKey: KEY } },
    ],
  },
  {
    operation: 'iam:DeleteSAMLProvider',
    before: [MADE],
    input: HERE,
    needs: ['iam:DeleteSAMLProvider'],
    faults: [NO_ENTITY, NO_ARN],
    never: { LimitExceeded: 'deleting adds nothing' },
  },
  {
    operation: 'iam:TagSAMLProvider',
    before: [MADE],
    input: { ...HERE, Tags: tags(2) },
    needs: ['iam:TagSAMLProvider'],
    faults: [
      also(NO_ENTITY, { Tags: tags(1) }),
      also(NO_ARN, { Tags: tags(1) }),
      {
        code: 'LimitExceeded',
        before: [MADE, ['default', 'iam:TagSAMLProvider', { ...HERE, Tags: tags(50) }]],
        input: { ...HERE, Tags: [{ Key: 'more', Value: '' }] },
      },
    ],
  },
  {
    operation: 'iam:UntagSAMLProvider',
    before: [MADE],
    input: { ...HERE, TagKeys: ['k0'] },
    needs: ['iam:UntagSAMLProvider'],
    faults: [also(NO_ENTITY, { TagKeys: ['k0'] }), also(NO_ARN, { TagKeys: ['k0'] })],
  },
  {
    operation: 'iam:ListSAMLProviderTags',
    before: [['default', 'iam:CreateSAMLProvider', { ...made, Name: 'tern', Tags: tags(2) }]],
    input: HERE,
    needs: ['iam:ListSAMLProviderTags'],
    reply: { Tags: tags(2), IsTruncated: false },
    faults: [NO_ENTITY, NO_ARN],
  },
];
