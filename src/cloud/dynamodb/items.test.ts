// What DynamoDB does beyond the table: time, expressions, pages, indexes, fine-grained access.
import { expect, test } from 'vitest';
import type { Cloud, Outcome } from '../index.ts';
import { textOf, type Input, type Reply } from '../operation.ts';
import { blankWorld, callAs, profilesOf, SERVICES } from '../services.ts';
import { deepFreeze, policy } from '../test/tern.ts';
import { ARN, DESIGN, NAME, ready } from '../test/table/dynamodb-worlds.ts';
import { makeDecimal, minus, parseDecimal, plus } from './decimal.ts';

const BLANK = deepFreeze(blankWorld());
const READY = deepFreeze(ready(BLANK));

function act(cloud: Cloud, operation: string, input: Input = {}, as = 'default'): Outcome {
  const key = profilesOf(BLANK).find(({ name }) => name === as)?.key;
  const credentials = key && { accessKeyId: key.id, secretAccessKey: key.secret };
  const wanted = { operation, input, region: 'us-east-1' };
  const outcome = callAs(deepFreeze(cloud), credentials, wanted, SERVICES);
  return { ...outcome, cloud: deepFreeze(outcome.cloud) };
}

function replyOf(outcome: Outcome): Reply {
  if ('fault' in outcome) throw new Error(outcome.fault.message);
  return outcome.reply;
}

const on = (cloud: Cloud, name: string, input: Input): Outcome =>
  act(cloud, `dynamodb:${name}`, { TableName: NAME, ...input });

test('[worlds-are-values] a table is being created for ten seconds, and being deleted for ten', () => {
  const made = act(BLANK, 'dynamodb:CreateTable', DESIGN).cloud;
  const later = (cloud: Cloud, seconds: number) =>
    deepFreeze({ ...cloud, time: cloud.time + seconds * 1000 });
  const status = (cloud: Cloud) => replyOf(on(cloud, 'DescribeTable', {}))['Table'];
  expect(status(later(made, 9))).toMatchObject({ TableStatus: 'CREATING' });
  expect(on(later(made, 9), 'Scan', {})).toMatchObject({ fault: { code: 'ResourceNotFoundException' } });
  expect(status(later(made, 10))).toMatchObject({ TableStatus: 'ACTIVE' });
  const going = on(later(made, 10), 'DeleteTable', {}).cloud;
  expect(status(later(going, 9))).toMatchObject({ TableStatus: 'DELETING' });
  expect(on(later(going, 10), 'DescribeTable', {})).toMatchObject({
    fault: { code: 'ResourceNotFoundException' },
  });
  expect(act(later(going, 10), 'dynamodb:CreateTable', DESIGN)).toHaveProperty('reply');
});

const Key = { pk: { S: 'a' }, sk: { N: '1' } };

/** The item after an update. */
function after(UpdateExpression: string, values: Input = {}, names: Input = {}, item: Input = {}): unknown {
  const put = on(READY, 'PutItem', { Item: { ...Key, ...item } });
  const outcome = on(put.cloud, 'UpdateItem', {
    Key,
    UpdateExpression,
    ReturnValues: 'ALL_NEW',
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
    ...(Object.keys(names).length > 0 ? { ExpressionAttributeNames: names } : {}),
  });
  return 'fault' in outcome ? outcome.fault.message : outcome.reply['Attributes'];
}

