// Settings of an account: its properties, the tokens of the global endpoint, tokens for services outside. Source: api-iam.
import type { Account } from '../cloud.ts';
import { fault } from '../fault.ts';
import { issueUuid } from '../ids.ts';
import { isStructure, textOf, type Input, type Operation } from '../operation.ts';
import { changed } from './changed.ts';
import type { IamState } from './state.ts';

function withIam(account: Account, iam: Partial<IamState>): Account {
  return { ...account, iam: { ...account.iam, ...iam } };
}

/** What each property may be. */
const PROPERTIES: Readonly<Record<string, RegExp>> = { 'RoleManager/Enabled': /^(?:true|false)$/ };

function propertiesIn(input: Input): readonly (readonly [string, unknown])[] {
  const given = input['Properties'];
  return isStructure(given) ? Object.entries(given) : [];
}

const namespaceOf = (name: string): string => name.split('/')[0] ?? '';

const getProperties: Operation = {
  name: 'iam:GetAccountProperties',
  needs: () => [
    {
      action: 'iam:GetAccountProperties',
      on: '*',
      context: { 'iam:AccountPropertyNamespaces': Object.keys(PROPERTIES).map(namespaceOf) },
    },
  ],
  run: ({ cloud, account }) => ({
    cloud,
    reply: { Properties: { 'RoleManager/Enabled': 'true', ...account.iam?.properties } },
  }),
};

const putProperties: Operation = {
  name: 'iam:PutAccountProperties',
  needs: (_, input) => [
    {
      action: 'iam:PutAccountProperties',
      on: '*',
      context: {
        'iam:AccountPropertyNamespaces': [...new Set(propertiesIn(input).map(([name]) => namespaceOf(name)))],
      },
    },
  ],
  run: ({ cloud, account }, input) => {
    const properties: Record<string, string> = { ...account.iam?.properties };
    for (const [name, value] of propertiesIn(input)) {
      const allowed = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name] : undefined;
      if (!allowed) return fault('InvalidInput', `The property ${name} is not valid.`);
      if (typeof value !== 'string' || !allowed.test(value))
        return fault('InvalidInput', `The value of the property ${name} is not valid.`);
      properties[name] = value;
    }
    return changed(cloud, withIam(account, { properties }));
  },
};

const setTokenPreferences: Operation = {
  name: 'iam:SetSecurityTokenServicePreferences',
  needs: () => [{ action: 'iam:SetSecurityTokenServicePreferences', on: '*' }],
  run: ({ cloud, account }, input) => {
    const tokenVersion = textOf(input, 'GlobalEndpointTokenVersion') === 'v2Token' ? 2 : 1;
    return changed(cloud, withIam(account, { tokenVersion }));
  },
};

/** The issuer of an account is made once and stays. */
const enableOutbound: Operation = {
  name: 'iam:EnableOutboundWebIdentityFederation',
  needs: () => [{ action: 'iam:EnableOutboundWebIdentityFederation', on: '*' }],
  run: ({ cloud, account }) => {
    const known = account.iam?.outbound;
    if (known?.enabled === true)
      return fault('FeatureEnabled', 'Outbound web identity federation is already enabled for this account.');
    const issued = issueUuid(cloud);
    const issuer = known?.issuer ?? `https://${issued.id}.tokens.sts.global.api.aws`;
    const next = withIam(account, { outbound: { issuer, enabled: true } });
    return changed(known ? cloud : issued.cloud, next, { IssuerIdentifier: issuer });
  },
};

const DISABLED = fault('FeatureDisabled', 'Outbound web identity federation is disabled for this account.');

const disableOutbound: Operation = {
  name: 'iam:DisableOutboundWebIdentityFederation',
  needs: () => [{ action: 'iam:DisableOutboundWebIdentityFederation', on: '*' }],
  run: ({ cloud, account }) => {
    const known = account.iam?.outbound;
    if (known?.enabled !== true) return DISABLED;
    return changed(cloud, withIam(account, { outbound: { ...known, enabled: false } }));
  },
};

const getOutbound: Operation = {
  name: 'iam:GetOutboundWebIdentityFederationInfo',
  needs: () => [{ action: 'iam:GetOutboundWebIdentityFederationInfo', on: '*' }],
  run: ({ cloud, account }) => {
    const known = account.iam?.outbound;
    if (known?.enabled !== true) return DISABLED;
    return { cloud, reply: { IssuerIdentifier: known.issuer, JwtVendingEnabled: true } };
  },
};

export const ACCOUNT_SETTINGS: readonly Operation[] = [
  ...[getProperties, putProperties, setTokenPreferences],
  ...[enableOutbound, disableOutbound, getOutbound],
];
