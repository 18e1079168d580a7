// One page of a list of Systems Manager.
import { fault } from '../fault.ts';
import type { Done, Input, Site } from '../operation.ts';
import { pageOf } from '../paging.ts';

/** @param most how many a page has where nothing is said */
export function ssmPage(
  { cloud }: Site,
  input: Input,
  member: string,
  all: readonly unknown[],
  most: number,
): Done {
  const page = pageOf(input, all, { size: 'MaxResults', token: 'NextToken', most });
  if (!page) return fault('InvalidNextToken', 'The specified token is not valid.');
  return {
    cloud,
    reply: { [member]: page.items, ...(page.next === undefined ? {} : { NextToken: page.next }) },
  };
}
