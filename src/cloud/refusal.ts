// How each service says no. Source: ug-troubleshoot-access-denied.
import { errorText, type Verdict } from '#evaluator';
import type { Fault } from './fault.ts';

interface Manner {
  readonly code: string;
  readonly says: (line: string) => string;
}

const PLAIN: Manner = { code: 'AccessDenied', says: (line) => line };

const MANNERS: Readonly<Record<string, Manner>> = {
  dynamodb: { ...PLAIN, code: 'AccessDeniedException' },
  ec2: {
    code: 'UnauthorizedOperation',
    says: (line) => `You are not authorized to perform this operation. ${line}`,
  },
  s3: { ...PLAIN, says: (line) => line.replace(/ on resource: (\S+)/, ' on resource: "$1"') },
};

/** The fault of a refused call: the code of the service that was called, the line of the pair that was refused. */
export function refusalText(operation: string, verdict: Verdict): Fault {
  const { code, says } = MANNERS[operation.split(':')[0] ?? ''] ?? PLAIN;
  return { code, message: says(errorText(verdict) ?? '') };
}
