// S3: every operation that is simulated.
import type { Operation } from '../operation.ts';
import { BUCKET_POLICY } from './bucket-policy.ts';
import { BUCKETS } from './buckets.ts';
import { COPY_OBJECT } from './copy-object.ts';
import { DELETE_OBJECTS } from './delete-object.ts';
import { GET_OBJECT } from './get-object.ts';
import { LISTING } from './listing.ts';
import { OBJECT_TAGGING } from './object-tagging.ts';
import { PUT_OBJECT } from './put-object.ts';
import { SETTINGS } from './settings.ts';

export const S3: readonly Operation[] = [
  ...[...BUCKETS, ...SETTINGS, ...BUCKET_POLICY, ...LISTING],
  ...[...PUT_OBJECT, ...GET_OBJECT, ...COPY_OBJECT, ...DELETE_OBJECTS, ...OBJECT_TAGGING],
];
