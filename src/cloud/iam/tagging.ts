// Tags of IAM's things: what a call adds and takes away. Keys are unique ignoring case.
import { fault, overQuota, type Refused } from '../fault.ts';
import { structuresOf, textOf, textsOf, type Input } from '../operation.ts';
import type { Tags } from '../tags.ts';

/** Source: ug-quotas. */
const MOST = 50;

/** The tags with those of the input over them. */
export function withMoreTags(tags: Tags, input: Input): { readonly tags: Tags } | Refused {
  const more = structuresOf(input, 'Tags').map((tag) => [textOf(tag, 'Key'), textOf(tag, 'Value')] as const);
  const keys = more.map(([key]) => key.toLowerCase());
  if (new Set(keys).size < keys.length)
    return fault('InvalidInput', 'Duplicate tag keys found. Please note that Tag keys are case insensitive.');
  if (keys.some((key) => key.startsWith('aws:')))
    return fault(
      'InvalidInput',
      'Value at tags failed to satisfy constraint: keys that begin with aws: are reserved',
    );
  const kept = Object.entries(tags).filter(([key]) => !keys.includes(key.toLowerCase()));
  if (kept.length + more.length > MOST) return overQuota('TagsPerResource', MOST);
  return { tags: Object.fromEntries([...kept, ...more]) };
}

/** The keys that the input takes away, and what is left. */
export function untagged(
  input: Input,
  tags: Tags = {},
): { readonly keys: readonly string[]; readonly rest: Tags } {
  const keys = textsOf(input, 'TagKeys');
  const lower = new Set(keys.map((key) => key.toLowerCase()));
  return {
    keys,
    rest: Object.fromEntries(Object.entries(tags).filter(([key]) => !lower.has(key.toLowerCase()))),
  };
}
