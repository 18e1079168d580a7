// DynamoDB: every operation that is simulated.
import type { Operation } from '../operation.ts';
import { BATCHES } from './batch.ts';
import { ITEMS } from './items.ts';
import { TABLE_POLICIES } from './policies.ts';
import { SEARCHES } from './query.ts';
import { TABLES } from './tables.ts';
import { TRANSACTIONS } from './transactions.ts';

export const DYNAMODB: readonly Operation[] = [
  ...[...TABLES, ...TABLE_POLICIES, ...ITEMS],
  ...[...SEARCHES, ...BATCHES, ...TRANSACTIONS],
];
