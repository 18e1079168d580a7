// The door of what questions and scenarios act out: more operations than a lab asks, fewer than a terminal has.
import type { Services } from './call.ts';
import { SCENARIO_OPERATIONS } from './scenario-operations.ts';

/** What scenarios act out. Their inputs say what matters to the decision and no more: no model is asked. */
export const SCENARIOS: Services = { operations: SCENARIO_OPERATIONS };

export { isOperation } from './scenario-operations.ts';
