// The door for tools that measure the evaluator: its worked cases, lines at random, and the second reading of the rules.
export { CASES, layersOf, requestOf, type Case } from './cases.ts';
export { anyLine, sampleLines } from './random-lines.ts';
export { decideLine } from './second-reading/decision.ts';
export type { Line } from './second-reading/line.ts';
export { RULES } from '../index.ts';
