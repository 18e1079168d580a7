// The door `npm run --silent validate`: policy documents in, findings out, a line each.
import { messageOf, parsePolicy, placeOf, POLICY_KINDS } from '#evaluator';
import type { PolicyKind } from '#evaluator';
import { type Answer, answerLines, Unreadable } from './lines.ts';

await answerLines(validate);

function isKind(kind: unknown): kind is PolicyKind {
  return POLICY_KINDS.some((known) => known === kind);
}

function validate(input: Record<string, unknown>): Answer {
  const { policyType, document } = input;
  if (!isKind(policyType)) throw new Unreadable(`policyType must be one of ${POLICY_KINDS.join(', ')}`);
  if (typeof document !== 'string') throw new Unreadable('document must be the text of a policy');
  const result = parsePolicy(document, policyType);
  const issues = 'policy' in result ? result.policy.issues : result.issues;
  const findings = issues.map((issue) => ({
    code: issue.code,
    severity: issue.severity,
    message: messageOf(issue),
    ...placeOf(document, issue.range.start),
  }));
  return { id: input['id'] ?? null, valid: findings.every((f) => f.severity !== 'ERROR'), findings };
}
