import { expect, test } from 'vitest';
import { provedLine } from './proved.ts';

const result = (name: string, ...titles: readonly string[]) => ({
  name,
  assertionResults: titles.map((fullName) => ({
    fullName,
    status: fullName.endsWith('broken') ? 'failed' : 'passed',
  })),
});

test('what is proved is counted from what passed: laws by their folder, rules by the titles that name them', () => {
  const report = {
    testResults: [
      result('/x/src/evaluator/laws/order.test.ts', 'laws [a-rule] holds', 'laws [b-rule] is broken'),
      result('/x/src/evaluator/agreement.test.ts', 'the two agree'),
      result('/x/src/evaluator/test/cases.test.ts', '[c-rule] a case'),
      result('/x/src/cloud/laws/other.test.ts', '[b-rule] elsewhere'),
    ],
  };
  expect(provedLine(report, 7, ['a-rule', 'b-rule', 'c-rule'])).toBe(
    'evaluator 7 cases, 2 laws, 2 of 3 rules named by a test',
  );
});
