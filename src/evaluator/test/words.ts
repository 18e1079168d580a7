// The words that requests and documents are made up of: few, so that they meet.
import type { Request } from '../index.ts';

export const HOME = '111122223333';
const AWAY = '444455556666';
export const OIDC = `arn:aws:iam::${HOME}:oidc-provider/tern.example`;
export const PEOPLE: readonly Request['principal'][] = [
  { type: 'user', arn: `arn:aws:iam::${HOME}:user/sam`, account: HOME },
  { type: 'user', arn: `arn:aws:iam::${AWAY}:user/oskar`, account: AWAY },
  { type: 'user', arn: `arn:aws:iam::${AWAY}:user/priya`, account: AWAY, inManagementAccount: true },
  { type: 'root', arn: `arn:aws:iam::${HOME}:root`, account: HOME },
  ...[HOME, AWAY].map((account) => ({
    type: 'assumedRole' as const,
    arn: `arn:aws:sts::${account}:assumed-role/BatchWorker/run-7`,
    roleArn: `arn:aws:iam::${account}:role/app/BatchWorker`,
    account,
  })),
  {
    type: 'assumedRole',
    arn: `arn:aws:sts::${HOME}:assumed-role/AWSServiceRoleForTern/t`,
    roleArn: `arn:aws:iam::${HOME}:role/aws-service-role/tern/AWSServiceRoleForTern`,
    account: HOME,
    serviceLinkedRole: true,
  },
  {
    type: 'federatedUser',
    arn: `arn:aws:sts::${HOME}:federated-user/mei`,
    issuerArn: `arn:aws:iam::${HOME}:user/mei.tan`,
    account: HOME,
  },
  { type: 'service', arn: 'lambda.amazonaws.com', account: '' },
  { type: 'federatedProvider', arn: OIDC, account: '' },
  { type: 'anonymous', arn: '', account: '' },
];
const FILES = 'arn:aws:s3:::tern-timetables';
export const CALLS: readonly (readonly [action: string, resource: string])[] = [
  ['s3:GetObject', `${FILES}/sam/winter.csv`],
  ['s3:PutObject', `${FILES}/north/winter.csv`],
  ['s3:PutBucketPolicy', FILES],
  ['sts:AssumeRole', `arn:aws:iam::${HOME}:role/app/BatchWorker`],
  ['kms:Decrypt', `arn:aws:kms:eu-west-1:${HOME}:key/1f0c`],
  ['dynamodb:GetItem', `arn:aws:dynamodb:eu-west-1:${HOME}:table/orders`],
];
export const RARE = [
  ['sts:GetCallerIdentity', '*'],
  ['sts:GetSessionToken', '*'],
] as const;
export const ACTIONS = [
  '*',
  '*',
  '*:*',
  's3:*',
  's3:Get*',
  's3:?utObject',
  'sts:*',
  'kms:*',
  'dynamodb:GetItem',
];
export const RESOURCES = [
  ...['*', '*', 'arn:*', `${FILES}*`, `${FILES}/\${aws:username}/*`, `${FILES}/\${*}/*`],
  ...[`${FILES}/\${aws:PrincipalTag/line, 'north'}/*`, 'arn:aws:iam::*:role/*'],
  ...[`arn:aws:dynamodb:*:${HOME}:table/orders`, `arn:aws:kms:eu-*-1:${HOME}:key/*`],
];
export const NAMES = [
  ...['*', HOME, `arn:aws:iam::${AWAY}:root`, OIDC, 'lambda.amazonaws.com'],
  ...PEOPLE.flatMap(({ arn, roleArn, issuerArn }) => [arn, roleArn ?? '', issuerArn ?? '']),
].filter((name) => name !== '');
export const WANTED: readonly (readonly [operator: string, key: string, ...values: string[]])[] = [
  ['StringEquals', 'aws:PrincipalTag/line', 'north', "${aws:username, 'north'}"],
  ['StringNotEquals', 'aws:PrincipalTag/line', 'south', '${aws:username}'],
  ['StringLikeIfExists', 'aws:PrincipalTag/line', 'n*', '${aws:username}?'],
  ['Null', 'aws:PrincipalTag/line', 'true', 'false'],
  ['ForAllValues:StringEquals', 'aws:TagKeys', 'line', 'cost'],
  ['ForAnyValue:StringNotEquals', 'aws:TagKeys', 'line', 'cost'],
  ['ForAnyValue:StringEqualsIfExists', 'aws:TagKeys', 'line', 'cost'],
  ['StringEquals', 'aws:TagKeys', 'line', 'cost'],
  ['NumericLessThan', 's3:max-keys', '10', 'many', '100.5'],
  ['DateGreaterThanEquals', 'aws:CurrentTime', '2026', '2027-01-01'],
  ['NotIpAddress', 'aws:SourceIp', '203.0.113.0/24', '2001:db8::/32'],
  ['ArnNotLike', 'aws:SourceArn', 'arn:aws:sns:*:*:*'],
  ['Bool', 'aws:SecureTransport', 'true', 'false'],
];
export const SEEN: Readonly<Record<string, readonly (string | readonly string[])[]>> = {
  'aws:username': ['sam', '*'],
  'aws:PrincipalTag/line': ['north', 'south', '*'],
  'aws:TagKeys': [['line'], ['line', 'cost'], ['season', 'line'], [], 'line'],
  's3:max-keys': ['9', '50', 'all'],
  'aws:CurrentTime': ['2026-11-23T10:00:00Z', '1'],
  'aws:SourceIp': ['203.0.113.7', '2001:db8::1', '10.0.0.1'],
  'aws:SourceArn': [`arn:aws:sns:eu-west-1:${HOME}:trains`],
  'aws:SecureTransport': ['true', 'false'],
};
