// S3 as addresses of the web: an object for whoever may read it, or for whoever holds an address that somebody signed.
// Source: s3-presigned, api-s3.
import type { Fault } from '#cloud';
import { secretOf, type Credentials } from '#cloud/services';
import { parseBase64 } from '../base64.ts';
import type { OpenSimulation } from '../../simulation.ts';
import type { WebAnswer, WebRequest } from '../../shell/commands/curl.ts';
import type { S3Uri } from './paths.ts';
import { textIn } from './place.ts';
import { signatureOf } from './signature.ts';

const HOST = /^(?:(.+)\.)?s3(?:[.-]([a-z]{2}-[a-z]+-\d))?\.amazonaws\.com$/;
const STATUS: Readonly<Record<string, number>> = {
  ...{ NoSuchKey: 404, NoSuchBucket: 404, NoSuchVersion: 404, MethodNotAllowed: 405 },
  ...{ AccessDenied: 403, InvalidAccessKeyId: 403, SignatureDoesNotMatch: 403 },
};

/** What is at an address of S3. @param host as in the address, such as `b.s3.us-east-1.amazonaws.com` */
export function answerSite(simulation: OpenSimulation, host: string, request: WebRequest): WebAnswer {
  const [, own, region = 'us-east-1'] = HOST.exec(host) ?? [];
  const [path = '', search = ''] = request.path.split('?', 2);
  const query = search.split('&').filter(Boolean);
  const signed = signerOf(simulation, { host, path, query });
  if ('code' in signed) return refusal(signed);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refusal({
      code: 'MethodNotAllowed',
      message: 'The specified method is not allowed against this resource.',
    });
  const { bucket, key } = placeOf(own, path);
  const operation = key === '' ? 's3:ListObjectsV2' : 's3:GetObject';
  const input = { Bucket: bucket, ...(key === '' ? {} : { Key: key }) };
  const answer = simulation.call(signed.credentials, { operation, input, region: signed.region ?? region });
  if ('fault' in answer) return refusal(answer.fault);
  const body =
    key === '' ? listing(bucket, answer.reply['Contents']) : parseBase64(textIn(answer.reply, 'Body'));
  return { status: 200, body: body ?? '', server: 'AmazonS3' };
}

function placeOf(own: string | undefined, path: string): S3Uri {
  const named = decodeURIComponent(path.replace(/^\//, ''));
  if (own !== undefined) return { bucket: own, key: named };
  const [bucket = '', ...key] = named.split('/');
  return { bucket, key: key.join('/') };
}

interface Address {
  readonly host: string;
  readonly path: string;
  readonly query: readonly string[];
}

interface Signer {
  /** None when the address is not signed. */
  readonly credentials: Credentials | undefined;
  readonly region?: string | undefined;
}

function signerOf(simulation: OpenSimulation, { host, path, query }: Address): Signer | Fault {
  const values = new Map(query.map((pair) => pair.split('=', 2).map(decodeURIComponent) as [string, string]));
  const value = (name: string): string => values.get(`X-Amz-${name}`) ?? '';
  const [accessKeyId = '', ...rest] = value('Credential').split('/');
  if (accessKeyId === '') return { credentials: undefined };
  const [scope, time, seconds] = [rest.join('/'), value('Date'), Number(value('Expires'))];
  const since = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)/, '$1-$2-$3:$4:'));
  if (!(simulation.now() < since + seconds * 1000))
    return { code: 'AccessDenied', message: 'Request has expired' };
  const secretAccessKey = secretOf(simulation.cloud(), accessKeyId);
  if (secretAccessKey === undefined)
    return {
      code: 'InvalidAccessKeyId',
      message: 'The AWS Access Key Id you provided does not exist in our records.',
    };
  const unsigned = query.filter((pair) => !pair.startsWith('X-Amz-Signature='));
  const wanted = signatureOf({ host, path, query: unsigned, time, scope }, secretAccessKey);
  if (wanted !== value('Signature'))
    return {
      code: 'SignatureDoesNotMatch',
      message:
        'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    };
  const token = values.get('X-Amz-Security-Token');
  const credentials = {
    accessKeyId,
    secretAccessKey,
    ...(token === undefined ? {} : { sessionToken: token }),
  };
  return { credentials, region: rest[1] };
}

function refusal({ code, message }: Fault): WebAnswer {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${escaped(message)}</Message></Error>`;
  return { status: STATUS[code] ?? 400, body, server: 'AmazonS3' };
}

function listing(bucket: string, contents: unknown): string {
  const keys = (Array.isArray(contents) ? contents : []).map(
    (one: { readonly Key?: string }) => `<Contents><Key>${escaped(one.Key ?? '')}</Key></Contents>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${bucket}</Name>${keys.join('')}</ListBucketResult>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
