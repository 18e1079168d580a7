// Whose policy a resource policy is, as far as its actions and ARNs tell: those of most of them.
import type { Statement } from './view.ts';

/** Services whose policies speak about their own resources only, with what the reader calls these. */
export const PATRONS: Readonly<Record<string, string>> = {
  s3: 'an S3 bucket',
  kms: 'a KMS key',
  sqs: 'an SQS queue',
  sns: 'an SNS topic',
  lambda: 'a Lambda function',
  secretsmanager: 'a secret',
  dynamodb: 'a DynamoDB table',
};

/** The service before the colon of an action; empty for `*`. */
export const serviceOf = (action: string): string =>
  action.includes(':') ? action.slice(0, action.indexOf(':')).toLowerCase() : '';

/** The third part of an ARN. */
export const arnServiceOf = (arn: string): string => arn.split(':', 3)[2] ?? '';

/** The service with most actions and ARNs, of several the first; `undefined` when it is none of these. */
export function patronOf(statements: readonly Statement[]): string | undefined {
  const votes = new Map<string, number>();
  for (const { action, resource } of statements) {
    const services = [
      ...(resource?.items ?? []).map(({ value }) => arnServiceOf(value)),
      ...(action?.items ?? []).map(({ value }) => serviceOf(value)),
    ];
    for (const service of services)
      if (/^[a-z\d-]+$/.test(service)) votes.set(service, (votes.get(service) ?? 0) + 1);
  }
  const [service] = [...votes].reduce((best, next) => (next[1] > best[1] ? next : best), ['', 0]);
  return Object.hasOwn(PATRONS, service) ? service : undefined;
}
