// AssumeRoleWithSAML: a session of a role for whom a SAML provider of the account vouches.
import type { Context } from '#evaluator';
import { sha1 } from '@noble/hashes/legacy.js';
import { base64Of, utf8 } from '../bytes.ts';
import { lookup } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { parseAssertion, type Assertion } from '../idp/read-assertion.ts';
import { SIGN_IN } from '../idp/assertion.ts';
import { readMetadata } from '../idp/metadata.ts';
import { numberOf, textOf, type Input, type Operation, type Site } from '../operation.ts';
import { ownerOf } from '../owner.ts';
import { providerSession, type Session } from '../session.ts';
import { requestTagKeys, type Tags } from '../tags.ts';
import { roleNamed } from './acted-out.ts';
import { durationOf, openRoleSession } from './assume-role.ts';
import { providerRefusal } from './provider-refusal.ts';

const INVALID = 'InvalidIdentityToken';
const FIVE_MINUTES = 300_000;
const NAME = /^[\w+=,.@-]{2,64}$/;
const OPERATION = 'sts:AssumeRoleWithSAML';

function assertionIn(input: Input): Assertion | undefined {
  return parseAssertion(textOf(input, 'SAMLAssertion'));
}

function first({ attributes }: Assertion, name: string): string | undefined {
  return lookup(attributes, name)?.[0];
}

/** Who is vouched for, once everything about the response is right. Source: ug-troubleshoot-saml. */
function vouchedFor({ cloud }: Site, input: Input): Session | Refused {
  const assertion = assertionIn(input);
  if (!assertion) return fault(INVALID, 'Invalid base64 SAMLResponse');
  const arn = textOf(input, 'PrincipalArn');
  const account = lookup(cloud.accounts, ownerOf(cloud, arn) ?? '');
  const provider = lookup(account?.iam?.saml ?? {}, arn);
  const metadata = provider && readMetadata(provider.metadata);
  if (!metadata) return fault(INVALID, "Specified provider doesn't exist");
  if (metadata.issuer !== assertion.issuer) return fault(INVALID, 'Issuer not present in specified provider');
  if (!metadata.keys.some((key) => assertion.isSignedBy(key)))
    return fault(INVALID, 'Response signature invalid');
  if (cloud.time >= assertion.issued + FIVE_MINUTES)
    return fault('ExpiredTokenException', 'Token must be redeemed within 5 minutes of issuance');
  if (assertion.recipient !== SIGN_IN)
    return fault(INVALID, 'Response does not contain the required audience.');
  const name = first(assertion, 'RoleSessionName');
  if (name === undefined) return fault(INVALID, 'RoleSessionName is required in AuthnResponse');
  if (!NAME.test(name))
    return fault(INVALID, 'RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}');
  const source = first(assertion, 'SourceIdentity');
  if (source !== undefined && (!NAME.test(source) || source.startsWith('aws:')))
    return fault(INVALID, 'Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:"');
  if (!namesRole(assertion, textOf(input, 'RoleArn'), arn))
    return fault('AccessDenied', `Not authorized to perform ${OPERATION}`);
  const subject = assertion.subject;
  return {
    ...providerSession(arn),
    federation: { type: 'SAMLUser', provider: arn, subject, audience: assertion.recipient },
  };
}

/** A value of the attribute is the role's ARN and the provider's, in either order. */
function namesRole({ attributes }: Assertion, role: string, provider: string): boolean {
  return (lookup(attributes, 'Role') ?? []).some((pair) => {
    const arns = pair.split(',').map((one) => one.trim());
    return arns.includes(role) && arns.includes(provider);
  });
}

/** What tells people of one provider from those of all others. Source: api-sts. */
function nameQualifier(issuer: string, provider: string): string {
  const [, , , , account = '', resource = ''] = provider.split(':');
  return base64Of(sha1(utf8(`${issuer}${account}/${resource.split('/').at(-1) ?? ''}`)));
}

/** Attributes that become condition keys under a name of their own. Source: ug-iam-condition-keys. */
const KEYS: Readonly<Record<string, string>> = {
  'urn:oid:1.3.6.1.4.1.5923.1.1.1.1': 'edupersonaffiliation',
  'urn:oid:0.9.2342.19200300.100.1.3': 'mail',
  'urn:oid:2.5.4.3': 'cn',
  'urn:oid:0.9.2342.19200300.100.1.1': 'uid',
  ...Object.fromEntries(
    ['cn', 'mail', 'givenName', 'surname', 'name', 'organizationStatus', 'uid'].map((name) => [name, name]),
  ),
  eduPersonAffiliation: 'edupersonaffiliation',
};

