// DynamoDB, as far as permissions go: a table and calls on its items.
import { fault } from '../fault.ts';
import { textOf, type Input, type Operation, type Site } from '../operation.ts';

function item(name: string): Operation {
  return {
    name: `dynamodb:${name}`,
    required: ['TableName'],
    needs: (site, input) => [{ action: `dynamodb:${name}`, on: tableArn(site, input) }],
    run: ({ cloud, account }, input) =>
      Object.hasOwn(account.tables, textOf(input, 'TableName'))
        ? { cloud, reply: {} }
        : fault('ResourceNotFoundException', 'Requested resource not found'),
  };
}

function tableArn({ account }: Site, input: Input): string {
  return `arn:aws:dynamodb:${account.region}:${account.id}:table/${textOf(input, 'TableName')}`;
}

export const DYNAMODB: readonly Operation[] = ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'].map(item);
