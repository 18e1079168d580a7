// What kind of event a call is: of which service, reading or writing, about the account or about its data.
import type { CallEvent } from '../event.ts';

/** What only data trails write down: objects, items, messages, invocations. */
const DATA: readonly RegExp[] = [
  /^s3:(?:(?:Get|Put|Delete|Head|Copy|Restore|Select|List)Objects?(?:V2|Tagging|Acl|Attributes|Versions|Content)?|ListBucket|ListObjectVersions|DeleteObjects|UploadPart|.*MultipartUpload)$/,
  /^dynamodb:(?:(?:Batch)?(?:Get|Put|Update|Delete|Write)Item|Query|Scan|Transact(?:Get|Write)Items|.*Statement)$/,
  /^lambda:Invoke/,
  /^sns:Publish/,
  /^sqs:(?:Send|Receive|Delete|ChangeMessageVisibility)(?:Message)?(?:Batch)?$/,
];

/** Does the history of events show it at all? */
export function isManagementEvent({ operation }: CallEvent): boolean {
  return !DATA.some((pattern) => pattern.test(operation));
}

const READS =
  /^(?:Get|List|Describe|Lookup|Head|Decode|Simulate|Validate|Check|Query|Scan|Decrypt|Encrypt|Verify)/;
/** These read by another name, or write by the name of reading. Source: ug-cloudtrail. */
const READING: ReadonlySet<string> = new Set([
  ...['AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity', 'GenerateDataKey', 'Sign'],
  ...['GenerateDataKeyWithoutPlaintext', 'ReEncrypt', 'GenerateRandom'],
]);
const WRITING: ReadonlySet<string> = new Set(['GetSessionToken', 'GetFederationToken', 'AssumeRoot']);

export function isReadOnly({ operation }: CallEvent): boolean {
  const name = operation.split(':')[1] ?? '';
  return READING.has(name) || (READS.test(name) && !WRITING.has(name));
}

export function eventSourceOf({ operation }: CallEvent): string {
  return `${operation.split(':')[0] ?? ''}.amazonaws.com`;
}

/** Lambda's events carry the date of its interface. */
const OF_LAMBDA = new Map(
  [
    ...['CreateFunction20150331', 'DeleteFunction20150331', 'ListFunctions20150331'],
    ...['GetFunction20150331v2', 'UpdateFunctionCode20150331v2', 'UpdateFunctionConfiguration20150331v2'],
    ...['GetFunctionConfiguration20150331v2', 'ListTags20170331', 'TagResource20170331v2'],
    ...['UntagResource20170331v2', 'AddPermission20150331v2', 'RemovePermission20150331v2'],
    ...['GetPolicy20150331v2'],
  ].map((name) => [name.replace(/\d.*$/, ''), name]),
);

export function eventNameOf({ operation }: CallEvent): string {
  const [service, name = ''] = operation.split(':');
  return (service === 'lambda' ? OF_LAMBDA.get(name) : undefined) ?? name;
}

/** IAM's events call faults as its exceptions are called, EC2's say whose fault it was. */
export function errorCodeOf({ operation, fault }: CallEvent): string | undefined {
  const [service] = operation.split(':');
  const code = fault?.code;
  if (code === undefined) return undefined;
  if (service === 'ec2') return `Client.${code}`;
  if (code === 'ValidationError') return 'ValidationException';
  return service === 'iam' && code !== 'AccessDenied' && !code.endsWith('Exception')
    ? `${code}Exception`
    : code;
}
