// OpenID Connect providers: whose tokens an account believes. Tokens themselves are STS's business. Source: api-iam.
import type { BareRequest } from '../authorize.ts';
import { lookup, without, type Account } from '../cloud.ts';
import { fault, isRefused, overQuota, type Refused } from '../fault.ts';
import { idpOf } from '../idp/token.ts';
import { issueHex } from '../ids.ts';
import { textOf, textsOf, type Input, type Operation, type Site } from '../operation.ts';
import { requestTagKeys, tagList, tagsIn } from '../tags.ts';
import { changed } from './changed.ts';
import type { OidcProvider } from './state.ts';
import { tagOperations } from './tag-operations.ts';
import { withMoreTags } from './tagging.ts';

/** Source: ug-quotas, api-iam. */
const MOST = 100;
const CLIENTS = 100;
const THUMBPRINTS = 5;

const ARN = /^arn:aws:iam::\d{12}:oidc-provider\/.+$/;
/** No port, no query, and a host that could exist. */
const URL_FORM = /^https:\/\/([a-z0-9.-]+(?:\/[^?#\s]*)?)$/i;

function onProvider(action: string, _: Site, input: Input): BareRequest {
  return { action, on: textOf(input, 'OpenIDConnectProviderArn') };
}

function providerIn(
  { account }: Site,
  input: Input,
): { readonly arn: string; readonly is: OidcProvider } | Refused {
  const arn = textOf(input, 'OpenIDConnectProviderArn');
  if (!ARN.test(arn)) return fault('InvalidInput', `ARN ${arn} is not valid.`);
  const is = lookup(account.iam?.oidc ?? {}, arn);
  return is ? { arn, is } : fault('NoSuchEntity', `OpenIDConnect Provider not found for arn ${arn}`);
}

function withProvider(account: Account, arn: string, provider: OidcProvider): Account {
  return { ...account, iam: { ...account.iam, oidc: { ...account.iam?.oidc, [arn]: provider } } };
}

/** Without `https://` and without a slash at the end, as IAM names a provider. */
function bareUrl(input: Input): string {
  return (URL_FORM.exec(textOf(input, 'Url'))?.[1] ?? '').replace(/\/$/, '');
}

function tooMany(clients: readonly string[], thumbprints: readonly string[]): Refused | undefined {
  if (clients.length > CLIENTS) return overQuota('ClientIdsPerOpenIdConnectProvider', CLIENTS);
  if (thumbprints.length > THUMBPRINTS)
    return fault('InvalidInput', 'Thumbprint list must contain fewer than 5 entries.');
  return undefined;
}

/** Where no thumbprint is given, IAM looks one up: it must reach the provider. Nobody reaches `.invalid`. */
const createProvider: Operation = {
  name: 'iam:CreateOpenIDConnectProvider',
  needs: ({ account }, input) => {
    const on = `arn:aws:iam::${account.id}:oidc-provider/${bareUrl(input)}`;
    const context = requestTagKeys(tagsIn(input));
    return [
      { action: 'iam:CreateOpenIDConnectProvider', on, context },
      ...(input['Tags'] === undefined ? [] : [{ action: 'iam:TagOpenIDConnectProvider', on, context }]),
    ];
  },
  run: ({ cloud, account }, input) => {
    const url = bareUrl(input);
    if (url === '') return fault('ValidationError', 'Invalid Open ID Connect Provider URL');
    const arn = `arn:aws:iam::${account.id}:oidc-provider/${url}`;
    const known = account.iam?.oidc ?? {};
    if (lookup(known, arn))
      return fault('EntityAlreadyExists', `Provider with url https://${url} already exists.`);
    const clients = [...new Set(textsOf(input, 'ClientIDList'))];
    const given = textsOf(input, 'ThumbprintList');
    const over = tooMany(clients, given);
    if (over) return over;
    if (Object.keys(known).length >= MOST) return overQuota('OpenIdConnectProvidersPerAccount', MOST);
    if (given.length === 0 && /\.invalid(?:\/|$)/.test(url))
      return fault(
        'OpenIdIdpCommunicationError',
        `Please check .well-known/openid-configuration of provider: https://${url} is valid.`,
      );
    const tags = withMoreTags({}, input);
    if (isRefused(tags)) return tags;
    const issued = issueHex(cloud, 40);
    const thumbprints = given.length > 0 ? given : [idpOf(cloud, url)?.thumbprint ?? issued.id];
    const provider = { url, clients, thumbprints, created: cloud.time, tags: tags.tags };
    const Tags = tagList(tags.tags);
    const reply = { OpenIDConnectProviderArn: arn, ...(Tags.length > 0 ? { Tags } : {}) };
    return changed(issued.cloud, withProvider(account, arn, provider), reply);
  },
};

const getProvider: Operation = {
  name: 'iam:GetOpenIDConnectProvider',
  needs: (site, input) => [onProvider('iam:GetOpenIDConnectProvider', site, input)],
  run: (site, input) => {
    const found = providerIn(site, input);
    if (isRefused(found)) return found;
    const { url, clients, thumbprints, created, tags } = found.is;
    const Tags = tagList(tags);
    const reply = {
      Url: url,
      ClientIDList: clients,
      ThumbprintList: thumbprints,
      CreateDate: created,
      ...(Tags.length > 0 ? { Tags } : {}),
    };
    return { cloud: site.cloud, reply };
  },
};

const listProviders: Operation = {
  name: 'iam:ListOpenIDConnectProviders',
  needs: ({ account }) => [
    { action: 'iam:ListOpenIDConnectProviders', on: `arn:aws:iam::${account.id}:oidc-provider/*` },
  ],
  run: ({ cloud, account }) => {
    const list = Object.keys(account.iam?.oidc ?? {}).map((Arn) => ({ Arn }));
    return { cloud, reply: { OpenIDConnectProviderList: list } };
  },
};

/** Deleting what is not there is no mistake. Source: api-iam. */
const deleteProvider: Operation = {
  name: 'iam:DeleteOpenIDConnectProvider',
  needs: (site, input) => [onProvider('iam:DeleteOpenIDConnectProvider', site, input)],
  run: (site, input) => {
    const { cloud, account } = site;
    const found = providerIn(site, input);
    if (isRefused(found)) return found.fault.code === 'NoSuchEntity' ? { cloud, reply: {} } : found;
    return changed(cloud, {
      ...account,
      iam: { ...account.iam, oidc: without(account.iam?.oidc ?? {}, found.arn) },
    });
  },
};

/** An operation that leaves a provider with other clients or thumbprints. */
function changing(
  name: string,
  change: (is: OidcProvider, input: Input) => Pick<OidcProvider, 'clients' | 'thumbprints'>,
): Operation {
  return {
    name,
    needs: (site, input) => [onProvider(name, site, input)],
    run: (site, input) => {
      const found = providerIn(site, input);
      if (isRefused(found)) return found;
      const next = change(found.is, input);
      const over = tooMany(next.clients, next.thumbprints);
      if (over) return over;
      return changed(site.cloud, withProvider(site.account, found.arn, { ...found.is, ...next }));
    },
  };
}

const addClient = changing('iam:AddClientIDToOpenIDConnectProvider', ({ clients, thumbprints }, input) => ({
  clients: [...new Set([...clients, textOf(input, 'ClientID')])],
  thumbprints,
}));

const removeClient = changing(
  'iam:RemoveClientIDFromOpenIDConnectProvider',
  ({ clients, thumbprints }, input) => ({
    clients: clients.filter((client) => client !== textOf(input, 'ClientID')),
    thumbprints,
  }),
);

const updateThumbprint = changing('iam:UpdateOpenIDConnectProviderThumbprint', ({ clients }, input) => ({
  clients,
  thumbprints: textsOf(input, 'ThumbprintList'),
}));

const tags = tagOperations({
  noun: 'OpenIDConnectProvider',
  pair: onProvider,
  found: (site, input) => {
    const found = providerIn(site, input);
    if (isRefused(found)) return found;
    const { arn, is } = found;
    return { tags: is.tags, put: (more) => withProvider(site.account, arn, { ...is, tags: more }) };
  },
});

export const OIDC_PROVIDERS: readonly Operation[] = [
  ...[createProvider, getProvider, listProviders, deleteProvider],
  ...[addClient, removeClient, updateThumbprint],
  ...tags,
];
