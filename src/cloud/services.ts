// Every simulated service at once, for who needs them all: the door fetches each when it is called.
import { ACCESS_ANALYZER } from './accessanalyzer/operations.ts';
import { CLOUDTRAIL } from './cloudtrail/operations.ts';
import { DYNAMODB } from './dynamodb/operations.ts';
import { EC2 } from './ec2/operations.ts';
import { IAM } from './iam/operations.ts';
import { KMS } from './kms/operations.ts';
import { LAMBDA } from './lambda/operations.ts';
import { ORGANIZATIONS } from './organizations/operations.ts';
import { S3 } from './s3/operations.ts';
import { SECRETS_MANAGER } from './secretsmanager/operations.ts';
import { SNS } from './sns/operations.ts';
import { SQS } from './sqs/operations.ts';
import { SSM } from './ssm/operations.ts';
import { STS } from './sts/operations.ts';
import type { Services } from './call.ts';
import { fullRefusal } from './full-refusal.ts';
import { modelFault } from './model-fault.ts';
import { byName } from './operation.ts';

/** Everything that is simulated. */
export const SERVICES: Services = {
  operations: byName([
    ...ACCESS_ANALYZER,
    ...CLOUDTRAIL,
    ...DYNAMODB,
    ...EC2,
    ...IAM,
    ...KMS,
    ...LAMBDA,
    ...ORGANIZATIONS,
    ...S3,
    ...SECRETS_MANAGER,
    ...SNS,
    ...SQS,
    ...SSM,
    ...STS,
  ]),
  fault: modelFault,
  refusal: fullRefusal,
};

export * from './open-services.ts';
