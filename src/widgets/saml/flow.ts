// A response of the directory on its way to a role: written, perhaps changed, brought to STS. The cloud decides.
import { openCloud, writeDocument, type Cloud } from '#cloud';
import {
  callAs,
  FEDERATION,
  issueAssertion,
  makeResponse,
  metadataOf,
  parseAssertion,
  xmlOf,
  type Assertion,
} from '#cloud/federation';
import { broughtBy, type Brought } from '#widgets/oidc/brought.ts';

const ACCOUNT = '111122223333';
const PROVIDER = `arn:aws:iam::${ACCOUNT}:saml-provider/Corporate`;
const roleArn = (name: string): string => `arn:aws:iam::${ACCOUNT}:role/${name}`;
const ROLE = roleArn('Staff');
const GLOBAL = 'https://signin.aws.amazon.com/saml';
const REGIONAL = 'https://eu-west-1.signin.aws.amazon.com/saml';
/** The trust policy, by its name in the cloud. */
export const TRUST = 'role/Staff/trust';

/** Seconds between the issue of a response and the call. */
export const WAITS = [0, 600] as const;

const trusting = (action: string | readonly string[], address: string): string =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: PROVIDER },
          Action: action,
          Condition: { StringEquals: { 'SAML:aud': address } },
        },
      ],
    },
    undefined,
    2,
  );

/** Trust policies to begin with. */
export const TRUSTS = {
  global: trusting('sts:AssumeRoleWithSAML', GLOBAL),
  tags: trusting(['sts:AssumeRoleWithSAML', 'sts:TagSession'], GLOBAL),
  audience: trusting('sts:AssumeRoleWithSAML', 'urn:amazon:webservices'),
} as const;
export const TRUST_NAMES = Object.keys(TRUSTS) as readonly (keyof typeof TRUSTS)[];

/** What the directory writes and signs, beside what it writes for everybody. */
const WRITINGS = {
  usual: { role: 'Staff', attributes: {} },
  tag: { role: 'Staff', attributes: { 'PrincipalTag:team': ['quay'] } },
  name: { role: 'Staff', attributes: { RoleSessionName: ['Mei Tan'] } },
  role: { role: 'Admin', attributes: {} },
} as const;
export type Writing = keyof typeof WRITINGS;
export const WRITING_NAMES = Object.keys(WRITINGS) as readonly Writing[];

/** What somebody on the way may change, by what stands there and what then does. */
const CHANGES = {
  name: [/(RoleSessionName"><saml:AttributeValue>)./, '$1z'],
  role: [/role\/\w+,/, 'role/Admin,'],
  audience: [/webservices</, 'webservicez<'],
  recipient: [/Recipient="[^"]*"/, `Recipient="${REGIONAL}"`],
  time: [/IssueInstant="[^"]*"/g, 'IssueInstant="2026-11-26T09:30:00Z"'],
} as const satisfies Record<string, readonly [RegExp, string]>;
export type Change = keyof typeof CHANGES;
export const CHANGE_NAMES = Object.keys(CHANGES) as readonly Change[];

function opened(): Cloud {
  const cloud = openCloud({
    time: Date.UTC(2026, 10, 26, 9),
    seed: 751,
    accounts: { [ACCOUNT]: { region: 'eu-west-1', users: {}, roles: { Staff: { trust: TRUSTS.global } } } },
    idps: {
      corporate: {
        kind: 'saml',
        issuer: 'https://idp.example.com/saml/metadata',
        users: { 'mei.tan': { groups: ['desks'], claims: { mail: 'mei.tan@example.com' } } },
      },
    },
  });
  const account = cloud.accounts[ACCOUNT];
  const metadata = metadataOf(cloud, 'corporate');
  if (!account || !('text' in metadata)) return cloud;
  const provider = {
    ...{ name: 'Corporate', uuid: 'SAML7EXAMPLE', metadata: metadata.text, tags: {}, keys: [] },
    ...{ created: cloud.time, validUntil: Date.UTC(2027, 10, 26) },
  };
  const iam = { ...account.iam, saml: { [PROVIDER]: provider } };
  return { ...cloud, accounts: { ...cloud.accounts, [ACCOUNT]: { ...account, iam } } };
}

const BEGINNING = opened();

/** A response as the directory signs it, in base64. */
export function issued(writing: Writing): string {
  const { role, attributes } = WRITINGS[writing];
  const answer = issueAssertion(BEGINNING, {
    provider: 'corporate',
    user: 'mei.tan',
    roles: [{ role: roleArn(role), provider: PROVIDER }],
    attributes,
  });
  return 'text' in answer ? answer.text : '';
}

/** What stands in a response, a line for each element. */
export function linesIn(response: string): string {
  return xmlOf(response).replaceAll('><', '>\n<');
}

/** The response with what somebody wrote; the ends of lines between elements are not part of it. */
export function rewritten(lines: string): string {
  return makeResponse(lines.replaceAll(/>\s*\n\s*</g, '><').trim());
}

/** The lines after one change on the way. */
export function changed(response: string, change: Change): string {
  const [from, to] = CHANGES[change];
  return linesIn(makeResponse(xmlOf(response).replace(from, to)));
}

export interface Row {
  readonly name: 'issuer' | 'subject' | 'recipient' | 'audience' | 'role' | 'session' | 'tag' | 'valid';
  readonly value: string;
}

/** What is for AWS in a response; nothing when it is none. */
export function rowsOf(response: string): readonly Row[] {
  const assertion = parseAssertion(response);
  if (!assertion) return [];
  const until = /<saml:Conditions[^>]*NotOnOrAfter="([^"]*)"/.exec(xmlOf(response))?.[1] ?? '';
  const said = (name: string): string => textOf(assertion, name);
  const rows: readonly Row[] = [
    { name: 'issuer', value: assertion.issuer },
    { name: 'subject', value: assertion.subject },
    { name: 'recipient', value: assertion.recipient },
    { name: 'audience', value: assertion.audience.join(', ') },
    { name: 'role', value: said('Role') },
    { name: 'session', value: said('RoleSessionName') },
    { name: 'tag', value: said('PrincipalTag:team') },
    { name: 'valid', value: `${secondsOf(assertion)} – ${until}` },
  ];
  return rows.filter(({ value }) => value !== '');
}

function textOf({ attributes }: Assertion, name: string): string {
  return Object.hasOwn(attributes, name) ? (attributes[name] ?? []).join('; ') : '';
}

function secondsOf({ issued: time }: Assertion): string {
  return new Date(time).toISOString().replace('.000', '');
}

/** What STS answers to a response that is brought some seconds after its issue. */
export function brought(response: string, trust: string, waited: number): Brought {
  const written = writeDocument(BEGINNING, TRUST, trust);
  return broughtBy(
    callAs(
      { ...written, time: written.time + waited * 1000 },
      undefined,
      {
        operation: 'sts:AssumeRoleWithSAML',
        region: 'eu-west-1',
        input: { RoleArn: ROLE, PrincipalArn: PROVIDER, SAMLAssertion: response },
      },
      FEDERATION,
    ),
  );
}
