// The table's rows for items of DynamoDB.
import type { Input } from '../../operation.ts';
import { ITEM, KEY, NAME, NO_TABLE, OTHER, ready, SMALL } from './dynamodb-worlds.ts';
import type { Failing, Row } from './row.ts';

const AT: Input = { ...SMALL, Key: KEY };
const invalid = (input: Input, message: string): Failing => ({
  code: 'ValidationException',
  input,
  message,
});
const UNMET = {
  ConditionExpression: 'price > :p',
  ExpressionAttributeValues: { ':p': { N: '100' } },
};
const FEW = {
  ItemCollectionSizeLimitExceededException: 'no collection of items grows to ten gigabytes here',
};
const ALONE = {
  ...FEW,
  TransactionConflictException: 'no two calls happen at once here',
};
const at = { TableName: NAME, Key: KEY };

/** A row in the world with the table. */
function row(
  name: string,
  more: Omit<Row, 'operation' | 'needs'> & { readonly needs?: readonly string[] },
): Row {
  return { operation: `dynamodb:${name}`, world: ready, needs: [`dynamodb:${name}`], ...more };
}

export const DYNAMODB_ITEM_ROWS: readonly Row[] = [
  row('GetItem', {
    input: { ...AT, ReturnConsumedCapacity: 'TOTAL' },
    reply: { Item: ITEM, ConsumedCapacity: { TableName: NAME, CapacityUnits: 0.5 } },
    faults: [
      NO_TABLE,
      invalid({ ...SMALL, Key: { pk: { S: 'a' } } }, 'The provided key element does not match the schema'),
      invalid(
        { ...AT, ProjectionExpression: 'name' },
        'Invalid ProjectionExpression: Attribute name is a reserved keyword; reserved keyword: name',
      ),
    ],
  }),
  row('PutItem', {
    input: { ...SMALL, Item: { ...ITEM, price: { N: '7' } }, ReturnValues: 'ALL_OLD' },
    reply: { Attributes: ITEM },
    faults: [
      NO_TABLE,
      {
        code: 'ConditionalCheckFailedException',
        input: { ...SMALL, Item: ITEM, ConditionExpression: 'attribute_not_exists(pk)' },
        message: 'The conditional request failed',
      },
      invalid(
        { ...SMALL, Item: { pk: { S: 'a' } } },
        'One or more parameter values were invalid: Missing the key sk in the item',
      ),
      invalid(
        { ...SMALL, Item: { ...ITEM, sk: { S: '1' } } },
        'One or more parameter values were invalid: Type mismatch for key sk expected: N actual: S',
      ),
      invalid({ ...SMALL, Item: ITEM, ReturnValues: 'ALL_NEW' }, 'Return values set to invalid value'),
    ],
    never: ALONE,
  }),
  row('UpdateItem', {
    input: {
      ...AT,
      UpdateExpression: 'SET price = price + :p',
      ExpressionAttributeValues: { ':p': { N: '1.5' } },
      ReturnValues: 'UPDATED_NEW',
    },
    reply: { Attributes: { price: { N: '6.5' } } },
    faults: [
      NO_TABLE,
      {
        code: 'ConditionalCheckFailedException',
        input: { ...AT, UpdateExpression: 'REMOVE price', ...UNMET },
      },
      invalid(
        { ...AT, UpdateExpression: 'SET sk = :s', ExpressionAttributeValues: { ':s': { N: '2' } } },
        'One or more parameter values were invalid: Cannot update attribute sk. This attribute is part of the key',
      ),
      invalid(
        { ...AT, UpdateExpression: 'SET price = nowhere' },
        'The provided expression refers to an attribute that does not exist in the item',
      ),
      invalid(
        { ...AT, UpdateExpression: 'SET price = = x' },
        'Invalid UpdateExpression: Syntax error; token: "=", near: "= = x"',
      ),
    ],
    never: ALONE,
  }),
  row('DeleteItem', {
    input: { ...AT, ReturnValues: 'ALL_OLD' },
    reply: { Attributes: ITEM },
    faults: [NO_TABLE, { code: 'ConditionalCheckFailedException', input: { ...AT, ...UNMET } }],
    never: ALONE,
  }),
  row('Query', {
    input: {
      ...SMALL,
      KeyConditionExpression: 'pk = :p AND sk BETWEEN :a AND :b',
      ExpressionAttributeValues: { ':p': { S: 'a' }, ':a': { N: '1' }, ':b': { N: '10' } },
      ScanIndexForward: false,
      Limit: 1,
    },
    reply: {
      Items: [OTHER],
      Count: 1,
      ScannedCount: 1,
      LastEvaluatedKey: { pk: { S: 'a' }, sk: { N: '2' } },
    },
    faults: [
      NO_TABLE,
      invalid(
        SMALL,
        'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.',
      ),
      invalid(
        { ...SMALL, KeyConditionExpression: 'sk = :s', ExpressionAttributeValues: { ':s': { N: '1' } } },
        'Query condition missed key schema element: pk',
      ),
      invalid(
        { ...SMALL, IndexName: 'none', KeyConditionExpression: 'pk = :p' },
        'The table does not have the specified index: none',
      ),
    ],
  }),
  row('Scan', {
    input: {
      ...SMALL,
      FilterExpression: 'price > :p',
      ExpressionAttributeValues: { ':p': { N: '6' } },
    },
    reply: { Items: [OTHER], Count: 1, ScannedCount: 2 },
    faults: [
      NO_TABLE,
      invalid(
        { ...SMALL, FilterExpression: 'price > :p' },
        'Invalid FilterExpression: An expression attribute value used in expression is not defined; attribute value: :p',
      ),
      invalid(
        { ...SMALL, ExpressionAttributeNames: { '#x': 'x' } },
        'ExpressionAttributeNames can only be specified when using expressions',
      ),
      invalid(
        {
          ...SMALL,
          FilterExpression: 'attribute_exists(price)',
          ExpressionAttributeNames: { '#x': 'x' },
        },
        'Value provided in ExpressionAttributeNames unused in expressions: keys: {#x}',
      ),
    ],
  }),
  row('BatchGetItem', {
    input: { RequestItems: { [NAME]: { Keys: [KEY] } } },
    reply: { Responses: { [NAME]: [ITEM] }, UnprocessedKeys: {} },
    faults: [
      { code: 'ResourceNotFoundException', input: { RequestItems: { none: { Keys: [KEY] } } } },
      invalid(
        { RequestItems: { [NAME]: { Keys: [KEY, KEY] } } },
        'Provided list of item keys contains duplicates',
      ),
    ],
  }),
  row('BatchWriteItem', {
    input: {
      RequestItems: {
        [NAME]: [{ PutRequest: { Item: ITEM } }, { DeleteRequest: { Key: { ...KEY, sk: { N: '2' } } } }],
      },
    },
    reply: { UnprocessedItems: {} },
    faults: [
      {
        code: 'ResourceNotFoundException',
        input: { RequestItems: { none: [{ PutRequest: { Item: ITEM } }] } },
      },
    ],
    never: FEW,
  }),
  row('TransactGetItems', {
    input: { TransactItems: [{ Get: at }] },
    needs: ['dynamodb:GetItem'],
    reply: { Responses: [{ Item: ITEM }] },
    faults: [
      {
        code: 'ResourceNotFoundException',
        input: { TransactItems: [{ Get: { TableName: 'none', Key: KEY } }] },
      },
      {
        code: 'TransactionCanceledException',
        input: { TransactItems: [{ Get: { TableName: NAME, Key: {} } }] },
      },
    ],
  }),
  row('TransactWriteItems', {
    input: {
      TransactItems: [
        { ConditionCheck: { ...at, ConditionExpression: 'attribute_exists(pk)' } },
        { Put: { TableName: NAME, Item: { ...ITEM, sk: { N: '3' } } } },
        { Delete: { TableName: NAME, Key: { ...KEY, sk: { N: '2' } } } },
      ],
    },
    needs: ['dynamodb:ConditionCheckItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
    faults: [
      {
        code: 'ResourceNotFoundException',
        input: { TransactItems: [{ Delete: { TableName: 'none', Key: KEY } }] },
      },
      {
        code: 'TransactionCanceledException',
        input: {
          TransactItems: [
            { Put: { TableName: NAME, Item: { ...ITEM, sk: { N: '3' } } } },
            { Delete: { ...at, ...UNMET } },
          ],
        },
        message:
          'Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed]',
      },
      invalid(
        { TransactItems: [{ Delete: at }, { Put: { TableName: NAME, Item: ITEM } }] },
        'Transaction request cannot include multiple operations on one item',
      ),
    ],
    never: {
      IdempotentParameterMismatchException: 'client tokens are not remembered here',
    },
  }),
];
