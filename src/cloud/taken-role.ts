// A service takes a role for what runs in it: it is given the credentials, and the history tells that it was. It asks
// nobody whether it may: that is the trust policy's, and decided already.
import type { Part } from './authorize.ts';
import type { Cloud } from './cloud.ts';
import { withEvent } from './event.ts';
import { credentialsReply, handCredentials, type Handed } from './service-credentials.ts';
import { serviceSession, type Session } from './session.ts';

export interface Taking {
  /** Such as `ec2.amazonaws.com`. */
  readonly service: string;
  readonly region: string;
  /** The pair that was decided. */
  readonly trust: Part;
  /** The session that the credentials open. */
  readonly session: Session;
  readonly seconds: number;
}

/** Source: ug-cloudtrail. */
export function takeRole(cloud: Cloud, { service, region, trust, session, seconds }: Taking): Handed {
  const handed = handCredentials(cloud, session, seconds);
  const { arn, account: owner } = session.principal;
  const name = arn.split('/').at(-1) ?? '';
  const told = withEvent(handed.cloud, {
    region,
    operation: 'sts:AssumeRole',
    session: serviceSession(service),
    account: '',
    owner,
    input: { RoleArn: session.principal.roleArn, RoleSessionName: name },
    reply: {
      Credentials: credentialsReply(handed),
      AssumedRoleUser: { AssumedRoleId: `${session.holderId ?? ''}:${name}`, Arn: arn },
    },
    parts: [trust],
  });
  return { ...handed, cloud: told };
}
