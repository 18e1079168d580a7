// All content once it has been read: plain values with an id and the file that they came from.
import type { WorldSpec } from '#cloud';
import type {
  ExamSpec,
  Fact,
  GlossaryTerm,
  LessonSpec,
  ModuleSpec,
  QuestionSpec,
  ReferenceSpec,
  ScenarioSpec,
  Source,
  StatementGroup,
  TerminalLabSpec,
  ToolSpec,
} from './schema.ts';

interface Filed {
  readonly id: string;
  readonly file: string;
}

/** Its world has the policies of AWS that it names. */
export type Scenario = ScenarioSpec & Filed & { readonly world: WorldSpec };
export type TerminalLab = TerminalLabSpec & Filed;
export type TerminalClaim = TerminalLab['claims'][number];
/** One that draws has several: `item` is the file's id, `id` with the number of the draw, such as `trust/who-may~3`. */
export type AuthoredQuestion = QuestionSpec & Filed & { readonly item: string; readonly world?: WorldSpec };
export type Reference = ReferenceSpec & Filed;
export type Tool = ToolSpec & Filed;
export type Exam = ExamSpec & Filed;
export type Lesson = LessonSpec &
  Filed & {
    readonly module: string;
    readonly slug: string;
    readonly body: string;
    readonly bodyLine: number;
  };

export interface Content {
  readonly modules: readonly ModuleSpec[];
  readonly lessons: ReadonlyMap<string, Lesson>;
  readonly scenarios: ReadonlyMap<string, Scenario>;
  /** Labs in the terminal. */
  readonly labs: ReadonlyMap<string, TerminalLab>;
  /** The words of the course, by id. */
  readonly glossary: ReadonlyMap<string, GlossaryTerm>;
  /** Pages to look things up in. */
  readonly reference: ReadonlyMap<string, Reference>;
  /** Widgets that also stand alone. */
  readonly tools: ReadonlyMap<string, Tool>;
  readonly questions: ReadonlyMap<string, AuthoredQuestion>;
  readonly exams: ReadonlyMap<string, Exam>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly sources: ReadonlyMap<string, Source>;
  /** Statements to be covered, by their subject. */
  readonly statements: ReadonlyMap<string, StatementGroup>;
  /** The statements that each correction takes the place of. */
  readonly corrections: ReadonlyMap<string, readonly string[]>;
  /** By exam, the tasks that the course serves. */
  readonly examTasks: ReadonlyMap<string, Readonly<Record<string, string>>>;
}
