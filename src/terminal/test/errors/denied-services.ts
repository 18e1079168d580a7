// Refusals in the manners of the services: EC2, Lambda, DynamoDB, SNS, KMS, and through an endpoint of a network.
import { lines, policy, role, rolePolicy, trust, userPolicy } from '../scripts.ts';
import type { ErrorCase, ErrorCases } from './case.ts';
import {
  OWN,
  MEI,
  ALL,
  POLICY,
  arnOf,
  asMei,
  ORDERS,
  OBJECT,
  PARTNER,
  ADMIN,
  ORGANIZATION,
  organizationPolicy,
} from './denied.ts';

const EC2 = trust({ Service: 'ec2.amazonaws.com' });
const WEB = `arn:aws:iam::${OWN}:role/Web`;
const LAUNCH = 'aws ec2 run-instances --image-id ami-0abcdef1234567890 --instance-type t3.micro';
const IN_AN_INSTANCE = (document: string): string =>
  lines(
    `aws s3api create-bucket --bucket ${ORDERS}`,
    "vpc=$(aws ec2 describe-vpcs --query 'Vpcs[0].VpcId' --output text)",
    `aws ec2 create-vpc-endpoint --vpc-id $vpc --service-name com.amazonaws.us-east-1.s3 --vpc-endpoint-type Gateway --policy-document '${document}'`,
    role('Web', EC2),
    rolePolicy('Web', ALL),
    'aws iam create-instance-profile --instance-profile-name web',
    'aws iam add-role-to-instance-profile --instance-profile-name web --role-name Web',
    `instance=$(${LAUNCH} --iam-instance-profile Name=web --query 'Instances[0].InstanceId' --output text)`,
    'sleep 60',
  );
const throughEndpoint = (document: string, reason: string): ErrorCase => ({
  before: IN_AN_INSTANCE(document),
  command: `aws ssm start-session --target $instance <<< 'aws s3api get-bucket-location --bucket ${ORDERS}'`,
  calling: 'GetBucketLocation',
  says: `User: arn:aws:sts::${OWN}:assumed-role/Web/‹instance› is not authorized to perform: s3:GetBucketLocation on resource: "arn:aws:s3:::${ORDERS}" ${reason}`,
});

export const BY_ENDPOINT: ErrorCases = {
  [`${OBJECT} because no VPC endpoint policy allows the X action`]: throughEndpoint(
    policy('Allow', 's3:ListBucket', '*', { Principal: '*' }),
    'because no VPC endpoint policy allows the s3:GetBucketLocation action',
  ),
  [`${OBJECT} with an explicit deny in a VPC endpoint policy`]: throughEndpoint(
    policy('Deny', 's3:GetBucketLocation', '*', { Principal: '*' }),
    'with an explicit deny in a VPC endpoint policy',
  ),
};

const IN_PROFILE = lines(
  role('Web', EC2),
  'aws iam create-instance-profile --instance-profile-name web',
  'aws iam add-role-to-instance-profile --instance-profile-name web --role-name Web',
);
const passing = (reason = 'because no identity-based policy allows the iam:PassRole action'): string =>
  `User: ${MEI} is not authorized to perform: iam:PassRole on resource: ${WEB} ${reason}`;
const ENCODED = 'Encoded authorization failure message: ‹encoded›';
const NOT_AUTHORIZED = 'You are not authorized to perform this operation.';

