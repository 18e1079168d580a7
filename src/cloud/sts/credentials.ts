// Temporary credentials as the operations of STS answer them.
import type { Cloud } from '../cloud.ts';
import { numberOf, type Input, type Reply } from '../operation.ts';
import { credentialsReply, handCredentials } from '../service-credentials.ts';
import type { Session } from '../session.ts';

/** The longest token has so many bytes. Source: api-sts. */
const LARGEST = 4096;

export interface Given {
  readonly cloud: Cloud;
  /** The members that all operations of this kind answer. */
  readonly reply: Reply;
}

/** Credentials for a session that lasts some seconds from now. */
export function giveCredentials(cloud: Cloud, session: Session, seconds: number, input: Input): Given {
  const least = numberOf(input, 'MinimumSessionTokenSize');
  const handed = handCredentials(cloud, session, seconds, least);
  const { token } = handed.credentials;
  return {
    cloud: handed.cloud,
    reply: {
      Credentials: credentialsReply(handed),
      ...(least === undefined
        ? {}
        : {
            SessionTokenUtilization: Math.ceil((token.length * 100) / LARGEST),
            SessionTokenSize: token.length,
          }),
    },
  };
}
