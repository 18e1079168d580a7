// Refusals: each kind of policy that can say no, silent or aloud.
import { asRole, asUser, lines, policy, role, rolePolicy, trust, userPolicy } from '../scripts.ts';
import type { ErrorCase, ErrorCases } from './case.ts';

export const OWN = '111122223333';
export const MEI = `arn:aws:iam::${OWN}:user/mei.tan`;
const AUDITOR = `arn:aws:iam::${OWN}:role/Auditor`;
const AUDITING = `arn:aws:sts::${OWN}:assumed-role/Auditor/mei`;
const USER = 'aws iam create-user --user-name mei.tan';
const NO_USERS = policy('Deny', 'iam:ListUsers');
export const ALL = policy('Allow', '*');
export const POLICY = (name: string, document: string): string =>
  `aws iam create-policy --policy-name ${name} --policy-document '${document}'`;
export const arnOf = (name: string): string => `arn:aws:iam::${OWN}:policy/${name}`;

/** Lines of the administrator, then mei.tan works with a key. */
export const asMei = (...before: readonly string[]): string => lines(USER, ...before, asUser('mei.tan'));

const listing = (before: string, reason: string, who = MEI): ErrorCase => ({
  before,
  command: 'aws iam list-users',
  calling: 'ListUsers',
  says: `User: ${who} is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::${OWN}:user/ ${reason}`,
});

const taking = (before: string, reason: string): ErrorCase => ({
  before,
  command: `aws sts assume-role --role-arn ${AUDITOR} --role-session-name mei`,
  calling: 'AssumeRole',
  says: `User: ${MEI} is not authorized to perform: sts:AssumeRole on resource: ${AUDITOR} ${reason}`,
});

const WHO = 'AccessDenied: User: X is not authorized to perform: X on resource: X';

export const BY_IDENTITY: ErrorCases = {
  [`${WHO} because no identity-based policy allows the X action`]: listing(
    asMei(userPolicy('mei.tan', 'Reading', policy('Allow', 's3:*'))),
    'because no identity-based policy allows the iam:ListUsers action',
  ),
  [`${WHO} with an explicit deny in an identity-based policy`]: listing(
    asMei(userPolicy('mei.tan', 'All', ALL), userPolicy('mei.tan', 'NoUsers', NO_USERS)),
    'with an explicit deny in an identity-based policy',
  ),
  [`${WHO} with an explicit deny in an identity-based policy: X`]: listing(
    asMei(
      userPolicy('mei.tan', 'All', ALL),
      POLICY('NoUsers', NO_USERS),
      `aws iam attach-user-policy --user-name mei.tan --policy-arn ${arnOf('NoUsers')}`,
    ),
    `with an explicit deny in an identity-based policy: ${arnOf('NoUsers')}`,
  ),
  [`${WHO} because no permissions boundary allows the X action`]: listing(
    asMei(
      userPolicy('mei.tan', 'All', ALL),
      POLICY('Ceiling', policy('Allow', 's3:*')),
      `aws iam put-user-permissions-boundary --user-name mei.tan --permissions-boundary ${arnOf('Ceiling')}`,
    ),
    'because no permissions boundary allows the iam:ListUsers action',
  ),
  [`${WHO} with an explicit deny in a permissions boundary: X`]: listing(
    asMei(
      userPolicy('mei.tan', 'All', ALL),
      POLICY('Ceiling', NO_USERS),
      `aws iam put-user-permissions-boundary --user-name mei.tan --permissions-boundary ${arnOf('Ceiling')}`,
    ),
    `with an explicit deny in a permissions boundary: ${arnOf('Ceiling')}`,
  ),
};

const AUDITOR_ROLE = lines(role('Auditor', trust({ AWS: OWN })), rolePolicy('Auditor', ALL));

export const BY_SESSION: ErrorCases = {
  [`${WHO} because no session policy allows the X action`]: listing(
    lines(AUDITOR_ROLE, asRole(AUDITOR, 'mei', `--policy '${policy('Allow', 's3:*')}'`)),
    'because no session policy allows the iam:ListUsers action',
    AUDITING,
  ),
  [`${WHO} with an explicit deny in a session policy`]: listing(
    lines(AUDITOR_ROLE, asRole(AUDITOR, 'mei', `--policy '${NO_USERS}'`)),
    'with an explicit deny in a session policy',
    AUDITING,
  ),
  [`${WHO} with an explicit deny in a session policy: X`]: listing(
    lines(
      AUDITOR_ROLE,
      POLICY('NoUsers', NO_USERS),
      asRole(AUDITOR, 'mei', `--policy-arns arn=${arnOf('NoUsers')}`),
    ),
    `with an explicit deny in a session policy: ${arnOf('NoUsers')}`,
    AUDITING,
  ),
};

const MAY_TAKE = userPolicy('mei.tan', 'Take', policy('Allow', 'sts:*'));

export const BY_TRUST: ErrorCases = {
  [`${WHO} because no role trust policy allows the sts:AssumeRole action`]: taking(
    asMei(MAY_TAKE, role('Auditor', trust({ Service: 'ec2.amazonaws.com' }))),
    'because no role trust policy allows the sts:AssumeRole action',
  ),
  [`${WHO} with an explicit deny in the role trust policy`]: taking(
    asMei(
      MAY_TAKE,
      role(
        'Auditor',
        JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Principal: { AWS: OWN }, Action: 'sts:AssumeRole' },
            { Effect: 'Deny', Principal: { AWS: MEI }, Action: 'sts:AssumeRole' },
          ],
        }),
      ),
    ),
    'with an explicit deny in the role trust policy',
  ),
};

