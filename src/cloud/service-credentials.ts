// Temporary credentials: a key, a secret and a token that follow from the seed, kept with the session that they open. STS
// gives them to whoever asks, a service hands them to what runs in it.
import type { Cloud, TemporaryCredentials } from './cloud.ts';
import { issueKey, issueText } from './ids.ts';
import type { Reply } from './operation.ts';
import type { Session } from './session.ts';

export interface Handed {
  readonly cloud: Cloud;
  /** The id of the key. */
  readonly key: string;
  readonly credentials: TemporaryCredentials;
}

/** Every token begins alike, and has at least so many characters. Source: api-sts. */
const BEGINNING = 'IQoJb3JpZ2luX2Vj';
const USUAL = 412;

/**
 * @param seconds how long they are good from now
 * @param least the token has no fewer characters
 */
export function handCredentials(cloud: Cloud, session: Session, seconds: number, least = USUAL): Handed {
  const key = issueKey(cloud, 'ASIA');
  const text = issueText(key.cloud, Math.max(USUAL, least) - BEGINNING.length);
  const expires = cloud.time + seconds * 1000;
  const credentials: TemporaryCredentials = {
    secret: key.secret,
    token: `${BEGINNING}${text.id}`,
    expires,
    session: { ...session, accessKey: key.id, issued: cloud.time, expires },
  };
  return {
    key: key.id,
    credentials,
    cloud: { ...text.cloud, temporary: { ...cloud.temporary, [key.id]: credentials } },
  };
}

/** The credentials as an answer of STS has them. */
export function credentialsReply({ key, credentials }: Handed): Reply {
  const { secret, token, expires } = credentials;
  return { AccessKeyId: key, SecretAccessKey: secret, SessionToken: token, Expiration: expires };
}
