// Documents that IAM and S3 refuse to save.
import { file, lines, policy, trust } from '../scripts.ts';
import type { ErrorCase, ErrorCases } from './case.ts';

const statement = (given: object): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...given }] });

const saved = (document: string, says: string): ErrorCase => ({
  before: file('p.json', document),
  command: 'aws iam create-policy --policy-name Reading --policy-document file://p.json',
  calling: 'CreatePolicy',
  says,
});

const trusted = (document: string, says: string): ErrorCase => ({
  before: file('trust.json', document),
  command: 'aws iam create-role --role-name Auditor --assume-role-policy-document file://trust.json',
  calling: 'CreateRole',
  says,
});

const TWICE = { Sid: 'Reading', Effect: 'Allow', Action: 's3:Get*', Resource: '*' };

export const DOCUMENTS: ErrorCases = {
  'MalformedPolicyDocument: Syntax errors in policy.': saved(
    '{"Version": "2012-10-17", "Statement": [',
    'Syntax errors in policy.',
  ),
  'MalformedPolicyDocument: The policy failed legacy parsing': saved(
    statement({ Action: 's3:GetObject', Resource: 'arn:aws:s3::orders-2026' }),
    'The policy failed legacy parsing',
  ),
  'MalformedPolicyDocument: Policy statement must contain actions.': saved(
    statement({ Resource: '*' }),
    'Policy statement must contain actions.',
  ),
  'MalformedPolicyDocument: Policy statement must contain resources.': saved(
    statement({ Action: 's3:GetObject' }),
    'Policy statement must contain resources.',
  ),
  'MalformedPolicyDocument: Has prohibited field Resource.': trusted(
    trust({ AWS: '111122223333' }, { Resource: '*' }),
    'Has prohibited field Resource.',
  ),
  'MalformedPolicyDocument: Invalid principal in policy: "AWS":"X"': trusted(
    trust({ AWS: 'arn:aws:iam::111122223333:user/nobody' }),
    'Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:user/nobody"',
  ),
  'MalformedPolicy: Invalid principal in policy': {
    before: lines(
      'aws s3api create-bucket --bucket orders-2026 > made',
      file(
        'b.json',
        statement({
          Principal: { AWS: 'arn:aws:iam::111122223333:user/nobody' },
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::orders-2026/*',
        }),
      ),
    ),
    command: 'aws s3api put-bucket-policy --bucket orders-2026 --policy file://b.json',
    calling: 'PutBucketPolicy',
    says: 'Invalid principal in policy',
  },
  'MalformedPolicyDocument: Statement IDs (SID) in a single policy must be unique.': saved(
    JSON.stringify({ Version: '2012-10-17', Statement: [TWICE, TWICE] }),
    'Statement IDs (SID) in a single policy must be unique.',
  ),
  'MalformedPolicyDocument: Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.':
    saved(
      policy('Allow', 'GetObject'),
      'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
    ),
  'MalformedPolicyDocument: Vendor X is not valid': saved(
    policy('Allow', 's 3:GetObject'),
    'Vendor s 3 is not valid',
  ),
  'MalformedPolicyDocument: Resource X must be in ARN format or "*".': saved(
    policy('Allow', 's3:GetObject', 'orders-2026/*'),
    'Resource orders-2026/* must be in ARN format or "*".',
  ),
  'MalformedPolicyDocument: Policy document should not specify a principal.': saved(
    statement({ Principal: '*', Action: 's3:GetObject', Resource: '*' }),
    'Policy document should not specify a principal.',
  ),
  'MalformedPolicyDocument: AssumeRole policy may only specify STS AssumeRole actions.': trusted(
    trust({ AWS: '111122223333' }, { Action: 'iam:PassRole' }),
    'AssumeRole policy may only specify STS AssumeRole actions.',
  ),
};
