// Session, endpoint, the other account, callers without one; and every place in a trace leads to its document.
import type { Step } from '#evaluator';
import { expect, test } from 'vitest';
import {
  call,
  documentIdAt,
  documentsOf,
  documentsRead,
  levelsWith,
  signIn,
  writeDocument,
} from './index.ts';
import { SCENARIOS } from './scenarios.ts';
import {
  ANALYTICS,
  asked,
  BOOKINGS,
  decided,
  ENDPOINT,
  LEDGER,
  REPORT,
  SEA,
  TIMETABLE,
} from './test/fleet.ts';
import { policy, trust } from './test/tern.ts';

const AWAY = writeDocument(
  SEA,
  'endpoint/quay/policy',
  policy('Allow', 's3:GetObject', { Principal: '*', Resource: REPORT }),
);

test('[session-policy-is-a-ceiling] a kept session carries its session policies, as text or by name', () => {
  expect(asked('session/night-1', 's3:GetObject', TIMETABLE).names.session).toEqual([
    'session/night-1/policy',
  ]);
  expect(asked('session/night-2', 's3:GetObject', TIMETABLE).names.session).toEqual(['policy/ReadOnly']);
  expect(decided('session/night-1', 's3:GetObject', TIMETABLE)).toBe('allowed');
  expect(decided('session/night-1', 's3:PutObject', TIMETABLE)).toBe('implicitDeny');
  expect(decided('role/BatchWorker', 's3:PutObject', TIMETABLE)).toBe('allowed');
  const { arn } = asked('session/night-1', 's3:GetObject', TIMETABLE).request.principal;
  expect(arn).toBe(`arn:aws:sts::${BOOKINGS}:assumed-role/BatchWorker/night-1`);
});

test('[endpoint-policy-must-allow] a request passes through the endpoint that it names', () => {
  const through = { 'aws:sourceVpce': ENDPOINT };
  expect(asked('user/mei.tan', 's3:GetObject', TIMETABLE, through).names.vpce).toBe('endpoint/quay/policy');
  expect(decided('user/mei.tan', 's3:GetObject', TIMETABLE, through)).toBe('allowed');
  expect(decided('user/mei.tan', 's3:GetObject', TIMETABLE, through, AWAY)).toBe('implicitDeny');
  expect(decided('user/mei.tan', 's3:GetObject', TIMETABLE, {}, AWAY)).toBe('allowed');
});

test('[endpoint-policy-must-allow] a session in the VPC passes through its endpoint for the service, and no other', () => {
  expect(asked('session/night-2', 's3:GetObject', TIMETABLE).names.vpce).toBe('endpoint/quay/policy');
  expect(asked('session/night-1', 's3:GetObject', TIMETABLE).names.vpce).toBeUndefined();
  const table = `arn:aws:dynamodb:eu-west-1:${BOOKINGS}:table/orders`;
  expect(asked('session/night-2', 'dynamodb:GetItem', table).names.vpce).toBeUndefined();
});

test('[endpoint-policy-must-allow] an endpoint without a policy lets everything through', () => {
  const through = { 'aws:SourceVpce': 'vpce-0ffffffffffffffff' };
  const part = asked('user/mei.tan', 's3:GetObject', TIMETABLE, through);
  expect([part.names.vpce, part.verdict.decision]).toEqual([undefined, 'allowed']);
});

test('[condition-holds] through an endpoint a request carries its network and no public address', () => {
  const keys = (who: string, context = {}): object =>
    Object.fromEntries(
      Object.entries(asked(who, 's3:GetObject', TIMETABLE, context).request.context).filter(([key]) =>
        /^aws:(?:Source|Vpc)/.test(key),
      ),
    );
  const inside = {
    'aws:SourceVpce': ENDPOINT,
    'aws:SourceVpc': 'vpc-0a1b2c3d',
    'aws:SourceVpcArn': `arn:aws:ec2:eu-west-1:${BOOKINGS}:vpc/vpc-0a1b2c3d`,
    'aws:VpcSourceIp': '10.0.0.17',
    'aws:VpceAccount': BOOKINGS,
    'aws:VpceOrgID': 'o-ternferries',
    'aws:VpceOrgPaths': ['o-ternferries/r-tern/ou-tern-0a1b2c3d/ou-tern-1a2b3c4d/'],
  };
  expect(keys('session/night-2')).toEqual(inside);
  expect(keys('user/mei.tan', { 'aws:SourceVpce': ENDPOINT })).toEqual(inside);
  expect(keys('user/mei.tan')).toEqual({ 'aws:SourceIp': '192.0.2.17' });
});

