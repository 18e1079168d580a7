// The table's rows for Lambda: invoking, permissions, tags; and what they share with those for functions.
import type { Row, Step } from './row.ts';

export const NAME = { FunctionName: 'nightly' };
export const ARN = 'arn:aws:lambda:us-east-1:111122223333:function:nightly';
export const ROLE = 'arn:aws:iam::111122223333:role/night';
/** A zip with one small file. */
export const ZIP =
  'UEsDBBQAAAAAAAAAIVwAAAAAAAAAAAAAAAAIAAAAaW5kZXguc2hQSwECFAMUAAAAAAAAACFcAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAgAEAAAAAaW5kZXguc2hQSwUGAAAAAAEAAQA2AAAAJgAAAAAA';
export const CREATE = { ...NAME, Runtime: 'provided.al2023', Handler: 'index.handler', Role: ROLE };
export const WITH_CODE = { ...CREATE, Code: { ZipFile: ZIP } };
const trust = (service: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  });
export const role = (service: string): Step => [
  'default',
  'iam:CreateRole',
  { RoleName: 'night', AssumeRolePolicyDocument: trust(service) },
];
export const NIGHT = role('lambda.amazonaws.com');
export const MADE: readonly Step[] = [NIGHT, ['default', 'lambda:CreateFunction', WITH_CODE]];
const PERMISSION = {
  ...NAME,
  ...{ StatementId: 'bucket', Action: 'lambda:InvokeFunction', Principal: 's3.amazonaws.com' },
  ...{ SourceArn: 'arn:aws:s3:::tern-timetables', SourceAccount: '111122223333' },
};
const PERMITTED: readonly Step[] = [...MADE, ['default', 'lambda:AddPermission', PERMISSION]];
const STATEMENT =
  `{"Sid":"bucket","Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},` +
  `"Action":"lambda:InvokeFunction","Resource":"${ARN}",` +
  `"Condition":{"StringEquals":{"AWS:SourceAccount":"111122223333"},` +
  `"ArnLike":{"AWS:SourceArn":"arn:aws:s3:::tern-timetables"}}}`;

export const ABSENT = {
  code: 'ResourceNotFoundException',
  before: [],
  input: NAME,
  message: `Function not found: ${ARN}`,
};
const absent = (more: object) => ({ ...ABSENT, input: { ...NAME, ...more } });
const WRONG_REVISION = '01234567-89ab-4cde-8f01-23456789abcd';
export const precondition = (more: object) => ({
  code: 'PreconditionFailedException',
  input: { ...NAME, ...more, RevisionId: WRONG_REVISION },
});

export const storage = 'nothing here grows so large';
export const bad = 'the model knows what may stand here';
const noBlock = 'blocking public policies is no setting of Lambda that is simulated';
const elsewhere = 'a network, a file system or a key of the function is not looked at when it runs';
const durable = 'durable executions are not simulated';

/** Ways to fail that Invoke has from what is not simulated. */
const NEVER_INVOKED = Object.fromEntries([
  ...[
    ...[
      'EC2AccessDenied',
      'EC2Throttled',
      'EC2Unexpected',
      'EFSIO',
      'EFSMountConnectivity',
      'EFSMountFailure',
    ],
    ...['EFSMountTimeout', 'ENILimitReached', 'ENINotReady', 'InvalidSecurityGroupID', 'InvalidSubnetID'],
    ...['KMSAccessDenied', 'KMSDisabled', 'KMSInvalidState', 'KMSNotFound', 'S3FilesMountConnectivity'],
    ...['S3FilesMountFailure', 'S3FilesMountTimeout', 'SubnetIPAddressLimitReached'],
  ].map((code) => [code, elsewhere] as const),
  ...['SnapStart', 'SnapStartNotReady', 'SnapStartRegenerationFailure', 'SnapStartTimeout'].map(
    (code) => [code, 'nothing is started from a picture'] as const,
  ),
  ...['CodeArtifactUserDeleted', 'CodeArtifactUserFailed', 'CodeArtifactUserPending'].map(
    (code) => [code, 'code comes from a zip alone'] as const,
  ),
  ...['DurableExecutionAlreadyStarted', 'ModeNotSupported', 'NoPublishedVersion', 'RecursiveInvocation'].map(
    (code) => [code, durable] as const,
  ),
  ...([
    ['InvalidParameterValue', bad],
    ['InvalidRuntime', bad],
    ['InvalidZipFile', 'what is no zip does not become a function'],
    ['RequestTooLarge', storage],
    ['ResourceConflict', 'an invocation waits until the function is ready'],
    ['ResourceNotReady', 'an invocation waits until the function is ready'],
    ['SerializedRequestEntityTooLarge', storage],
    ['ServiceQuotaExceeded', storage],
    ['UnsupportedMediaType', 'the command line sends JSON'],
  ] as const),
]);

