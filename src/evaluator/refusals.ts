// What this evaluator does not decide yet. It says so by name instead of guessing in anyone's favour.
import type { Request } from './request.ts';

const PRINCIPALS = ['root', 'user', 'assumedRole', 'service'];
const SPECIAL = ['sts:getcalleridentity', 'sts:getsessiontoken'];

/** The parts of a request that are refused, each as the name of the field; empty when it can be decided. */
export function refusalsOf(request: Request): readonly string[] {
  const { principal, action, context } = request;
  const refused: string[] = [];
  if (!PRINCIPALS.includes(principal.type)) refused.push(`principal.type ${principal.type}`);
  if (principal.type !== 'service' && principal.account !== request.resourceAccount) {
    refused.push('request.resourceAccount of another account');
  }
  if (SPECIAL.includes(action.toLowerCase())) refused.push(`request.action ${action}`);
  for (const [key, value] of Object.entries(context)) {
    if (typeof value !== 'string') refused.push(`request.context ${key} with several values`);
  }
  return refused;
}
