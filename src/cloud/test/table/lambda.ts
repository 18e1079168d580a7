// The table's rows for Lambda: functions. Invoking, permissions and tags have a file of their own.
import { accountOf, type Cloud } from '../../index.ts';
import { withAccount } from '../../cloud.ts';
import type { LambdaFunction } from '../../lambda/state.ts';
import {
  ABSENT,
  ARN,
  bad,
  MADE,
  NAME,
  NIGHT,
  precondition,
  ROLE,
  role,
  storage,
  ZIP,
  CREATE,
  LAMBDA_USE_ROWS,
  WITH_CODE,
} from './lambda-use.ts';
import type { Row } from './row.ts';

const EMPTY_ZIP = 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==';
/** A world with a function that was made long before. */
function early(cloud: Cloud): Cloud {
  const nightly: LambdaFunction = {
    ...{
      name: 'nightly',
      region: 'us-east-1',
      role: ROLE,
      runtime: 'provided.al2023',
      handler: 'index.handler',
    },
    ...{ description: '', timeout: 3, memory: 128, environment: {}, architecture: 'x86_64', storage: 512 },
    ...{ code: { zip: ZIP, size: 118, sha256: '' }, subnets: [], groups: [], tracing: 'PassThrough' },
    ...{ created: cloud.time - 60_000, modified: cloud.time - 60_000, revision: 'first' },
  };
  const functions = { 'us-east-1 nightly': nightly };
  return withAccount(cloud, { ...accountOf(cloud, '111122223333'), lambda: { functions } });
}

const absent = (more: object) => ({ ...ABSENT, input: { ...NAME, ...more } });
const signing = 'code signing is not simulated';
const SIGNING = {
  CodeSigningConfigNotFound: signing,
  CodeVerificationFailed: signing,
  InvalidCodeSignature: signing,
};
export const LAMBDA_ROWS: readonly Row[] = [
  {
    operation: 'lambda:CreateFunction',
    before: [NIGHT],
    input: { ...WITH_CODE, Timeout: 30, Environment: { Variables: { TABLE: 'tides' } } },
    needs: ['lambda:CreateFunction', 'iam:PassRole'],
    reply: {
      ...{ FunctionName: 'nightly', FunctionArn: ARN, Role: ROLE, Timeout: 30, MemorySize: 128 },
      ...{ State: 'Pending', StateReasonCode: 'Creating', Version: '$LATEST', CodeSize: 114 },
      Environment: { Variables: { TABLE: 'tides' } },
    },
    faults: [
      {
        code: 'InvalidParameterValueException',
        before: [role('ec2.amazonaws.com')],
        input: WITH_CODE,
        message: 'The role defined for the function cannot be assumed by Lambda.',
      },
      {
        code: 'InvalidParameterValueException',
        input: { ...CREATE, Code: { ZipFile: 'bm8gemlw' } },
        message: 'Could not unzip uploaded file. Please check your file, then try to upload again.',
      },
      {
        code: 'InvalidParameterValueException',
        input: { ...CREATE, Code: { ZipFile: EMPTY_ZIP } },
        message: 'Uploaded file must be a non-empty zip',
      },
      {
        code: 'AccessDeniedException',
        input: { ...WITH_CODE, Role: 'arn:aws:iam::444455556666:role/night' },
        message: 'Cross-account pass role is not allowed.',
      },
      {
        code: 'ResourceConflictException',
        before: MADE,
        input: WITH_CODE,
        message: 'Function already exist: nightly',
      },
    ],
    never: {
      ...SIGNING,
      CodeStorageExceeded: storage,
      FunctionVersionsPerCapacityProviderLimitExceeded: 'there are no capacity providers',
      ResourceNotFound: 'layers are not looked at',
    },
  },
  {
    operation: 'lambda:GetFunction',
    before: MADE,
    input: NAME,
    needs: ['lambda:GetFunction'],
    reply: { Configuration: { FunctionArn: ARN, State: 'Pending' }, Code: { RepositoryType: 'S3' } },
    faults: [ABSENT],
    never: { InvalidParameterValue: bad },
  },
  {
    operation: 'lambda:GetFunctionConfiguration',
    before: MADE,
    input: { FunctionName: ARN },
    needs: ['lambda:GetFunctionConfiguration'],
    reply: { FunctionName: 'nightly' },
    faults: [
      ABSENT,
      {
        code: 'ResourceNotFoundException',
        input: { ...NAME, Qualifier: '7' },
        message: `Function not found: ${ARN}:7`,
      },
    ],
    never: { InvalidParameterValue: bad },
  },
  {
    operation: 'lambda:ListFunctions',
    before: MADE,
    input: {},
    needs: ['lambda:ListFunctions'],
    reply: { Functions: [{ FunctionName: 'nightly' }] },
    faults: [{ code: 'InvalidParameterValueException', input: { Marker: 'x' } }],
  },
  {
    operation: 'lambda:UpdateFunctionCode',
    world: early,
    input: { ...NAME, ZipFile: ZIP },
    needs: ['lambda:UpdateFunctionCode'],
    reply: { LastUpdateStatus: 'InProgress', State: 'Active' },
    faults: [
      { ...absent({ ZipFile: ZIP }), world: (blank) => blank },
      { code: 'InvalidParameterValueException', input: { ...NAME, ZipFile: 'bm8gemlw' } },
      precondition({ ZipFile: ZIP }),
      {
        code: 'ResourceConflictException',
        world: (blank) => blank,
        before: MADE,
        input: { ...NAME, ZipFile: ZIP },
      },
    ],
    never: { ...SIGNING, CodeStorageExceeded: storage },
  },
  {
    operation: 'lambda:UpdateFunctionConfiguration',
    world: early,
    before: [NIGHT],
    input: { ...NAME, Role: ROLE, Timeout: 60 },
    needs: ['lambda:UpdateFunctionConfiguration', 'iam:PassRole'],
    reply: { Timeout: 60, LastUpdateStatus: 'InProgress' },
    faults: [
      { ...absent({ Timeout: 60 }), world: (blank) => blank },
      {
        code: 'InvalidParameterValueException',
        world: early,
        before: [],
        input: { ...NAME, Role: ROLE },
      },
      precondition({ Timeout: 60 }),
      {
        code: 'ResourceConflictException',
        world: early,
        before: [['default', 'lambda:UpdateFunctionConfiguration', { ...NAME, Timeout: 5 }]],
        input: { ...NAME, Timeout: 6 },
        message: `The operation cannot be performed at this time. An update is in progress for resource: ${ARN}`,
      },
    ],
    never: SIGNING,
  },
  {
    operation: 'lambda:DeleteFunction',
    before: MADE,
    input: NAME,
    needs: ['lambda:DeleteFunction'],
    reply: { StatusCode: 204 },
    faults: [ABSENT, { code: 'InvalidParameterValueException', input: { ...NAME, Qualifier: '$LATEST' } }],
    never: { ResourceConflict: 'nothing else hangs on a function' },
  },
  ...LAMBDA_USE_ROWS,
];
