// Finding a table, its state at a moment, and the keys of its items.
import { lookup, withAccount, type Account, type Cloud } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { isStructure, textOf, type Input, type Site } from '../operation.ts';
import type { Design, Index, Keys, Table } from './state.ts';
import { isFault, readItem, typeOf, type Item, type Value } from './value.ts';

export interface FoundTable {
  readonly owner: Account;
  readonly region: string;
  readonly name: string;
  readonly table: Table;
}

/** What a table of a scenario is like: its items are found by `id`. */
const DEFAULT: Design = {
  id: '',
  created: 0,
  ready: 0,
  attributes: [{ AttributeName: 'id', AttributeType: 'S' }],
  keys: { hash: 'id' },
  billing: 'PAY_PER_REQUEST',
  throughput: { read: 0, write: 0 },
  indexes: [],
  isProtected: false,
};

export function designOf({ design }: Table): Design {
  return design ?? DEFAULT;
}

/** Where a table of a region is kept in its account. */
export function placeOf(account: Account, region: string, name: string): string {
  return region === account.region ? name : `${region}/${name}`;
}

export function tableArn(account: string, region: string, name: string): string {
  return `arn:aws:dynamodb:${region}:${account}:table/${name}`;
}

const ARN = /^arn:aws[\w-]*:dynamodb:([a-z0-9-]+):(\d{12}):table\/([^/]+)/;

/** The account, region and name that a text means: a name in the caller's own account, or an ARN. */
export function meantBy(
  { account, region }: Site,
  text: string,
): { readonly account: string; readonly region: string; readonly name: string } {
  const [, place = region, number = account.id, name = text] = ARN.exec(text) ?? [];
  return { account: number, region: place, name };
}

/** The ARN of the table that a text means, whether it is there or not. */
export function arnOf(site: Site, text: string): string {
  const { account, region, name } = meantBy(site, text);
  return tableArn(account, region, name);
}

/** The table that a text means; one that is deleted is gone when its time is over. */
export function findTable(site: Site, text: string): FoundTable | undefined {
  const { account, region, name } = meantBy(site, text);
  const owner = lookup(site.cloud.accounts, account);
  const table = owner && lookup(owner.tables, placeOf(owner, region, name));
  if (!owner || !table || (table.deletes !== undefined && table.deletes <= site.cloud.time)) return undefined;
  return { owner, region, name, table };
}

/** `CREATING`, `ACTIVE` or `DELETING`. */
export function statusOf({ time }: Cloud, table: Table): string {
  if (table.deletes !== undefined) return 'DELETING';
  return designOf(table).ready > time ? 'CREATING' : 'ACTIVE';
}

/** A table whose items can be reached. Source: api-dynamodb. */
export function activeTable(site: Site, text: string): FoundTable | Refused {
  const found = findTable(site, text);
  return found && statusOf(site.cloud, found.table) === 'ACTIVE'
    ? found
    : fault('ResourceNotFoundException', 'Requested resource not found');
}

export function withTable(cloud: Cloud, { owner, region, name }: FoundTable, table: Table): Cloud {
  const account = cloud.accounts[owner.id] ?? owner;
  const tables = { ...account.tables, [placeOf(account, region, name)]: table };
  return withAccount(cloud, { ...account, tables });
}

export function invalid(message: string): Refused {
  return fault('ValidationException', message);
}

export function keyNames({ hash, range }: Keys): readonly string[] {
  return range === undefined ? [hash] : [hash, range];
}

function typeWanted({ attributes }: Design, name: string): string {
  return attributes.find(({ AttributeName }) => AttributeName === name)?.AttributeType ?? 'S';
}

/** What finds an item among those of its table. */
export function keyText(keys: Keys, item: Item): string {
  return JSON.stringify(keyNames(keys).map((name) => lookup(item, name)));
}

/** The key that a member of an input gives. Source: api-dynamodb. */
export function keyIn(table: Table, raw: unknown): Item | Refused {
  const design = designOf(table);
  const names = keyNames(design.keys);
  const key = readItem(raw);
  if (isFault(key)) return key;
  const fits =
    Object.keys(key).length === names.length &&
    names.every((name) => typeOf(lookup(key, name) ?? {}) === typeWanted(design, name) && lookup(key, name));
  if (!fits) return invalid('The provided key element does not match the schema');
  return emptyKey(key, names) ?? key;
}

function emptyKey(item: Item, names: readonly string[]): Refused | undefined {
  const name = names.find((one) => isEmpty(lookup(item, one)));
  return name === undefined
    ? undefined
    : invalid(
        `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: ${name}`,
      );
}

const isEmpty = (value: Value | undefined): boolean => value?.S === '' || value?.B === '';

/** What is wrong with an item that is to be kept in a table. */
export function itemFault(table: Table, item: Item): Refused | undefined {
  const design = designOf(table);
  for (const name of keyNames(design.keys)) {
    const value = lookup(item, name);
    if (!value)
      return invalid(`One or more parameter values were invalid: Missing the key ${name} in the item`);
    const wrong = typeFault(design, name, value);
    if (wrong !== undefined) return invalid(`One or more parameter values were invalid: ${wrong}`);
  }
  for (const { keys, name: index } of design.indexes)
    for (const name of keyNames(keys)) {
      const value = lookup(item, name);
      const wrong = value && typeFault(design, name, value);
      if (wrong !== undefined)
        return invalid(`One or more parameter values were invalid: ${wrong} IndexName: ${index}`);
    }
  return emptyKey(item, keyNames(design.keys));
}

function typeFault(design: Design, name: string, value: Value): string | undefined {
  const wanted = typeWanted(design, name);
  return typeOf(value) === wanted
    ? undefined
    : `Type mismatch for ${isKey(design, name) ? 'key' : 'Index Key'} ${name} expected: ${wanted} actual: ${typeOf(value)}`;
}

function isKey({ keys }: Design, name: string): boolean {
  return keyNames(keys).includes(name);
}

export function indexOf(table: Table, name: string): Index | undefined {
  return designOf(table).indexes.find((index) => index.name === name);
}

/** An input's member that is a key, as far as it can be read, for the keys of conditions. */
export function looseItem(raw: unknown): Item {
  const item = readItem(isStructure(raw) ? raw : {});
  return isFault(item) ? {} : item;
}

/** The name of the table in an input. */
export function tableName(input: Input): string {
  return textOf(input, 'TableName');
}
