// The door of the whole simulation: every service with its models, and calls that are signed with credentials.
import { ACCESS_ANALYZER, accessAnalyzer } from './accessanalyzer/operations.ts';
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

/**
 * The same, where the findings of documents also say which services, actions and keys AWS has.
 * @param catalogue read when a document is first validated
 */
export function servicesWith(catalogue: Parameters<typeof accessAnalyzer>[0]): Services {
  return {
    ...SERVICES,
    operations: new Map([...SERVICES.operations, ...byName(accessAnalyzer(catalogue))]),
  };
}

export { callAs, type Credentials, type SignedCall } from './signed.ts';
export { AWS_POLICIES } from './iam/aws-managed.ts';
export { blankWorld, profilesOf, type Profile } from './blank.ts';
export { mfaCode, totp } from './totp.ts';
export { answerMetadata, type MetadataAnswer, type MetadataRequest } from './ec2/metadata.ts';
export { describeComputer, type InstanceComputer } from './ec2/computer.ts';
export { answerOf, openInvocation, type Invocation, type Ran } from './lambda/invoke.ts';
export { endSession } from './ssm/sessions.ts';
export { issueAssertion, type WantedAssertion } from './idp/assertion.ts';
export { metadataOf } from './idp/metadata.ts';
export { idpOf, issueToken, type Issued, type WantedToken } from './idp/token.ts';
