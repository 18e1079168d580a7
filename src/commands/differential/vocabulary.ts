// What the random lines are made of: few accounts, callers, resources, keys and values, so that documents often speak
// about the request. Everything here is common: what is rare stands beside it.
import type { Line } from '../peer/simulation.ts';

export const OWN = '111122223333';
export const OTHER = '444455556666';

export type Caller = Line['principal'];

const user = (account: string, name: string): Caller => ({
  type: 'user',
  arn: `arn:aws:iam::${account}:user/${name}`,
  account,
});

const session = (account: string, role: string, name: string): Caller => ({
  type: 'assumedRole',
  arn: `arn:aws:sts::${account}:assumed-role/${role}/${name}`,
  roleArn: `arn:aws:iam::${account}:role/${role}`,
  account,
});

export const CALLERS: readonly [Caller, ...Caller[]] = [
  ...([user(OWN, 'ana'), user(OWN, 'ana'), user(OWN, 'zoe'), user(OTHER, 'bob')] as const),
  ...[
    session(OWN, 'app', 's1'),
    session(OWN, 'app', 's2'),
    session(OWN, 'ops', 's1'),
    session(OTHER, 'far', 's1'),
  ],
  { type: 'service', arn: 'sns.amazonaws.com', account: null },
];

export interface Target {
  readonly action: string;
  readonly resource: string;
  readonly account: string;
}

const at = (account: string, resource: string, ...actions: string[]): Target[] =>
  actions.map((action) => ({ action, resource, account }));

export const TARGETS: readonly [Target, ...Target[]] = [
  { action: 's3:GetObject', resource: 'arn:aws:s3:::data/home/ana/x', account: OWN },
  ...at(OWN, 'arn:aws:s3:::data/red/Report.csv', 's3:GetObject', 's3:PutObject', 's3:DeleteObject'),
  ...at(OWN, 'arn:aws:s3:::data', 's3:ListBucket'),
  ...at(OTHER, 'arn:aws:s3:::far/red/x', 's3:GetObject', 's3:PutObject'),
  ...at(OWN, `arn:aws:sqs:us-east-1:${OWN}:jobs`, 'sqs:SendMessage', 'sqs:ReceiveMessage'),
  ...at(OTHER, `arn:aws:sqs:us-east-1:${OTHER}:jobs`, 'sqs:SendMessage'),
  ...at(OWN, `arn:aws:dynamodb:us-east-1:${OWN}:table/lines`, 'dynamodb:GetItem', 'dynamodb:PutItem'),
  ...at(OWN, `arn:aws:kms:us-east-1:${OWN}:key/1a`, 'kms:Decrypt'),
  ...at(OTHER, `arn:aws:kms:us-east-1:${OTHER}:key/2b`, 'kms:Decrypt'),
  ...at(OWN, `arn:aws:iam::${OWN}:role/target`, 'sts:AssumeRole'),
  ...at(OTHER, `arn:aws:iam::${OTHER}:role/target`, 'sts:AssumeRole'),
];

/** Names of a Principal element. */
export const NAMES: readonly [string, ...string[]] = [
  OWN,
  ...[OTHER, `arn:aws:iam::${OWN}:root`, `arn:aws:iam::${OTHER}:root`],
  ...[`arn:aws:iam::${OWN}:user/ana`, `arn:aws:iam::${OWN}:user/zoe`, `arn:aws:iam::${OTHER}:user/bob`],
  ...[`arn:aws:iam::${OWN}:role/app`, `arn:aws:iam::${OWN}:role/ops`, `arn:aws:iam::${OTHER}:role/far`],
  ...[`arn:aws:sts::${OWN}:assumed-role/app/s1`, `arn:aws:sts::${OTHER}:assumed-role/far/s1`],
];

export interface Key {
  readonly name: string;
  readonly operators: readonly [string, ...string[]];
  /** Values of a request. */
  readonly asked: readonly [string | readonly string[], ...(string | readonly string[])[]];
  /** Values of a policy. */
  readonly given: readonly [string, ...string[]];
  readonly isMulti?: true;
}

const STRINGS = [
  ...['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'],
  ...['StringLike', 'StringLike', 'StringNotLike'],
] as [string, ...string[]];
const ordered = (family: string): [string, ...string[]] => [
  `${family}Equals`,
  ...['NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].map(
    (name) => family + name,
  ),
];
const ARNS = ['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'] as [string, ...string[]];

export const KEYS: readonly [Key, ...Key[]] = [
  {
    name: 'aws:PrincipalTag/team',
    operators: STRINGS,
    asked: ['red', 'Red', 'blue'],
    given: ['red', 'blue', 'r*', '?ed', '*', 'RED'],
  },
  {
    name: 'aws:RequestedRegion',
    operators: STRINGS,
    asked: ['us-east-1', 'eu-west-1'],
    given: ['us-east-1', 'us-*', 'eu-????-1', 'EU-west-1'],
  },
  {
    name: 'aws:MultiFactorAuthAge',
    operators: ordered('Numeric'),
    asked: ['10', '300', '3600'],
    given: ['10', '300', '3600', '299'],
  },
  {
    name: 'aws:CurrentTime',
    operators: ordered('Date'),
    asked: ['2026-01-01T00:00:00Z', '2026-06-15T12:00:00Z'],
    given: ['2026-01-01T00:00:00Z', '2026-06-15T12:00:00Z', '2025-01-01T00:00:00Z'],
  },
  { name: 'aws:SecureTransport', operators: ['Bool'], asked: ['true', 'false'], given: ['true', 'false'] },
  {
    name: 'aws:MultiFactorAuthPresent',
    operators: ['Bool'],
    asked: ['true', 'false'],
    given: ['true', 'false'],
  },
  {
    name: 'aws:SourceIp',
    operators: ['IpAddress', 'NotIpAddress'],
    asked: ['203.0.113.9', '203.0.113.200'],
    given: ['203.0.113.0/24', '203.0.113.128/25', '203.0.113.9', '198.51.100.0/24'],
  },
  {
    name: 'aws:SourceArn',
    operators: ARNS,
    asked: ['arn:aws:sns:us-east-1:111122223333:topic', 'arn:aws:sns:eu-west-1:444455556666:topic'],
    given: [
      'arn:aws:sns:us-east-1:111122223333:topic',
      ...['arn:aws:sns:*:111122223333:*', 'arn:aws:sns:us-east-?:*:top*', 'arn:aws:sns:*:444455556666:topic'],
    ],
  },
  {
    name: 'aws:CalledVia',
    operators: ['StringEquals', 'StringLike', 'StringNotEquals'],
    asked: [['athena.amazonaws.com', 'glue.amazonaws.com'], ['athena.amazonaws.com'], ['glue.amazonaws.com']],
    given: ['athena.amazonaws.com', 'glue.amazonaws.com', '*.amazonaws.com'],
    isMulti: true,
  },
];
