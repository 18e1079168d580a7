// Tables: made, described, listed, changed, deleted. Making and deleting take ten seconds of the world's clock.
import { withAccount, without } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { issueUuid } from '../ids.ts';
import { flagOf, numberOf, present, structuresOf, textOf, type Input, type Operation } from '../operation.ts';
import { requestTagKeys, tagsIn, withTags } from '../tags.ts';
import { withResourcePolicy } from '../resource-policy.ts';
import { describe } from './describe.ts';
import {
  attributesFault,
  designIn,
  indexesAfter,
  TEN_SECONDS,
  throughputFault,
  throughputIn,
} from './design.ts';
import { policyTextFault } from './policies.ts';
import type { Design, Table } from './state.ts';
import {
  arnOf,
  designOf,
  findTable,
  invalid,
  meantBy,
  placeOf,
  statusOf,
  tableName,
  withTable,
} from './table.ts';

/** Source: dynamodb-quotas. */
const MOST_TABLES = 2500;
const MOST_INDEXES = 20;

const createTable: Operation = {
  name: 'dynamodb:CreateTable',
  needs: (site, input) => {
    const tags = tagsIn(input);
    const actions = [
      'dynamodb:CreateTable',
      ...(structuresOf(input, 'Tags').length > 0 ? ['dynamodb:TagResource'] : []),
      ...(textOf(input, 'ResourcePolicy') === '' ? [] : ['dynamodb:PutResourcePolicy']),
    ];
    const context = requestTagKeys(tags);
    return actions.map((action) => ({ action, on: arnOf(site, tableName(input)), context }));
  },
  run: (site, input) => {
    const { cloud, account } = site;
    const text = tableName(input);
    const { name, region } = meantBy(site, text);
    if (!/^[a-zA-Z0-9_.-]{3,255}$/.test(name))
      return invalid(
        name.length < 3 || name.length > 255
          ? 'TableName must be at least 3 characters long and at most 255 characters long'
          : `1 validation error detected: Value '${name}' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+`,
      );
    if (findTable(site, text)) return fault('ResourceInUseException', `Table already exists: ${name}`);
    if (Object.keys(account.tables).length >= MOST_TABLES)
      return fault('LimitExceededException', `The number of tables cannot exceed ${MOST_TABLES}.`);
    const issued = issueUuid(cloud);
    const design = designIn(cloud, issued.id, input);
    if ('fault' in design) return design;
    const policy = textOf(input, 'ResourcePolicy');
    const wrong = indexCountFault(design) ?? (policy === '' ? undefined : policyTextFault(cloud, policy));
    if (wrong) return wrong;
    const table: Table = { writes: 0, design };
    const place = placeOf(account, region, name);
    const arn = arnOf(site, text);
    const made = withTags({ ...account, tables: { ...account.tables, [place]: table } }, arn, tagsIn(input));
    const owner = policy === '' ? made : withResourcePolicy(cloud, made, arn, policy);
    const next = withAccount(issued.cloud, owner);
    const TableDescription = without(describe(next, { owner, region, name, table }), 'WarmThroughput');
    return { cloud: next, reply: { TableDescription } };
  },
};

function indexCountFault({ indexes }: Design): Refused | undefined {
  const global = indexes.filter(({ isLocal }) => !isLocal).length;
  if (global > MOST_INDEXES)
    return fault('LimitExceededException', `A table has at most ${MOST_INDEXES} global secondary indexes.`);
  const names = indexes.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  return twice === undefined
    ? undefined
    : invalid(`One or more parameter values were invalid: Duplicate index name: ${twice}`);
}

function noTable(site: Parameters<typeof meantBy>[0], text: string): Refused {
  return fault(
    'ResourceNotFoundException',
    `Requested resource not found: Table: ${meantBy(site, text).name} not found`,
  );
}

const describeTable: Operation = {
  name: 'dynamodb:DescribeTable',
  needs: (site, input) => [{ action: 'dynamodb:DescribeTable', on: arnOf(site, tableName(input)) }],
  run: (site, input) => {
    const found = findTable(site, tableName(input));
    if (!found) return noTable(site, tableName(input));
    return { cloud: site.cloud, reply: { Table: describe(site.cloud, found) } };
  },
};

const PAGE = 100;

/** Source: api-dynamodb. */
const listTables: Operation = {
  name: 'dynamodb:ListTables',
  needs: ({ account, region }) => [
    { action: 'dynamodb:ListTables', on: `arn:aws:dynamodb:${region}:${account.id}:table/*` },
  ],
  run: (site, input) => {
    const { account, region } = site;
    const names = Object.keys(account.tables)
      .map((place) => (place.includes('/') ? place : `${account.region}/${place}`))
      .filter((place) => place.startsWith(`${region}/`))
      .map((place) => place.slice(region.length + 1))
      .filter((name) => findTable(site, name) && name > textOf(input, 'ExclusiveStartTableName'))
      .sort();
    const size = numberOf(input, 'Limit') ?? PAGE;
    return {
      cloud: site.cloud,
      reply: present({
        TableNames: names.slice(0, size),
        LastEvaluatedTableName: names.length > size ? names[size - 1] : undefined,
      }),
    };
  },
};