export const LAMBDA_USE_ROWS: readonly Row[] = [
  {
    operation: 'lambda:Invoke',
    before: MADE,
    input: { ...NAME, Payload: 'e30=', LogType: 'Tail' },
    needs: ['lambda:InvokeFunction'],
    reply: { StatusCode: 200, ExecutedVersion: '$LATEST' },
    faults: [
      ABSENT,
      { code: 'InvalidRequestContentException', input: { ...NAME, Payload: 'bm8=' } },
      {
        code: 'AccessDeniedException',
        before: [
          ...MADE,
          [
            'default',
            'iam:UpdateAssumeRolePolicy',
            { RoleName: 'night', PolicyDocument: trust('ec2.amazonaws.com') },
          ],
        ],
        input: NAME,
      },
    ],
    never: NEVER_INVOKED,
  },
  {
    operation: 'lambda:AddPermission',
    before: MADE,
    input: PERMISSION,
    needs: ['lambda:AddPermission'],
    reply: { Statement: STATEMENT },
    faults: [
      { ...ABSENT, input: PERMISSION },
      {
        code: 'ResourceConflictException',
        before: PERMITTED,
        input: PERMISSION,
        message:
          'The statement id (bucket) provided already exists. Please provide a new statement id, or remove the existing statement.',
      },
      {
        code: 'InvalidParameterValueException',
        input: { ...PERMISSION, Principal: 'arn:aws:iam::111122223333:role/nobody' },
        message: 'The provided principal was invalid. Please check the principal and try again.',
      },
      precondition(PERMISSION),
      {
        code: 'PolicyLengthExceededException',
        input: {
          ...PERMISSION,
          EventSourceToken: 'x'.repeat(256),
          SourceArn: `arn:aws:s3:::${'x'.repeat(21_000)}`,
        },
      },
    ],
    never: { PublicPolicy: noBlock },
  },
  {
    operation: 'lambda:RemovePermission',
    before: PERMITTED,
    input: { ...NAME, StatementId: 'bucket' },
    needs: ['lambda:RemovePermission'],
    faults: [
      absent({ StatementId: 'bucket' }),
      {
        code: 'ResourceNotFoundException',
        before: MADE,
        input: { ...NAME, StatementId: 'bucket' },
        message: 'No policy is associated with the given resource.',
      },
      {
        code: 'ResourceNotFoundException',
        input: { ...NAME, StatementId: 'other' },
        message: 'Statement other is not found in resource policy.',
      },
      precondition({ StatementId: 'bucket' }),
    ],
    never: { InvalidParameterValue: bad, PublicPolicy: noBlock },
  },
  {
    operation: 'lambda:GetPolicy',
    before: PERMITTED,
    input: NAME,
    needs: ['lambda:GetPolicy'],
    reply: { Policy: `{"Version":"2012-10-17","Id":"default","Statement":[${STATEMENT}]}` },
    faults: [
      ABSENT,
      {
        code: 'ResourceNotFoundException',
        before: MADE,
        input: NAME,
        message: 'The resource you requested does not exist.',
      },
    ],
    never: { InvalidParameterValue: bad },
  },
  {
    operation: 'lambda:TagResource',
    before: MADE,
    input: { Resource: ARN, Tags: { team: 'booking' } },
    needs: ['lambda:TagResource'],
    faults: [
      { ...ABSENT, input: { Resource: ARN, Tags: { team: 'booking' } } },
      { code: 'InvalidParameterValueException', input: { Resource: ARN, Tags: { 'aws:team': 'x' } } },
    ],
    never: { ResourceConflict: 'there is no second caller' },
  },
  {
    operation: 'lambda:UntagResource',
    before: MADE,
    input: { Resource: ARN, TagKeys: ['team'] },
    needs: ['lambda:UntagResource'],
    faults: [{ ...ABSENT, input: { Resource: ARN, TagKeys: ['team'] } }],
    never: { InvalidParameterValue: bad, ResourceConflict: 'there is no second caller' },
  },
  {
    operation: 'lambda:ListTags',
    before: [...MADE, ['default', 'lambda:TagResource', { Resource: ARN, Tags: { team: 'booking' } }]],
    input: { Resource: ARN },
    needs: ['lambda:ListTags'],
    reply: { Tags: { team: 'booking' } },
    faults: [{ ...ABSENT, input: { Resource: ARN } }],
    never: { InvalidParameterValue: bad },
  },
];
