// SAML providers: whose assertions an account believes. Assertions themselves are STS's business. Source: api-iam.
import type { BareRequest } from '../authorize.ts';
import { lookup, without, type Account } from '../cloud.ts';
import { fault, isRefused, overQuota, type Refused } from '../fault.ts';
import { issueId } from '../ids.ts';
import { present, textOf, type Input, type Operation, type Site } from '../operation.ts';
import { requestTagKeys, tagList, tagsIn } from '../tags.ts';
import { changed } from './changed.ts';
import { readSamlMetadata } from './saml-metadata.ts';
import { samlKeysAfter } from './saml-keys.ts';
import type { SamlProvider } from './state.ts';
import { tagOperations } from './tag-operations.ts';
import { withMoreTags } from './tagging.ts';

/** Source: ug-quotas. */
const MOST = 100;
const ARN = /^arn:aws:iam::\d{12}:saml-provider\/[\w._-]+$/;
const UNREADABLE = fault('InvalidInput', 'Could not parse metadata');
/** How long metadata counts that does not say so itself. */
const YEARS = 100;

function onProvider(action: string, _: Site, input: Input): BareRequest {
  return { action, on: textOf(input, 'SAMLProviderArn') };
}

function providerIn(
  { account }: Site,
  input: Input,
): { readonly arn: string; readonly is: SamlProvider } | Refused {
  const arn = textOf(input, 'SAMLProviderArn');
  if (!ARN.test(arn)) return fault('InvalidInput', `Invalid ARN: ${arn}`);
  const is = lookup(account.iam?.saml ?? {}, arn);
  return is ? { arn, is } : fault('NoSuchEntity', `Manifest not found for arn ${arn}`);
}

function withProvider(account: Account, arn: string, provider: SamlProvider): Account {
  return { ...account, iam: { ...account.iam, saml: { ...account.iam?.saml, [arn]: provider } } };
}

function yearsAfter(time: number): number {
  const date = new Date(time);
  return date.setUTCFullYear(date.getUTCFullYear() + YEARS);
}

function encryptionIn(input: Input): Pick<SamlProvider, 'encryption'> {
  const mode = input['AssertionEncryptionMode'];
  return mode === 'Required' || mode === 'Allowed' ? { encryption: mode } : {};
}

const createProvider: Operation = {
  name: 'iam:CreateSAMLProvider',
  needs: ({ account }, input) => {
    const on = `arn:aws:iam::${account.id}:saml-provider/${textOf(input, 'Name')}`;
    const context = requestTagKeys(tagsIn(input));
    return [
      { action: 'iam:CreateSAMLProvider', on, context },
      ...(input['Tags'] === undefined ? [] : [{ action: 'iam:TagSAMLProvider', on, context }]),
    ];
  },
  run: ({ cloud, account }, input) => {
    const name = textOf(input, 'Name');
    const arn = `arn:aws:iam::${account.id}:saml-provider/${name}`;
    const known = account.iam?.saml ?? {};
    if (lookup(known, arn)) return fault('EntityAlreadyExists', `Provider with name ${name} already exists.`);
    if (Object.keys(known).length >= MOST) return overQuota('SAMLProvidersPerAccount', MOST);
    const metadata = textOf(input, 'SAMLMetadataDocument');
    const read = readSamlMetadata(metadata);
    if (!read) return UNREADABLE;
    const tags = withMoreTags({}, input);
    if (isRefused(tags)) return tags;
    const issued = issueId(cloud, 'ASCA');
    const after = samlKeysAfter(issued.cloud, [], input);
    if (isRefused(after)) return after;
    const encryption = encryptionIn(input);
    if (encryption.encryption === 'Required' && after.keys.length === 0) return KEYLESS;
    const provider: SamlProvider = {
      name,
      uuid: `SAMLSP${issued.id.slice(4)}`,
      metadata,
      created: cloud.time,
      validUntil: read.validUntil ?? yearsAfter(cloud.time),
      tags: tags.tags,
      ...encryption,
      keys: after.keys,
    };
    const Tags = tagList(tags.tags);
    const reply = { SAMLProviderArn: arn, ...(Tags.length > 0 ? { Tags } : {}) };
    return changed(after.cloud, withProvider(account, arn, provider), reply);
  },
};

