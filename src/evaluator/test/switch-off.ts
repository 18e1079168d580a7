// A trace in which one rule answers the opposite of one of its answers, and everything above follows from it.
import type { RuleId, Step } from '../index.ts';

const every = (steps: readonly Step[]): boolean => steps.every((step) => step.holds);
const some = (steps: readonly Step[]): boolean => steps.some((step) => step.holds);

/** How a step follows from the steps below it. Steps of other rules hold by themselves; a change below turns them over. */
const FOLLOWS: Partial<Record<RuleId, (steps: readonly Step[]) => boolean>> = {
  'statement-matches': every,
  'policy-denies': some,
  'policy-allows': some,
  'explicit-deny-wins': (steps) => some(steps.flatMap(inForce)),
  'rcp-never-grants': every,
  'scp-never-grants': (steps) => every(steps.flatMap(inForce)),
  'scp-level-must-allow': some,
  'endpoint-policy-must-allow': some,
  'identity-policies-add-up': some,
  'boundary-is-a-ceiling': some,
  'session-policy-is-a-ceiling': some,
};

const EXEMPT: readonly RuleId[] = [
  'service-linked-role-is-not-bound',
  'management-account-is-not-bound',
  'scp-binds-only-principals-of-the-account',
  'bucket-owner-root-keeps-its-policy',
];

/** What an exemption set aside counts again when the exemption is switched off. */
function inForce(step: Step): readonly Step[] {
  if (!EXEMPT.includes(step.rule)) return [step];
  return step.holds ? [] : (step.steps ?? []);
}

/** Turns every step over in which the rule answered so. */
export function switchOff(step: Step, rule: RuleId, answer: boolean): Step {
  if (step.rule === rule && step.holds === answer) return { ...plain(step), holds: !step.holds };
  const before = step.steps ?? [];
  const steps = before.map((one) => switchOff(one, rule, answer));
  const follows = FOLLOWS[step.rule];
  const changed = steps.some((one, i) => one.holds !== before[i]?.holds);
  const holds = follows ? follows(steps) : changed ? !step.holds : step.holds;
  return { ...plain(step), holds, ...(step.steps ? { steps } : {}) };
}

/** The step as a value of its own. */
function plain({ rule, holds, at, seen, steps }: Step): Step {
  return { rule, holds, ...(at ? { at } : {}), ...(seen ? { seen } : {}), ...(steps ? { steps } : {}) };
}

/** Does each step follow from those below it? */
export function isConsistent(step: Step): boolean {
  const follows = FOLLOWS[step.rule];
  const below = step.steps ?? [];
  return (!follows || follows(below) === step.holds) && below.every(isConsistent);
}
