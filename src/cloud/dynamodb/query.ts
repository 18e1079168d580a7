// Items by their partition, or all of a table, in pages. Source: api-dynamodb.
import { lookup } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import {
  flagOf,
  numberOf,
  present,
  textOf,
  type Done,
  type Input,
  type Operation,
  type Site,
} from '../operation.ts';
import { capacityOf, readUnits } from './capacity.ts';
import { holds, type Condition, type Operand } from './condition.ts';
import { expressionsOf, wantedPaths, type Expressions } from './expressions.ts';
import { attributesRead, keysOf, onItems, plain, requestKeys, selectKeys } from './needs.ts';
import { projected } from './path.ts';
import type { Keys, Table } from './state.ts';
import { activeTable, designOf, indexOf, invalid, keyNames, keyText, looseItem, tableName } from './table.ts';
import { compare, typeOf, type Item, type Value } from './value.ts';

/** The conditions of a key condition: all of them must hold. */
function conjuncts(condition: Condition): readonly Condition[] {
  return condition.is === 'and' ? condition.of.flatMap(conjuncts) : [condition];
}

function nameIn(operand: Operand | undefined): string | undefined {
  return operand && 'path' in operand && operand.path.length === 1 && !operand.measured
    ? String(operand.path[0])
    : undefined;
}

/** The attribute that a condition is about. */
function subject(condition: Condition): string | undefined {
  if (condition.is === 'compare') return nameIn(condition.left);
  if (condition.is === 'between') return nameIn(condition.what);
  return condition.is === 'function' && condition.name === 'begins_with'
    ? nameIn(condition.args[0])
    : undefined;
}

function partitionOf(key: Condition | undefined, hash: string): Value | undefined {
  const equal =
    key && conjuncts(key).find((one) => one.is === 'compare' && one.by === '=' && nameIn(one.left) === hash);
  return equal?.is === 'compare' && 'value' in equal.right ? equal.right.value : undefined;
}

/** What a key condition may not be. */
function keyFault(key: Condition | undefined, keys: Keys, table: Table): Refused | undefined {
  if (!key)
    return invalid(
      'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.',
    );
  const parts = conjuncts(key);
  const subjects = parts.map(subject);
  if (parts.some((one) => one.is === 'or' || one.is === 'not' || one.is === 'in'))
    return invalid(
      `Invalid operator used in KeyConditionExpression: ${parts.find((one) => one.is === 'or' || one.is === 'not' || one.is === 'in')?.is.toUpperCase() ?? ''}`,
    );
  if (subjects.includes(undefined) || parts.some((one) => one.is === 'compare' && one.by === '<>'))
    return invalid('Query key condition not supported');
  if (!subjects.includes(keys.hash))
    return invalid(`Query condition missed key schema element: ${keys.hash}`);
  const partition = partitionOf(key, keys.hash);
  if (!partition) return invalid('Query key condition not supported');
  if (parts.length > 2) return invalid('Conditions can be of length 1 or 2 only');
  const second = subjects.find((name) => name !== keys.hash);
  if (parts.length === 2 && second !== keys.range)
    return invalid(
      keys.range === undefined
        ? 'Query key condition not supported'
        : `Query condition missed key schema element: ${keys.range}`,
    );
  const wanted = designOf(table).attributes.find(
    ({ AttributeName }) => AttributeName === keys.hash,
  )?.AttributeType;
  return wanted !== undefined && wanted !== typeOf(partition)
    ? invalid(
        'One or more parameter values were invalid: Condition parameter type does not match schema type',
      )
    : undefined;
}

interface Search {
  readonly table: Table;
  /** By which the items are ordered. */
  readonly keys: Keys;
  readonly items: readonly Item[];
}

/** The table or the index that a call searches. */
function searched(site: Site, input: Input): (Search & { readonly name: string }) | Refused {
  const found = activeTable(site, tableName(input));
  if (isRefused(found)) return found;
  const { table, name } = found;
  const all = Object.values(table.items ?? {});
  const wanted = textOf(input, 'IndexName');
  if (wanted === '') return { table, name, keys: designOf(table).keys, items: all };
  const index = indexOf(table, wanted);
  if (!index || index.ready > site.cloud.time)
    return invalid(`The table does not have the specified index: ${wanted}`);
  if (!index.isLocal && flagOf(input, 'ConsistentRead') === true)
    return invalid('Consistent reads are not supported on global secondary indexes');
  const names = keyNames(index.keys);
  const own = [...names, ...keyNames(designOf(table).keys), ...index.included].map((one) => [one]);
  const items = all.filter((item) => names.every((one) => lookup(item, one)));
  return {
    table,
    name,
    keys: index.keys,
    items: index.projection === 'ALL' ? items : items.map((item) => projected(item, own)),
  };
}

