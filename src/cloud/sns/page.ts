// One page of a list as SNS answers it.
import { type Refused } from '../fault.ts';
import { present, type Input, type Reply } from '../operation.ts';
import { pageOf } from '../paging.ts';
import { invalid } from './topic.ts';

const PAGING = { size: 'MaxResults', token: 'NextToken', most: 100 };

export function snsPage(input: Input, member: string, all: readonly unknown[]): Reply | Refused {
  const page = pageOf(input, all, PAGING);
  return page ? present({ [member]: page.items, NextToken: page.next }) : invalid('nextToken');
}
