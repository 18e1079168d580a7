// Filters and pages of EC2's lists: each thing says what it is under the names by which one may filter.
import { fault, isRefused, type Refused } from '../fault.ts';
import { structuresOf, textOf, textsOf, type Input, type Reply } from '../operation.ts';
import { pageOf } from '../paging.ts';
import type { Tags } from '../tags.ts';

/** Values by the name of a filter. A name that some of the things have and others lack is `[]` with those. */
export type Facts = Readonly<Record<string, readonly (string | undefined)[]>>;

/** What tags answer to. */
export function tagFacts(tags: Tags): Facts {
  const each = Object.entries(tags).map(([key, value]) => [`tag:${key}`, [value]] as const);
  return { 'tag-key': Object.keys(tags), 'tag-value': Object.values(tags), ...Object.fromEntries(each) };
}

/** The things that pass every filter; of one filter any value does. Source: api-ec2. */
export function filtered<T>(
  input: Input,
  all: readonly T[],
  facts: (one: T) => Facts,
  names: readonly string[],
): readonly T[] | Refused {
  let left = all;
  for (const filter of structuresOf(input, 'Filters')) {
    const name = textOf(filter, 'Name');
    if (!names.includes(name) && !/^tag:|^tag-(?:key|value)$/.test(name))
      return fault('InvalidParameterValue', `The filter '${name}' is invalid`);
    const wanted = textsOf(filter, 'Values').map(patternOf);
    left = left.filter((one) => {
      const values = facts(one)[name] ?? [];
      return values.some((value) => value !== undefined && wanted.some((pattern) => pattern.test(value)));
    });
  }
  return left;
}

/** `*` is anything, `?` one letter. */
function patternOf(value: string): RegExp {
  const source = value
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's');
}

const PAGE = { size: 'MaxResults', token: 'NextToken', most: 1000 };

/** One page of a list as EC2 answers it. */
export function listed(input: Input, member: string, all: readonly unknown[] | Refused): Reply | Refused {
  if (isRefused(all)) return all;
  const page = pageOf(input, all, PAGE);
  if (!page) return fault('InvalidParameterValue', 'Unable to parse pagination token');
  return { [member]: page.items, ...(page.next === undefined ? {} : { NextToken: page.next }) };
}
