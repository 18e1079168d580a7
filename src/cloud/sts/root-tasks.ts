// The policies that bound a root session, one for each task that it is for. Abridged: what the task itself needs.
import type { DocumentText, Named } from '../cloud.ts';

function allowing(...actions: readonly string[]): DocumentText {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
  });
}

/** By the last part of their ARN. Source: ug-central-root. */
export const ROOT_TASKS: Named<DocumentText> = {
  IAMAuditRootUserCredentials: allowing(
    ...['iam:GetUser', 'iam:GetLoginProfile', 'iam:ListAccessKeys', 'iam:GetAccessKeyLastUsed'],
    ...['iam:ListMFADevices', 'iam:ListSigningCertificates', 'iam:GetAccountSummary'],
  ),
  IAMCreateRootUserPassword: allowing('iam:CreateLoginProfile', 'iam:GetLoginProfile'),
  IAMDeleteRootUserCredentials: allowing(
    ...['iam:DeleteAccessKey', 'iam:DeleteSigningCertificate', 'iam:DeleteLoginProfile'],
    ...['iam:DeactivateMFADevice', 'iam:DeleteVirtualMFADevice', 'iam:ListAccessKeys', 'iam:GetUser'],
    ...['iam:ListSigningCertificates', 'iam:GetLoginProfile', 'iam:ListMFADevices', 'iam:UpdateAccessKey'],
  ),
  S3UnlockBucketPolicy: allowing(
    ...['s3:DeleteBucketPolicy', 's3:PutBucketPolicy', 's3:GetBucketPolicy', 's3:ListAllMyBuckets'],
  ),
  SQSUnlockQueuePolicy: allowing(
    ...['sqs:SetQueueAttributes', 'sqs:GetQueueAttributes', 'sqs:ListQueues', 'sqs:GetQueueUrl'],
  ),
};
