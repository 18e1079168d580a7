// How each service says no. Source: ug-troubleshoot-access-denied.
import { errorText, type Verdict } from '#evaluator';
import type { Fault } from './fault.ts';

const CODES: Readonly<Record<string, string>> = { ec2: 'UnauthorizedOperation', dynamodb: 'AccessDeniedException' };

export function refusalText(operation: string, verdict: Verdict): Fault {
  const service = operation.split(':')[0] ?? '';
  const line = errorText(verdict) ?? '';
  const message = service === 'ec2' ? `You are not authorized to perform this operation. ${line}` : line;
  return { code: CODES[service] ?? 'AccessDenied', message };
}
