// What came of something that a provider signed and somebody brought to STS.
import type { Fault, Outcome, Part } from '#cloud';
import type { Decision } from '#evaluator';

export interface Brought {
  readonly parts: readonly Part[];
  /** Absent where no policy was asked. */
  readonly decision?: Decision | undefined;
  /** Whoever the session is. */
  readonly arn?: string;
  readonly fault?: Fault;
}

/** Of several decisions that were needed, the first that is no Allow. */
export function broughtBy(outcome: Outcome): Brought {
  const { parts } = outcome;
  const told = parts.find(({ verdict }) => verdict.decision !== 'allowed') ?? parts[0];
  const decision = told?.verdict.decision;
  if ('fault' in outcome) return { parts, decision, fault: outcome.fault };
  const user: unknown = outcome.reply['AssumedRoleUser'];
  const arn = typeof user === 'object' && user !== null && 'Arn' in user ? String(user.Arn) : '';
  return { parts, decision, arn };
}