const KEYLESS = fault('InvalidInput', 'Assertion encryption mode Required needs a private key');

const getProvider: Operation = {
  name: 'iam:GetSAMLProvider',
  needs: (site, input) => [onProvider('iam:GetSAMLProvider', site, input)],
  run: (site, input) => {
    const found = providerIn(site, input);
    if (isRefused(found)) return found;
    const { is } = found;
    const Tags = tagList(is.tags);
    const reply = present({
      SAMLProviderUUID: is.uuid,
      SAMLMetadataDocument: is.metadata,
      CreateDate: is.created,
      ValidUntil: is.validUntil,
      Tags: Tags.length > 0 ? Tags : undefined,
      AssertionEncryptionMode: is.encryption,
      PrivateKeyList:
        is.keys.length > 0 ? is.keys.map(({ id, added }) => ({ KeyId: id, Timestamp: added })) : undefined,
    });
    return { cloud: site.cloud, reply };
  },
};

const listProviders: Operation = {
  name: 'iam:ListSAMLProviders',
  needs: ({ account }) => [
    { action: 'iam:ListSAMLProviders', on: `arn:aws:iam::${account.id}:saml-provider/*` },
  ],
  run: ({ cloud, account }) => {
    const list = Object.entries(account.iam?.saml ?? {}).map(([Arn, { validUntil, created }]) => ({
      Arn,
      ValidUntil: validUntil,
      CreateDate: created,
    }));
    return { cloud, reply: { SAMLProviderList: list } };
  },
};

/** Only what is given changes. */
const updateProvider: Operation = {
  name: 'iam:UpdateSAMLProvider',
  needs: (site, input) => [onProvider('iam:UpdateSAMLProvider', site, input)],
  run: (site, input) => {
    const found = providerIn(site, input);
    if (isRefused(found)) return found;
    const { arn, is } = found;
    const metadata = textOf(input, 'SAMLMetadataDocument') || is.metadata;
    const read = readSamlMetadata(metadata);
    if (!read) return UNREADABLE;
    const after = samlKeysAfter(site.cloud, is.keys, input);
    if (isRefused(after)) return after;
    const next: SamlProvider = {
      ...is,
      metadata,
      validUntil: read.validUntil ?? is.validUntil,
      ...encryptionIn(input),
      keys: after.keys,
    };
    if (next.encryption === 'Required' && next.keys.length === 0) return KEYLESS;
    return changed(after.cloud, withProvider(site.account, arn, next), { SAMLProviderArn: arn });
  },
};

const deleteProvider: Operation = {
  name: 'iam:DeleteSAMLProvider',
  needs: (site, input) => [onProvider('iam:DeleteSAMLProvider', site, input)],
  run: (site, input) => {
    const { cloud, account } = site;
    const found = providerIn(site, input);
    if (isRefused(found)) return found;
    return changed(cloud, {
      ...account,
      iam: { ...account.iam, saml: without(account.iam?.saml ?? {}, found.arn) },
    });
  },
};

const tags = tagOperations({
  noun: 'SAMLProvider',
  pair: onProvider,
  found: (site, input) => {
    const found = providerIn(site, input);
    if (isRefused(found)) return found;
    const { arn, is } = found;
    return { tags: is.tags, put: (more) => withProvider(site.account, arn, { ...is, tags: more }) };
  },
});

export const SAML_PROVIDERS: readonly Operation[] = [
  ...[createProvider, getProvider, listProviders, updateProvider, deleteProvider],
  ...tags,
];
