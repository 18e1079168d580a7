// The table's rows for Systems Manager: parameters. Instances and sessions have a file of their own.
import { accountOf, type Cloud } from '../../index.ts';
import { withAccount } from '../../cloud.ts';
import type { Reply } from '../../operation.ts';
import type { Row, Step } from './row.ts';
import { SSM_SESSION_ROWS } from './ssm-sessions.ts';

const ACCOUNT = '111122223333';
const PORT: Step = ['default', 'ssm:PutParameter', { Name: '/app/port', Type: 'String', Value: '80' }];
const ARN = `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/app/port`;
const KEY: Step = ['default', 'kms:CreateKey', {}];
const keyIn = (replies: readonly Reply[]): string =>
  /"KeyId":"([0-9a-f-]{36})"/.exec(JSON.stringify(replies))?.[1] ?? '';
const NO_KEY = '01234567-89ab-4cde-8f01-23456789abcd';
const tags = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, i) => ({ Key: `k${i}`, Value: 'v' }));
const secret = (replies: readonly Reply[]) => ({
  Name: '/app/secret',
  Type: 'SecureString',
  Value: 's3cret',
  KeyId: keyIn(replies),
});
const SECRET: readonly Step[] = [KEY, ['default', 'ssm:PutParameter', secret]];
const SHUT: readonly Step[] = [
  ...SECRET,
  ['default', 'kms:DisableKey', (replies) => ({ KeyId: keyIn(replies) })],
];

/** A world whose first account is full of parameters. */
function crowded(cloud: Cloud): Cloud {
  const versions = [{ number: 1, value: 'v', modified: cloud.time, by: '' }];
  const all = Array.from({ length: 10_000 }, (_, i) => {
    const one = {
      name: `p${i}`,
      region: 'us-east-1',
      type: 'String',
      tier: 'Standard',
      dataType: 'text',
      versions,
    };
    return [`us-east-1 p${i}`, one] as const;
  });
  return withAccount(cloud, {
    ...accountOf(cloud, ACCOUNT),
    systems: { parameters: Object.fromEntries(all) },
  });
}

const ABSENT = { code: 'ParameterNotFound', input: { Name: '/app/none' }, message: '' };
const TAGGED = { ResourceType: 'Parameter', ResourceId: '/app/port' };
const STRANGE = [
  { code: 'InvalidResourceId', input: { ResourceType: 'Parameter', ResourceId: 'none' } },
  { code: 'InvalidResourceType', input: { ResourceType: 'PatchBaseline', ResourceId: 'pb-1' } },
];
const badToken = { code: 'InvalidNextToken', input: { NextToken: 'x' } };
const ALL_KEYS = {
  code: 'InvalidFilterKey',
  input: { ParameterFilters: [{ Key: 'Label', Values: ['x'] }] },
  message:
    'The following filter key is not valid: Label. Valid filter keys include: [Path, Name, Type, KeyId, Tier, DataType].',
};
const policies = 'policies of parameters are not simulated';

