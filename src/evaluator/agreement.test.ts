// The second reading of the rules and the product have to agree on every line. `SEED=N` tries others.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, isRuleId, RULES, type RuleId, type Step } from './index.ts';
import { layersOf, requestOf, type Case } from './test/cases.ts';
import { anyLine } from './test/random-lines.ts';
import { decideLine } from './test/second-reading/decision.ts';

type Line = Parameters<typeof decideLine>[0];

const RUNS = 50_000;
const SEED = Number(process.env['SEED'] ?? 20_261_125);
/** Lines on which the two once differed, each made as small as it could be. */
const KEPT = new URL('test/once-different.jsonl', import.meta.url);

const asCase = (line: Line): Case => line as unknown as Case;

function verdictOf(line: Line): ReturnType<typeof decide> {
  return decide(requestOf(asCase(line)), layersOf(asCase(line)));
}

/** Calls back with each rule that holds or does not hold in a trace. */
function rulesIn(step: Step, seen: (rule: RuleId) => void): void {
  seen(step.rule);
  step.steps?.forEach((one) => rulesIn(one, seen));
}

/** Read off a whole call, not off one line. */
const NOT_IN_A_LINE: readonly RuleId[] = ['every-pair-must-pass'];

describe('the product and the second reading', () => {
  it(`agree on ${RUNS} random lines that reach every rule`, { timeout: 300_000 }, () => {
    const reached = new Map<RuleId, number>();
    const details = fc.check(
      fc.property(anyLine, (line) => {
        const { decision, trace } = verdictOf(line);
        rulesIn(trace, (rule) => reached.set(rule, (reached.get(rule) ?? 0) + 1));
        return decision === decideLine(line).decision;
      }),
      { numRuns: RUNS, seed: SEED },
    );
    const different = details.counterexample?.[0];
    if (different) appendFileSync(KEPT, `${JSON.stringify(different)}\n`);
    expect(different, `seed ${SEED}`).toBeUndefined();
    const never = Object.keys(RULES)
      .filter(isRuleId)
      .filter((rule) => !reached.has(rule));
    expect(never).toEqual(NOT_IN_A_LINE);
  });

  it('agree on every line on which they once differed', () => {
    const kept = existsSync(KEPT) ? readFileSync(KEPT, 'utf8').split('\n').filter(Boolean) : [];
    for (const text of kept) {
      const line = JSON.parse(text) as Line;
      expect(verdictOf(line).decision, text).toBe(decideLine(line).decision);
    }
  });
});
