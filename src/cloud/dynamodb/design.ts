// What a new table is asked to be: its keys, its indexes, its throughput. Source: api-dynamodb.
import type { Cloud } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { flagOf, isStructure, numberOf, structuresOf, textOf, textsOf, type Input } from '../operation.ts';
import type { Design, Index, Keys, Throughput } from './state.ts';
import { invalid, keyNames } from './table.ts';

/** A table is there after ten seconds, an index too. */
export const TEN_SECONDS = 10_000;

/** The keys of a schema, or what is wrong with it. */
export function keysIn(input: Input): Keys | Refused {
  const [hash, range, ...more] = structuresOf(input, 'KeySchema');
  if (!hash || textOf(hash, 'KeyType') !== 'HASH')
    return invalid(
      '1 validation error detected: Invalid KeySchema: The first KeySchemaElement is not a HASH key type',
    );
  if (more.length > 0 || (range && textOf(range, 'KeyType') !== 'RANGE'))
    return invalid(
      'One or more parameter values were invalid: Invalid KeySchema: The second KeySchemaElement is not a RANGE key type',
    );
  const names = [hash, ...(range ? [range] : [])].map((one) => textOf(one, 'AttributeName'));
  const [first = '', second] = names;
  if (first === second)
    return invalid('Both the Hash Key and the Range Key element in the KeySchema have the same name');
  return { hash: first, ...(second === undefined ? {} : { range: second }) };
}

export function throughputIn(input: Input): Throughput | undefined {
  const given = input['ProvisionedThroughput'];
  if (!isStructure(given)) return undefined;
  return {
    read: numberOf(given, 'ReadCapacityUnits') ?? 0,
    write: numberOf(given, 'WriteCapacityUnits') ?? 0,
  };
}

const NONE: Throughput = { read: 0, write: 0 };

/** An index as an input describes it, or what is wrong with it. */
export function indexIn(input: Input, isLocal: boolean, ready: number): Index | Refused {
  const keys = keysIn(input);
  if ('fault' in keys) return keys;
  const given = input['Projection'];
  const projection = isStructure(given) ? given : {};
  return {
    name: textOf(input, 'IndexName'),
    isLocal,
    keys,
    projection: textOf(projection, 'ProjectionType') || 'ALL',
    included: textsOf(projection, 'NonKeyAttributes'),
    throughput: throughputIn(input) ?? NONE,
    ready,
  };
}

/** The design of a new table, or what is wrong with it. */
export function designIn({ time }: Cloud, id: string, input: Input): Design | Refused {
  const keys = keysIn(input);
  if ('fault' in keys) return keys;
  const ready = time + TEN_SECONDS;
  const indexes: Index[] = [];
  for (const [member, isLocal] of [
    ['LocalSecondaryIndexes', true],
    ['GlobalSecondaryIndexes', false],
  ] as const) {
    if (Array.isArray(input[member]) && input[member].length === 0)
      return invalid(
        `One or more parameter values were invalid: List of ${isLocal ? 'Local' : 'Global'}SecondaryIndexes is empty`,
      );
    for (const one of structuresOf(input, member)) {
      const index = indexIn(one, isLocal, ready);
      if ('fault' in index) return index;
      if (isLocal && index.keys.hash !== keys.hash)
        return invalid(
          `One or more parameter values were invalid: Index KeySchema does not have the same leading hash key as table KeySchema for index: ${index.name}. index hash key: ${index.keys.hash}, table hash key: ${keys.hash}`,
        );
      indexes.push(index);
    }
  }
  const attributes = structuresOf(input, 'AttributeDefinitions').map((one) => ({
    AttributeName: textOf(one, 'AttributeName'),
    AttributeType: textOf(one, 'AttributeType'),
  }));
  const throughput = throughputIn(input);
  const billing = textOf(input, 'BillingMode') === 'PAY_PER_REQUEST' ? 'PAY_PER_REQUEST' : 'PROVISIONED';
  const design: Design = {
    id,
    created: time,
    ready,
    attributes,
    keys,
    billing,
    throughput: throughput ?? NONE,
    indexes,
    isProtected: flagOf(input, 'DeletionProtectionEnabled') ?? false,
    ...(textOf(input, 'TableClass') === '' ? {} : { tableClass: textOf(input, 'TableClass') }),
  };
  return attributesFault(design) ?? throughputFault(billing, throughput) ?? design;
}

/** Every attribute of a key is defined, and none besides. */
export function attributesFault({ attributes, keys, indexes }: Design): Refused | undefined {
  const used = new Set([keys, ...indexes.map((index) => index.keys)].flatMap(keyNames));
  const defined = attributes.map(({ AttributeName }) => AttributeName);
  const missing = [...used].filter((name) => !defined.includes(name));
  if (missing.length > 0)
    return invalid(
      `One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [${missing.join(', ')}], AttributeDefinitions: [${defined.join(', ')}]`,
    );
  return defined.length === used.size
    ? undefined
    : invalid(
        'One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions',
      );
}

export function throughputFault(
  billing: Design['billing'],
  throughput: Throughput | undefined,
): Refused | undefined {
  if (billing === 'PAY_PER_REQUEST')
    return throughput
      ? invalid(
          'One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST',
        )
      : undefined;
  return throughput
    ? undefined
    : invalid(
        'One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED',
      );
}

/** The indexes after the changes that an input wants. */
export function indexesAfter(
  before: readonly Index[],
  input: Input,
  ready: number,
): { readonly list: readonly Index[] } | Refused {
  let list = before;
  for (const update of structuresOf(input, 'GlobalSecondaryIndexUpdates')) {
    const { Create: create, Delete: remove } = update;
    if (isStructure(create)) {
      const index = indexIn(create, false, ready);
      if ('fault' in index) return index;
      list = [...list, index];
    }
    if (isStructure(remove)) {
      const name = textOf(remove, 'IndexName');
      if (!list.some((one) => one.name === name))
        return fault('ResourceNotFoundException', 'Requested resource not found');
      list = list.filter((one) => one.name !== name);
    }
  }
  return { list };
}
