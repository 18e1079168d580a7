// One item: got, put, updated, deleted, each under a condition.
import { lookup, without, type Cloud } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { flagOf, present, textOf, type Done, type Input, type Operation, type Site } from '../operation.ts';
import { capacityOf, readUnits, writeUnits } from './capacity.ts';
import { holds } from './condition.ts';
import { attributesNamed, expressionsOf, wantedPaths, type Expressions } from './expressions.ts';
import { attributesRead, leadingIn, onItems, requestKeys, selectKeys } from './needs.ts';
import { projected } from './path.ts';
import {
  activeTable,
  designOf,
  invalid,
  itemFault,
  keyIn,
  keyNames,
  keyText,
  looseItem,
  tableName,
  withTable,
  type FoundTable,
} from './table.ts';
import { updated } from './update.ts';
import { bytesOfItem, isFault, readItem, type Item } from './value.ts';

/** Source: dynamodb-quotas. */
const LARGEST_ITEM = 409_600;

const getItem: Operation = {
  name: 'dynamodb:GetItem',
  needs: (site, input) => {
    const table = tableName(input);
    const expressions = expressionsOf(input);
    const attributes = attributesRead(input, expressions);
    const reach = { table, leading: leadingIn(site, table, [looseItem(input['Key'])]) };
    const keys = { ...requestKeys(input), ...selectKeys(input, expressions) };
    return [onItems('GetItem', site, attributes ? { ...reach, attributes } : reach, keys)];
  },
  run: (site, input) => {
    const found = activeTable(site, tableName(input));
    if (isRefused(found)) return found;
    const got = itemAt(found, input);
    if ('fault' in got) return got;
    const { item } = got;
    const units = readUnits(item ? [item] : [], flagOf(input, 'ConsistentRead') === true);
    return {
      cloud: site.cloud,
      reply: present({ Item: got.shown, ConsumedCapacity: capacityOf(input, found.name, units) }),
    };
  },
};

/** The item that an input's `Key` finds, and what the input wants to see of it. */
export function itemAt(
  { table }: FoundTable,
  input: Input,
): { readonly item: Item | undefined; readonly shown: Item | undefined } | Refused {
  const expressions = expressionsOf(input);
  if (expressions.fault) return expressions.fault;
  const key = keyIn(table, input['Key']);
  if (isFault(key)) return key;
  const item = lookup(table.items ?? {}, keyText(designOf(table).keys, key));
  const paths = wantedPaths(input, expressions);
  return { item, shown: item && paths ? projected(item, paths) : item };
}

/** What a write makes of an item. */
export interface Write {
  readonly before: Item | undefined;
  /** Nothing when it deletes. */
  readonly after: Item | undefined;
  readonly expressions: Expressions;
}

const UNMET = fault('ConditionalCheckFailedException', 'The conditional request failed');

/** Puts the item of an input. */
export function putting({ table }: FoundTable, input: Input): Write | Refused {
  const expressions = expressionsOf(input);
  if (expressions.fault) return expressions.fault;
  const item = readItem(input['Item']);
  if (isFault(item)) return item;
  const wrong = itemFault(table, item);
  if (wrong) return wrong;
  if (bytesOfItem(item) > LARGEST_ITEM) return invalid('Item size has exceeded the maximum allowed size');
  return checked({ before: kept(table, item), after: item, expressions });
}

function kept({ items = {}, design }: FoundTable['table'], key: Item): Item | undefined {
  return lookup(items, keyText(designOf({ writes: 0, ...(design ? { design } : {}) }).keys, key));
}

function checked(write: Write): Write | Refused {
  const { condition } = write.expressions;
  return condition && !holds(condition, write.before ?? {}) ? UNMET : write;
}

/** Deletes the item of an input's key. */
export function deleting({ table }: FoundTable, input: Input): Write | Refused {
  const expressions = expressionsOf(input);
  if (expressions.fault) return expressions.fault;
  const key = keyIn(table, input['Key']);
  if (isFault(key)) return key;
  return checked({ before: kept(table, key), after: undefined, expressions });
}

