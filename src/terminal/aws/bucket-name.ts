// Whether a text may be a bucket's name at all. It does not know which buckets there are.

const NAME = String.raw`^[a-zA-Z0-9.\-_]{1,255}$`;
const ACCESS_POINT = String.raw`^arn:(aws).*:(s3|s3-object-lambda):[a-z\-0-9]*:[0-9]{12}:accesspoint[/:][a-zA-Z0-9\-.]{1,63}$`;
const OUTPOST = String.raw`^arn:(aws).*:s3-outposts:[a-z\-0-9]+:[0-9]{12}:outpost[/:][a-zA-Z0-9\-]{1,63}[/:]accesspoint[/:][a-zA-Z0-9\-]{1,63}$`;

/** @returns what AWS's command line says of a text that is none, before it calls anything. Source: cli-source. */
export function bucketFault(bucket: string): string | undefined {
  const arn = `${ACCESS_POINT}|${OUTPOST}`;
  if (new RegExp(NAME).test(bucket) || new RegExp(arn).test(bucket)) return undefined;
  return (
    `Invalid bucket name "${bucket}": Bucket name must match the regex "${NAME}" ` +
    `or be an ARN matching the regex "${arn}"`
  );
}
