// Reads all of content/ from disk, at build time only, and reports every error with its file, line and field.
import { withAwsPolicies } from './aws-policies.ts';
import { checkContent } from './check.ts';
import type { Content, Exam, Lesson, Reference, Scenario, TerminalLab, Tool } from './content.ts';
import type { FiledFact } from './facts.ts';
import type { Item } from './proof.ts';
import { idOf, readQuestions, Reader, type AuthoringError } from './reader.ts';
import {
  correctionsSchema,
  examSchema,
  examTasksSchema,
  glossarySchema,
  lessonSchema,
  modulesSchema,
  referenceSchema,
  scenarioSchema,
  sourcesSchema,
  statementsSchema,
  terminalLabSchema,
  toolSchema,
  type Source,
} from './schema.ts';

export type { AuthoringError } from './reader.ts';
export { cite } from './cite.ts';
export { loadExam } from './load-exam.ts';
export { actionsOf, catalogueData, COURSE_SERVICES, loadCatalogue, serviceData } from './catalogue.ts';
export type { ActionRow } from './catalogue.ts';

/** The line of its file on which a field of a content item stands, or a line of the field's text. */
export type Locate = (file: string, path: readonly PropertyKey[], inText?: number) => number;

export interface Loaded {
  readonly content: Content;
  readonly errors: readonly AuthoringError[];
  readonly locate: Locate;
}

/**
 * @param root the folder that holds `content/`
 * @returns what could be read, and all that is wrong with it
 */
export function loadContent(root: string): Loaded {
  const reader = new Reader(root);
  const { errors, unread } = reader;
  const modules = reader.one('modules.yaml', modulesSchema) ?? [];
  const sources = new Map<string, Source>(Object.entries(reader.one('sources.yaml', sourcesSchema) ?? {}));
  for (const [id, fact] of reader.facts)
    if (!sources.has(fact.source) && !unread.has('content/sources.yaml'))
      reader.report(
        fact.file,
        [id, 'source'],
        `there is no source \`${fact.source}\` in content/sources.yaml`,
      );
  const content: Content = {
    modules,
    sources,
    facts: reader.facts,
    scenarios: new Map(
      [...reader.all<Scenario>('scenarios', '.yaml', scenarioSchema)].map(([id, scenario]) => [
        id,
        withAwsPolicies(scenario),
      ]),
    ),
    labs: reader.all<TerminalLab>('labs', '.yaml', terminalLabSchema),
    glossary: mapOf(reader.one('glossary.yaml', glossarySchema)),
    reference: reader.all<Reference>('reference', '.yaml', referenceSchema),
    tools: reader.all<Tool>('tools', '.yaml', toolSchema),
    questions: readQuestions(reader),
    exams: reader.all<Exam>('exams', '.yaml', examSchema),
    lessons: readLessons(reader),
    statements: mapOf(reader.one('facts/statements.yaml', statementsSchema)),
    corrections: mapOf(reader.one('facts/corrections.yaml', correctionsSchema)),
    examTasks: mapOf(reader.one('facts/exam-tasks.yaml', examTasksSchema)),
  };
  const locate: Locate = (file, path, inText) => reader.line(file, path, inText);
  errors.push(...checkContent(content, unread, locate));
  return { content, errors: errors.toSorted(order), locate };
}

/** Every fact by its id. @param root the folder that holds `content/` */
export function factsIn(root: string): ReadonlyMap<string, FiledFact> {
  return new Reader(root).facts;
}

/** What a proof found wanting, as mistakes of the author. */
export function mistakesOf(items: readonly Item[], locate: Locate): readonly AuthoringError[] {
  return items
    .flatMap(({ file, failures }) =>
      failures.map(({ field, reason }) => ({
        file,
        line: locate(file, field),
        field: field.join('.'),
        message: reason,
      })),
    )
    .toSorted(order);
}

/** One line: the file, the line, the field, and what is wrong. */
export function makeLine({ file, line, field, message }: AuthoringError): string {
  return `${file}:${line}: ${field === '' ? '' : `${field}: `}${message}`;
}

function order(a: AuthoringError, b: AuthoringError): number {
  return a.file.localeCompare(b.file) || a.line - b.line;
}

const mapOf = <T>(record: Readonly<Record<string, T>> = {}): ReadonlyMap<string, T> =>
  new Map(Object.entries(record));

function readLessons(reader: Reader): Map<string, Lesson> {
  const lessons = new Map<string, Lesson>();
  for (const [file, frontmatter, body] of reader.each('lessons', '.mdx', lessonSchema)) {
    const id = idOf(file, 'lessons', '.mdx');
    const [module = '', slug = ''] = id.split('/');
    lessons.set(id, { ...frontmatter, id, file, module, slug, body, bodyLine: reader.bodyLine(file) });
  }
  return lessons;
}
