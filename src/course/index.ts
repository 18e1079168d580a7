// The door of the course for browsers and commands: content as values, worlds, proofs. Neither zod nor yaml.
export type { AuthoredQuestion, Content, Exam, Lesson, Scenario, TerminalLab } from './content.ts';
export type { Act, Claim, Expectation, Fact, LabSpec, ModuleSpec, Option, Source, Task } from './schema.ts';
export { perform, see } from './acts.ts';
export { seeNow } from './expectation.ts';
export type { Seen } from './expectation.ts';
export { actOut, idsOf } from './worlds/choice.ts';
export type { Facts } from './worlds/choice.ts';
export { decidedBy } from './worlds/statements.ts';
export { worldOf, type Spec } from './worlds/index.ts';
export { blueprintOf, drawablesOf, fullAt, itemsOf, paperOf } from './bank.ts';
export { cloudOf, fullOf, labOf, worldOfFull } from './pages.ts';
export type { FullQuestion, Lab } from './pages.ts';
export { coverageOf, idsIn } from './coverage.ts';
export type { Coverage, Covered } from './coverage.ts';
export { prove } from './proof.ts';
export type { Item } from './proof.ts';
export type { Failure } from './failure.ts';
