// One run of the evaluator's data-driven tests over one copy of it, outside the test runner: which tests fail, or which
// functions each test reaches. `node mutant-run.ts reach|run TESTS`, where TESTS is a file of lines `{id, line, expected}`.
import { reached } from './reached.ts';
import { readFileSync } from 'node:fs';
import { conclude, decide, documentAt, errorText, type Decision, type Step } from '../index.ts';
import { layersOf, requestOf, type Case } from './cases.ts';
import { isConsistent, switchOff } from './switch-off.ts';

interface Test {
  readonly id: string;
  readonly line: Omit<Case, 'rule' | 'holds'> & Partial<Pick<Case, 'rule' | 'holds'>>;
  readonly expected: Decision;
}

const flat = (step: Step): readonly Step[] => [step, ...(step.steps ?? []).flatMap(flat)];

/** Whether the evaluator does what the test says. Whatever it throws is a no. */
function passes({ line, expected }: Test): boolean {
  try {
    const { rule, holds } = line;
    const one = { ...line, rule: rule ?? 'request-is-decided', holds: holds ?? true };
    const layers = layersOf(one);
    const { decision, trace } = decide(requestOf(one), layers);
    if (decision !== expected || conclude(trace) !== decision || !isConsistent(trace)) return false;
    const steps = flat(trace);
    const inside = steps.every(
      ({ at }) => !at || at.range.end <= (documentAt(layers, at)?.text.length ?? -1),
    );
    if (!inside || (errorText({ decision, trace }) === null) !== (decision === 'allowed')) return false;
    if (rule === undefined || holds === undefined) return true;
    const stands = steps.some((step) => step.rule === rule && step.holds === holds);
    return stands && conclude(switchOff(trace, rule, holds)) !== expected;
  } catch {
    return false;
  }
}

const [mode, file = ''] = process.argv.slice(2);
const tests = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Test);

if (mode === 'reach') {
  // What runs while modules are loaded makes what every test stands on.
  const always = [...reached];
  for (const test of tests) {
    reached.clear();
    for (const id of always) reached.add(id);
    console.log(JSON.stringify({ id: test.id, passes: passes(test), reached: [...reached] }));
  }
} else {
  const failed = tests.find((test) => !passes(test));
  console.log(JSON.stringify({ killedBy: failed?.id ?? null }));
}