function samlKeys(assertion: Assertion, provider: string): Context {
  const own = Object.entries(assertion.attributes).flatMap(([name, values]) => {
    const key = lookup(KEYS, name);
    return key === undefined ? [] : [[`saml:${key}`, values] as const];
  });
  const [, , , , account = '', resource = ''] = provider.split(':');
  return {
    'saml:aud': assertion.recipient,
    'saml:iss': assertion.issuer,
    'saml:sub': assertion.subject,
    'saml:sub_type': assertion.subjectType,
    'saml:namequalifier': nameQualifier(assertion.issuer, provider),
    'saml:doc': `${account}/${resource.split('/').at(-1) ?? ''}`,
    ...Object.fromEntries(own),
  };
}

/** Tags and source identity that a response brings. Source: ug-session-tags. */
function broughtBy(assertion: Assertion): { readonly tags: Tags; readonly transitive: readonly string[] } {
  const tags = Object.entries(assertion.attributes).flatMap(([name, [value = '']]) =>
    name.startsWith('PrincipalTag:') ? [[name.slice('PrincipalTag:'.length), value] as const] : [],
  );
  return {
    tags: Object.fromEntries(tags),
    transitive: lookup(assertion.attributes, 'TransitiveTagKeys') ?? [],
  };
}

/** The shortest of what is asked for, what the provider says and when its own session ends. Source: api-sts. */
function secondsOf(assertion: Assertion, time: number, input: Input): Input {
  const said = Number(first(assertion, 'SessionDuration'));
  const wanted = numberOf(input, 'DurationSeconds') ?? (said > 0 ? said : undefined);
  const left = assertion.sessionEnds === undefined ? undefined : (assertion.sessionEnds - time) / 1000;
  const seconds = left === undefined ? wanted : Math.min(wanted ?? left, Math.floor(left));
  return seconds === undefined ? input : { ...input, DurationSeconds: seconds };
}

export const ASSUME_ROLE_WITH_SAML: Operation = {
  name: OPERATION,
  unsigned: true,
  formFirst: true,
  caller: vouchedFor,
  needs: (_, input) => {
    const assertion = assertionIn(input);
    if (!assertion) return fault(INVALID, 'Invalid base64 SAMLResponse');
    const on = textOf(input, 'RoleArn');
    const { tags, transitive } = broughtBy(assertion);
    const source = first(assertion, 'SourceIdentity');
    const context = {
      'sts:RoleSessionName': first(assertion, 'RoleSessionName') ?? '',
      ...samlKeys(assertion, textOf(input, 'PrincipalArn')),
      ...requestTagKeys(tags),
      ...(transitive.length === 0 ? {} : { 'sts:TransitiveTagKeys': transitive }),
      ...(source === undefined ? {} : { 'sts:SourceIdentity': source }),
    };
    return [
      { action: OPERATION, on, context },
      ...(Object.keys(tags).length > 0 ? [{ action: 'sts:TagSession', on, context }] : []),
      ...(source === undefined ? [] : [{ action: 'sts:SetSourceIdentity', on, context }]),
    ];
  },
  refusal: providerRefusal,
  run: ({ cloud, session }, input) => {
    const assertion = assertionIn(input);
    const role = roleNamed(cloud, textOf(input, 'RoleArn'));
    if (isRefused(role)) return role;
    const { federation } = session;
    if (!assertion || !federation) return fault(INVALID, 'Invalid base64 SAMLResponse');
    const timed = secondsOf(assertion, cloud.time, input);
    const seconds = durationOf(role.owner, role.name, timed, false);
    if (typeof seconds !== 'number') return seconds;
    const opened = openRoleSession(
      cloud,
      {
        owner: role.owner,
        role: role.name,
        sessionName: first(assertion, 'RoleSessionName') ?? '',
        seconds,
        tags: broughtBy(assertion),
        sourceIdentity: first(assertion, 'SourceIdentity'),
        more: { federation },
      },
      input,
    );
    if (isRefused(opened)) return opened;
    const reply = {
      ...opened.reply,
      Subject: assertion.subject,
      SubjectType: assertion.subjectType,
      Issuer: assertion.issuer,
      Audience: assertion.recipient,
      NameQualifier: nameQualifier(assertion.issuer, federation.provider),
    };
    return { cloud: opened.cloud, reply };
  },
};
