// AssumeRoleWithWebIdentity: a session of a role for the bearer of a token that an OIDC provider of the account signed.
import type { Context } from '#evaluator';
import { utf8 } from '../bytes.ts';
import { accountOf, lookup, type Account } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import type { OidcProvider } from '../iam/state.ts';
import { isSignedBy, signingKey } from '../idp/keys.ts';
import { parseJwt, type Jwt } from '../idp/jwt.ts';
import { idpOf } from '../idp/token.ts';
import { isStructure, textOf, textsOf, type Input, type Operation, type Site } from '../operation.ts';
import { ownerOf } from '../owner.ts';
import { providerSession, type Session } from '../session.ts';
import { requestTagKeys, type Tags } from '../tags.ts';
import { durationOf, openRoleSession } from './assume-role.ts';
import { roleNamed } from './acted-out.ts';
import { providerRefusal } from './provider-refusal.ts';
import { tokenExpired } from './expired.ts';

const INVALID = 'InvalidIdentityToken';
const NO_JWT =
  'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)';
const NO_KEY =
  "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements";

/** The audience that counts, and the one that a token for another party was first meant for. */
function audienceOf({ claims }: Jwt): { readonly aud: string; readonly oaud?: string } {
  const given = textOf(claims, 'aud') || textsOf(claims, 'aud').join(',');
  const party = textOf(claims, 'azp');
  return party === '' ? { aud: given } : { aud: party, oaud: given };
}