export const IN_SERVICES: ErrorCases = {
  'UnauthorizedOperation: You are not authorized to perform this operation. User: X is not authorized to perform: ec2:RunInstances on resource: X with an explicit deny in a service control policy: X. Encoded authorization failure message: X':
    {
      before: organizationPolicy('SERVICE', policy('Deny', 'ec2:RunInstances')),
      command: LAUNCH,
      calling: 'RunInstances',
      says: `${NOT_AUTHORIZED} User: ${ADMIN} is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:us-east-1:${OWN}:instance/* with an explicit deny in a service control policy: ${ORGANIZATION}/service_control_policy/‹policy›. ${ENCODED}`,
    },
  'UnauthorizedOperation: You are not authorized to perform this operation. User: X is not authorized to perform: ec2:DescribeInstances because no identity-based policy allows the ec2:DescribeInstances action':
    {
      before: asMei(),
      command: 'aws ec2 describe-instances',
      calling: 'DescribeInstances',
      says: `${NOT_AUTHORIZED} User: ${MEI} is not authorized to perform: ec2:DescribeInstances because no identity-based policy allows the ec2:DescribeInstances action`,
    },
  'DryRunOperation: Request would have succeeded, but DryRun flag is set.': {
    command: `${LAUNCH} --dry-run`,
    calling: 'RunInstances',
    says: 'Request would have succeeded, but DryRun flag is set.',
  },
  'UnauthorizedOperation: You are not authorized to perform this operation. User: X is not authorized to perform: iam:PassRole on resource: X because no identity-based policy allows the iam:PassRole action. Encoded authorization failure message: X':
    {
      before: asMei(IN_PROFILE, userPolicy('mei.tan', 'Launch', policy('Allow', 'ec2:*'))),
      command: `${LAUNCH} --iam-instance-profile Name=web`,
      calling: 'RunInstances',
      says: `${NOT_AUTHORIZED} ${passing()}. ${ENCODED}`,
    },
  'AccessDeniedException: User: X is not authorized to perform: iam:PassRole on resource: X because no identity-based policy allows the iam:PassRole action':
    {
      before: lines(
        asMei(
          role('Web', trust({ Service: 'lambda.amazonaws.com' })),
          userPolicy('mei.tan', 'Functions', policy('Allow', 'lambda:*')),
        ),
        "echo 'aws sts get-caller-identity' > handler.sh",
        'zip -q code.zip handler.sh',
      ),
      command: `aws lambda create-function --function-name orders --runtime provided.al2023 --handler handler.sh --role ${WEB} --zip-file fileb://code.zip`,
      calling: 'CreateFunction',
      says: passing(),
    },
  'AccessDenied: User: X is not authorized to perform: iam:PassRole on resource: X because no permissions boundary allows the iam:PassRole action':
    {
      before: asMei(
        IN_PROFILE,
        'aws iam remove-role-from-instance-profile --instance-profile-name web --role-name Web',
        userPolicy('mei.tan', 'All', ALL),
        POLICY('Ceiling', policy('Allow', ['iam:AddRoleToInstanceProfile'])),
        `aws iam put-user-permissions-boundary --user-name mei.tan --permissions-boundary ${arnOf('Ceiling')}`,
      ),
      command: 'aws iam add-role-to-instance-profile --instance-profile-name web --role-name Web',
      calling: 'AddRoleToInstanceProfile',
      says: passing('because no permissions boundary allows the iam:PassRole action'),
    },
  'AccessDenied: User: X is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the s3:ListAllMyBuckets action':
    {
      before: asMei(),
      command: 'aws s3api list-buckets',
      calling: 'ListBuckets',
      says: `User: ${MEI} is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the s3:ListAllMyBuckets action`,
    },
  'AccessDeniedException: User: X is not authorized to perform: dynamodb:PutItem on resource: X because no identity-based policy allows the dynamodb:PutItem action':
    {
      before: asMei(
        'aws dynamodb create-table --table-name Orders --attribute-definitions AttributeName=id,AttributeType=S --key-schema AttributeName=id,KeyType=HASH --billing-mode PAY_PER_REQUEST',
        'sleep 10',
      ),
      command: `aws dynamodb put-item --table-name Orders --item '{"id": {"S": "1"}}'`,
      calling: 'PutItem',
      says: `User: ${MEI} is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:us-east-1:${OWN}:table/Orders because no identity-based policy allows the dynamodb:PutItem action`,
    },
  'AuthorizationError: User: X is not authorized to perform: SNS:Publish on resource: X because no identity-based policy allows the SNS:Publish action':
    {
      before: lines('aws sns create-topic --name orders', asMei()),
      command: `aws sns publish --topic-arn arn:aws:sns:us-east-1:${OWN}:orders --message hello`,
      calling: 'Publish',
      says: `User: ${MEI} is not authorized to perform: SNS:Publish on resource: arn:aws:sns:us-east-1:${OWN}:orders because no identity-based policy allows the SNS:Publish action`,
    },
  'AccessDeniedException: User: X is not authorized to perform: kms:Decrypt on resource: X because no resource-based policy allows the kms:Decrypt action':
    {
      before: lines(
        'key=$(aws kms create-key --query KeyMetadata.Arn --output text)',
        'echo secret > plain',
        'aws kms encrypt --key-id $key --plaintext fileb://plain --query CiphertextBlob --output text | base64 -d > sealed',
        'export AWS_PROFILE=partner',
      ),
      command: 'aws kms decrypt --ciphertext-blob fileb://sealed --key-id $key',
      calling: 'Decrypt',
      says: `User: ${PARTNER} is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-east-1:${OWN}:key/‹uuid› because no resource-based policy allows the kms:Decrypt action`,
    },
};
