// What no schema can see between the files: references that lead nowhere, ids that stand twice, keys that do not fit.
import { isRuleId } from '#evaluator';
import { checkIds, type Report } from './check-expectation.ts';
import { checkExam, checkTasks } from './check-exam.ts';
import { checkFacts, checkQuestion } from './check-question.ts';
import { checkLesson } from './check-lesson.ts';
import { checkProse, type Referred } from './check-prose.ts';
import { checkScenario } from './check-scenario.ts';
import type { Content, Lesson } from './content.ts';
import type { AuthoringError, Locate } from './load.ts';
import { routesOf } from './routes.ts';

const MODULES = 'content/modules.yaml';
const GLOSSARY = 'content/glossary.yaml';
const SOURCES = 'content/sources.yaml';
const ENDINGS = { scenarios: 'yaml', questions: 'yaml', lessons: 'mdx', tools: 'yaml' } as const;

/**
 * Everything that is wrong between the files of the content.
 * @param unread files that could not be read: what refers to them is not wrong for that
 */
export function checkContent(
  content: Content,
  unread: ReadonlySet<string>,
  locate: Locate,
): readonly AuthoringError[] {
  const errors: AuthoringError[] = [];
  const reportIn =
    (file: string): Report =>
    (path, message, inText) => {
      errors.push({ file, line: locate(file, path, inText), field: path.join('.'), message });
    };
  const isThere: Referred['isThere'] = (folder, id) =>
    content[folder].has(id) || unread.has(`content/${folder}/${id}.${ENDINGS[folder]}`);
  const sources = (ids: readonly string[], report: Report): void => {
    ids.forEach((id, i) => {
      if (!content.sources.has(id) && !unread.has(SOURCES))
        report(['sources', i], `there is no source \`${id}\` in ${SOURCES}`);
    });
  };
  const rules = (field: string, ids: readonly string[], report: Report): void => {
    ids.forEach((id, i) => {
      if (!isRuleId(id)) report([field, i], `there is no rule \`${id}\``);
    });
  };
  content.modules.forEach(({ slug }, i) => {
    if (content.modules.findIndex((other) => other.slug === slug) !== i)
      reportIn(MODULES)([i, 'slug'], `the slug \`${slug}\` stands here twice`);
  });
  for (const scenario of content.scenarios.values()) checkScenario(scenario, reportIn(scenario.file));
  for (const lab of content.labs.values()) {
    const report = reportIn(lab.file);
    sources(lab.sources, report);
    checkIds(lab.claims, ['claims'], report);
    if (content.scenarios.get(lab.id)?.lab) report([], `the address /lab/${lab.id}/ is taken by a scenario`);
    lab.lazy.forEach(({ fails }, i) => {
      fails.forEach((id, j) => {
        if (!lab.claims.some((claim) => claim.id === id))
          report(['lazy', i, 'fails', j], `there is no claim \`${id}\``);
      });
    });
  }
  for (const tool of content.tools.values())
    if (!content.modules.some(({ slug }) => slug === tool.module) && !unread.has(MODULES))
      reportIn(tool.file)(['module'], `there is no module \`${tool.module}\` in ${MODULES}`);
  for (const page of content.reference.values()) {
    const report = reportIn(page.file);
    page.tables.forEach((table, i) => {
      sources(table.sources, (path, message) => {
        report(['tables', i, ...path], message);
      });
      table.rows.forEach((row, j) => {
        if (row.length !== table.columns.length)
          report(['tables', i, 'rows', j], `${row.length} cells stand under ${table.columns.length} columns`);
      });
    });
  }
  for (const [id, { lesson }] of content.glossary)
    if (lesson !== undefined && !isThere('lessons', lesson))
      reportIn(GLOSSARY)([id, 'lesson'], `there is no lesson \`${lesson}\``);
  for (const question of content.questions.values()) {
    const report = reportIn(question.file);
    sources(question.sources, report);
    rules('examines', question.examines, report);
    const { scenario } = question;
    if (scenario !== undefined && !isThere('scenarios', scenario))
      report(['scenario'], `there is no scenario \`${scenario}\``);
    checkQuestion(question, report);
    checkTasks(question, content, unread, report);
    const unreadFacts = [...unread].some((file) => file.startsWith('content/facts/'));
    if (!unreadFacts) checkFacts(question, content, report);
  }
  for (const exam of content.exams.values()) {
    const report = reportIn(exam.file);
    sources(exam.sources, report);
    checkExam(exam, content, unread, report);
  }
  const routes = routesOf(content, unread);
  for (const lesson of content.lessons.values()) {
    const report = reportIn(lesson.file);
    sources(lesson.sources, report);
    rules('teaches', lesson.teaches, report);
    if (!content.modules.some((module) => module.slug === lesson.module) && !unread.has(MODULES))
      report([], `there is no module \`${lesson.module}\` in ${MODULES}`);
    checkNeighbours(lesson, isThere, report);
    checkLesson(lesson, report);
    if (lesson.exam !== undefined && !routes.has(`/exam/${lesson.exam}/`))
      report(['exam'], `there is no exam \`${lesson.exam}\``);
    for (const mistake of checkProse(lesson, { content, isThere, routes }, report))
      errors.push({ file: lesson.file, ...mistake });
  }
  return errors;
}

function checkNeighbours(lesson: Lesson, isThere: Referred['isThere'], report: Report): void {
  lesson.after.forEach((id, i) => {
    if (!isThere('lessons', id)) report(['after', i], `there is no lesson \`${id}\``);
  });
  if (lesson.next !== undefined && !isThere('lessons', lesson.next))
    report(['next'], `there is no lesson \`${lesson.next}\``);
}
