// What an event was about: the things that its call named, with the types that CloudTrail gives them.
import { isStructure, textOf, type Input } from '../operation.ts';
import type { CallEvent } from '../event.ts';

export interface EventResource {
  readonly ResourceType: string;
  readonly ResourceName: string;
}

const TYPES: Readonly<Record<string, string>> = {
  UserName: 'AWS::IAM::User',
  RoleName: 'AWS::IAM::Role',
  RoleArn: 'AWS::IAM::Role',
  GroupName: 'AWS::IAM::Group',
  PolicyArn: 'AWS::IAM::Policy',
  PolicyName: 'AWS::IAM::Policy',
  InstanceProfileName: 'AWS::IAM::InstanceProfile',
  AccessKeyId: 'AWS::IAM::AccessKey',
  SerialNumber: 'AWS::IAM::MfaDevice',
  Bucket: 'AWS::S3::Bucket',
  TableName: 'AWS::DynamoDB::Table',
  FunctionName: 'AWS::Lambda::Function',
  KeyId: 'AWS::KMS::Key',
  SecretId: 'AWS::SecretsManager::Secret',
  QueueUrl: 'AWS::SQS::Queue',
  TopicArn: 'AWS::SNS::Topic',
  InstanceId: 'AWS::EC2::Instance',
};

/** Every thing once, in the order in which the call and its answer name them. */
export function resourcesOf({ input, reply = {} }: CallEvent): readonly EventResource[] {
  const found = [...namedIn(input), ...namedIn(reply)];
  return [...new Map(found.map((one) => [`${one.ResourceType} ${one.ResourceName}`, one])).values()];
}

/** What a structure names, and the structures in it; lists of things are no subject. */
function namedIn(members: Input): readonly EventResource[] {
  return Object.entries(members).flatMap(([member, value]) => {
    if (member === 'AssumedRoleUser' && isStructure(value))
      return [{ ResourceType: 'AWS::STS::AssumedRole', ResourceName: textOf(value, 'Arn') }];
    if (isStructure(value)) return namedIn(value);
    const ResourceType = TYPES[member];
    return ResourceType !== undefined && typeof value === 'string' && value !== ''
      ? [{ ResourceType, ResourceName: value }]
      : [];
  });
}
