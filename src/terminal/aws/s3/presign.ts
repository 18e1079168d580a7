// `aws s3 presign`: an address that anybody may use for a while, signed with version 4. Nothing is called.
import { encoded } from '#cloud';
import { splitArguments } from '../arguments.ts';
import type { CliFault, Printed } from '../command.ts';
import { generalFault } from '../faults.ts';
import { parseS3 } from './paths.ts';
import type { S3Place } from './place.ts';
import { signatureOf } from './signature.ts';

const AN_HOUR = '3600';

export function presign(args: readonly string[], { caller, now }: S3Place): Printed | CliFault {
  const options = [{ name: 'expires-in', takes: 'one', whole: true }] as const;
  const { values } = splitArguments(options, [{ name: 'path', required: true }], args);
  const { credentials, region } = caller;
  const named = values.get('path');
  const seconds = values.get('expires-in');
  const { bucket, key } = parseS3(typeof named === 'string' ? named : '');
  const host = `${bucket}.s3.${region}.amazonaws.com`;
  const path = `/${encoded(key).replaceAll('%2F', '/')}`;
  if (!credentials)
    return generalFault(
      'Unable to locate credentials. You can configure credentials by running "aws login".',
    );
  const time = new Date(now()).toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = `${time.slice(0, 8)}/${region}/s3/aws4_request`;
  const query = [
    ['X-Amz-Algorithm', 'AWS4-HMAC-SHA256'],
    ['X-Amz-Credential', `${credentials.accessKeyId}/${scope}`],
    ['X-Amz-Date', time],
    ['X-Amz-Expires', typeof seconds === 'string' ? seconds : AN_HOUR],
    ['X-Amz-SignedHeaders', 'host'],
    ...(credentials.sessionToken === undefined
      ? []
      : [['X-Amz-Security-Token', credentials.sessionToken] as const]),
  ].map(([name = '', value = '']) => `${name}=${encoded(value)}`);
  const signature = signatureOf({ host, path, query, time, scope }, credentials.secretAccessKey);
  const url = `https://${host}${path}?${query.join('&')}&X-Amz-Signature=${signature}`;
  return { stdout: `${url}\n`, stderr: '', exit: 0 };
}