/** What stands in the way of changing a table. */
function inUse(status: string, name: string): Refused | undefined {
  if (status === 'ACTIVE') return undefined;
  const what = status === 'CREATING' ? 'created' : 'deleted';
  return fault(
    'ResourceInUseException',
    `Attempt to change a resource which is still in use: Table is being ${what}: ${name}`,
  );
}

const deleteTable: Operation = {
  name: 'dynamodb:DeleteTable',
  needs: (site, input) => [{ action: 'dynamodb:DeleteTable', on: arnOf(site, tableName(input)) }],
  run: (site, input) => {
    const found = findTable(site, tableName(input));
    if (!found) return noTable(site, tableName(input));
    const { name, table, region } = found;
    const status = statusOf(site.cloud, table);
    if (designOf(table).isProtected)
      return invalid(
        `Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.`,
      );
    const stop = inUse(status, name);
    if (stop) return stop;
    const going: Table = { ...table, items: {}, deletes: site.cloud.time + TEN_SECONDS };
    const arn = arnOf(site, tableName(input));
    const cloud = withTable(site.cloud, found, going);
    const owner = cloud.accounts[found.owner.id] ?? found.owner;
    const next = withAccount(cloud, withTags(withResourcePolicy(cloud, owner, arn, undefined), arn, {}));
    return {
      cloud: next,
      reply: { TableDescription: shortly(describe(next, { owner, region, name, table: going })) },
    };
  },
};

/** A table that goes says less of itself. */
function shortly(description: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const left = ['AttributeDefinitions', 'KeySchema', 'CreationDateTime', 'WarmThroughput'];
  return Object.fromEntries(Object.entries(description).filter(([name]) => !left.includes(name)));
}

const updateTable: Operation = {
  name: 'dynamodb:UpdateTable',
  needs: (site, input) => [{ action: 'dynamodb:UpdateTable', on: arnOf(site, tableName(input)) }],
  run: (site, input) => {
    const found = findTable(site, tableName(input));
    if (!found) return noTable(site, tableName(input));
    const { table, name } = found;
    const design = changed(designOf(table), input, site.cloud.time + TEN_SECONDS);
    const stop = inUse(statusOf(site.cloud, table), name);
    if (stop) return stop;
    if ('fault' in design) return design;
    const wrong = indexCountFault(design);
    if (wrong) return wrong;
    const cloud = withTable(site.cloud, found, { ...table, design });
    return { cloud, reply: { TableDescription: describe(cloud, { ...found, table: { ...table, design } }) } };
  },
};

function changed(design: Design, input: Input, ready: number): Design | Refused {
  const indexes = indexesAfter(design.indexes, input, ready);
  if ('fault' in indexes) return indexes;
  const defined = structuresOf(input, 'AttributeDefinitions').map((one) => ({
    AttributeName: textOf(one, 'AttributeName'),
    AttributeType: textOf(one, 'AttributeType'),
  }));
  const used = [design.keys, ...indexes.list.map(({ keys }) => keys)].flatMap(({ hash, range }) => [
    hash,
    range,
  ]);
  const known = defined.map(({ AttributeName }) => AttributeName);
  const attributes = [
    ...design.attributes.filter(({ AttributeName }) => !known.includes(AttributeName)),
    ...defined,
  ];
  const wanted = textOf(input, 'BillingMode');
  const billing = wanted === 'PROVISIONED' || wanted === 'PAY_PER_REQUEST' ? wanted : design.billing;
  const given = throughputIn(input);
  const throughput = billing === 'PROVISIONED' ? (given ?? design.throughput) : { read: 0, write: 0 };
  const next: Design = {
    ...design,
    attributes: attributes.filter(({ AttributeName }) => used.includes(AttributeName)),
    billing,
    throughput,
    indexes: indexes.list,
    isProtected: flagOf(input, 'DeletionProtectionEnabled') ?? design.isProtected,
    ...(textOf(input, 'TableClass') === '' ? {} : { tableClass: textOf(input, 'TableClass') }),
  };
  const needsMore = billing === 'PROVISIONED' && throughput.read === 0 ? undefined : throughput;
  return (
    attributesFault(next) ?? throughputFault(billing, billing === 'PROVISIONED' ? needsMore : given) ?? next
  );
}

export const TABLES: readonly Operation[] = [
  ...[createTable, describeTable, listTables, updateTable, deleteTable],
];
