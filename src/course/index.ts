// The door of the course for browsers and commands: content as values, worlds, proofs. Neither zod nor yaml.
export type {
  AuthoredQuestion,
  Content,
  Exam,
  Lesson,
  Reference,
  Scenario,
  TerminalLab,
  Tool,
} from './content.ts';
export type { Act, Claim, Expectation, Fact, LabSpec, ModuleSpec, Option, Source, Task } from './schema.ts';
export { perform, see } from './acts.ts';
export { seeNow } from './expectation.ts';
export type { Seen } from './expectation.ts';
export { actOut, idsOf } from './worlds/choice.ts';
export type { Facts } from './worlds/choice.ts';
export { decidedBy } from './worlds/statements.ts';
export { worldOf, type Spec } from './worlds/index.ts';
export { dependencies } from './worlds/trace-order.ts';
export { wishOf } from './worlds/written.ts';
export { bankOf, blueprintOf, fullsOf, itemsOf, missingFrom, paperOf } from './bank.ts';
export { cloudOf, fullOf, labOf, partOfFull, scoreFull, worldOfFull } from './pages.ts';
export type { Cited, FullQuestion, Lab } from './pages.ts';
export { lessonsFor } from './teaching.ts';
export type { LessonLink } from './teaching.ts';
export { coverageOf, oldIn } from './coverage.ts';
export { sectionsOf } from './passages.ts';
export { idsIn, tagsOf, withoutTags } from './prose.ts';
export type { Coverage, Covered } from './coverage.ts';
export { prove } from './proof.ts';
export type { Item } from './proof.ts';
export type { Failure } from './failure.ts';