/** The page of a search: from behind the start, up to the limit, then filtered. */
function page(
  site: Site,
  input: Input,
  { items, table, name, keys }: Search & { readonly name: string },
  expressions: Expressions,
): Done {
  const base = designOf(table).keys;
  const start = input['ExclusiveStartKey'] === undefined ? undefined : looseItem(input['ExclusiveStartKey']);
  const place = start ? items.findIndex((item) => keyText(base, item) === keyText(base, start)) : -1;
  if (start && keyNames(base).some((one) => !lookup(start, one)))
    return invalid('The provided starting key is invalid');
  const end = place + 1 + (numberOf(input, 'Limit') ?? items.length);
  const scanned = items.slice(place + 1, end);
  const { filter } = expressions;
  const found = filter ? scanned.filter((item) => holds(filter, item)) : scanned;
  const paths = wantedPaths(input, expressions);
  const last = scanned.at(-1);
  const names = [...new Set([...keyNames(base), ...keyNames(keys)])].map((one) => [one]);
  const units = readUnits(scanned, flagOf(input, 'ConsistentRead') === true);
  const isLast = numberOf(input, 'Limit') === undefined || scanned.length < (numberOf(input, 'Limit') ?? 0);
  return {
    cloud: site.cloud,
    reply: present({
      Items:
        textOf(input, 'Select') === 'COUNT'
          ? undefined
          : found.map((item) => (paths ? projected(item, paths) : item)),
      Count: found.length,
      ScannedCount: scanned.length,
      LastEvaluatedKey: last && !isLast ? projected(last, names) : undefined,
      ConsumedCapacity: capacityOf(input, name, units),
    }),
  };
}

function ordered(items: readonly Item[], range: string | undefined): readonly Item[] {
  if (range === undefined) return items;
  return items.toSorted((a, b) => compare(lookup(a, range) ?? {}, lookup(b, range) ?? {}) ?? 0);
}

function selectFault(input: Input, { projection }: Expressions): Refused | undefined {
  const select = textOf(input, 'Select');
  return projection && select !== '' && select !== 'SPECIFIC_ATTRIBUTES'
    ? invalid(
        `Cannot specify the ProjectionExpression when choosing to get ${select === 'COUNT' ? 'only the Count' : select}`,
      )
    : undefined;
}

function reading(action: string, site: Site, input: Input, leading: readonly string[]) {
  const expressions = expressionsOf(input);
  const attributes = attributesRead(input, expressions);
  const index = textOf(input, 'IndexName');
  const reach = {
    table: tableName(input),
    leading,
    ...(index === '' ? {} : { index }),
    ...(attributes ? { attributes } : {}),
  };
  return [onItems(action, site, reach, { ...requestKeys(input), ...selectKeys(input, expressions) })];
}

const query: Operation = {
  name: 'dynamodb:Query',
  needs: (site, input) => {
    const found = searched(site, input);
    const { hash } = isRefused(found) ? keysOf(site, tableName(input)) : found.keys;
    const partition = partitionOf(expressionsOf(input).key, hash);
    return reading('Query', site, input, partition ? [plain(partition)] : []);
  },
  run: (site, input) => {
    const found = searched(site, input);
    if (isRefused(found)) return found;
    const expressions = expressionsOf(input);
    const wrong =
      expressions.fault ??
      keyFault(expressions.key, found.keys, found.table) ??
      selectFault(input, expressions);
    if (wrong) return wrong;
    const { key } = expressions;
    const items = ordered(
      found.items.filter((item) => key && holds(key, item)),
      found.keys.range,
    );
    const backwards = flagOf(input, 'ScanIndexForward') === false;
    return page(site, input, { ...found, items: backwards ? items.toReversed() : items }, expressions);
  },
};

const scan: Operation = {
  name: 'dynamodb:Scan',
  needs: (site, input) => reading('Scan', site, input, []),
  run: (site, input) => {
    const found = searched(site, input);
    if (isRefused(found)) return found;
    const expressions = expressionsOf(input);
    const wrong = expressions.fault ?? selectFault(input, expressions) ?? segmentFault(input);
    if (wrong) return wrong;
    const [segment, total] = [numberOf(input, 'Segment') ?? 0, numberOf(input, 'TotalSegments') ?? 1];
    const items = found.items.filter((_, i) => i % total === segment);
    return page(site, input, { ...found, items }, expressions);
  },
};

function segmentFault(input: Input): Refused | undefined {
  const [segment, total] = [numberOf(input, 'Segment'), numberOf(input, 'TotalSegments')];
  if (segment === undefined && total === undefined) return undefined;
  if (segment === undefined || total === undefined)
    return fault(
      'ValidationException',
      `The ${segment === undefined ? 'Segment' : 'TotalSegments'} parameter is required but was not present in the request when ${segment === undefined ? 'TotalSegments' : 'Segment'} parameter is present`,
    );
  return segment < total
    ? undefined
    : invalid(
        `The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: ${segment} is not less than TotalSegments: ${total}`,
      );
}

export const SEARCHES: readonly Operation[] = [query, scan];
