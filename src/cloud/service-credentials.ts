// Temporary credentials that a service hands to what runs in it: an instance, a function. Nobody has asked STS for them.
import type { Cloud, TemporaryCredentials } from './cloud.ts';
import { issueKey, issueText } from './ids.ts';
import type { Session } from './session.ts';

export interface Handed {
  readonly cloud: Cloud;
  /** The id of the key. */
  readonly key: string;
  readonly credentials: TemporaryCredentials;
}

const BEGINNING = 'IQoJb3JpZ2luX2Vj';

/** @param seconds how long they are good from now */
export function handCredentials(cloud: Cloud, session: Session, seconds: number): Handed {
  const key = issueKey(cloud, 'ASIA');
  const text = issueText(key.cloud, 396);
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