const UPDATES: readonly (readonly [string, Parameters<typeof after>, unknown])[] = [
  ['a sum', ['SET n = n + :a', { ':a': { N: '0.1' } }, {}, { n: { N: '0.2' } }], { n: { N: '0.3' } }],
  ['a start', ['SET n = if_not_exists(n, :z) - :z', { ':z': { N: '2' } }], { n: { N: '0' } }],
  [
    'a list',
    ['SET l = list_append(l, :l)', { ':l': { L: [{ S: 'b' }] } }, {}, { l: { L: [{ S: 'a' }] } }],
    { l: { L: [{ S: 'a' }, { S: 'b' }] } },
  ],
  [
    'a path',
    [
      'SET m.#s[1] = :v REMOVE m.gone',
      { ':v': { S: 'x' } },
      { '#s': 'state' },
      { m: { M: { state: { L: [{ S: 'a' }] }, gone: { S: '' } } } },
    ],
    { m: { M: { state: { L: [{ S: 'a' }, { S: 'x' }] } } } },
  ],
  [
    'two places',
    ['REMOVE l[0], l[1]', {}, {}, { l: { L: [{ S: 'a' }, { S: 'b' }, { S: 'c' }] } }],
    { l: { L: [{ S: 'c' }] } },
  ],
  ['a count', ['ADD n :o', { ':o': { N: '1' } }], { n: { N: '1' } }],
  ['a set', ['ADD s :s', { ':s': { SS: ['b', 'a'] } }, {}, { s: { SS: ['a'] } }], { s: { SS: ['a', 'b'] } }],
  ['the last of a set', ['DELETE s :s', { ':s': { SS: ['a'] } }, {}, { s: { SS: ['a'] } }], {}],
];

test.each(UPDATES)('[worlds-are-values] an update writes %s', (_, given, expected) => {
  expect(after(...given)).toEqual({ ...Key, ...(expected as object) });
});

const REFUSED: readonly (readonly [Parameters<typeof after>, string])[] = [
  [
    ['SET m.a = :v', { ':v': { S: 'x' } }],
    'The document path provided in the update expression is invalid for update',
  ],
  [
    ['SET n = n + :s', { ':s': { S: 'x' } }, {}, { n: { N: '1' } }],
    'An operand in the update expression has an incorrect data type',
  ],
  [
    ['SET a = :v, a.b = :v', { ':v': { S: 'x' } }],
    'Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b]',
  ],
  [
    ['SET a = :v SET b = :v', { ':v': { S: 'x' } }],
    'Invalid UpdateExpression: The "SET" section can only be used once in an update expression;',
  ],
  [
    ['SET #a = :v', { ':v': { S: 'x' } }],
    'Invalid UpdateExpression: An expression attribute name used in the document path is not defined; attribute name: #a',
  ],
  [
    ['SET a = :v', { ':v': { S: 'x' }, ':w': { S: 'y' } }],
    'Value provided in ExpressionAttributeValues unused in expressions: keys: {:w}',
  ],
  [
    ['ADD n :s', { ':s': { S: 'x' } }],
    'Invalid UpdateExpression: Incorrect operand type for operator or function; operator: ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND',
  ],
];

test.each(REFUSED)('[every-refusal-has-words] an update that cannot be done: %j', (given, message) => {
  expect(after(...given)).toBe(message);
});

const CONDITIONS: readonly (readonly [string, Input, boolean])[] = [
  ['price = :v', { ':v': { N: '5.0' } }, true],
  ['price <> :v AND NOT price > :v', { ':v': { N: '6' } }, true],
  ['price BETWEEN :v AND :w OR nowhere = :v', { ':v': { N: '4' }, ':w': { N: '10' } }, true],
  ['price IN (:v, :w)', { ':v': { N: '4' }, ':w': { N: '5' } }, true],
  ['attribute_exists(nowhere)', {}, false],
  ['attribute_type(price, :v)', { ':v': { S: 'N' } }, true],
  ['begins_with(pk, :v) and contains(pk, :v)', { ':v': { S: 'a' } }, true],
  ['size(pk) >= :v', { ':v': { N: '2' } }, false],
  ['(price = :v)', { ':v': { S: '5' } }, false],
];

test.each(CONDITIONS)(
  '[every-refusal-has-words] a condition holds or not: %s',
  (ConditionExpression, values, met) => {
    const outcome = on(READY, 'DeleteItem', {
      Key,
      ConditionExpression,
      ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
    });
    expect('fault' in outcome ? outcome.fault.code : 'done').toBe(
      met ? 'done' : 'ConditionalCheckFailedException',
    );
  },
);

