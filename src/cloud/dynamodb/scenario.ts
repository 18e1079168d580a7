// DynamoDB as scenarios act it out: a table and calls on its items. What an item holds is not kept. It travels with every lab.
import { lookup, withAccount } from '../cloud.ts';
import { fault } from '../fault.ts';
import { textOf, type Input, type Operation, type Site } from '../operation.ts';

function tableArn({ account }: Site, input: Input): string {
  return `arn:aws:dynamodb:${account.region}:${account.id}:table/${textOf(input, 'TableName')}`;
}

function onTable(name: string, run: Operation['run']): Operation {
  return {
    name: `dynamodb:${name}`,
    needs: (site, input) => [{ action: `dynamodb:${name}`, on: tableArn(site, input) }],
    run: (site, input) =>
      lookup(site.account.tables, textOf(input, 'TableName'))
        ? run(site, input)
        : fault('ResourceNotFoundException', 'Requested resource not found'),
  };
}

const read: Operation['run'] = ({ cloud }) => ({ cloud, reply: {} });

const write: Operation['run'] = ({ cloud, account }, input) => {
  const name = textOf(input, 'TableName');
  const table = lookup(account.tables, name);
  const writes = (table?.writes ?? 0) + 1;
  return {
    cloud: withAccount(cloud, { ...account, tables: { ...account.tables, [name]: { ...table, writes } } }),
    reply: {},
  };
};

export const DYNAMODB_IN_SCENARIOS: readonly Operation[] = [
  ...['GetItem', 'Query'].map((name) => onTable(name, read)),
  ...['PutItem', 'UpdateItem', 'DeleteItem'].map((name) => onTable(name, write)),
];
