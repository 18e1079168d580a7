// The second reading by itself: each step of the published order, on the smallest line that shows it.
import { describe, expect, it } from 'vitest';
import { decideLine } from './decision.ts';
import type { Line } from './line.ts';
import {
  OWN,
  ANA,
  APP,
  KIT,
  ROOT,
  SNS,
  USER,
  ROLE,
  NOBODY,
  policy,
  all,
  none,
  ALL,
  SILENT,
  RCPS,
  names,
  READ,
  line,
  ask,
  ABROAD,
} from './small-lines.ts';

const CASES: readonly (readonly [title: string, Line, string])[] = [
  ['[implicit-deny-by-default] nothing said', line(ANA), 'implicitDeny'],
  ['[identity-policies-add-up] one of two', line(ANA, { identityPolicies: [SILENT, ALL] }), 'allowed'],
  [
    '[explicit-deny-wins] beside an Allow',
    line(ANA, { identityPolicies: [ALL, policy(none)] }),
    'explicitDeny',
  ],
  ['[root-needs-no-policy] at home', line(ROOT), 'allowed'],
  ['[root-needs-no-policy] not under a level', line(ROOT, { serviceControlPolicies: [[]] }), 'implicitDeny'],
  [
    'a key is nobody’s, root’s neither',
    line(ROOT, { request: ask('kms:Decrypt', 'x:key/1') }),
    'implicitDeny',
  ],
  [
    'each level must allow',
    line(ANA, { identityPolicies: [ALL], serviceControlPolicies: [[ALL], [SILENT]] }),
    'implicitDeny',
  ],
  [
    'no level binds the management account',
    line({ ...ANA, inManagementAccount: true }, { identityPolicies: [ALL], serviceControlPolicies: [[]] }),
    'allowed',
  ],
  [
    'no level binds a service-linked role',
    line({ ...APP, serviceLinkedRole: true }, { identityPolicies: [ALL], serviceControlPolicies: [[]] }),
    'allowed',
  ],
  [
    'an empty level of resource control policies allows',
    line(ANA, { identityPolicies: [ALL], resourceControlPolicies: [[], []] }),
    'allowed',
  ],
  ['a resource control policy denies root', line(ROOT, { resourceControlPolicies: RCPS }), 'explicitDeny'],
  [
    'no resource control policy binds a resource of the management account',
    line(ROOT, { resourceControlPolicies: RCPS, request: { ...READ, resourceInManagementAccount: true } }),
    'allowed',
  ],
  [
    'no resource control policy binds a service-linked role',
    line({ ...APP, serviceLinkedRole: true }, { identityPolicies: [ALL], resourceControlPolicies: RCPS }),
    'allowed',
  ],
  [
    'an endpoint policy must allow',
    line(ROOT, { vpcEndpointPolicy: policy({ ...all, Action: 'sqs:*', Principal: '*' }) }),
    'implicitDeny',
  ],
  [
    '[boundary-is-a-ceiling] silent boundary',
    line(ANA, { identityPolicies: [ALL], permissionsBoundary: SILENT }),
    'implicitDeny',
  ],
  ['a session policy grants nothing', line(APP, { sessionPolicies: [ALL] }), 'implicitDeny'],
  [
    'one of the session policies is enough',
    line(APP, { identityPolicies: [ALL], sessionPolicies: [SILENT, ALL] }),
    'allowed',
  ],
  ['a federated user without session policies', line(KIT, { identityPolicies: [ALL] }), 'implicitDeny'],
  [
    '[resource-policy-alone-is-enough] user under a silent boundary',
    line(ANA, { resourcePolicy: names(USER), permissionsBoundary: SILENT }),
    'allowed',
  ],
  [
    '[resource-policy-alone-is-enough] not from abroad',
    line(ANA, { resourcePolicy: names(USER), request: ABROAD }),
    'implicitDeny',
  ],
  [
    'both accounts allow',
    line(ANA, { identityPolicies: [ALL], resourcePolicy: names(OWN), request: ABROAD }),
    'allowed',
  ],
  ['[naming-the-role-keeps-ceilings] alone', line(APP, { resourcePolicy: names(ROLE) }), 'allowed'],
  [
    '[naming-the-role-keeps-ceilings] silent session policy',
    line(APP, { resourcePolicy: names(ROLE), sessionPolicies: [SILENT] }),
    'implicitDeny',
  ],
  [
    '[naming-the-account-delegates] and nobody took it up',
    line(ANA, { resourcePolicy: names(OWN) }),
    'implicitDeny',
  ],
  [
    '[role-trust-must-name-you] no trust',
    line(ANA, { identityPolicies: [ALL], request: ask('sts:AssumeRole') }),
    'implicitDeny',
  ],
  [
    '[role-trust-must-name-you] the trust policy delegates',
    line(ANA, {
      identityPolicies: [ALL],
      request: ask('sts:TagSession'),
      resourcePolicy: policy({ Effect: 'Allow', Action: 'sts:*', Principal: { AWS: OWN } }),
    }),
    'allowed',
  ],
  [
    '[key-policy-must-allow] no key policy',
    line(ANA, { identityPolicies: [ALL], request: ask('kms:Decrypt', 'a:key/1') }),
    'implicitDeny',
  ],
  [
    '[key-policy-must-allow] not for what is no key',
    line(ANA, { identityPolicies: [ALL], request: ask('kms:CreateKey') }),
    'allowed',
  ],
  [
    '[service-needs-the-resource-policy] named',
    line(SNS, { resourcePolicy: policy({ ...all, Principal: { Service: 'sns.amazonaws.com' } }) }),
    'allowed',
  ],
  [
    '[service-needs-the-resource-policy] under no level',
    line(SNS, { serviceControlPolicies: [[]], resourcePolicy: names('*') }),
    'allowed',
  ],
  ['everybody is nobody too', line(NOBODY, { resourcePolicy: names('*') }), 'allowed'],
  ['an account is not everybody', line(NOBODY, { resourcePolicy: names(OWN) }), 'implicitDeny'],
  [
    'who one is may always be asked',
    line(ANA, { identityPolicies: [policy(none)], request: ask('sts:GetCallerIdentity') }),
    'allowed',
  ],
  [
    'root mends the policy that locks it out',
    line(ROOT, { resourcePolicy: policy({ ...none, Principal: '*' }), request: ask('s3:PutBucketPolicy') }),
    'allowed',
  ],
  [
    'root reads nothing that the policy locks',
    line(ROOT, { resourcePolicy: policy({ ...none, Principal: '*' }) }),
    'explicitDeny',
  ],
  [
    '[action-matches] in any case',
    line(ANA, { identityPolicies: [policy({ ...all, Action: 'S3:getO*' })] }),
    'allowed',
  ],
  [
    '[resource-matches] an asterisk inside a segment stays there',
    line(ANA, { identityPolicies: [policy({ ...all, Resource: 'arn:a*3:::data/x' })] }),
    'implicitDeny',
  ],
  [
    '[action-matches] what NotAction does not list',
    line(ANA, {
      identityPolicies: [policy({ Effect: 'Allow', NotAction: ['ec2:*', 'S3:put*'], Resource: '*' })],
    }),
    'allowed',
  ],
  [
    '[resource-matches] what NotResource lists is exempt',
    line(ANA, {
      identityPolicies: [policy({ Effect: 'Allow', NotAction: 'ec2:*', NotResource: 'arn:aws:s3:::data/*' })],
    }),
    'implicitDeny',
  ],
  [
    '[resource-matches] a variable is text in a document of no version',
    line(ANA, {
      identityPolicies: [{ Statement: { ...all, Resource: 'arn:aws:s3:::data/${a:x}' } }],
      request: { ...READ, context: { 'a:x': 'x' } },
    }),
    'implicitDeny',
  ],
];

describe('the second reading', () => {
  it.each(CASES)('%s', (_title, asked, expected) => {
    expect(decideLine(asked).decision).toBe(expected);
  });
});
