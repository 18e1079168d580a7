// How STS says no to somebody whom an identity provider sends: it names the operation and nothing else.
import { errorText, type Verdict } from '#evaluator';
import type { Fault } from '../fault.ts';

/** Source: api-sts. */
export function providerRefusal(verdict: Verdict): Fault {
  const action = /to perform: (\S+)/.exec(errorText(verdict) ?? '')?.[1] ?? '';
  return { code: 'AccessDenied', message: `Not authorized to perform ${action}` };
}
