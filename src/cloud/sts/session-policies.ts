// What narrows a session down: session policies as a text and as ARNs, and how much room they and the tags take.
import type { Account, Cloud, DocumentText } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { policyNameOf } from '../managed.ts';
import { structuresOf, textOf, type Input } from '../operation.ts';
import { policyFault } from '../policy-fault.ts';
import type { Tags } from '../tags.ts';

/** Characters of the policy's text and of the ARNs together, and how many ARNs. Source: api-sts. */
const PLAIN_LIMIT = 2048;
const MOST_ARNS = 10;
/** AWS packs policies and tags in a format of its own; here a text packs to half its length. */
const PACKED_LIMIT = 2048;

export interface Narrowed {
  readonly policies?: readonly DocumentText[];
  /** As in `attached`. */
  readonly attached?: readonly string[];
  /** Per cent of the room; absent when nothing was passed. */
  readonly packed?: number;
}

/** The session policies of an input, checked. They are of the account whose session it will be, or AWS's own. */
export function narrowedBy(cloud: Cloud, owner: Account, input: Input, tags: Tags): Narrowed | Refused {
  const text = textOf(input, 'Policy');
  const arns = structuresOf(input, 'PolicyArns').map((one) => textOf(one, 'arn'));
  if (text !== '') {
    const bad = policyFault(cloud, text, 'session');
    if (bad) return { fault: bad };
  }
  if (arns.length > MOST_ARNS)
    return fault('ValidationError', `The requested number of policies exceeds the maximum of ${MOST_ARNS}.`);
  const plain = arns.reduce((sum, arn) => sum + arn.length, text.length);
  if (plain > PLAIN_LIMIT)
    return fault(
      'ValidationError',
      `1 validation error detected: Value '${text}' at 'policy' failed to satisfy constraint: Member must have length less than or equal to ${PLAIN_LIMIT}`,
    );
  const names = arns.map((arn) => policyNameOf(cloud, owner, arn));
  const missing = arns.find((_, i) => names[i] === undefined);
  if (missing !== undefined)
    return fault('ValidationError', `Policy ${missing} does not exist or is not attachable.`);
  const packed = packedOf(text, arns, tags);
  if (isRefused(packed)) return packed;
  return {
    ...(text === '' ? {} : { policies: [text] }),
    ...(arns.length === 0 ? {} : { attached: names.filter((name) => name !== undefined) }),
    ...packed,
  };
}

function packedOf(text: string, arns: readonly string[], tags: Tags): { readonly packed?: number } | Refused {
  const given = Object.entries(tags);
  const ofTags = given.reduce((sum, [key, value]) => sum + key.length + value.length + 4, 0);
  const size = text.replace(/\s/g, '').length / 2 + arns.length * 24 + ofTags;
  if (size === 0) return {};
  const packed = Math.ceil((size * 100) / PACKED_LIMIT);
  if (packed <= 100) return { packed };
  return fault(
    'PackedPolicyTooLarge',
    text === '' && arns.length === 0
      ? `Packed size of session tags consumes ${packed}% of allotted space.`
      : `Packed policy consumes ${packed}% of allotted space, please use smaller policy.`,
  );
}