test('[worlds-are-values] numbers are exact', () => {
  const [a, b] = [parseDecimal('12345678901234567890123456789.01'), parseDecimal('-1e-2')];
  expect(a && b && [makeDecimal(plus(a, b)), makeDecimal(minus(b, b)), makeDecimal(b)]).toEqual([
    '12345678901234567890123456789',
    '0',
    '-0.01',
  ]);
});

test('[implicit-deny-by-default] somebody sees the items under their own name and the attributes that are opened', () => {
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['dynamodb:GetItem', 'dynamodb:Query'],
        Resource: ARN,
        Condition: {
          'ForAllValues:StringEquals': {
            'dynamodb:LeadingKeys': ['${aws:username}'],
            'dynamodb:Attributes': ['pk', 'sk', 'price'],
          },
          StringEqualsIfExists: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
        },
      },
    ],
  });
  let cloud = act(READY, 'iam:CreateUser', { UserName: 'a' }).cloud;
  cloud = act(cloud, 'iam:PutUserPolicy', { UserName: 'a', PolicyName: 'own', PolicyDocument }).cloud;
  const made = act(cloud, 'iam:CreateAccessKey', { UserName: 'a' });
  const key = replyOf(made)['AccessKey'] as Input;
  const credentials = {
    accessKeyId: textOf(key, 'AccessKeyId'),
    secretAccessKey: textOf(key, 'SecretAccessKey'),
  };
  const get = (more: Input) => {
    const input = { TableName: NAME, Key, ...more };
    const call = { operation: 'dynamodb:GetItem', input, region: 'us-east-1' };
    const outcome = callAs(made.cloud, credentials, call, SERVICES);
    return 'fault' in outcome ? outcome.fault.code : 'seen';
  };
  expect(get({ ProjectionExpression: 'price' })).toBe('seen');
  expect(get({})).toBe('AccessDeniedException');
  expect(get({ ProjectionExpression: 'price, salary' })).toBe('AccessDeniedException');
  expect(get({ ProjectionExpression: 'price', Key: { ...Key, pk: { S: 'b' } } })).toBe(
    'AccessDeniedException',
  );
});

test('[both-accounts-must-allow] another account reads a table by its ARN when the table’s policy opens it', () => {
  const read = (cloud: Cloud) => act(cloud, 'dynamodb:GetItem', { TableName: ARN, Key }, 'partner');
  expect(read(READY)).toMatchObject({ fault: { code: 'AccessDeniedException' } });
  const Policy = policy('Allow', 'dynamodb:GetItem', {
    Principal: { AWS: 'arn:aws:iam::444455556666:root' },
    Resource: ARN,
  });
  const opened = act(READY, 'dynamodb:PutResourcePolicy', { ResourceArn: ARN, Policy }).cloud;
  expect(replyOf(read(opened))).toMatchObject({ Item: { price: { N: '5' } } });
});

test('[worlds-are-values] an index is asked by its own keys and under its own name', () => {
  const update = on(READY, 'UpdateTable', {
    AttributeDefinitions: [{ AttributeName: 'price', AttributeType: 'N' }],
    GlobalSecondaryIndexUpdates: [
      {
        Create: {
          IndexName: 'by-price',
          KeySchema: [{ AttributeName: 'price', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      },
    ],
  });
  const later = { ...update.cloud, time: update.cloud.time + 10_000 };
  const found = on(later, 'Query', {
    IndexName: 'by-price',
    KeyConditionExpression: 'price = :p',
    ExpressionAttributeValues: { ':p': { N: '9' } },
  });
  expect(replyOf(found)).toMatchObject({
    Items: [{ price: { N: '9' }, pk: { S: 'a' }, sk: { N: '2' } }],
    Count: 1,
  });
  expect(found.parts[0]?.request.resource).toBe(`${ARN}/index/by-price`);
});
