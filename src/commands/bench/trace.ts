// Reading a trace to the last step, as somebody would who shows it whole.
import type { Step, Verdict } from '#evaluator';

/** @returns a number that every step had a part in, so that none can be left out */
export function readWhole({ trace }: Verdict): number {
  return readStep(trace);
}

function readStep(step: Step): number {
  const { at, seen, steps } = step;
  let sum = (step.holds ? 1 : 0) + (at ? at.range.end : 0) + (seen ? 1 : 0);
  if (steps) for (const below of steps) sum += readStep(below);
  return sum;
}
