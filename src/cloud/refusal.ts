// How each service says no. Source: ug-troubleshoot-access-denied.
import { errorText, type Pointer, type Verdict } from '#evaluator';
import type { Fault } from './fault.ts';

interface Manner {
  readonly code: string;
  readonly says: (line: string) => string;
}

const PLAIN: Manner = { code: 'AccessDenied', says: (line) => line };

const EXCEPTION: Manner = { ...PLAIN, code: 'AccessDeniedException' };

const MANNERS: Readonly<Record<string, Manner>> = {
  'access-analyzer': EXCEPTION,
  cloudtrail: EXCEPTION,
  dynamodb: EXCEPTION,
  ec2: {
    code: 'UnauthorizedOperation',
    says: (line) => `You are not authorized to perform this operation. ${line}`,
  },
  kms: EXCEPTION,
  lambda: EXCEPTION,
  organizations: EXCEPTION,
  s3: { ...PLAIN, says: saysS3 },
  secretsmanager: EXCEPTION,
  sns: { code: 'AuthorizationError', says: (line) => line.replace(/ sns:/g, ' SNS:') },
  sqs: { ...PLAIN, says: (line) => line.replace(/sqs:\w+/g, (action) => action.toLowerCase()) },
  ssm: EXCEPTION,
};

/** S3 quotes the resource, and tells somebody without a name nothing. */
function saysS3(line: string): string {
  return line.startsWith('User: anonymous ')
    ? 'Access Denied'
    : line.replace(/( s3:\S+ on resource: )(\S+)/, '$1"$2"');
}

/**
 * The fault of a refused call: the code of the service that was called, the line of the pair that was refused.
 * @param arnOf the ARN of the policy at a place, where it has one
 */
export function refusalText(
  operation: string,
  verdict: Verdict,
  arnOf?: (at: Pointer) => string | undefined,
): Fault {
  const { code, says } = MANNERS[operation.split(':')[0] ?? ''] ?? PLAIN;
  return { code, message: says(errorText(verdict, arnOf) ?? '') };
}