/** Updates the item of an input's key; one that is not there begins with its key alone. */
export function updating({ table }: FoundTable, input: Input): Write | Refused {
  const expressions = expressionsOf(input);
  if (expressions.fault) return expressions.fault;
  const key = keyIn(table, input['Key']);
  if (isFault(key)) return key;
  const { update = [] } = expressions;
  const names = keyNames(designOf(table).keys);
  const own = update.find(({ path: [first] }) => names.includes(String(first)));
  if (own)
    return invalid(
      `One or more parameter values were invalid: Cannot update attribute ${String(own.path[0])}. This attribute is part of the key`,
    );
  const write = checked({ before: kept(table, key), after: undefined, expressions });
  if ('fault' in write) return write;
  const next = updated(write.before ?? key, update);
  if ('fault' in next) return next;
  const wrong = itemFault(table, next.item);
  if (wrong) return wrong;
  if (bytesOfItem(next.item) > LARGEST_ITEM)
    return invalid('Item size to update has exceeded the maximum allowed size');
  return { ...write, after: next.item };
}

/** The cloud after a write. */
export function written(cloud: Cloud, found: FoundTable, { before, after }: Write): Cloud {
  const { table } = found;
  const { keys } = designOf(table);
  const { items = {}, writes } = table;
  const key = keyText(keys, after ?? before ?? {});
  const next = after ? { ...items, [key]: after } : before ? without(items, key) : items;
  return withTable(cloud, found, { ...table, items: next, writes: writes + 1 });
}

type ReturnValues = (write: Write) => Item | undefined;

/** What `ReturnValues` gives back. Source: api-dynamodb. */
const RETURNED: Readonly<Record<string, ReturnValues>> = {
  ALL_OLD: ({ before }) => before,
  ALL_NEW: ({ after }) => after,
  UPDATED_OLD: ({ before, expressions }) => before && changedParts(before, expressions),
  UPDATED_NEW: ({ after, expressions }) => after && changedParts(after, expressions),
};

function changedParts(item: Item, { update = [] }: Expressions): Item {
  return projected(
    item,
    update.map(({ path }) => path),
  );
}

interface Writing {
  readonly name: string;
  readonly write: (found: FoundTable, input: Input) => Write | Refused;
  readonly returns: readonly string[];
  /** The attributes that it touches. */
  readonly attributes: (input: Input) => readonly string[];
}

function writingOperation({ name, write, returns, attributes }: Writing): Operation {
  return {
    name: `dynamodb:${name}`,
    needs: (site, input) => {
      const table = tableName(input);
      const key = looseItem(input[name === 'PutItem' ? 'Item' : 'Key']);
      const reach = { table, leading: leadingIn(site, table, [key]), attributes: attributes(input) };
      return [onItems(name, site, reach, requestKeys(input))];
    },
    run: (site, input) => done(site, input, { write, returns }),
  };
}

function done(site: Site, input: Input, { write, returns }: Pick<Writing, 'write' | 'returns'>): Done {
  const wanted = textOf(input, 'ReturnValues') || 'NONE';
  if (!returns.includes(wanted)) return invalid('Return values set to invalid value');
  const found = activeTable(site, tableName(input));
  if (isRefused(found)) return found;
  const made = write(found, input);
  if ('fault' in made) return made;
  const attributes = RETURNED[wanted]?.(made);
  const units = writeUnits(made.before, made.after);
  return {
    cloud: written(site.cloud, found, made),
    reply: present({
      Attributes: attributes && Object.keys(attributes).length > 0 ? attributes : undefined,
      ConsumedCapacity: capacityOf(input, found.name, units),
    }),
  };
}

export const ITEMS: readonly Operation[] = [
  getItem,
  writingOperation({
    name: 'PutItem',
    write: putting,
    returns: ['NONE', 'ALL_OLD'],
    attributes: (input) => Object.keys(looseItem(input['Item'])),
  }),
  writingOperation({
    name: 'UpdateItem',
    write: updating,
    returns: ['NONE', 'ALL_OLD', 'ALL_NEW', 'UPDATED_OLD', 'UPDATED_NEW'],
    attributes: (input) => attributesNamed(expressionsOf(input)),
  }),
  writingOperation({
    name: 'DeleteItem',
    write: deleting,
    returns: ['NONE', 'ALL_OLD'],
    attributes: (input) => attributesNamed(expressionsOf(input)),
  }),
];
