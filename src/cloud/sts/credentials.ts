// Temporary credentials: a key, a secret and a token that follow from the seed, kept with the session that they open.
import type { Cloud } from '../cloud.ts';
import { issueKey, issueText } from '../ids.ts';
import { numberOf, type Input, type Reply } from '../operation.ts';
import type { Session } from '../session.ts';

/** Every token begins alike; the longest has this many bytes. Source: api-sts. */
const BEGINNING = 'IQoJb3JpZ2luX2Vj';
const USUAL = 412;
const LARGEST = 4096;

export interface Given {
  readonly cloud: Cloud;
  /** The members that all operations of this kind answer. */
  readonly reply: Reply;
}

/** Credentials for a session that lasts some seconds from now. */
export function giveCredentials(cloud: Cloud, session: Session, seconds: number, input: Input): Given {
  const key = issueKey(cloud, 'ASIA');
  const least = numberOf(input, 'MinimumSessionTokenSize');
  const text = issueText(key.cloud, Math.max(USUAL, least ?? 0) - BEGINNING.length);
  const token = `${BEGINNING}${text.id}`;
  const expires = cloud.time + seconds * 1000;
  const opened: Session = { ...session, accessKey: key.id, issued: cloud.time, expires };
  const known = { secret: key.secret, token, expires, session: opened };
  return {
    cloud: { ...text.cloud, temporary: { ...cloud.temporary, [key.id]: known } },
    reply: {
      Credentials: {
        AccessKeyId: key.id,
        SecretAccessKey: key.secret,
        SessionToken: token,
        Expiration: expires,
      },
      ...(least === undefined
        ? {}
        : {
            SessionTokenUtilization: Math.ceil((token.length * 100) / LARGEST),
            SessionTokenSize: token.length,
          }),
    },
  };
}