export const ORDERS = 'orders-2026';
const OBJECTS = `arn:aws:s3:::${ORDERS}/*`;
const BUCKET = lines(
  `aws s3api create-bucket --bucket ${ORDERS}`,
  `echo one > one.csv; aws s3api put-object --bucket ${ORDERS} --key one.csv --body one.csv`,
);
const bucketPolicy = (document: string): string =>
  `aws s3api put-bucket-policy --bucket ${ORDERS} --policy '${document}'`;
const onBucket = (effect: 'Allow' | 'Deny', principal: unknown): string =>
  policy(effect, 's3:GetObject', OBJECTS, { Principal: principal });
const reading = (before: string, reason: string, who = MEI): ErrorCase => ({
  before,
  command: `aws s3api get-object --bucket ${ORDERS} --key one.csv copy.csv`,
  calling: 'GetObject',
  says: `User: ${who} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::${ORDERS}/one.csv" ${reason}`.trim(),
});
export const OBJECT = 'AccessDenied: User: X is not authorized to perform: X on resource: "X"';
export const PARTNER = 'arn:aws:iam::444455556666:user/admin';

export const BY_RESOURCE: ErrorCases = {
  [`${OBJECT} because no identity-based policy allows the X action`]: reading(
    asMei(BUCKET),
    'because no identity-based policy allows the s3:GetObject action',
  ),
  [`${OBJECT} because no resource-based policy allows the X action`]: reading(
    lines(BUCKET, 'export AWS_PROFILE=partner'),
    'because no resource-based policy allows the s3:GetObject action',
    PARTNER,
  ),
  [`${OBJECT} with an explicit deny in a resource-based policy`]: reading(
    lines(BUCKET, bucketPolicy(onBucket('Deny', { AWS: `arn:aws:iam::${OWN}:user/admin` }))),
    'with an explicit deny in a resource-based policy',
    `arn:aws:iam::${OWN}:user/admin`,
  ),
  [OBJECT]: reading(
    lines(
      BUCKET,
      'aws organizations remove-account-from-organization --account-id 444455556666 --profile management',
      'export AWS_PROFILE=partner',
    ),
    '',
    PARTNER,
  ),
  'AccessDenied: User: X is not authorized to perform: s3:PutBucketPolicy on resource: "X" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access':
    {
      before: BUCKET,
      command: bucketPolicy(onBucket('Allow', '*')),
      calling: 'PutBucketPolicy',
      says: `User: arn:aws:iam::${OWN}:user/admin is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::${ORDERS}" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access`,
    },
  'AccessDenied: User: X is not authorized to perform: X on resource: "X" because public ACLs are prevented by the BlockPublicAcls setting in S3 Block Public Access':
    {
      before: lines(
        BUCKET,
        `aws s3api put-bucket-ownership-controls --bucket ${ORDERS} --ownership-controls 'Rules=[{ObjectOwnership=BucketOwnerPreferred}]'`,
      ),
      command: `aws s3api put-object --bucket ${ORDERS} --key one.csv --body one.csv --acl public-read`,
      calling: 'PutObject',
      says: `User: arn:aws:iam::${OWN}:user/admin is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::${ORDERS}/one.csv" because public ACLs are prevented by the BlockPublicAcls setting in S3 Block Public Access`,
    },
};

export const ORGANIZATION = 'arn:aws:organizations::999900001111:policy/o-gatehouse1';
export const organizationPolicy = (type: 'SERVICE' | 'RESOURCE', document: string): string =>
  lines(
    `policy=$(aws organizations create-policy --type ${type}_CONTROL_POLICY --name Guardrail --description Guardrail --content '${document}' --query Policy.PolicySummary.Id --output text --profile management)`,
    `aws organizations attach-policy --policy-id $policy --target-id ${OWN} --profile management`,
  );
export const ADMIN = `arn:aws:iam::${OWN}:user/admin`;

export const BY_ORGANIZATION: ErrorCases = {
  [`${WHO} because no service control policy allows the X action`]: listing(
    lines(
      organizationPolicy('SERVICE', policy('Allow', 's3:*')),
      `aws organizations detach-policy --policy-id p-FullAWSAccess --target-id ${OWN} --profile management`,
    ),
    'because no service control policy allows the iam:ListUsers action',
    ADMIN,
  ),
  [`${WHO} with an explicit deny in a service control policy: X`]: listing(
    organizationPolicy('SERVICE', NO_USERS),
    `with an explicit deny in a service control policy: ${ORGANIZATION}/service_control_policy/‹policy›`,
    ADMIN,
  ),
  [`${OBJECT} with an explicit deny in a resource control policy: X`]: reading(
    lines(BUCKET, organizationPolicy('RESOURCE', policy('Deny', 's3:GetObject', '*', { Principal: '*' }))),
    `with an explicit deny in a resource control policy: ${ORGANIZATION}/resource_control_policy/‹policy›`,
    ADMIN,
  ),
};
