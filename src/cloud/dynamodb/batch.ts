// Many items in one call, each for itself. Source: api-dynamodb.
import { isRefused, type Refused } from '../fault.ts';
import { isStructure, present, structuresOf, type Input, type Operation, type Reply } from '../operation.ts';
import { capacityOf, readUnits, writeUnits } from './capacity.ts';
import { attributesNamed, expressionsOf } from './expressions.ts';
import { deleting, itemAt, putting, written } from './items.ts';
import { leadingIn, onItems, requestKeys, selectKeys } from './needs.ts';
import { activeTable, designOf, invalid, keyText, looseItem } from './table.ts';
import type { Item } from './value.ts';

const MOST_READS = 100;
const MOST_WRITES = 25;

function tablesIn(input: Input): readonly (readonly [string, unknown])[] {
  const given = input['RequestItems'];
  return isStructure(given) ? Object.entries(given) : [];
}

const batchGetItem: Operation = {
  name: 'dynamodb:BatchGetItem',
  needs: (site, input) =>
    tablesIn(input).map(([table, wanted]) => {
      const request = isStructure(wanted) ? wanted : {};
      const expressions = expressionsOf(request);
      const leading = leadingIn(site, table, structuresOf(request, 'Keys').map(looseItem));
      const attributes = expressions.projection ? { attributes: attributesNamed(expressions) } : {};
      return onItems(
        'BatchGetItem',
        site,
        { table, leading, ...attributes },
        { ...requestKeys(input), ...selectKeys(request, expressions) },
      );
    }),
  run: (site, input) => {
    const tables = tablesIn(input);
    const count = tables.reduce(
      (sum, [, one]) => sum + (isStructure(one) ? structuresOf(one, 'Keys').length : 0),
      0,
    );
    if (count > MOST_READS) return invalid('Too many items requested for the BatchGetItem call');
    const responses: Record<string, readonly Item[]> = {};
    const capacities: (Reply | undefined)[] = [];
    for (const [text, wanted] of tables) {
      const request = isStructure(wanted) ? wanted : {};
      const found = activeTable(site, text);
      if (isRefused(found)) return found;
      const items: Item[] = [];
      const seen = new Set<string>();
      for (const Key of structuresOf(request, 'Keys')) {
        const key = keyText(designOf(found.table).keys, looseItem(Key));
        if (seen.has(key)) return invalid('Provided list of item keys contains duplicates');
        seen.add(key);
        const got = itemAt(found, { ...request, Key });
        if ('fault' in got) return got;
        if (got.shown) items.push(got.shown);
      }
      responses[text] = items;
      capacities.push(capacityOf(input, found.name, readUnits(items, request['ConsistentRead'] === true)));
    }
    return {
      cloud: site.cloud,
      reply: present({ Responses: responses, UnprocessedKeys: {}, ConsumedCapacity: shown(capacities) }),
    };
  },
};

function shown(capacities: readonly (Reply | undefined)[]): readonly Reply[] | undefined {
  const there = capacities.filter((one) => one !== undefined);
  return there.length === 0 ? undefined : there;
}

/** The item or the key of a request to write. */
function targetOf(request: Input): Input {
  const { PutRequest: put, DeleteRequest: remove } = request;
  if (isStructure(put)) return isStructure(put['Item']) ? put['Item'] : {};
  return isStructure(remove) && isStructure(remove['Key']) ? remove['Key'] : {};
}

const batchWriteItem: Operation = {
  name: 'dynamodb:BatchWriteItem',
  needs: (site, input) =>
    tablesIn(input).map(([table]) => {
      const items = structuresOf(requestsIn(input), table).map((one) => looseItem(targetOf(one)));
      const attributes = items.flatMap((item) => Object.keys(item));
      return onItems(
        'BatchWriteItem',
        site,
        { table, leading: leadingIn(site, table, items), attributes },
        requestKeys(input),
      );
    }),
  run: (site, input) => {
    const tables = tablesIn(input).map(([table]) => [table, structuresOf(requestsIn(input), table)] as const);
    const count = tables.reduce((sum, [, requests]) => sum + requests.length, 0);
    if (count > MOST_WRITES) return invalid('Too many items requested for the BatchWriteItem call');
    let { cloud } = site;
    const capacities: (Reply | undefined)[] = [];
    for (const [text, requests] of tables) {
      let units = 0;
      const seen = new Set<string>();
      for (const request of requests) {
        const found = activeTable({ ...site, cloud }, text);
        if (isRefused(found)) return found;
        const key = keyText(designOf(found.table).keys, looseItem(targetOf(request)));
        if (seen.has(key)) return invalid('Provided list of item keys contains duplicates');
        seen.add(key);
        const { PutRequest: put, DeleteRequest: remove } = request;
        const wrong = oneOf(put, remove);
        if (wrong) return wrong;
        const write = isStructure(put)
          ? putting(found, put)
          : deleting(found, isStructure(remove) ? remove : {});
        if ('fault' in write) return write;
        units += writeUnits(write.before, write.after);
        cloud = written(cloud, found, write);
      }
      capacities.push(capacityOf(input, text, units));
    }
    return { cloud, reply: present({ UnprocessedItems: {}, ConsumedCapacity: shown(capacities) }) };
  },
};

function requestsIn(input: Input): Input {
  const given = input['RequestItems'];
  return isStructure(given) ? given : {};
}

function oneOf(put: unknown, remove: unknown): Refused | undefined {
  return isStructure(put) === isStructure(remove)
    ? invalid(
        'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
      )
    : undefined;
}

export const BATCHES: readonly Operation[] = [batchGetItem, batchWriteItem];
