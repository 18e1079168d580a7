// AWS's line for a refusal, row by row. Source: ug-troubleshoot-access-denied.
import { describe, expect, it } from 'vitest';
import {
  decide,
  decideAll,
  errorText,
  type Layers,
  type Pointer,
  type PolicyKind,
  type Request,
} from './index.ts';
import {
  allow,
  ASSUME,
  broken,
  DECRYPT,
  deny,
  may,
  MEI,
  no,
  NOBODY,
  OSKAR,
  other,
  policy,
  READ,
  SAM,
  SAML,
  SERVICE,
  WORKER,
} from './test/cast.ts';

const FRIENDS = { 'aws:PrincipalOrgID': 'o-ternferries', 'aws:ResourceOrgID': 'o-ternferries' };

const lineOf = (asked: Request, layers: Layers, arnOf?: (at: Pointer) => string | undefined): string | null =>
  errorText(decide(asked, layers), arnOf);
const begins = ({ principal, action, resource }: Request): string =>
  `User: ${principal.arn} is not authorized to perform: ${action} on resource: ${resource}`;

describe('nobody allows: the line names the kind of policy that has no Allow,', () => {
  it.each<[string, Request, Layers, string]>([
    ['[identity-policies-add-up]', READ, no, 'no identity-based policy allows the s3:GetObject action'],
    ['[key-policy-must-allow]', DECRYPT, may, 'no resource-based policy allows the kms:Decrypt action'],
    [
      '[both-accounts-must-allow]',
      { ...READ, principal: OSKAR, context: FRIENDS },
      may,
      'no resource-based policy allows the s3:GetObject action',
    ],
    [
      '[service-needs-the-resource-policy]',
      { ...READ, principal: SERVICE },
      no,
      'no resource-based policy allows the s3:GetObject action',
    ],
    ['[role-trust-must-name-you]', ASSUME, may, 'no role trust policy allows the sts:AssumeRole action'],
    [
      '[provider-needs-the-trust-policy]',
      SAML,
      no,
      'no role trust policy allows the sts:AssumeRoleWithSAML action',
    ],
    [
      '[boundary-is-a-ceiling]',
      READ,
      { ...may, boundary: policy('boundary', other) },
      'no permissions boundary allows the s3:GetObject action',
    ],
    [
      '[session-policy-is-a-ceiling]',
      { ...READ, principal: WORKER },
      { ...may, session: [policy('session', other)] },
      'no session policy allows the s3:GetObject action',
    ],
    [
      '[federated-user-needs-a-session-policy]',
      {
        ...READ,
        principal: MEI,
      },
      may,
      'no session policy allows the s3:GetObject action',
    ],
    [
      '[scp-never-grants]',
      READ,
      { ...may, scp: [[policy('scp', allow)], [policy('scp', other)]] },
      'no service control policy allows the s3:GetObject action',
    ],
    [
      '[endpoint-policy-must-allow]',
      READ,
      { ...may, vpce: policy('vpce', other) },
      'no VPC endpoint policy allows the s3:GetObject action',
    ],
    [
      '[naming-the-role-keeps-ceilings]',
      { ...READ, principal: WORKER },
      {
        ...no,
        resource: policy('resource', { ...allow, Principal: { AWS: WORKER.roleArn } }),
        boundary: policy('boundary', other),
      },
      'no permissions boundary allows the s3:GetObject action',
    ],
  ])('%s', (_rule, asked, layers, reason) => {
    expect(lineOf(asked, layers)).toBe(`${begins(asked)} because ${reason}`);
  });
});

describe('somebody denies: the line names the kind of policy that has the Deny,', () => {
  const rows: readonly [PolicyKind, Request, Layers, string][] = [
    ['identity', READ, { identity: [policy('identity', allow, deny)] }, 'an identity-based policy'],
    ['resource', READ, { ...may, resource: policy('resource', deny) }, 'a resource-based policy'],
    ['trust', ASSUME, { ...may, resource: policy('trust', allow, deny) }, 'the role trust policy'],
    ['boundary', READ, { ...may, boundary: policy('boundary', allow, deny) }, 'a permissions boundary'],
    [
      'session',
      { ...READ, principal: WORKER },
      { ...may, session: [policy('session', allow, deny)] },
      'a session policy',
    ],
    ['scp', READ, { ...may, scp: [[policy('scp', allow, deny)]] }, 'a service control policy'],
    ['rcp', READ, { ...may, rcp: [[policy('rcp', deny)]] }, 'a resource control policy'],
    ['vpce', READ, { ...may, vpce: policy('vpce', allow, deny) }, 'a VPC endpoint policy'],
  ];

  it.each(rows)('[explicit-deny-wins] %s', (_kind, asked, layers, where) => {
    expect(lineOf(asked, layers)).toBe(`${begins(asked)} with an explicit deny in ${where}`);
  });

  it.each(rows)(
    '[explicit-deny-wins] %s, with the ARN of the policy where AWS shows it',
    (kind, asked, layers, where) => {
      const shown = ['identity', 'boundary', 'session', 'scp', 'rcp'].includes(kind)
        ? `: arn:of:${kind}`
        : '';
      const line = lineOf(asked, layers, ({ layer }) => `arn:of:${layer}`);
      expect(line).toBe(`${begins(asked)} with an explicit deny in ${where}${shown}`);
    },
  );

  it('[explicit-deny-wins] the ARN is asked for by the place of the statement, and an inline policy has none', () => {
    const asked: Pointer[] = [];
    const layers = {
      ...may,
      scp: [[policy('scp', allow)], [policy('scp', allow), policy('scp', allow, deny)]],
    };
    lineOf(READ, layers, (at) => void asked.push(at));
    expect(asked).toMatchObject([{ layer: 'scp', level: 1, policy: 1, statement: 1 }]);
    expect(lineOf(READ, layers, () => undefined)).toMatch(/in a service control policy$/);
  });

  it('[explicit-deny-wins] one kind alone is named, though several deny', () => {
    const line = lineOf(READ, {
      identity: [policy('identity', deny)],
      scp: [[policy('scp', deny)]],
      boundary: policy('boundary', deny),
    });
    expect(line?.match(/explicit deny in/g)).toHaveLength(1);
  });

  it('[explicit-deny-wins] a Deny is named before any missing Allow', () => {
    const line = lineOf(READ, {
      ...no,
      scp: [[policy('scp', other)]],
      resource: policy('resource', deny),
    });
    expect(line).toBe(`${begins(READ)} with an explicit deny in a resource-based policy`);
  });
});

