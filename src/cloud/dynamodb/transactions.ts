// Several reads or writes that happen together or not at all. Source: api-dynamodb.
import { fault, isRefused, type Refused } from '../fault.ts';
import {
  isStructure,
  present,
  structuresOf,
  type Input,
  type Operation,
  type Reply,
  type Site,
} from '../operation.ts';
import { capacityOf, readUnits, writeUnits } from './capacity.ts';
import { holds } from './condition.ts';
import { attributesNamed, expressionsOf } from './expressions.ts';
import { deleting, itemAt, putting, updating, written, type Write } from './items.ts';
import { attributesRead, leadingIn, onItems, requestKeys, selectKeys } from './needs.ts';
import {
  activeTable,
  arnOf,
  designOf,
  invalid,
  keyText,
  looseItem,
  tableName,
  type FoundTable,
} from './table.ts';

interface Kind {
  readonly member: string;
  readonly action: string;
  /** Where its item or key is. */
  readonly target: 'Item' | 'Key';
  readonly write?: (found: FoundTable, input: Input) => Write | Refused;
}

const KINDS: readonly Kind[] = [
  { member: 'ConditionCheck', action: 'ConditionCheckItem', target: 'Key' },
  { member: 'Put', action: 'PutItem', target: 'Item', write: putting },
  { member: 'Delete', action: 'DeleteItem', target: 'Key', write: deleting },
  { member: 'Update', action: 'UpdateItem', target: 'Key', write: updating },
];

/** The parts of a call, each with its kind. */
function partsOf(input: Input): readonly { readonly kind: Kind; readonly part: Input }[] {
  return structuresOf(input, 'TransactItems').flatMap((one) =>
    KINDS.flatMap((kind) => {
      const part = one[kind.member];
      return isStructure(part) ? [{ kind, part }] : [];
    }),
  );
}

function countFault(input: Input): Refused | undefined {
  const all = structuresOf(input, 'TransactItems');
  return all.some((one) => KINDS.filter(({ member }) => isStructure(one[member])).length !== 1)
    ? invalid('TransactItems can only contain one of Check, Put, Update or Delete')
    : undefined;
}

function twice(site: Site, input: Input): Refused | undefined {
  const keys = partsOf(input).map(({ kind, part }) => {
    const found = activeTable(site, tableName(part));
    const item = looseItem(part[kind.target]);
    return `${arnOf(site, tableName(part))} ${isRefused(found) ? '' : keyText(designOf(found.table).keys, item)}`;
  });
  return new Set(keys).size < keys.length
    ? invalid('Transaction request cannot include multiple operations on one item')
    : undefined;
}

/** A reason why a transaction was cancelled, `None` for a part that would have gone through. */
interface Reason {
  readonly code: string;
  readonly message?: string;
}

function cancelled(reasons: readonly Reason[]): Refused {
  const codes = reasons.map(({ code }) => code).join(', ');
  return fault(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
  );
}

const transactWriteItems: Operation = {
  name: 'dynamodb:TransactWriteItems',
  needs: (site, input) =>
    partsOf(input).map(({ kind, part }) => {
      const table = tableName(part);
      const key = looseItem(part[kind.target]);
      const named = attributesNamed(expressionsOf(part));
      const attributes = kind.target === 'Item' ? Object.keys(key) : named;
      return onItems(
        kind.action,
        site,
        { table, leading: leadingIn(site, table, [key]), attributes },
        requestKeys(input),
      );
    }),
  run: (site, input) => {
    const wrong = countFault(input) ?? twice(site, input);
    if (wrong) return wrong;
    let { cloud } = site;
    const reasons: Reason[] = [];
    const capacities: Reply[] = [];
    for (const { kind, part } of partsOf(input)) {
      const found = activeTable({ ...site, cloud }, tableName(part));
      if (isRefused(found)) return found;
      const made = kind.write ? kind.write(found, part) : checking(found, part);
      if ('fault' in made) {
        const { code, message } = made.fault;
        if (code !== 'ConditionalCheckFailedException' && !isOfItem(message)) return made;
        reasons.push({
          code: code === 'ConditionalCheckFailedException' ? 'ConditionalCheckFailed' : 'ValidationError',
        });
        continue;
      }
      reasons.push({ code: 'None' });
      if (kind.write) cloud = written(cloud, found, made);
      const capacity = capacityOf(input, found.name, 2 * writeUnits(made.before, made.after));
      if (capacity) capacities.push(capacity);
    }
    if (reasons.some(({ code }) => code !== 'None')) return cancelled(reasons);
    return { cloud, reply: present({ ConsumedCapacity: capacities.length === 0 ? undefined : capacities }) };
  },
};

/** Faults that are found at the item cancel; those of the expressions are found before. */
function isOfItem(message: string): boolean {
  return /^(?:The provided expression refers|An operand in the update|Item size|The document path)/.test(
    message,
  );
}

function checking(found: FoundTable, part: Input): Write | Refused {
  const expressions = expressionsOf(part);
  if (expressions.fault) return expressions.fault;
  const got = itemAt(found, { Key: part['Key'] });
  if ('fault' in got) return got;
  const { condition } = expressions;
  return condition && !holds(condition, got.item ?? {})
    ? fault('ConditionalCheckFailedException', 'The conditional request failed')
    : { before: got.item, after: got.item, expressions };
}

const transactGetItems: Operation = {
  name: 'dynamodb:TransactGetItems',
  needs: (site, input) =>
    getsIn(input).map((get) => {
      const table = tableName(get);
      const expressions = expressionsOf(get);
      const attributes = attributesRead(get, expressions);
      const reach = { table, leading: leadingIn(site, table, [looseItem(get['Key'])]) };
      const keys = { ...requestKeys(input), ...selectKeys(get, expressions) };
      return onItems('GetItem', site, attributes ? { ...reach, attributes } : reach, keys);
    }),
  run: (site, input) => {
    const responses: Reply[] = [];
    const reasons: Reason[] = [];
    const capacities: Reply[] = [];
    for (const get of getsIn(input)) {
      const found = activeTable(site, tableName(get));
      if (isRefused(found)) return found;
      const got = itemAt(found, get);
      if ('fault' in got) {
        reasons.push({ code: 'ValidationError' });
        continue;
      }
      reasons.push({ code: 'None' });
      responses.push(got.shown ? { Item: got.shown } : {});
      const capacity = capacityOf(input, found.name, 2 * readUnits(got.item ? [got.item] : [], true));
      if (capacity) capacities.push(capacity);
    }
    if (reasons.some(({ code }) => code !== 'None')) return cancelled(reasons);
    return {
      cloud: site.cloud,
      reply: present({
        ConsumedCapacity: capacities.length === 0 ? undefined : capacities,
        Responses: responses,
      }),
    };
  },
};

function getsIn(input: Input): readonly Input[] {
  return structuresOf(input, 'TransactItems').flatMap(({ Get: get }) => (isStructure(get) ? [get] : []));
}

export const TRANSACTIONS: readonly Operation[] = [transactWriteItems, transactGetItems];
