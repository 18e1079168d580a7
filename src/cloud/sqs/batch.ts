// What a batch of entries must look like, whatever is done with them.
import type { Refused } from '../fault.ts';
import { textOf, type Input } from '../operation.ts';
import { legacy } from './queue.ts';

const MOST = 10;

/** @param verb such as `Send` */
export function batchFault(entries: readonly Input[], verb: string): Refused | undefined {
  const ids = entries.map((entry) => textOf(entry, 'Id'));
  const repeated = ids.find((id, i) => ids.indexOf(id) < i);
  if (entries.length === 0)
    return legacy(
      'EmptyBatchRequest',
      `There should be at least one ${verb}MessageBatchRequestEntry in the request.`,
    );
  if (entries.length > MOST)
    return legacy(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are ${MOST}. You have sent ${entries.length}.`,
    );
  if (ids.some((id) => !/^[\w-]{1,80}$/.test(id)))
    return legacy(
      'InvalidBatchEntryId',
      'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.',
    );
  return repeated === undefined ? undefined : legacy('BatchEntryIdsNotDistinct', `Id ${repeated} repeated.`);
}
