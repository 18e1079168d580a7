// The whole table of operations, service by service.
import type { Row } from './row.ts';
import { ACCESS_ANALYZER_ROWS } from './accessanalyzer.ts';
import { CLOUDTRAIL_ROWS } from './cloudtrail.ts';
import { DYNAMODB_ROWS } from './dynamodb.ts';
import { EC2_ROWS } from './ec2.ts';
import { IAM_ACCOUNT_ROWS } from './iam-account.ts';
import { IAM_CREDENTIAL_ROWS } from './iam-credentials.ts';
import { IAM_GROUP_ROWS } from './iam-groups.ts';
import { IAM_POLICY_ROWS } from './iam-policies.ts';
import { IAM_PROVIDER_ROWS } from './iam-providers.ts';
import { IAM_ROLE_ROWS } from './iam-roles.ts';
import { IAM_USERS } from './iam-users.ts';
import { KMS_ROWS } from './kms.ts';
import { LAMBDA_ROWS } from './lambda.ts';
import { ORGANIZATIONS_ROWS } from './organizations.ts';
import { S3_ROWS } from './s3.ts';
import { SECRETS_MANAGER_ROWS } from './secretsmanager.ts';
import { SNS_ROWS } from './sns.ts';
import { SQS_ROWS } from './sqs.ts';
import { SSM_ROWS } from './ssm.ts';
import { STS_ROWS } from './sts.ts';

export const TABLE: readonly Row[] = [
  ...ACCESS_ANALYZER_ROWS,
  ...CLOUDTRAIL_ROWS,
  ...DYNAMODB_ROWS,
  ...EC2_ROWS,
  ...IAM_ACCOUNT_ROWS,
  ...IAM_CREDENTIAL_ROWS,
  ...IAM_GROUP_ROWS,
  ...IAM_POLICY_ROWS,
  ...IAM_PROVIDER_ROWS,
  ...IAM_ROLE_ROWS,
  ...IAM_USERS,
  ...KMS_ROWS,
  ...LAMBDA_ROWS,
  ...ORGANIZATIONS_ROWS,
  ...S3_ROWS,
  ...SECRETS_MANAGER_ROWS,
  ...SNS_ROWS,
  ...SQS_ROWS,
  ...SSM_ROWS,
  ...STS_ROWS,
];
