// The table's rows for tables of DynamoDB. Items have a file of their own.
import type { Cloud } from '../../index.ts';
import { accountOf } from '../../index.ts';
import type { Input } from '../../operation.ts';
import { DYNAMODB_ITEM_ROWS } from './dynamodb-items.ts';
import { ARN, DESIGN, NAME, ready, SMALL } from './dynamodb-worlds.ts';
import type { Failing, Row, Step } from './row.ts';

const CREATED: Step = ['default', 'dynamodb:CreateTable', DESIGN];
const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::444455556666:root' },
      Action: 'dynamodb:GetItem',
      Resource: ARN,
    },
  ],
});
const POLICED: Step = ['default', 'dynamodb:PutResourcePolicy', { ResourceArn: ARN, Policy: POLICY }];
const NOWHERE: Failing = {
  code: 'ResourceNotFoundException',
  input: { TableName: 'none' },
  message: 'Requested resource not found: Table: none not found',
};
const elsewhere = (more: Input = {}): Failing => ({
  code: 'ResourceNotFoundException',
  input: { ResourceArn: `${ARN}s`, ...more },
});
const busy = (more: Input = {}): Failing => ({
  code: 'ResourceInUseException',
  before: [CREATED],
  input: { ResourceArn: ARN, ...more },
});
const tags = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, i) => ({ Key: `k${i}`, Value: 'v' }));

/** A world in which the first account has all the tables that it may have. */
function crowded(cloud: Cloud): Cloud {
  const account = accountOf(cloud, '111122223333');
  const tables = Object.fromEntries(Array.from({ length: 2500 }, (_, i) => [`t-${i}`, { writes: 0 }]));
  return { ...cloud, accounts: { ...cloud.accounts, [account.id]: { ...account, tables } } };
}

const GSI = { KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }], Projection: { ProjectionType: 'ALL' } };
const MANY = Array.from({ length: 21 }, (_, i) => ({ IndexName: `index-${i}`, ...GSI }));
const NOT_LIMITED = 'nothing is counted here';

