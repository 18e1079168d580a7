// Reads what one exam needs and no more, so that a door opens quickly. What is wrong with the content, the build says.
import { withAwsPolicies } from './aws-policies.ts';
import type { AuthoredQuestion, Content } from './content.ts';
import { factNamesOf } from './pages.ts';
import { idOf, readQuestions, Reader, type AuthoringError } from './reader.ts';
import { examSchema, scenarioSchema } from './schema.ts';

/** @param root the folder that holds `content/` */
export function loadExam(
  root: string,
  name: string,
): { readonly content: Content; readonly errors: readonly AuthoringError[] } {
  const reader = new Reader(root);
  const exams = new Map(
    reader
      .each('exams', '.yaml', examSchema, (file) => idOf(file, 'exams', '.yaml') === name)
      .map(([file, exam]) => [name, { ...exam, id: name, file }]),
  );
  const questions: ReadonlyMap<string, AuthoredQuestion> =
    exams.size === 0 ? new Map() : readQuestions(reader, name);
  const named = new Set([...questions.values()].map(({ scenario }) => scenario));
  const scenarios = reader.each('scenarios', '.yaml', scenarioSchema, (file) =>
    named.has(idOf(file, 'scenarios', '.yaml')),
  );
  const needsFacts = [...questions.values()].some((question) => factNamesOf(question).length > 0);
  const content: Content = {
    modules: [],
    sources: new Map(),
    statements: new Map(),
    corrections: new Map(),
    examTasks: new Map(),
    lessons: new Map(),
    labs: new Map(),
    glossary: new Map(),
    reference: new Map(),
    tools: new Map(),
    facts: needsFacts ? reader.facts : new Map(),
    scenarios: new Map(
      scenarios.map(([file, scenario]) => {
        const id = idOf(file, 'scenarios', '.yaml');
        return [id, withAwsPolicies({ ...scenario, id, file })] as const;
      }),
    ),
    questions,
    exams,
  };
  return { content, errors: reader.errors };
}
