// Reading a trace to the last step, as somebody would who shows it whole.
import type { Step, Verdict } from '#evaluator';

/** @returns a number that every step had a part in, so that none can be left out */
export function readWhole({ trace }: Verdict): number {
  return readStep(trace);
}

function readStep({ holds, at, seen, steps }: Step): number {
  let sum = (holds ? 1 : 0) + (at ? at.range.end : 0) + (seen ? 1 : 0);
  if (steps === undefined) return sum;
  // By number: an iterator would be made for each of the steps, and measured with them.
  for (let i = 0; i < steps.length; i += 1) {
    const step = steps[i];
    if (step) sum += readStep(step);
  }
  return sum;
}
