// The door `npm run --silent evaluate`: requests in, decisions with their derivation out, a line each.
import { parseArgs } from 'node:util';
import { decide, errorText, explain, isInvalid, matchedSteps, messageOf, placeOf } from '#evaluator';
import type { Issue } from '#evaluator';
import { readCase } from './case.ts';
import { type Answer, answerLines } from './lines.ts';

const { values } = parseArgs({ options: { 'no-trace': { type: 'boolean' }, explain: { type: 'boolean' } } });

await answerLines(evaluate);

function evaluate(input: Record<string, unknown>, line: string): Answer {
  const { request, layers, documents } = readCase(input, line);
  const verdict = decide(request, layers);
  const matchedStatements = matchedSteps(verdict.trace).map(({ at, seen }) => ({
    policyType: at?.layer,
    policy: at?.level === undefined ? at?.policy : [at.level, at.policy],
    statement: at?.statement,
    ...(seen?.['sid'] === undefined || seen['sid'] === '' ? {} : { sid: seen['sid'] }),
  }));
  const invalid = documents.flatMap(({ kind, policy, document }) =>
    isInvalid(document)
      ? [
          {
            policyType: kind,
            policy,
            findings: document.issues.map((issue) => finding(issue, document.text)),
          },
        ]
      : [],
  );
  return {
    id: input['id'] ?? null,
    decision: verdict.decision,
    matchedStatements,
    ...(invalid.length > 0 ? { invalid } : {}),
    ...(values['no-trace'] ? {} : { trace: verdict.trace }),
    ...(values.explain ? { explanation: explain(verdict), message: errorText(verdict) } : {}),
  };
}

function finding(issue: Issue, text: string): Answer {
  return {
    code: issue.code,
    severity: issue.severity,
    message: messageOf(issue),
    ...placeOf(text, issue.range.start),
  };
}
