// The door of the terminal: lines of text become calls to the simulated AWS, and answers become text.
export { openTerminal, learnersComputer } from './terminal.ts';
export type { Computer, ProfileKey, TerminalOptions } from './terminal.ts';
export { simulate } from './simulation.ts';
export type { Terminal } from './instance-sessions.ts';
export type { OpenSimulation, Simulation } from './simulation.ts';
export type { Shell, Outcome } from './shell/shell.ts';
export type { Chunk } from './shell/chunks.ts';
export { openSession } from './session.ts';
export type { Answered, Point, Session, SessionOptions } from './session.ts';
export { complete } from './complete.ts';
export type { Completion } from './complete.ts';