export const SSM_ROWS: readonly Row[] = [
  {
    operation: 'ssm:PutParameter',
    before: [KEY],
    input: (replies) => ({ ...secret(replies), Tags: tags(1) }),
    needs: ['ssm:PutParameter', 'ssm:AddTagsToResource', 'kms:Encrypt'],
    reply: { Version: 1, Tier: 'Standard' },
    faults: [
      {
        code: 'ParameterAlreadyExists',
        before: [PORT],
        input: { Name: '/app/port', Type: 'String', Value: '81' },
        message:
          'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
      },
      { code: 'InvalidKeyId', input: { ...secret([]), KeyId: NO_KEY } },
      { code: 'HierarchyLevelLimitExceededException', input: deep(16) },
      {
        code: 'HierarchyTypeMismatchException',
        before: [PORT],
        input: { Name: '/app/port', Type: 'StringList', Value: '81', Overwrite: true },
      },
      { code: 'ParameterPatternMismatchException', input: { ...deep(1), AllowedPattern: '\\d+' } },
      { code: 'InvalidAllowedPatternException', input: { ...deep(1), AllowedPattern: '(' } },
      { code: 'ParameterLimitExceeded', world: crowded, before: [], input: deep(1) },
      { code: 'ValidationException', input: { Name: '/app/port', Value: '80' } },
      { code: 'ValidationException', input: { Name: 'awsome', Type: 'String', Value: '80' } },
      {
        code: 'AccessDeniedException',
        input: { Name: '/aws/own', Type: 'String', Value: '80' },
        message: 'No access to reserved parameter name: /aws/own.',
      },
    ],
    never: {
      IncompatiblePolicy: policies,
      InvalidPolicyAttribute: policies,
      InvalidPolicyType: policies,
      PoliciesLimitExceeded: policies,
      ParameterMaxVersionLimitExceeded: 'only a label keeps the oldest version, and labels are not simulated',
      TooManyUpdates: 'there is no second caller',
      UnsupportedParameterType: 'the model knows every type',
    },
  },
  {
    operation: 'ssm:GetParameter',
    before: SECRET,
    input: { Name: '/app/secret', WithDecryption: true },
    needs: ['ssm:GetParameter', 'kms:Decrypt'],
    reply: { Parameter: { Name: '/app/secret', Type: 'SecureString', Value: 's3cret', Version: 1 } },
    faults: [
      ABSENT,
      { code: 'ParameterVersionNotFound', before: [PORT], input: { Name: '/app/port:2' } },
      { code: 'InvalidKeyId', before: SHUT, input: { Name: '/app/secret', WithDecryption: true } },
    ],
  },
  {
    operation: 'ssm:GetParameters',
    before: [PORT],
    input: { Names: ['/app/port', '/app/none'] },
    needs: ['ssm:GetParameters', 'ssm:GetParameters'],
    reply: { Parameters: [{ Name: '/app/port', ARN, DataType: 'text' }], InvalidParameters: ['/app/none'] },
    faults: [{ code: 'InvalidKeyId', before: SHUT, input: { Names: ['/app/secret'], WithDecryption: true } }],
  },
  {
    operation: 'ssm:GetParametersByPath',
    before: [PORT],
    input: { Path: '/app' },
    needs: ['ssm:GetParametersByPath'],
    reply: { Parameters: [{ Name: '/app/port', Value: '80' }] },
    faults: [
      { code: 'InvalidKeyId', before: SHUT, input: { Path: '/app', WithDecryption: true } },
      { ...badToken, input: { Path: '/app', NextToken: 'x' } },
      {
        code: 'InvalidFilterKey',
        input: { Path: '/app', ParameterFilters: [{ Key: 'Name', Values: ['x'] }] },
      },
      {
        code: 'InvalidFilterOption',
        input: { Path: '/app', ParameterFilters: [{ Key: 'Type', Option: 'Contains', Values: ['String'] }] },
      },
      { code: 'InvalidFilterValue', input: { Path: '/app', ParameterFilters: [{ Key: 'Type' }] } },
    ],
  },
  {
    operation: 'ssm:DescribeParameters',
    before: [PORT],
    input: { ParameterFilters: [{ Key: 'Path', Values: ['/app'] }] },
    needs: ['ssm:DescribeParameters'],
    reply: { Parameters: [{ Name: '/app/port', ARN, Version: 1, Tier: 'Standard', Policies: [] }] },
    faults: [
      ALL_KEYS,
      {
        code: 'InvalidFilterOption',
        input: { ParameterFilters: [{ Key: 'Path', Option: 'Equals', Values: ['/app'] }] },
      },
      { code: 'InvalidFilterValue', input: { ParameterFilters: [{ Key: 'Tier', Values: ['Gold'] }] } },
      badToken,
    ],
  },
  {
    operation: 'ssm:GetParameterHistory',
    before: [
      ...SECRET,
      ['default', 'ssm:PutParameter', { Name: '/app/secret', Value: 'n3w', Overwrite: true }],
    ],
    input: { Name: '/app/secret', WithDecryption: true },
    needs: ['ssm:GetParameterHistory', 'kms:Decrypt'],
    reply: {
      Parameters: [
        { Version: 1, Value: 's3cret', Labels: [], LastModifiedUser: `arn:aws:iam::${ACCOUNT}:user/admin` },
        { Version: 2, Value: 'n3w' },
      ],
    },
    faults: [
      ABSENT,
      { code: 'InvalidKeyId', before: SHUT, input: { Name: '/app/secret', WithDecryption: true } },
      { ...badToken, before: [PORT], input: { Name: '/app/port', NextToken: 'x' } },
    ],
  },
  {
    operation: 'ssm:DeleteParameter',
    before: [PORT],
    input: { Name: '/app/port' },
    needs: ['ssm:DeleteParameter'],
    faults: [ABSENT],
  },
  {
    operation: 'ssm:DeleteParameters',
    before: [PORT],
    input: { Names: ['/app/port', '/app/none'] },
    needs: ['ssm:DeleteParameters', 'ssm:DeleteParameters'],
    reply: { DeletedParameters: ['/app/port'], InvalidParameters: ['/app/none'] },
  },
  {
    operation: 'ssm:AddTagsToResource',
    before: [PORT],
    input: { ...TAGGED, Tags: tags(50) },
    needs: ['ssm:AddTagsToResource'],
    faults: [
      ...STRANGE.map((one) => ({ ...one, input: { ...one.input, Tags: tags(1) } })),
      { code: 'TooManyTagsError', input: { ...TAGGED, Tags: tags(51) } },
    ],
    never: { TooManyUpdates: 'there is no second caller' },
  },
  {
    operation: 'ssm:RemoveTagsFromResource',
    before: [PORT],
    input: { ...TAGGED, TagKeys: ['k0'] },
    needs: ['ssm:RemoveTagsFromResource'],
    faults: STRANGE.map((one) => ({ ...one, input: { ...one.input, TagKeys: ['k0'] } })),
    never: { TooManyUpdates: 'there is no second caller' },
  },
  {
    operation: 'ssm:ListTagsForResource',
    before: [PORT, ['default', 'ssm:AddTagsToResource', { ...TAGGED, Tags: tags(1) }]],
    input: TAGGED,
    needs: ['ssm:ListTagsForResource'],
    reply: { TagList: tags(1) },
    faults: STRANGE,
  },
  ...SSM_SESSION_ROWS,
];

/** A parameter under so many levels. */
function deep(levels: number) {
  return { Name: '/x'.repeat(levels), Type: 'String', Value: 'eighty' };
}
