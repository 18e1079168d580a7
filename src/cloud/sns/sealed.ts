// Topics whose messages a KMS key of the customer encrypts.
import type { BareRequest } from '../authorize.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import type { Operation, Site } from '../operation.ts';
import { sealFault, sealingPairs, type Seal } from '../sealing.ts';
import type { FoundTopic } from './topic.ts';

/** The key that AWS keeps for topics: whoever may publish in its account may use it. */
const OF_AWS = 'alias/aws/sns';

function sealOf({ topic, arn }: FoundTopic): Seal | undefined {
  const key = topic.attributes['KmsMasterKeyId'] ?? '';
  return key === '' || key === OF_AWS
    ? undefined
    : { key, service: 'sns', context: { 'aws:sns:topicArn': arn } };
}

/** Publishing needs the key too. Source: sns-actions. */
export function keyPairs(site: Site, found: FoundTopic | undefined): readonly BareRequest[] | Refused {
  const seal = found && sealOf(found);
  if (!found || !seal) return [];
  const pairs = sealingPairs({ ...site, account: found.owner }, seal, ['GenerateDataKey', 'Decrypt']);
  return isRefused(pairs) ? asKms(pairs) : pairs;
}

/** Why the messages of a topic cannot be sealed now. */
export function keyFault(site: Site, found: FoundTopic): Refused | undefined {
  const seal = sealOf(found);
  const wrong = seal && sealFault({ ...site, account: found.owner }, seal);
  return wrong && asKms(wrong);
}

const CODES: Readonly<Record<string, string>> = {
  DisabledException: 'KMSDisabled',
  KMSInvalidStateException: 'KMSInvalidState',
};

/** A fault of KMS as SNS passes it on. */
function asKms({ fault: { code, message } }: Refused): Refused {
  return fault(CODES[code] ?? 'KMSNotFound', message);
}

/** A caller who may publish but not use the key. */
export const rewords: NonNullable<Operation['rewords']> = (refusal) =>
  / perform: kms:/.test(refusal.message) ? { ...refusal, code: 'KMSAccessDenied' } : refusal;