test('[both-accounts-must-allow] the resource of another account needs both sides', () => {
  const id = `${ANALYTICS}/bucket/tern-reports/policy`;
  expect(asked('user/mei.tan', 's3:GetObject', REPORT).names.resource).toBe(id);
  expect(decided('user/mei.tan', 's3:GetObject', REPORT)).toBe('allowed');
  const shut = writeDocument(SEA, id, policy('Allow', 's3:GetObject', { Principal: { AWS: ANALYTICS } }));
  expect(decided('user/mei.tan', 's3:GetObject', REPORT, {}, shut)).toBe('implicitDeny');
  const mute = writeDocument(SEA, 'user/mei.tan/inline/read', policy('Allow', 'sqs:*'));
  expect(decided('user/mei.tan', 's3:GetObject', REPORT, {}, mute)).toBe('implicitDeny');
});

test('[anonymous-needs-the-resource-policy] somebody without credentials has a resource policy or nothing', () => {
  const { request, verdict } = asked('anonymous', 's3:GetObject', LEDGER);
  expect([request.principal.type, verdict.decision]).toEqual(['anonymous', 'implicitDeny']);
  expect(request.context).toMatchObject({ 'aws:userid': 'anonymous', 'aws:PrincipalType': 'Anonymous' });
  expect(request.context['aws:PrincipalIsAWSService']).toBeUndefined();
});

test('[provider-needs-the-trust-policy] whom a provider sends is let in by the trust policy alone', () => {
  const provider = `arn:aws:iam::${BOOKINGS}:saml-provider/Lumen`;
  const role = `arn:aws:iam::${BOOKINGS}:role/BatchWorker`;
  const ask = (cloud = SEA): string =>
    decided(`provider/${provider}`, 'sts:AssumeRoleWithSAML', role, {}, cloud);
  expect(ask()).toBe('implicitDeny');
  const trusted = trust({ Federated: provider }, 'sts:AssumeRoleWithSAML');
  expect(ask(writeDocument(SEA, 'role/BatchWorker/trust', trusted))).toBe('allowed');
});

test('[worlds-are-values] a caller without an account makes no call', () => {
  for (const who of ['anonymous', 'provider/x', 'service/ec2.amazonaws.com']) {
    const signed = signIn(SEA, who);
    if (!('session' in signed)) throw new Error(who);
    const wanted = { operation: 's3:ListBucket', input: { Bucket: 'tern-reports' } };
    const outcome = call(SEA, signed.session, wanted, SCENARIOS);
    expect('fault' in outcome && outcome.fault.code).toBe('NotSimulated');
  }
});

test('[worlds-are-values] a name behind an account is looked for in that account alone', () => {
  const arn = (who: string): string => {
    const signed = signIn(SEA, who);
    return 'session' in signed ? signed.session.principal.arn : signed.fault.code;
  };
  expect(arn('user/mei.tan')).toBe(`arn:aws:iam::${BOOKINGS}:user/mei.tan`);
  expect(arn(`${ANALYTICS}/user/mei.tan`)).toBe(`arn:aws:iam::${ANALYTICS}:user/mei.tan`);
  expect(arn(`${ANALYTICS}/root`)).toBe(`arn:aws:iam::${ANALYTICS}:root`);
  for (const nobody of [
    `${ANALYTICS}/user/jun`,
    `${ANALYTICS}/anonymous`,
    `${ANALYTICS}/service/x`,
    'session/none',
  ])
    expect(arn(nobody)).toBe('NoSuchEntity');
});

test('[worlds-are-values] every place in a trace lies in the document that the names say', () => {
  const texts = new Map(documentsOf(SEA).map(({ id, text }) => [id, text]));
  const layers = new Set<string>();
  const part = asked('session/night-1', 's3:GetObject', REPORT, { 'aws:SourceVpce': ENDPOINT });
  const walk = (step: Step): void => {
    if (step.at) {
      layers.add(step.at.layer);
      const text = texts.get(documentIdAt(part.names, step.at) ?? '') ?? '';
      expect(step.at.range.end).toBeLessThanOrEqual(text.length);
      if (step.rule === 'statement-matches')
        expect(text.slice(step.at.range.start, step.at.range.end)).toMatch(/^\{[^]*\}$/);
    }
    step.steps?.forEach(walk);
  };
  walk(part.verdict.trace);
  expect([...layers].toSorted()).toEqual(['identity', 'rcp', 'resource', 'scp', 'session', 'vpce']);
});

test('[worlds-are-values] the documents of a decision are each named once, with their levels', () => {
  const { names } = asked('session/night-1', 's3:GetObject', REPORT, { 'aws:SourceVpce': ENDPOINT });
  expect(documentsRead(names)).toEqual([
    'role/BatchWorker/inline/work',
    `${ANALYTICS}/bucket/tern-reports/policy`,
    'endpoint/quay/policy',
    'session/night-1/policy',
    'org/rcp/OnlyOurs',
    'org/scp/FullAWSAccess',
    'org/scp/KeepObjects',
    'org/scp/OnlyStorage',
  ]);
  expect(levelsWith(names, 'org/scp/FullAWSAccess')).toEqual(['root', 'fleet', 'production']);
  expect(levelsWith(names, 'endpoint/quay/policy')).toEqual([]);
});
