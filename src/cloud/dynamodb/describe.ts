// What DynamoDB tells of a table.
import type { Cloud } from '../cloud.ts';
import { present, type Reply } from '../operation.ts';
import type { Index, Keys, Throughput } from './state.ts';
import { designOf, statusOf, tableArn, type FoundTable } from './table.ts';
import { bytesOfItem } from './value.ts';

export function describe(cloud: Cloud, found: FoundTable): Reply {
  const { owner, region, name, table } = found;
  const design = designOf(table);
  const items = Object.values(table.items ?? {});
  const arn = tableArn(owner.id, region, name);
  const status = statusOf(cloud, table);
  const indexes = (local: boolean): readonly Reply[] | undefined => {
    const some = design.indexes.filter(({ isLocal }) => isLocal === local);
    return some.length === 0 ? undefined : some.map((index) => indexReply(cloud, arn, index, status));
  };
  const onDemand = design.billing === 'PAY_PER_REQUEST';
  return present({
    AttributeDefinitions: design.attributes,
    TableName: name,
    KeySchema: keySchema(design.keys),
    TableStatus: status,
    CreationDateTime: design.created,
    ProvisionedThroughput: throughput(design.throughput),
    TableSizeBytes: items.reduce((sum, item) => sum + bytesOfItem(item), 0),
    ItemCount: items.length,
    TableArn: arn,
    TableId: design.id,
    BillingModeSummary: onDemand
      ? {
          BillingMode: design.billing,
          ...(status === 'CREATING' ? {} : { LastUpdateToPayPerRequestDateTime: design.created }),
        }
      : undefined,
    LocalSecondaryIndexes: indexes(true),
    GlobalSecondaryIndexes: indexes(false),
    TableClassSummary: design.tableClass === undefined ? undefined : { TableClass: design.tableClass },
    DeletionProtectionEnabled: design.isProtected,
    WarmThroughput: warm(onDemand, design.throughput, status),
  });
}

/** What a table bears at once: on demand, what every new one does. Source: api-dynamodb. */
function warm(onDemand: boolean, { read, write }: Throughput, status: string): Reply | undefined {
  if (status === 'DELETING') return undefined;
  return {
    ReadUnitsPerSecond: onDemand ? 12_000 : read,
    WriteUnitsPerSecond: onDemand ? 4000 : write,
    Status: status === 'ACTIVE' ? 'ACTIVE' : 'UPDATING',
  };
}

function keySchema({ hash, range }: Keys): readonly Reply[] {
  return [
    { AttributeName: hash, KeyType: 'HASH' },
    ...(range === undefined ? [] : [{ AttributeName: range, KeyType: 'RANGE' }]),
  ];
}

function throughput({ read, write }: Throughput): Reply {
  return { NumberOfDecreasesToday: 0, ReadCapacityUnits: read, WriteCapacityUnits: write };
}

function indexReply({ time }: Cloud, arn: string, index: Index, status: string): Reply {
  const { name, isLocal, keys, projection, included } = index;
  return present({
    IndexName: name,
    KeySchema: keySchema(keys),
    Projection: {
      ProjectionType: projection,
      ...(included.length === 0 ? {} : { NonKeyAttributes: included }),
    },
    IndexStatus: isLocal ? undefined : status === 'ACTIVE' && index.ready > time ? 'CREATING' : status,
    ProvisionedThroughput: isLocal ? undefined : throughput(index.throughput),
    IndexSizeBytes: 0,
    ItemCount: 0,
    IndexArn: `${arn}/index/${name}`,
  });
}
