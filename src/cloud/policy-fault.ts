// What is wrong with a policy that somebody wants to save, in one line.
import { messageOf, parsePolicy, type PolicyKind } from '#evaluator';
import type { Fault } from './fault.ts';

/** `MalformedPolicyDocument` with the first error, `undefined` when the document may be saved. Source: api-iam. */
export function policyFault(text: string, kind: PolicyKind): Fault | undefined {
  const result = parsePolicy(text, kind);
  const issues = 'policy' in result ? result.policy.issues : result.issues;
  const error = issues.find((issue) => issue.severity === 'ERROR' && !issue.refused);
  if (!error) return undefined;
  if (error.code === 'JSON_SYNTAX_ERROR') {
    return { code: 'MalformedPolicyDocument', message: 'Syntax errors in policy.' };
  }
  const principal = error.code === 'INVALID_PRINCIPAL_FORMAT' || error.code === 'UNSUPPORTED_WILDCARD_IN_PRINCIPAL';
  const message = principal ? `Invalid principal in policy: "AWS":"${error.detail['found'] ?? ''}"` : messageOf(error);
  return { code: 'MalformedPolicyDocument', message };
}
