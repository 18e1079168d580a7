// When somebody or a key was last used, and for which service. Attempts count, also refused ones.
import type { Cloud, Named } from './cloud.ts';
import type { OperationCall } from './call.ts';
import type { Session } from './session.ts';

export interface Use {
  readonly time: number;
  readonly service: string;
  readonly region: string;
  /** The ARN of whoever used it. */
  readonly by: string;
}

/** The cloud in which a caller was last seen now: by access key, by unique id, by unique id and service. */
export function withUse(cloud: Cloud, session: Session, { operation, region = '' }: OperationCall): Cloud {
  const [service = ''] = operation.split(':');
  const use: Use = {
    time: cloud.time,
    service,
    region,
    by: session.principal.roleArn ?? session.principal.arn,
  };
  const { accessKey, holderId } = session;
  const uses: Named<Use> = {
    ...cloud.uses,
    ...(accessKey === undefined || accessKey.startsWith('ASIA') ? {} : { [accessKey]: use }),
    ...(holderId === undefined ? {} : { [holderId]: use, [`${holderId} ${service}`]: use }),
  };
  return { ...cloud, uses };
}
