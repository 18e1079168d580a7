// The few accounts, callers, resources and actions that the random lines are made of. No chance and no rule here.
import type { Caller } from '../second-reading/line.ts';

export const OWN = '111122223333';
export const OTHER = '444455556666';
export const MANAGEMENT = '999988887777';

export const SAML = `arn:aws:iam::${OWN}:saml-provider/corp`;
export const WEB = 'accounts.example.com';

const user = (account: string, path: string): Caller => ({
  type: 'user',
  arn: `arn:aws:iam::${account}:user/${path}`,
  account,
});

const session = (account: string, path: string, name: string): Caller => ({
  type: 'assumedRole',
  arn: `arn:aws:sts::${account}:assumed-role/${path.split('/').at(-1) ?? ''}/${name}`,
  roleArn: `arn:aws:iam::${account}:role/${path}`,
  account,
});

const federated = (account: string, name: string, issuer: string): Caller => ({
  type: 'federatedUser',
  arn: `arn:aws:sts::${account}:federated-user/${name}`,
  issuerArn: `arn:aws:iam::${account}:user/${issuer}`,
  account,
});

const root = (account: string): Caller => ({ type: 'root', arn: `arn:aws:iam::${account}:root`, account });

const named = (type: 'service' | 'federatedProvider', arn: string): Caller => ({ type, arn, account: null });

/** Those who stand here more than once come more often. */
export const CALLERS: readonly Caller[] = [
  ...[user(OWN, 'ana'), user(OWN, 'ana'), user(OWN, 'ana'), user(OWN, 'team/zoe'), user(OTHER, 'bob')],
  user(OTHER, 'bob'),
  { ...user(MANAGEMENT, 'chief'), inManagementAccount: true },
  ...[session(OWN, 'team/app', 's1'), session(OWN, 'team/app', 's2'), session(OWN, 'ops', 's1')],
  ...[session(OTHER, 'partner', 's1'), session(OWN, 'team/app', 's1')],
  { ...session(MANAGEMENT, 'ops', 's1'), inManagementAccount: true },
  {
    ...session(OWN, 'aws-service-role/spot.amazonaws.com/AWSServiceRoleForSpot', 's1'),
    serviceLinkedRole: true,
  },
  ...[federated(OWN, 'ana', 'ana'), federated(OWN, 'kit', 'team/zoe'), federated(OTHER, 'bob', 'bob')],
  ...[root(OWN), root(OTHER), { ...root(MANAGEMENT), inManagementAccount: true }],
  ...[named('service', 'sns.amazonaws.com'), named('service', 'ec2.amazonaws.com')],
  ...[named('federatedProvider', SAML), named('federatedProvider', WEB)],
  { type: 'anonymous', arn: null, account: null },
];

export interface Target {
  readonly action: string;
  readonly resource: string;
  readonly account: string;
}

const at = (account: string, resource: string, ...actions: readonly string[]): readonly Target[] =>
  actions.map((action) => ({ action, resource, account }));

const objects = ['data/home/ana/x', 'data/red/x', 'data/a*b', 'data/Report.csv'];

export const TARGETS: readonly Target[] = [
  ...objects.flatMap((object) => at(OWN, `arn:aws:s3:::${object}`, 's3:GetObject', 's3:PutObject')),
  ...at(OWN, 'arn:aws:s3:::data', 's3:ListBucket', 'S3:listbucket'),
  ...at(OTHER, 'arn:aws:s3:::far/red/x', 's3:GetObject', 's3:PutObject'),
  ...at(MANAGEMENT, 'arn:aws:s3:::chief/red/x', 's3:GetObject'),
  ...at(OWN, `arn:aws:sqs:us-east-1:${OWN}:jobs`, 'sqs:SendMessage', 'sqs:SendMessage'),
  ...at(OTHER, `arn:aws:sqs:us-east-1:${OTHER}:jobs`, 'sqs:SendMessage'),
  ...at(OWN, `arn:aws:logs:us-east-1:${OWN}:log-group:app:red`, 'logs:PutLogEvents'),
  ...at(OWN, `arn:aws:kms:us-east-1:${OWN}:key/1a`, 'kms:Decrypt', 'kms:Decrypt', 'kms:Encrypt'),
  ...at(OTHER, `arn:aws:kms:us-east-1:${OTHER}:key/2b`, 'kms:Decrypt'),
  ...at(OWN, '*', 's3:ListAllMyBuckets', 'kms:CreateKey'),
  ...at(OWN, `arn:aws:iam::${OWN}:role/team/target`, 'sts:AssumeRole', 'sts:AssumeRole', 'sts:TagSession'),
  ...at(OWN, `arn:aws:iam::${OWN}:role/team/target`, 'sts:SetSourceIdentity'),
  ...at(OTHER, `arn:aws:iam::${OTHER}:role/target`, 'sts:AssumeRole'),
];

/** What only one kind of caller asks for, or what is decided apart. */
export const BUCKET_POLICY: readonly Target[] = [
  ...at(OWN, 'arn:aws:s3:::data', 's3:GetBucketPolicy', 's3:PutBucketPolicy', 's3:DeleteBucketPolicy'),
];
export const ABOUT_ONESELF: readonly Target[] = at(OWN, '*', 'sts:GetCallerIdentity', 'sts:GetSessionToken');
export const UNSIGNED: readonly Target[] = [
  ...at(
    OWN,
    `arn:aws:iam::${OWN}:role/team/target`,
    'sts:AssumeRoleWithSAML',
    'sts:AssumeRoleWithWebIdentity',
  ),
];

/** A name of a Principal element with its kind, the caller's own and everybody's. */
export type NameOf = readonly [kind: string, text: string];

export const NAMES: readonly NameOf[] = [
  ...['*', `arn:aws:iam::${OWN}:user/*`, `arn:aws:iam::${OWN}:user/ana`, `arn:aws:iam::${OTHER}:user/bob`],
  ...[`arn:aws:iam::${OWN}:user/team/zoe`, `arn:aws:iam::${OWN}:user/Ana`, `arn:aws:iam::${OWN}:role/ops`],
  ...[`arn:aws:iam::${OWN}:role/team/app`, `arn:aws:iam::${OTHER}:role/partner`, OWN, OTHER, MANAGEMENT],
  ...[`arn:aws:sts::${OWN}:assumed-role/app/s1`, `arn:aws:sts::${OWN}:federated-user/ana`],
  ...[`arn:aws:iam::${OWN}:root`, `arn:aws:iam::${OTHER}:root`],
].map((text): NameOf => ['AWS', text]);

export const OTHER_NAMES: readonly NameOf[] = [
  ['Service', 'sns.amazonaws.com'],
  ['Service', 'ec2.amazonaws.com'],
  ['Federated', SAML],
  ['Federated', WEB],
  ['CanonicalUser', '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be'],
];

/** Every name that a Principal element can have for a caller. */
export function namesOf({ type, arn, account, roleArn, issuerArn }: Caller): readonly NameOf[] {
  if (type === 'service') return [['Service', arn ?? '']];
  if (type === 'federatedProvider') return [['Federated', arn ?? '']];
  if (account === null) return [['AWS', '*']];
  const texts = [arn, account, `arn:aws:iam::${account}:root`, roleArn, issuerArn];
  return [...new Set(texts)].filter((text) => typeof text === 'string').map((text): NameOf => ['AWS', text]);
}
