// What a call on items is said to have consumed, when it asks. Source: api-dynamodb.
import { textOf, type Input, type Reply } from '../operation.ts';
import { bytesOfItem, type Item } from './value.ts';

const READ_UNIT = 4096;
const WRITE_UNIT = 1024;

/** Half a unit for each 4 KB; a whole one for a consistent read. */
export function readUnits(items: readonly Item[], consistent: boolean): number {
  const bytes = items.reduce((sum, item) => sum + bytesOfItem(item), 0);
  return Math.max(1, Math.ceil(bytes / READ_UNIT)) / (consistent ? 1 : 2);
}

/** One unit for each KB of the larger item. */
export function writeUnits(...items: readonly (Item | undefined)[]): number {
  return Math.max(1, ...items.map((item) => Math.ceil(bytesOfItem(item ?? {}) / WRITE_UNIT)));
}

/** `ConsumedCapacity` of one table, where the call wants it. */
export function capacityOf(input: Input, table: string, units: number): Reply | undefined {
  const wanted = textOf(input, 'ReturnConsumedCapacity');
  if (wanted !== 'TOTAL' && wanted !== 'INDEXES') return undefined;
  return {
    TableName: table,
    CapacityUnits: units,
    ...(wanted === 'INDEXES' ? { Table: { CapacityUnits: units } } : {}),
  };
}
