// Tags of a session: those that are passed, and those that a session inherits from the one that it was taken with.
import { fault, type Refused } from '../fault.ts';
import { structuresOf, textOf, textsOf, type Input } from '../operation.ts';
import type { Session } from '../session.ts';
import { tagsIn, type Tags } from '../tags.ts';

const CODE = 'InvalidParameterValue';

export interface SessionTags {
  readonly tags: Tags;
  readonly transitive: readonly string[];
}

/**
 * The tags of a session that is taken with another one. Keys ignore case; a transitive tag passes on and may not be
 * passed anew. Source: ug-session-tags.
 */
export function sessionTags(input: Input, caller?: Session): SessionTags | Refused {
  const keys = structuresOf(input, 'Tags').map((tag) => textOf(tag, 'Key').toLowerCase());
  if (new Set(keys).size < keys.length)
    return fault(CODE, 'Duplicate tag keys found. Please note that Tag keys are case insensitive.');
  if (keys.some((key) => key.startsWith('aws:')))
    return fault(CODE, 'One of the specified tag keys begins with aws:, which is reserved for system use.');
  const inherited = inheritedTags(caller);
  const transitive = textsOf(input, 'TransitiveTagKeys');
  if (transitive.some((key) => !keys.includes(key.toLowerCase())))
    return fault(CODE, 'The specified transitive tag key must be included in the requested tags.');
  if (Object.keys(inherited).some((key) => keys.includes(key.toLowerCase())))
    return fault(
      CODE,
      "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
    );
  return {
    tags: { ...inherited, ...tagsIn(input) },
    transitive: [...Object.keys(inherited), ...transitive],
  };
}

/** The tags that follow a caller into every session that it takes. */
export function inheritedTags(caller: Session | undefined): Tags {
  const keys = new Set((caller?.transitive ?? []).map((key) => key.toLowerCase()));
  return Object.fromEntries(
    Object.entries(caller?.tags ?? {}).filter(([key]) => keys.has(key.toLowerCase())),
  );
}
