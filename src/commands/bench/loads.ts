// The three loads that both evaluators decide: the same lines of the evaluate door for each.
import type { Line } from '../peer/simulation.ts';

export const LOADS = ['simple', 'medium', 'heavy'] as const;
export type Load = (typeof LOADS)[number];

type Block = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

const START = '2026-01-01T00:00:00Z';
const ORGANIZATION = 'o-a1b2c3d4e5';
const ACCOUNT = '111122223333';
const ARN = `arn:aws:iam::${ACCOUNT}:user/sam`;

const REQUEST: Line['request'] = {
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::tern-timetables/2026/north/winter.csv',
  resourceAccount: ACCOUNT,
  context: {
    'aws:PrincipalArn': ARN,
    'aws:PrincipalAccount': ACCOUNT,
    'aws:PrincipalOrgID': ORGANIZATION,
    'aws:PrincipalTag/line': 'north-12-express',
    'aws:username': 'sam',
    'aws:SourceIp': '203.0.113.77',
    'aws:CurrentTime': '2026-03-04T05:06:07Z',
    'aws:MultiFactorAuthAge': '300',
    'aws:MultiFactorAuthPresent': 'true',
    'aws:SecureTransport': 'true',
  },
};

const PRINCIPAL: Line['principal'] = { type: 'user', arn: ARN, account: ACCOUNT };
const OPEN = { Sid: 'Open', Effect: 'Allow', Action: '*', Resource: '*' };
export const policyOf = (statements: readonly object[]): object => ({
  Version: '2012-10-17',
  Statement: statements,
});

/** Six operators, each with so many values of which the last alone fits. */
const CONDITIONS: readonly ((values: number) => Block)[] = [
  (n) => ({
    StringLike: {
      'aws:PrincipalTag/line': several(n, (i) => `south-western-branch-${i}-*-stopping`, 'north-*'),
    },
  }),
  (n) => ({
    ArnLike: { 'aws:PrincipalArn': several(n, (i) => `arn:aws:iam::*:role/tern-service-${i}-*`, ARN) },
  }),
  (n) => ({ IpAddress: { 'aws:SourceIp': several(n, (i) => `198.51.${i}.0/24`, '203.0.113.0/24') } }),
  (n) => ({ NumericLessThan: { 'aws:MultiFactorAuthAge': several(n, (i) => `${i}`, '3600') } }),
  (n) => ({
    DateGreaterThan: { 'aws:CurrentTime': several(n, (i) => `${2030 + i}-01-01T00:00:00Z`, START) },
  }),
  (n) => ({
    StringEquals: { 'aws:PrincipalOrgID': several(n, (i) => `o-another${i}organization`, ORGANIZATION) },
  }),
];

function several(count: number, other: (i: number) => string, last: string): string | readonly string[] {
  return count === 1 ? last : [...Array.from({ length: count - 1 }, (_, i) => other(i + 1)), last];
}

interface Shape {
  /** The number of the first statement: no two policies are alike. */
  readonly from: number;
  readonly count: number;
  readonly values: number;
  readonly effect?: 'Allow' | 'Deny';
  readonly principal?: unknown;
}

const READING = ['s3:ListBucket', 's3:GetBucketLocation', 's3:GetObjectVersion', 's3:GetObject*'];
const WRITING = ['s3:PutObject', 's3:PutObjectTagging', 's3:DeleteObject', 's3:AbortMultipart*'];

/** Every third statement is about other actions; those that allow fit by their last resource, those that deny by none. */
export function statements({ from, count, values, effect = 'Allow', principal }: Shape): object[] {
  return Array.from({ length: count }, (_, at) => {
    const i = from + at;
    const last = effect === 'Allow' ? 'arn:aws:s3:::tern-*/*.csv' : `arn:aws:s3:::tern-${i}/archive/*`;
    return {
      Sid: `StatementOfLine${i}`,
      Effect: effect,
      ...(principal === undefined ? {} : { Principal: principal }),
      Action: i % 3 === 0 ? WRITING : READING,
      Resource: [
        `arn:aws:s3:::tern-line-${i}/overview`,
        `arn:aws:s3:::tern-line-${i}-*/timetables/2026/summer/*`,
        last,
      ],
      Condition: CONDITIONS[i % CONDITIONS.length]?.(values),
    };
  });
}

/** So many policies of `count` statements each, numbered on. */
function policies(length: number, shape: Omit<Shape, 'from'>, ...first: readonly object[]): object[] {
  return Array.from({ length }, (_, i) =>
    policyOf([...first, ...statements({ ...shape, from: i * shape.count })]),
  );
}

const each = (documents: readonly object[]): object[][] => documents.map((document) => [document]);

/** A line for each load. */
export function lineOf(load: Load): Line {
  return { principal: PRINCIPAL, request: REQUEST, ...DOCUMENTS[load] };
}

type Documents = Omit<Line, 'principal' | 'request'>;

const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::tern-timetables/*' };
const deny = { effect: 'Deny', values: 12 } as const;

const DOCUMENTS: Readonly<Record<Load, Documents>> = {
  simple: { identityPolicies: [policyOf([READ])] },
  medium: {
    identityPolicies: policies(3, { count: 4, values: 1 }),
    permissionsBoundary: policyOf(statements({ from: 0, count: 2, values: 1 })),
    serviceControlPolicies: each([
      ...policies(1, { count: 0, values: 1 }, OPEN),
      ...policies(1, { count: 1, values: 1, effect: 'Deny' }, OPEN),
    ]),
  },
  heavy: {
    identityPolicies: policies(10, { count: 14, values: 12 }),
    permissionsBoundary: policyOf(statements({ from: 0, count: 16, values: 12 })),
    serviceControlPolicies: each(policies(5, { ...deny, count: 7 }, OPEN)),
    resourceControlPolicies: each(policies(5, { ...deny, count: 8, principal: '*' })),
    resourcePolicy: policyOf(
      statements({ from: 0, count: 40, values: 12, principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } }),
    ),
  },
};
