// The resources that an analyzer looks at, each with its policy as it reads now. Who gets in is not known here.
import { lookup, roleArn, type Account, type Cloud } from '../cloud.ts';
import { organizationOf } from '../organization.ts';
import { unpinned } from '../pins.ts';
import { resourcePolicyOf } from '../resource-policy.ts';
import { SERVICE_PATH } from '../session.ts';

export interface Analyzed {
  readonly arn: string;
  /** Such as `AWS::S3::Bucket`. */
  readonly type: string;
  readonly owner: string;
  readonly policy: string;
  readonly kind: 'trust' | 'resource';
}

/** By what an ARN begins with after its partition. Source: ug-access-analyzer. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^kms:[^:]*:\d+:key\//, 'AWS::KMS::Key'],
  [/^sqs:/, 'AWS::SQS::Queue'],
  [/^sns:/, 'AWS::SNS::Topic'],
  [/^secretsmanager:/, 'AWS::SecretsManager::Secret'],
  [/^lambda:[^:]*:\d+:function:/, 'AWS::Lambda::Function'],
  [/^lambda:[^:]*:\d+:layer:/, 'AWS::Lambda::LayerVersion'],
  [/^dynamodb:[^:]*:\d+:table\/[^/]+\/stream\//, 'AWS::DynamoDB::Stream'],
  [/^dynamodb:/, 'AWS::DynamoDB::Table'],
];

/** The accounts inside the zone of trust of an analyzer. */
export function zoneOf(cloud: Cloud, account: Account, type: string): ReadonlySet<string> {
  const organization = type.startsWith('ORGANIZATION') ? organizationOf(cloud, account.id) : undefined;
  return new Set(organization ? Object.keys(organization.members) : [account.id]);
}

/** What an analyzer looks at: roles and buckets everywhere, the others of its region. */
export function analyzedIn(
  cloud: Cloud,
  account: Account,
  analyzer: string,
  type: string,
): readonly Analyzed[] {
  const region = analyzer.split(':')[3] ?? '';
  return [...zoneOf(cloud, account, type)].flatMap((id) => {
    const owner = lookup(cloud.accounts, id);
    return owner ? [...roles(cloud, owner), ...buckets(cloud, owner), ...others(cloud, owner, region)] : [];
  });
}

function roles(cloud: Cloud, owner: Account): readonly Analyzed[] {
  return Object.entries(owner.roles)
    .filter(([, { path }]) => !path.startsWith(SERVICE_PATH))
    .map(([name, role]) => ({
      arn: roleArn(owner, name),
      type: 'AWS::IAM::Role',
      owner: owner.id,
      policy: unpinned(cloud, role.trust, role.pins),
      kind: 'trust',
    }));
}

function buckets(cloud: Cloud, owner: Account): readonly Analyzed[] {
  return Object.keys(owner.buckets).flatMap((name) => {
    const arn = `arn:aws:s3:::${name}`;
    const found = resourcePolicyOf(cloud, owner, { action: 's3:GetObject', on: arn });
    return found
      ? [{ arn, type: 'AWS::S3::Bucket', owner: owner.id, policy: found.text, kind: 'resource' as const }]
      : [];
  });
}

function others(cloud: Cloud, owner: Account, region: string): readonly Analyzed[] {
  return Object.entries(owner.resourcePolicies ?? {}).flatMap(([arn, { text, pins }]) => {
    const type = TYPES.find(([form]) => form.test(arn.split(':').slice(2).join(':')))?.[1];
    if (type === undefined || arn.split(':')[3] !== region) return [];
    return [{ arn, type, owner: owner.id, policy: unpinned(cloud, text, pins), kind: 'resource' as const }];
  });
}
