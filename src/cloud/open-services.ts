// The door of the simulation: its services, each fetched when one of its operations is first called, and calls that are
// signed with credentials.
import type { accessAnalyzer } from './accessanalyzer/operations.ts';
import type { Services } from './call.ts';
import { fullRefusal } from './full-refusal.ts';
import { IAM } from './iam/operations.ts';
import { modelFault } from './model-fault.ts';
import type { Operation } from './operation.ts';
import { STS } from './sts/operations.ts';

/** Services of which some are still to be fetched. */
export interface OpenServices extends Services {
  /** Is done when the operations of a service are there; of one that is not simulated there are none. */
  readonly ready: (service: string) => Promise<void>;
}

type Fetch = (catalogue: Catalogue) => Promise<readonly Operation[]>;
type Catalogue = Parameters<typeof accessAnalyzer>[0] | undefined;

/** By the prefix of their operations. */
const LATE: Readonly<Record<string, Fetch>> = {
  'access-analyzer': async (catalogue) => {
    const { ACCESS_ANALYZER, accessAnalyzer } = await import('./accessanalyzer/operations.ts');
    return catalogue ? accessAnalyzer(catalogue) : ACCESS_ANALYZER;
  },
  cloudtrail: async () => (await import('./cloudtrail/operations.ts')).CLOUDTRAIL,
  dynamodb: async () => (await import('./dynamodb/operations.ts')).DYNAMODB,
  ec2: async () => (await import('./ec2/operations.ts')).EC2,
  kms: async () => (await import('./kms/operations.ts')).KMS,
  lambda: async () => (await import('./lambda/operations.ts')).LAMBDA,
  organizations: async () => (await import('./organizations/operations.ts')).ORGANIZATIONS,
  s3: async () => (await import('./s3/operations.ts')).S3,
  secretsmanager: async () => (await import('./secretsmanager/operations.ts')).SECRETS_MANAGER,
  sns: async () => (await import('./sns/operations.ts')).SNS,
  sqs: async () => (await import('./sqs/operations.ts')).SQS,
  ssm: async () => (await import('./ssm/operations.ts')).SSM,
};

/**
 * Everything that is simulated.
 * @param catalogue what the findings of documents know of services, actions and keys; read when one is first validated
 */
export function openServices(catalogue?: Catalogue): OpenServices {
  const operations = new Map<string, Operation>();
  const put = (some: readonly Operation[]): void => {
    for (const operation of some) operations.set(operation.name, operation);
  };
  put([...IAM, ...STS]);
  const fetched = new Map<string, Promise<void>>();
  const fetchService = async (service: string): Promise<void> => {
    put((await LATE[service]?.(catalogue)) ?? []);
  };
  return {
    operations,
    fault: modelFault,
    refusal: fullRefusal,
    ready: (service) => {
      const before = fetched.get(service) ?? fetchService(service);
      fetched.set(service, before);
      return before;
    },
  };
}

export { secretOf } from './authenticate.ts';
export { callAs, type Credentials, type SignedCall } from './signed.ts';
export { registerSecurityKey, touchSecurityKey } from './iam/security-keys.ts';
export { AWS_POLICIES } from './iam/aws-managed.ts';
export { blankWorld, profilesOf, type Profile } from './blank.ts';
export { mfaCode, totp } from './totp.ts';
export { answerMetadata, type MetadataAnswer, type MetadataRequest } from './ec2/metadata.ts';
export { describeComputer, type InstanceComputer } from './ec2/computer.ts';
export { answerOf, openInvocation, type Invocation, type Ran } from './lambda/invoke.ts';
export { functionsCalled, type CalledFunction } from './sns/functions.ts';
export { endSession } from './ssm/sessions.ts';
export { issueAssertion, type WantedAssertion } from './idp/assertion.ts';
export { metadataOf } from './idp/metadata.ts';
export { idpOf, issueToken, type Issued, type WantedToken } from './idp/token.ts';
