// What Organizations asks of the text of a policy before it keeps it: size, syntax, and what its type forbids.
import { parsePolicy, type Policy, type Statement } from '#evaluator';
import type { Cloud } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { supportsRcp } from '../organization.ts';
import { policyFault } from '../policy-fault.ts';
import { kindOf } from './kept-policies.ts';

/** Characters. Source: org-quotas. */
const LARGEST = { scp: 10_240, rcp: 5_120, other: 10_000 };

const MALFORMED = 'The provided policy document does not meet the requirements of the specified policy type.';

/** The fault of a text that may not be kept as a policy of a type. */
export function formFault(cloud: Cloud, type: string, content: string): Refused | undefined {
  const kind = kindOf(type);
  if (content.length > LARGEST[kind ?? 'other'])
    return fault(
      'ConstraintViolationException',
      'You have exceeded the maximum allowed size of a policy document.',
    );
  const isGood = kind ? isPolicy(cloud, kind, content) : isObject(content);
  return isGood ? undefined : fault('MalformedPolicyDocumentException', MALFORMED);
}

function isPolicy(cloud: Cloud, kind: 'scp' | 'rcp', content: string): boolean {
  if (policyFault(cloud, content, kind)) return false;
  const parsed = parsePolicy(content, kind);
  return 'policy' in parsed && (kind === 'scp' || isRcp(parsed.policy));
}

/** A resource control policy denies everybody actions of services that have them. Source: org-rcps. */
function isRcp({ statements }: Policy): boolean {
  return statements.every(
    ({ effect, principal, action }) =>
      effect === 'Deny' &&
      principal?.not === false &&
      principal.named.every(({ kind }) => kind === 'everybody') &&
      isOfServices(action),
  );
}

function isOfServices({ patterns }: Statement['action']): boolean {
  return patterns.every(({ value }) => value !== '*' && supportsRcp(value));
}

function isObject(content: string): boolean {
  try {
    const value: unknown = JSON.parse(content);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
