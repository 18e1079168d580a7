// Signature version 4 in the query of an address. Source: s3-presigned.
import { digestOf, signText } from '#cloud';

/** What is signed: an address that is to be fetched. */
export interface Signed {
  readonly host: string;
  /** Encoded. */
  readonly path: string;
  /** Each `name=value` encoded, but for the signature. */
  readonly query: readonly string[];
  /** Such as `20261123T090000Z`. */
  readonly time: string;
  /** Such as `20261123/us-east-1/s3/aws4_request`. */
  readonly scope: string;
}

export function signatureOf({ host, path, query, time, scope }: Signed, secret: string): string {
  const asked = ['GET', path, query.toSorted().join('&'), `host:${host}`, '', 'host', 'UNSIGNED-PAYLOAD'];
  const text = ['AWS4-HMAC-SHA256', time, scope, digestOf(asked.join('\n'))];
  return signText(text.join('\n'), scope, secret).signature;
}
