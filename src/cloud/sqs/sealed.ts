// Queues whose messages a KMS key of the customer encrypts. Source: sqs-encryption.
import type { BareRequest } from '../authorize.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import type { Operation, Site } from '../operation.ts';
import { sealFault, sealingPairs, type Seal } from '../sealing.ts';
import type { FoundQueue } from './queue.ts';

/** The key that AWS keeps for queues: every caller of a queue in its account may use it. */
const OF_AWS = 'alias/aws/sqs';

function sealOf({ queue, arn }: FoundQueue): Seal | undefined {
  const key = queue.attributes['KmsMasterKeyId'] ?? '';
  return key === '' || key === OF_AWS ? undefined : { key, service: 'sqs', context: { 'aws:sqs:arn': arn } };
}

/** Where the key is looked for: at home of the queue. */
const atHome = (site: Site, { owner }: FoundQueue): Site => ({ ...site, account: owner });

export function keyPairs(
  site: Site,
  found: FoundQueue | undefined,
  actions: readonly string[],
): readonly BareRequest[] | Refused {
  const seal = found && sealOf(found);
  if (!found || !seal) return [];
  const pairs = sealingPairs(atHome(site, found), seal, actions);
  return isRefused(pairs) ? asKms(pairs) : pairs.map((pair) => ofCaller(site, pair));
}

function ofCaller({ session }: Site, pair: BareRequest): BareRequest {
  return { ...pair, context: { ...pair.context, 'kms:CallerAccount': session.principal.account } };
}

/** Why the messages of a queue cannot be sealed or opened now. */
export function keyFault(site: Site, found: FoundQueue): Refused | undefined {
  const seal = sealOf(found);
  const wrong = seal && sealFault(atHome(site, found), seal);
  return wrong && asKms(wrong);
}

/** A fault of KMS as SQS passes it on. */
function asKms({ fault: { code, message } }: Refused): Refused {
  return fault(`KMS.${code.replace(/^KMS/, '')}`, message);
}

/** A caller who may use the queue but not its key. */
export const rewords: NonNullable<Operation['rewords']> = (refusal) =>
  / perform: kms:/.test(refusal.message) ? { ...refusal, code: 'KMS.AccessDeniedException' } : refusal;