export const DYNAMODB_ROWS: readonly Row[] = [
  {
    operation: 'dynamodb:CreateTable',
    input: { ...DESIGN, Tags: [{ Key: 'team', Value: 'booking' }], ResourcePolicy: POLICY },
    needs: ['dynamodb:CreateTable', 'dynamodb:TagResource', 'dynamodb:PutResourcePolicy'],
    reply: {
      TableDescription: {
        TableName: NAME,
        TableStatus: 'CREATING',
        ProvisionedThroughput: { NumberOfDecreasesToday: 0, ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
        TableArn: ARN,
        BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
        DeletionProtectionEnabled: false,
      },
    },
    faults: [
      {
        code: 'ResourceInUseException',
        before: [CREATED],
        input: DESIGN,
        message: `Table already exists: ${NAME}`,
      },
      { code: 'LimitExceededException', world: crowded, input: DESIGN },
      { code: 'LimitExceededException', input: { ...DESIGN, GlobalSecondaryIndexes: MANY } },
      { code: 'ValidationException', input: { ...DESIGN, BillingMode: 'PROVISIONED' } },
      { code: 'ValidationException', input: { ...DESIGN, AttributeDefinitions: [] } },
      { code: 'ValidationException', input: { ...DESIGN, TableName: 'ab' } },
      { code: 'ValidationException', input: { ...DESIGN, ResourcePolicy: '{' } },
    ],
  },
  {
    operation: 'dynamodb:DescribeTable',
    before: [CREATED],
    input: { TableName: ARN },
    needs: ['dynamodb:DescribeTable'],
    reply: { Table: { TableStatus: 'CREATING', ItemCount: 0 } },
    faults: [NOWHERE],
  },
  {
    operation: 'dynamodb:ListTables',
    before: [CREATED],
    input: {},
    needs: ['dynamodb:ListTables'],
    reply: { TableNames: [NAME] },
  },
  {
    operation: 'dynamodb:UpdateTable',
    world: ready,
    input: { ...SMALL, DeletionProtectionEnabled: true },
    needs: ['dynamodb:UpdateTable'],
    reply: { TableDescription: { DeletionProtectionEnabled: true } },
    faults: [
      NOWHERE,
      { code: 'ResourceInUseException', before: [CREATED], input: SMALL },
      {
        code: 'LimitExceededException',
        world: ready,
        input: { ...SMALL, GlobalSecondaryIndexUpdates: MANY.map((Create) => ({ Create })) },
      },
    ],
  },
  {
    operation: 'dynamodb:DeleteTable',
    world: ready,
    input: SMALL,
    needs: ['dynamodb:DeleteTable'],
    reply: { TableDescription: { TableStatus: 'DELETING' } },
    faults: [NOWHERE, { code: 'ResourceInUseException', before: [CREATED], input: SMALL }],
    never: { LimitExceededException: NOT_LIMITED },
  },
  {
    operation: 'dynamodb:PutResourcePolicy',
    world: ready,
    input: { ResourceArn: ARN, Policy: POLICY },
    needs: ['dynamodb:PutResourcePolicy'],
    faults: [
      elsewhere({ Policy: POLICY }),
      busy({ Policy: POLICY }),
      {
        code: 'PolicyNotFoundException',
        world: ready,
        input: { ResourceArn: ARN, Policy: POLICY, ExpectedRevisionId: '1' },
      },
      { code: 'ValidationException', world: ready, input: { ResourceArn: ARN, Policy: '{' } },
    ],
    never: { LimitExceededException: NOT_LIMITED },
  },
  {
    operation: 'dynamodb:GetResourcePolicy',
    world: ready,
    before: [POLICED],
    input: { ResourceArn: ARN },
    needs: ['dynamodb:GetResourcePolicy'],
    reply: { Policy: POLICY },
    faults: [
      elsewhere(),
      { code: 'PolicyNotFoundException', world: ready, before: [], input: { ResourceArn: ARN } },
    ],
  },
  {
    operation: 'dynamodb:DeleteResourcePolicy',
    world: ready,
    before: [POLICED],
    input: { ResourceArn: ARN },
    needs: ['dynamodb:DeleteResourcePolicy'],
    faults: [
      elsewhere(),
      busy(),
      {
        code: 'PolicyNotFoundException',
        world: ready,
        input: { ResourceArn: ARN, ExpectedRevisionId: '1' },
      },
    ],
    never: { LimitExceededException: NOT_LIMITED },
  },
  {
    operation: 'dynamodb:TagResource',
    world: ready,
    input: { ResourceArn: ARN, Tags: [{ Key: 'team', Value: 'booking' }] },
    needs: ['dynamodb:TagResource'],
    faults: [
      elsewhere({ Tags: tags(1) }),
      busy({ Tags: tags(1) }),
      { code: 'LimitExceededException', world: ready, input: { ResourceArn: ARN, Tags: tags(51) } },
    ],
  },
  {
    operation: 'dynamodb:UntagResource',
    world: ready,
    before: [['default', 'dynamodb:TagResource', { ResourceArn: ARN, Tags: tags(2) }]],
    input: { ResourceArn: ARN, TagKeys: ['k0'] },
    needs: ['dynamodb:UntagResource'],
    faults: [elsewhere({ TagKeys: ['k'] }), busy({ TagKeys: ['k'] })],
    never: { LimitExceededException: NOT_LIMITED },
  },
  {
    operation: 'dynamodb:ListTagsOfResource',
    world: ready,
    before: [['default', 'dynamodb:TagResource', { ResourceArn: ARN, Tags: tags(2) }]],
    input: { ResourceArn: ARN },
    needs: ['dynamodb:ListTagsOfResource'],
    reply: { Tags: tags(2) },
    faults: [elsewhere()],
  },
  ...DYNAMODB_ITEM_ROWS,
];
