// How much of the evaluator's vocabulary the unit tests prove, counted in their report.

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

export function isReport(value: object | undefined): value is Report {
  return value !== undefined && 'testResults' in value && Array.isArray(value.testResults);
}

const EVALUATOR = '/src/evaluator/';

/** One line for the end of `npm test`: laws that held, worked cases, and rules that a title names. */
export function provedLine(report: Report, cases: number, rules: readonly string[]): string {
  const own = report.testResults.filter(({ name }) => name.includes(EVALUATOR));
  const passed = own.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'passed'),
  );
  const laws = own
    .filter(({ name }) => name.includes(`${EVALUATOR}laws/`) || name.endsWith('agreement.test.ts'))
    .flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => status === 'passed'));
  const named = new Set(
    passed.flatMap(({ fullName }) => [...fullName.matchAll(/\[([\w-]+)\]/g)].map((hit) => hit[1])),
  );
  const covered = rules.filter((rule) => named.has(rule)).length;
  return `evaluator ${cases} cases, ${laws.length} laws, ${covered} of ${rules.length} rules named by a test`;
}
