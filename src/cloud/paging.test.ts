// Pages of lists.
import { expect, test } from 'vitest';
import { pageOf } from './paging.ts';

const PAGING = { size: 'MaxResults', token: 'NextToken', most: 3 };
const ALL = ['a', 'b', 'c', 'd', 'e'];

test('[worlds-are-values] the pages of a list are the list, whatever their size', () => {
  for (const MaxResults of [undefined, 1, 2, 3, 9]) {
    const seen: string[] = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const page: ReturnType<typeof pageOf<string>> = pageOf({ MaxResults, NextToken: next }, ALL, PAGING);
      seen.push(...(page?.items ?? []));
      next = page?.next;
    }
    expect(seen).toEqual(ALL);
  }
});

test('[every-refusal-has-words] a token that was never given out finds no page', () => {
  expect(pageOf({ NextToken: 'abc' }, ALL, PAGING)).toBeUndefined();
});
