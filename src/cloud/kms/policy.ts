// A key's policy: the one that it begins with, the form in which KMS keeps it, and the grants that stand beside it.
import { lookup, withAccount, type Cloud } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { policyFault } from '../policy-fault.ts';
import { unpinned } from '../pins.ts';
import { withResourcePolicy } from '../resource-policy.ts';
import { keyArn, stateOf, type FoundKey } from './key.ts';
import type { Grant, KmsKey } from './state.ts';

/** What a key's policy is where nobody wrote one: IAM of the account decides. Source: kms-key-policies. */
export function defaultKeyPolicy(account: string): string {
  return prettyPolicy({
    Version: '2012-10-17',
    Id: 'key-default-1',
    Statement: [
      {
        Sid: 'Enable IAM User Permissions',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  });
}

/** The policy of a key that AWS manages for a service: the account's people reach it through the service alone. */
export function managedKeyPolicy(account: string, region: string, service: string): string {
  const through = { 'kms:CallerAccount': account, 'kms:ViaService': `${service}.${region}.amazonaws.com` };
  const name = service.toUpperCase();
  return prettyPolicy({
    Version: '2012-10-17',
    Id: `auto-${service}-2`,
    Statement: [
      {
        Sid: `Allow access through ${name} for all principals in the account that are authorized to use ${name}`,
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        Resource: '*',
        Condition: { StringEquals: through },
      },
      {
        Sid: 'Allow direct access to key metadata to the account',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: ['kms:Describe*', 'kms:Get*', 'kms:List*', 'kms:RevokeGrant'],
        Resource: '*',
      },
    ],
  });
}

/** JSON as KMS writes it: two spaces, a space before each colon, lists in one line. */
export function prettyPolicy(value: unknown, indent = ''): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? '[ ]' : `[ ${value.map((one) => prettyPolicy(one, indent)).join(', ')} ]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const members = Object.entries(value).map(
    ([name, one]) => `${inner}${JSON.stringify(name)} : ${prettyPolicy(one, inner)}`,
  );
  return members.length === 0 ? '{ }' : `{\n${members.join(',\n')}\n${indent}}`;
}

/** What is wrong with a policy that somebody wants on a key. */
export function keyPolicyFault(cloud: Cloud, text: string): Refused | undefined {
  const found = policyFault(cloud, text, 'resource');
  if (!found) return undefined;
  return fault(
    'MalformedPolicyDocumentException',
    found.message.startsWith('Invalid principal')
      ? 'Policy contains a statement with one or more invalid principals.'
      : found.message,
  );
}

/** The policy as it was written, its principals as they are called now. */
export function policyOf(cloud: Cloud, { owner, arn, key }: FoundKey): string {
  const kept = lookup(owner.resourcePolicies ?? {}, arn);
  return unpinned(cloud, key.policy ?? kept?.text ?? '', kept?.pins);
}

/** The cloud with a policy and grants on a key. @param text the policy as it is kept when there are no grants */
export function withPolicy(
  cloud: Cloud,
  { owner, id, key }: Pick<FoundKey, 'owner' | 'id' | 'key'>,
  text: string,
): Cloud {
  const { policy, ...bare } = key;
  const { grants = [] } = key;
  const kms = stateOf(owner);
  const kept: KmsKey = grants.length > 0 ? { ...key, policy: text } : policy === undefined ? key : bare;
  const account = { ...owner, kms: { ...kms, keys: { ...kms.keys, [id]: kept } } };
  const effective = grants.length === 0 ? text : withGrants(text, grants);
  return withAccount(cloud, withResourcePolicy(cloud, account, keyArn(owner.id, key.region, id), effective));
}

/** A grant allows as a statement for its grantee does; whoever may retire it may do that too. Source: kms-grants. */
function withGrants(text: string, grants: readonly Grant[]): string {
  const policy: unknown = JSON.parse(text);
  if (typeof policy !== 'object' || policy === null) return text;
  const own: unknown = 'Statement' in policy ? policy.Statement : [];
  return prettyPolicy({
    ...policy,
    Statement: [...(Array.isArray(own) ? (own as readonly unknown[]) : [own]), ...grants.flatMap(statements)],
  });
}

function statements({ id, grantee, retiree, operations, constraints = {} }: Grant): readonly object[] {
  const exact = constraints['EncryptionContextEquals'];
  const pairs = Object.entries(exact ?? constraints['EncryptionContextSubset'] ?? {});
  const equals = Object.fromEntries(pairs.map(([key, value]) => [`kms:EncryptionContext:${key}`, value]));
  const nothingElse = { 'kms:EncryptionContextKeys': pairs.map(([key]) => key) };
  const condition = {
    ...(pairs.length === 0 ? {} : { StringEquals: equals }),
    ...(exact ? { 'ForAllValues:StringEquals': nothingElse } : {}),
  };
  const allow = (principal: string, actions: readonly string[], sid: string): object => ({
    Sid: sid,
    Effect: 'Allow',
    Principal: { AWS: principal },
    Action: actions.map((name) => `kms:${name}`),
    Resource: '*',
  });
  const [plain, bound] = split(operations);
  return [
    ...(plain.length === 0 ? [] : [allow(grantee, plain, `grant ${id}`)]),
    ...(bound.length === 0
      ? []
      : [{ ...allow(grantee, bound, `grant ${id} constrained`), ...conditioned(condition) }]),
    ...(retiree === undefined ? [] : [allow(retiree, ['RetireGrant'], `grant ${id} retired`)]),
  ];
}

const conditioned = (condition: object): object =>
  Object.keys(condition).length === 0 ? {} : { Condition: condition };

/** Constraints bind cryptographic operations alone. Source: kms-grants. */
function split(operations: readonly string[]): readonly [readonly string[], readonly string[]] {
  const isPlain = (name: string): boolean =>
    /^(?:CreateGrant|RetireGrant|DescribeKey|GetPublicKey)$/.test(name);
  return [operations.filter(isPlain), operations.filter((name) => !isPlain(name))];
}
