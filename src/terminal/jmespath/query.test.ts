import { expect, test } from 'vitest';
import cases from '../test/queries.json' with { type: 'json' };
import type { Value } from '../value.ts';
import { parseQuery } from './query.ts';

interface Case {
  readonly query: string;
  readonly answer?: Value;
  readonly unreadable?: string;
  readonly unanswerable?: string;
}

const { value, queries } = cases as { readonly value: Value; readonly queries: readonly Case[] };

test.each(queries.filter(({ answer }) => answer !== undefined))(
  '[queries-as-in-the-cli] $query answers as in the command line, keys in the same order',
  ({ query, answer }) => {
    const read = parseQuery(query);
    expect(JSON.stringify('query' in read ? read.query(value) : read)).toBe(
      JSON.stringify({ value: answer }),
    );
  },
);

test.each(queries.filter(({ unreadable }) => unreadable !== undefined))(
  '[queries-as-in-the-cli] $query cannot be read, for the same reason',
  ({ query, unreadable }) => {
    expect(parseQuery(query)).toEqual({ wrong: unreadable });
  },
);

test.each(queries.filter(({ unanswerable }) => unanswerable !== undefined))(
  '[queries-as-in-the-cli] $query cannot be answered, for the same reason',
  ({ query, unanswerable }) => {
    const read = parseQuery(query);
    expect('query' in read && read.query(value)).toEqual({ wrong: unanswerable });
  },
);

test('[queries-as-in-the-cli] ten thousand brackets within each other are a fault, not a crash', () => {
  expect(parseQuery('('.repeat(100_000))).toHaveProperty('wrong');
});