describe('the line for a caller of another account', () => {
  const asked = { ...READ, principal: OSKAR };

  it.each<[string, Layers]>([
    ['nobody allows', no],
    ['the bucket denies', { ...may, resource: policy('resource', deny) }],
    ['its own policy denies', { identity: [policy('identity', deny)] }],
  ])('[both-accounts-must-allow] of another organization is bare: %s', (_what, layers) => {
    expect(
      lineOf({ ...asked, context: { ...FRIENDS, 'aws:PrincipalOrgID': 'o-lumen' } }, layers, () => 'arn:x'),
    ).toBe(begins(asked));
    expect(lineOf(asked, layers)).toBe(begins(asked));
  });

  it('[both-accounts-must-allow] of the same organization has its reason', () => {
    const line = lineOf(
      { ...asked, context: FRIENDS },
      { ...may, rcp: [[policy('rcp', deny)]] },
      () => 'arn:of:it',
    );
    expect(line).toBe(`${begins(asked)} with an explicit deny in a resource control policy: arn:of:it`);
  });
});

describe('the line', () => {
  it.each(['s3:ListAllMyBuckets', 'ec2:DescribeInstances', 'cloudtrail:LookupEvents'])(
    '[identity-policies-add-up] names no resource for %s',
    (action) => {
      expect(lineOf({ ...READ, action, resource: '*' }, no)).toBe(
        `User: ${SAM.arn} is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`,
      );
    },
  );

  it('[anonymous-needs-the-resource-policy] calls a caller without credentials anonymous', () => {
    const asked: Request = { ...READ, principal: NOBODY };
    expect(lineOf(asked, no)).toMatch(/^User: anonymous is not authorized to perform: s3:GetObject/);
  });

  it('[identity-policies-add-up] has the ARN of the session for a role', () => {
    expect(lineOf({ ...READ, principal: WORKER }, no)).toContain(`User: ${WORKER.arn} is not`);
  });

  it('[request-is-decided] is missing where the call is allowed', () => {
    expect(lineOf(READ, may)).toBeNull();
  });

  it.each<[string, Layers, string]>([
    [
      'an organization before the caller',
      { ...no, scp: [[policy('scp', other)]] },
      'no service control policy',
    ],
    ['an endpoint before the caller', { ...no, vpce: policy('vpce', other) }, 'no VPC endpoint policy'],
    [
      'the caller before its boundary',
      { ...no, boundary: policy('boundary', other) },
      'no identity-based policy',
    ],
    [
      'the boundary before the session',
      { ...may, boundary: policy('boundary', other), session: [policy('session', other)] },
      'no permissions boundary',
    ],
  ])('[implicit-deny-by-default] of several missing Allows names one: %s', (_what, layers, reason) => {
    expect(lineOf(READ, layers)).toBe(`${begins(READ)} because ${reason} allows the s3:GetObject action`);
  });

  it('[invalid-document-allows-nothing] names the kind of a document that cannot be read', () => {
    expect(lineOf(READ, { ...may, boundary: broken('boundary') })).toContain(
      'because no permissions boundary allows',
    );
    expect(lineOf(READ, { ...may, resource: broken('resource') })).toContain(
      'because no resource-based policy allows',
    );
  });

  it('[every-pair-must-pass] is that of the first pair that is refused', () => {
    const layers = { identity: [policy('identity', { Effect: 'Allow', Action: 's3:GetObject' })] };
    const put = { ...READ, action: 's3:PutObject' };
    const verdict = decideAll(
      [READ, put, { ...READ, action: 's3:DeleteObject' }].map((request) => ({ request, layers })),
    );
    expect(errorText(verdict)).toBe(
      `${begins(put)} because no identity-based policy allows the s3:PutObject action`,
    );
    expect(errorText(decideAll([READ, READ].map((request) => ({ request, layers }))))).toBeNull();
  });
});
