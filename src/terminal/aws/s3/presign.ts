// `aws s3 presign`: an address that anybody may use for a while, signed with version 4. Nothing is called.
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { splitArguments } from '../arguments.ts';
import type { CliFault, Printed } from '../command.ts';
import { generalFault } from '../faults.ts';
import { parseS3 } from './paths.ts';
import type { S3Place } from './place.ts';

const AN_HOUR = '3600';

export function presign(args: readonly string[], { caller, now }: S3Place): Printed | CliFault {
  const options = [{ name: 'expires-in', takes: 'one', whole: true }] as const;
  const { values } = splitArguments(options, [{ name: 'path', required: true }], args);
  const { credentials, region } = caller;
  const path = values.get('path');
  const seconds = values.get('expires-in');
  const { bucket, key } = parseS3(typeof path === 'string' ? path : '');
  const host = `${bucket}.s3.${region}.amazonaws.com`;
  const address = `/${encoded(key).replaceAll('%2F', '/')}`;
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
  const canonical = [
    'GET',
    address,
    query.toSorted().join('&'),
    `host:${host}`,
    '',
    'host',
    'UNSIGNED-PAYLOAD',
  ];
  const wanted = ['AWS4-HMAC-SHA256', time, scope, bytesToHex(sha256(utf8ToBytes(canonical.join('\n'))))];
  const signature = bytesToHex(mac(keyFor(credentials.secretAccessKey, scope), wanted.join('\n')));
  const url = `https://${host}${address}?${query.join('&')}&X-Amz-Signature=${signature}`;
  return { stdout: `${url}\n`, stderr: '', exit: 0 };
}

function mac(key: Uint8Array, text: string): Uint8Array {
  return hmac(sha256, key, utf8ToBytes(text));
}

function keyFor(secret: string, scope: string): Uint8Array {
  return scope.split('/').reduce<Uint8Array>((key, part) => mac(key, part), utf8ToBytes(`AWS4${secret}`));
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
