// Pages of the lists of Organizations.
import { fault, type Refused } from '../fault.ts';
import type { Input, Reply } from '../operation.ts';
import { pageOf } from '../paging.ts';

/** Source: api-organizations. */
export function listed(input: Input, member: string, all: readonly unknown[]): Reply | Refused {
  const page = pageOf(input, all, { size: 'MaxResults', token: 'NextToken', most: 20 });
  if (!page) return fault('InvalidInputException', 'You specified an invalid value.');
  return { [member]: page.items, ...(page.next === undefined ? {} : { NextToken: page.next }) };
}
