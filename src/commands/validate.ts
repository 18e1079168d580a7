// The door `npm run --silent validate`: policy documents in, findings out, a line each.
import { loadCatalogue } from '#course/load';
import { messageOf, placesIn, POLICY_KINDS } from '#evaluator';
import { validate } from '#evaluator/validate';
import type { PolicyKind } from '#evaluator';
import { type Answer, answerLines, Unreadable } from './lines.ts';

const catalogue = loadCatalogue('.');
await answerLines(answer);

function isKind(kind: unknown): kind is PolicyKind {
  return POLICY_KINDS.some((known) => known === kind);
}

function answer(input: Record<string, unknown>): Answer {
  const { policyType, document } = input;
  if (!isKind(policyType)) throw new Unreadable(`policyType must be one of ${POLICY_KINDS.join(', ')}`);
  if (typeof document !== 'string') throw new Unreadable('document must be the text of a policy');
  const placeOf = placesIn(document);
  const findings = validate(document, policyType, catalogue).map((issue) => ({
    code: issue.code,
    severity: issue.severity,
    message: messageOf(issue),
    ...placeOf(issue.range.start),
  }));
  return { id: input['id'] ?? null, valid: findings.every(({ severity }) => severity !== 'ERROR'), findings };
}
