// The pairs of calls on items, with the condition keys of fine-grained access. Source: dynamodb-conditions.
import type { Context } from '#evaluator';
import type { BareRequest } from '../authorize.ts';
import { lookup } from '../cloud.ts';
import { textOf, type Input, type Site } from '../operation.ts';
import { attributesNamed, type Expressions } from './expressions.ts';
import { arnOf, designOf, findTable, keyNames } from './table.ts';
import type { Keys } from './state.ts';
import type { Item, Value } from './value.ts';

export interface Reach {
  /** The name or the ARN of the table. */
  readonly table: string;
  readonly index?: string;
  /** Values of the partition key. */
  readonly leading?: readonly string[];
  /** Attributes beside those of the key. */
  readonly attributes?: readonly string[];
}

/** The keys by which the items of a table are found; those of a scenario's where there is no such table. */
export function keysOf(site: Site, table: string): Keys {
  return designOf(findTable(site, table)?.table ?? { writes: 0 }).keys;
}

/** A value as a condition key has it. */
export function plain({ S, N, B }: Value): string {
  return S ?? N ?? B ?? '';
}

/** The values of the partition key in some keys or items. */
export function leadingIn(site: Site, table: string, items: readonly Item[]): readonly string[] {
  const { hash } = keysOf(site, table);
  return [...new Set(items.flatMap((item) => (lookup(item, hash) ? [plain(lookup(item, hash) ?? {})] : [])))];
}

/** A pair on a table or one of its indexes. */
export function onItems(
  action: string,
  site: Site,
  { table, index, leading = [], attributes }: Reach,
  more: Context = {},
): BareRequest {
  const arn = arnOf(site, table);
  const names = attributes && [...new Set([...attributes, ...keyNames(keysOf(site, table))])];
  return {
    action: `dynamodb:${action}`,
    on: index === undefined ? arn : `${arn}/index/${index}`,
    context: {
      ...(leading.length === 0 ? {} : { 'dynamodb:LeadingKeys': leading }),
      ...(names ? { 'dynamodb:Attributes': names } : {}),
      ...more,
    },
  };
}

/** Keys that most calls on items give. */
export function requestKeys(input: Input): Context {
  const pairs = {
    'dynamodb:ReturnValues': textOf(input, 'ReturnValues'),
    'dynamodb:ReturnConsumedCapacity': textOf(input, 'ReturnConsumedCapacity'),
  };
  return Object.fromEntries(Object.entries(pairs).filter(([, value]) => value !== ''));
}

/** What a call that reads wants of each item: `Select`, and its attributes where it names some. */
export function selectKeys(input: Input, expressions: Expressions): Context {
  const named = expressions.projection !== undefined || input['AttributesToGet'] !== undefined;
  const usual = textOf(input, 'IndexName') === '' ? 'ALL_ATTRIBUTES' : 'ALL_PROJECTED_ATTRIBUTES';
  return { 'dynamodb:Select': textOf(input, 'Select') || (named ? 'SPECIFIC_ATTRIBUTES' : usual) };
}

/** The attributes that a reading call names; nothing when it names none and sees all. */
export function attributesRead(input: Input, expressions: Expressions): readonly string[] | undefined {
  const own = input['AttributesToGet'];
  const listed = Array.isArray(own) ? own.filter((one) => typeof one === 'string') : [];
  if (listed.length === 0 && !expressions.projection) return undefined;
  return [...attributesNamed(expressions), ...listed];
}
