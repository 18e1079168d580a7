// Sending messages, one or ten at a time.
import { lookup } from '../cloud.ts';
import { isRefused, type Refused } from '../fault.ts';
import { structuresOf, textOf, type Input, type Operation, type Reply, type Site } from '../operation.ts';
import { userIdOf } from '../session.ts';
import { batchFault } from './batch.ts';
import { enqueue, sizeOf } from './enqueue.ts';
import { legacy, ofQueue, queueAt, type Work } from './queue.ts';
import { keyFault, keyPairs, rewords } from './sealed.ts';

/** Who sent a message, as its receiver sees it. */
function senderOf({ cloud, account, session }: Site): string {
  return userIdOf(lookup(cloud.accounts, session.principal.account) ?? account, session);
}

const sealed = {
  more: (site: Site, _input: Input, found: Parameters<typeof keyPairs>[1]) =>
    keyPairs(site, found, ['GenerateDataKey', 'Decrypt']),
  rewords,
};

const send: Work = (site, input, found) =>
  keyFault(site, found) ?? enqueue(site.cloud, found, input, senderOf(site));

const LONGEST = 1_048_576;

function sizeFault(entries: readonly Input[]): Refused | undefined {
  const size = entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
  return size > LONGEST
    ? legacy(
        'BatchRequestTooLong',
        `Batch requests cannot be longer than ${LONGEST} bytes. You have sent ${size} bytes.`,
      )
    : undefined;
}

/** Each entry goes in or fails by itself. Source: api-sqs. */
const sendBatch: Work = (site, input, found) => {
  const entries = structuresOf(input, 'Entries');
  const wrong = batchFault(entries, 'Send') ?? sizeFault(entries) ?? keyFault(site, found);
  if (wrong) return wrong;
  let { cloud } = site;
  const successful: Reply[] = [];
  const failed: Reply[] = [];
  for (const entry of entries) {
    const now = queueAt(cloud, found.arn) ?? found;
    const done = enqueue(cloud, now, entry, senderOf(site));
    const Id = textOf(entry, 'Id');
    if (isRefused(done)) {
      const { code, message } = done.fault;
      failed.push({ Id, SenderFault: true, Code: code, Message: message });
    } else {
      cloud = done.cloud;
      successful.push({ Id, ...done.reply });
    }
  }
  return {
    cloud,
    reply: {
      ...(successful.length > 0 ? { Successful: successful } : {}),
      ...(failed.length > 0 ? { Failed: failed } : {}),
    },
  };
};

export const SENDING: readonly Operation[] = [
  ofQueue('SendMessage', send, sealed),
  ofQueue('SendMessageBatch', sendBatch, sealed),
];
