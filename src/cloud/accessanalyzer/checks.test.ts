// Custom policy checks, case by case: what is granted, what is new, what is public.
import { expect, test } from 'vitest';
import { act, actAll } from '../test/acting.ts';
import type { Input } from '../operation.ts';
import { covers, meet } from './globs.ts';

const WORLD = actAll([]);
const document = (...statements: readonly Input[]): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((one) => ({ Effect: 'Allow', Action: '*', Resource: '*', ...one })),
  });

function check(name: string, input: Input): unknown {
  return act(WORLD, ['default', `access-analyzer:${name}`, input]).reply['result'];
}

const DENY = { Effect: 'Deny' };
const GRANTED: readonly (readonly [string, 'PASS' | 'FAIL', readonly Input[], Input])[] = [
  ['an action by its name', 'FAIL', [{ Action: 's3:GetObject' }], { actions: ['s3:getobject'] }],
  ['an action by a pattern', 'FAIL', [{ Action: 's3:*' }], { actions: ['s3:PutObject'] }],
  ['another action', 'PASS', [{ Action: 's3:Get*' }], { actions: ['s3:PutObject'] }],
  ['one of several actions', 'FAIL', [{ Action: 's3:Get*' }], { actions: ['iam:*', 's3:GetAcl'] }],
  ['all but the action', 'PASS', [{ Action: undefined, NotAction: 'iam:*' }], { actions: ['iam:PassRole'] }],
  ['all but others', 'FAIL', [{ Action: undefined, NotAction: 'iam:*' }], { actions: ['s3:PutObject'] }],
  [
    'under a condition',
    'FAIL',
    [{ Condition: { Bool: { 'aws:SecureTransport': 'true' } } }],
    { actions: ['a:b'] },
  ],
  [
    'an action that is denied flatly',
    'PASS',
    [{}, { ...DENY, Action: 'iam:*' }],
    { actions: ['iam:PassRole'] },
  ],
  [
    'an action that is denied under a condition',
    'FAIL',
    [{}, { ...DENY, Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } }],
    { actions: ['iam:PassRole'] },
  ],
  [
    'an action that is denied on some resources',
    'FAIL',
    [{}, { ...DENY, Resource: 'arn:aws:s3:::a/*' }],
    { actions: ['s3:GetObject'] },
  ],
  ['a resource', 'FAIL', [{ Resource: 'arn:aws:s3:::a/*' }], { resources: ['arn:aws:s3:::a/secret'] }],
  ['another resource', 'PASS', [{ Resource: 'arn:aws:s3:::a/*' }], { resources: ['arn:aws:s3:::b/*'] }],
  [
    'the action on another resource',
    'PASS',
    [{ Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/*' }],
    { actions: ['s3:GetObject'], resources: ['arn:aws:s3:::b/*'] },
  ],
  [
    'a resource with a variable',
    'FAIL',
    [{ Resource: 'arn:aws:s3:::a/${aws:username}/*' }],
    { resources: ['arn:aws:s3:::a/mei/*'] },
  ],
];

test.each(GRANTED)(
  '[statement-matches] access that is granted is found: %s',
  (_what, result, statements, access) => {
    const policyDocument = document(...statements);
    expect(
      check('CheckAccessNotGranted', { policyDocument, access: [access], policyType: 'IDENTITY_POLICY' }),
    ).toBe(result);
  },
);

const ONE = { AWS: 'arn:aws:iam::444455556666:user/mei' };
const MFA = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
const from = (...addresses: readonly string[]): Input => ({
  Condition: { IpAddress: { 'aws:SourceIp': addresses } },
});
const but = (...addresses: readonly string[]): Input => ({
  Condition: { NotIpAddress: { 'aws:SourceIp': addresses } },
});
const NEW: readonly (readonly [string, 'PASS' | 'FAIL', readonly Input[], readonly Input[]])[] = [
  ['the same', 'PASS', [{ Action: 's3:Get*' }], [{ Action: 's3:Get*' }]],
  ['fewer actions', 'PASS', [{ Action: 's3:Get*' }], [{ Action: 's3:GetObject' }]],
  ['more actions', 'FAIL', [{ Action: 's3:GetObject' }], [{ Action: 's3:Get*' }]],
  ['fewer resources', 'PASS', [{}], [{ Resource: 'arn:aws:s3:::a/*' }]],
  ['more resources', 'FAIL', [{ Resource: 'arn:aws:s3:::a/*' }], [{}]],
  ['one condition more', 'PASS', [{}], [MFA]],
  ['one condition less', 'FAIL', [MFA], [{}]],
  ['fewer values', 'PASS', [from('10.0.0.0/8', '192.0.2.0/24')], [from('10.0.0.0/8')]],
  ['more values', 'FAIL', [from('10.0.0.0/8')], [from('10.0.0.0/8', '192.0.2.0/24')]],
  ['more addresses left out', 'PASS', [but('10.0.0.0/8')], [but('10.0.0.0/8', '192.0.2.0/24')]],
  ['fewer addresses left out', 'FAIL', [but('10.0.0.0/8', '192.0.2.0/24')], [but('10.0.0.0/8')]],
  ['one Deny less', 'FAIL', [{}, { ...DENY, Action: 'iam:*' }], [{}]],
  ['a Deny that is wider', 'PASS', [{}, { ...DENY, Action: 'iam:*' }], [{}, { ...DENY, Action: '*' }]],
  [
    'a Deny under a condition',
    'FAIL',
    [{}, { ...DENY, Action: 'iam:*' }],
    [{}, { ...DENY, Action: 'iam:*', ...MFA }],
  ],
  ['more, and all of it denied', 'PASS', [{ Action: 's3:*' }], [{}, { ...DENY }]],
  ['another principal', 'FAIL', [{ Principal: { AWS: '111122223333' } }], [{ Principal: ONE }]],
  ['one of the account', 'PASS', [{ Principal: { AWS: '444455556666' } }], [{ Principal: ONE }]],
  ['one of everybody', 'PASS', [{ Principal: '*' }], [{ Principal: ONE }]],
  ['everybody instead of one', 'FAIL', [{ Principal: ONE }], [{ Principal: '*' }]],
  [
    'more left out',
    'PASS',
    [{ Action: undefined, NotAction: ['iam:*'] }],
    [{ Action: undefined, NotAction: ['iam:*', 'sts:*'] }],
  ],
  [
    'less left out',
    'FAIL',
    [{ Action: undefined, NotAction: ['iam:*', 'sts:*'] }],
    [{ Action: undefined, NotAction: ['iam:*'] }],
  ],
];

test.each(NEW)('[statement-matches] access that is new is found: %s', (_what, result, before, after) => {
  const isResource = [...before, ...after].some(({ Principal }) => Principal !== undefined);
  expect(
    check('CheckNoNewAccess', {
      existingPolicyDocument: document(...before),
      newPolicyDocument: document(...after),
      policyType: isResource ? 'RESOURCE_POLICY' : 'IDENTITY_POLICY',
    }),
  ).toBe(result);
});

const EVERYBODY = { Principal: '*', Action: 's3:GetObject' };
const where = (operator: string, key: string, value: unknown): Input => ({
  Condition: { [operator]: { [key]: value } },
});
const PUBLIC: readonly (readonly [string, 'PASS' | 'FAIL', readonly Input[]])[] = [
  ['everybody', 'FAIL', [EVERYBODY]],
  ['everybody, written longer', 'FAIL', [{ ...EVERYBODY, Principal: { AWS: '*' } }]],
  ['one account', 'PASS', [{ ...EVERYBODY, Principal: { AWS: '444455556666' } }]],
  [
    'an organization',
    'PASS',
    [{ ...EVERYBODY, ...where('StringEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5') }],
  ],
  ['any organization', 'FAIL', [{ ...EVERYBODY, ...where('StringLike', 'aws:PrincipalOrgID', '*') }]],
  [
    'perhaps an organization',
    'FAIL',
    [{ ...EVERYBODY, ...where('StringEqualsIfExists', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5') }],
  ],
  ['some addresses', 'PASS', [{ ...EVERYBODY, ...where('IpAddress', 'aws:SourceIp', '203.0.113.0/24') }]],
  ['nearly all addresses', 'FAIL', [{ ...EVERYBODY, ...where('IpAddress', 'aws:SourceIp', '0.0.0.0/1') }]],
  ['over TLS', 'FAIL', [{ ...EVERYBODY, ...where('Bool', 'aws:SecureTransport', 'true') }]],
  [
    'but shut to all others',
    'PASS',
    [EVERYBODY, { ...EVERYBODY, ...DENY, ...where('StringNotEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5') }],
  ],
  [
    'but not over TLS',
    'FAIL',
    [EVERYBODY, { ...EVERYBODY, ...DENY, ...where('Bool', 'aws:SecureTransport', 'false') }],
  ],
];

test.each(PUBLIC)(
  '[statement-matches] a policy that lets everybody in is found: %s',
  (_what, result, statements) => {
    const policyDocument = document(...statements);
    expect(check('CheckNoPublicAccess', { policyDocument, resourceType: 'AWS::S3::Bucket' })).toBe(result);
  },
);

test('[statement-matches] a trust policy can be checked as well', () => {
  const policyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' }],
  });
  expect(
    check('CheckNoPublicAccess', { policyDocument, resourceType: 'AWS::IAM::AssumeRolePolicyDocument' }),
  ).toBe('FAIL');
});

test('[statement-matches] patterns cover and meet each other', () => {
  const words = ['', 'a', 'b', 'ab', 'aab', 'abb'];
  const patterns = ['*', '?', 'a*', '*b', 'a?', '?b', 'a*b', '**', 'ab', 'a'];
  const fits = (pattern: string, word: string): boolean =>
    new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(word);
  for (const one of patterns)
    for (const other of patterns) {
      if (covers(one, other))
        expect(words.filter((word) => fits(other, word) && !fits(one, word))).toEqual([]);
      if (words.some((word) => fits(one, word) && fits(other, word))) expect(meet(one, other)).toBe(true);
    }
  expect([
    covers('a*', '*'),
    covers('*', 'a?'),
    covers('a?', 'a*'),
    covers('?', '?'),
    meet('a*', 'b*'),
  ]).toEqual([...[false, true, false, true, false]]);
});