function providerOf(
  account: Account | undefined,
  issuer: string,
): { readonly arn: string; readonly is: OidcProvider } | undefined {
  const url = issuer.replace(/^https:\/\//, '').replace(/\/$/, '');
  const found = Object.entries(account?.iam?.oidc ?? {}).find(([, one]) => one.url === url);
  return found && { arn: found[0], is: found[1] };
}

/** Whose token it is, once everything about it is right. Source: api-sts. */
function bearer({ cloud }: Site, input: Input): Session | Refused {
  const token = parseJwt(textOf(input, 'WebIdentityToken'));
  if (!token) return fault(INVALID, NO_JWT);
  const issuer = textOf(token.claims, 'iss');
  const account = lookup(cloud.accounts, ownerOf(cloud, textOf(input, 'RoleArn')) ?? '');
  const provider = providerOf(account, issuer);
  if (!provider) return fault(INVALID, `No OpenIDConnect provider found in your account for ${issuer}`);
  const idp = idpOf(cloud, issuer);
  if (idp?.kind !== 'oidc') return fault(INVALID, NO_KEY);
  const { thumbprint } = idp;
  if (thumbprint !== undefined && !provider.is.thumbprints.includes(thumbprint))
    return fault(INVALID, "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint");
  if (!isSignedBy(signingKey(cloud, idp.issuer).open, utf8(token.signed), token.signature))
    return fault(INVALID, 'The token signature is invalid');
  const { exp } = token.claims;
  if (typeof exp !== 'number') return fault(INVALID, 'Missing a required claim: exp');
  const subject = textOf(token.claims, 'sub');
  if (subject === '') return fault(INVALID, 'Missing a required claim: sub');
  if (cloud.time >= exp * 1000) return tokenExpired(cloud.time, exp * 1000);
  const { aud } = audienceOf(token);
  if (!provider.is.clients.some((client) => aud.split(',').includes(client)))
    return fault(INVALID, 'Incorrect token audience');
  return {
    ...providerSession(provider.arn),
    federation: { type: 'WebIdentityUser', provider: provider.arn, subject, audience: aud },
  };
}

/** Claims that become condition keys; those of a well-known provider are more. Source: ug-iam-condition-keys. */
const KEYS = ['sub', 'amr'];
const KEYS_OF: Readonly<Record<string, readonly string[]>> = {
  'token.actions.githubusercontent.com': [
    ...['actor', 'actor_id', 'environment', 'job_workflow_ref', 'ref', 'repository', 'repository_id'],
    ...['repository_owner_id', 'workflow', 'enterprise_id'],
  ],
  'accounts.google.com': ['email'],
};

function claimKeys(token: Jwt): Context {
  const url = textOf(token.claims, 'iss')
    .replace(/^https:\/\//, '')
    .replace(/\/$/, '');
  const names = [...KEYS, ...(KEYS_OF[url] ?? [])];
  const entries = names.flatMap((claim): readonly (readonly [string, Context[string]])[] => {
    const value = token.claims[claim];
    if (typeof value === 'string') return [[claim, value]];
    return Array.isArray(value) ? [[claim, value.map(String)]] : [];
  });
  const all = [...entries, ...Object.entries(audienceOf(token))];
  return Object.fromEntries(all.map(([claim, value]) => [`${url}:${claim}`, value]));
}

const OF_AWS = 'https://aws.amazon.com/';

/** Tags and source identity that a token brings under AWS's own names. Source: ug-session-tags. */
function broughtBy({ claims }: Jwt): {
  readonly tags: Tags;
  readonly transitive: readonly string[];
  readonly sourceIdentity?: string;
} {
  const all = claims[`${OF_AWS}tags`];
  const given = isStructure(all) ? all : {};
  const principal = isStructure(given['principal_tags']) ? given['principal_tags'] : {};
  const tags = Object.keys(principal).map((key) => [
    key,
    textsOf(principal, key)[0] ?? textOf(principal, key),
  ]);
  const source = textOf(claims, `${OF_AWS}source_identity`);
  return {
    tags: Object.fromEntries(tags) as Tags,
    transitive: textsOf(given, 'transitive_tag_keys'),
    ...(source === '' ? {} : { sourceIdentity: source }),
  };
}

export const ASSUME_ROLE_WITH_WEB_IDENTITY: Operation = {
  name: 'sts:AssumeRoleWithWebIdentity',
  unsigned: true,
  formFirst: true,
  caller: bearer,
  needs: (_, input) => {
    const token = parseJwt(textOf(input, 'WebIdentityToken'));
    if (!token) return fault(INVALID, NO_JWT);
    const on = textOf(input, 'RoleArn');
    const { tags, transitive, sourceIdentity } = broughtBy(token);
    const context = {
      'sts:RoleSessionName': textOf(input, 'RoleSessionName'),
      ...claimKeys(token),
      ...requestTagKeys(tags),
      ...(transitive.length === 0 ? {} : { 'sts:TransitiveTagKeys': transitive }),
      ...(sourceIdentity === undefined ? {} : { 'sts:SourceIdentity': sourceIdentity }),
    };
    return [
      { action: 'sts:AssumeRoleWithWebIdentity', on, context },
      ...(Object.keys(tags).length > 0 ? [{ action: 'sts:TagSession', on, context }] : []),
      ...(sourceIdentity === undefined ? [] : [{ action: 'sts:SetSourceIdentity', on, context }]),
    ];
  },
  refusal: providerRefusal,
  run: ({ cloud, session }, input) => {
    const token = parseJwt(textOf(input, 'WebIdentityToken'));
    const role = roleNamed(cloud, textOf(input, 'RoleArn'));
    if (isRefused(role)) return role;
    const { federation } = session;
    if (!token || !federation) return fault(INVALID, NO_JWT);
    const seconds = durationOf(role.owner, role.name, input, false);
    if (typeof seconds !== 'number') return seconds;
    const brought = broughtBy(token);
    const opened = openRoleSession(
      cloud,
      {
        owner: accountOf(cloud, role.owner.id),
        role: role.name,
        sessionName: textOf(input, 'RoleSessionName'),
        seconds,
        tags: brought,
        sourceIdentity: brought.sourceIdentity,
        more: { federation },
      },
      input,
    );
    if (isRefused(opened)) return opened;
    const reply = {
      ...opened.reply,
      SubjectFromWebIdentityToken: federation.subject,
      Provider: federation.provider,
      Audience: federation.audience ?? '',
    };
    return { cloud: opened.cloud, reply };
  },
};
