// A table for the table's rows of DynamoDB, on its way or ready with two items.
import { accountOf, type Cloud } from '../../index.ts';
import type { Input } from '../../operation.ts';
import { designIn } from '../../dynamodb/design.ts';
import type { Failing } from './row.ts';

export const NAME = 'orders';
export const ARN = `arn:aws:dynamodb:us-east-1:111122223333:table/${NAME}`;
export const SMALL: Input = { TableName: NAME };
export const DESIGN: Input = {
  ...SMALL,
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'N' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  BillingMode: 'PAY_PER_REQUEST',
};

export const KEY = { pk: { S: 'a' }, sk: { N: '1' } };
export const ITEM = { ...KEY, price: { N: '5' } };
export const OTHER = { pk: { S: 'a' }, sk: { N: '2' }, price: { N: '9' } };

/** The blank world with the table active and two items in it. */
export function ready(blank: Cloud): Cloud {
  const account = accountOf(blank, '111122223333');
  const design = designIn({ ...blank, time: blank.time - 60_000 }, 'id', DESIGN);
  if ('fault' in design) throw new Error(design.fault.message);
  const items = Object.fromEntries(
    [ITEM, OTHER].map((item) => [JSON.stringify([item.pk, item.sk]), item] as const),
  );
  const tables = { ...account.tables, [NAME]: { writes: 0, design, items } };
  return { ...blank, accounts: { ...blank.accounts, [account.id]: { ...account, tables } } };
}

export const NO_TABLE: Failing = {
  code: 'ResourceNotFoundException',
  input: { TableName: 'none', Key: KEY, Item: ITEM },
  message: 'Requested resource not found',
};
