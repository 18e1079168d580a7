// What no schema can see: references that lead nowhere, policies that do not parse, prose that names what is not there.
import { isRuleId, messageOf, parsePolicy, placeOf, type PolicyKind } from '#evaluator';
import { documentsOf, faultsOf } from '#cloud';
import type { AuthoredQuestion, Content, Lesson, Scenario } from './content.ts';
import type { AuthoringError, Locate } from './load.ts';
import { cloudOf } from './pages.ts';
import { unknownDocuments } from './proof.ts';
import type { Expectation } from './schema.ts';

type Path = readonly PropertyKey[];

/** Components that prose may name, with the properties that they take. */
const COMPONENTS: Readonly<Record<string, readonly string[]>> = {
  Lab: ['scenario', 'task'],
  Rule: ['id'],
  Folklore: [],
  Note: [],
  Check: ['question'],
  OwnWords: ['id', 'prompt'],
};

/** Everything that is wrong between the files of the content. */
export function checkContent(content: Content, locate: Locate): readonly AuthoringError[] {
  const errors: AuthoringError[] = [];
  const report = (file: string, path: Path, message: string): void => {
    errors.push({ file, line: locate(file, path), field: path.join('.'), message });
  };
  const sources = (file: string, ids: readonly string[]): void => {
    ids.forEach((id, i) => {
      if (!content.sources.has(id))
        report(file, ['sources', i], `there is no source \`${id}\` in content/sources.yaml`);
    });
  };
  const rules = (file: string, field: string, ids: readonly string[]): void => {
    ids.forEach((id, i) => {
      if (!isRuleId(id)) report(file, [field, i], `there is no rule \`${id}\``);
    });
  };
  for (const scenario of content.scenarios.values()) checkScenario(scenario, report);
  for (const question of content.questions.values()) {
    sources(question.file, question.sources);
    rules(question.file, 'examines', question.examines);
    checkQuestion(question, content, report);
  }
  for (const exam of content.exams.values()) {
    sources(exam.file, exam.sources);
    exam.questions.forEach((id, i) => {
      if (!content.questions.has(id)) report(exam.file, ['questions', i], `there is no question \`${id}\``);
      if (exam.questions.indexOf(id) !== i)
        report(exam.file, ['questions', i], `the question \`${id}\` stands here twice`);
    });
  }
  for (const lesson of content.lessons.values()) {
    sources(lesson.file, lesson.sources);
    rules(lesson.file, 'teaches', lesson.teaches);
    checkLesson(lesson, content, report);
    errors.push(...checkProse(lesson, content));
  }
  return errors;
}

type Report = (file: string, path: Path, message: string) => void;

function checkScenario(scenario: Scenario, report: Report): void {
  const { file } = scenario;
  const faults = faultsOf(scenario.world);
  for (const fault of faults)
    report(file, ['world', ...fault.path.split('.')], `there is no \`${fault.missing}\` in this account`);
  if (faults.length > 0) return;
  for (const document of documentsOf(cloudOf(scenario)))
    checkPolicy(document.text, document.kind, file, document.id, report);
  for (const id of unknownDocuments(scenario))
    report(file, ['lab', 'edits'], `there is no document \`${id}\``);
  scenario.proves.forEach((expectation, i) => {
    checkExpectation(expectation, file, ['proves', i], report);
  });
  scenario.lab?.tasks.forEach((task, i) => {
    const path = ['lab', 'tasks', i];
    checkIds(task.goals, file, [...path, 'goals'], report);
    task.goals.forEach((goal, j) => {
      checkExpectation(goal.expects, file, [...path, 'goals', j, 'expects'], report);
    });
    task.near.forEach((near, j) => {
      near.fails.shows.forEach((shown, k) => {
        checkExpectation(shown, file, [...path, 'near', j, 'fails', 'shows', k], report);
      });
    });
  });
}

function checkPolicy(text: string, kind: PolicyKind, file: string, id: string, report: Report): void {
  const result = parsePolicy(text, kind);
  const issues = 'policy' in result ? result.policy.issues : result.issues;
  for (const issue of issues) {
    if (issue.severity !== 'ERROR') continue;
    const { line, column } = placeOf(text, issue.range.start);
    report(file, ['world'], `${id}, line ${line} column ${column}: ${messageOf(issue)}`);
  }
}

function checkExpectation(expectation: Expectation, file: string, path: Path, report: Report): void {
  for (const field of ['because', 'although'] as const) {
    const id = expectation[field];
    if (id !== undefined && !isRuleId(id)) report(file, [...path, field], `there is no rule \`${id}\``);
  }
}

function checkIds(items: readonly { readonly id: string }[], file: string, path: Path, report: Report): void {
  items.forEach(({ id }, i) => {
    if (items.findIndex((other) => other.id === id) !== i)
      report(file, [...path, i, 'id'], `the id \`${id}\` stands here twice`);
  });
}

function checkQuestion(question: AuthoredQuestion, content: Content, report: Report): void {
  const { file, options } = question;
  if (!content.scenarios.has(question.scenario))
    report(file, ['scenario'], `there is no scenario \`${question.scenario}\``);
  checkIds(options, file, ['options'], report);
  checkIds(question.claims, file, ['claims'], report);
  question.key.forEach((id, i) => {
    if (!options.some((option) => option.id === id)) report(file, ['key', i], `there is no option \`${id}\``);
  });
  if (question.key.length !== (question.choose ?? 1))
    report(
      file,
      ['key'],
      `the key has ${question.key.length} options, the question asks for ${question.choose ?? 1}`,
    );
  question.claims.forEach((claim, i) => {
    checkExpectation(claim.expects, file, ['claims', i, 'expects'], report);
  });
  options.forEach((option, i) => {
    const path = ['options', i];
    option.says?.forEach((said, j) => {
      checkExpectation(said, file, [...path, 'says', j], report);
    });
    option.wrong?.fails.shows?.forEach((shown, j) => {
      checkExpectation(shown, file, [...path, 'wrong', 'fails', 'shows', j], report);
    });
    const fact = option.states?.fact;
    if (fact !== undefined && !content.facts.has(fact))
      report(file, [...path, 'states', 'fact'], `there is no fact \`${fact}\``);
  });
}

function checkLesson(lesson: Lesson, content: Content, report: Report): void {
  const { file } = lesson;
  if (!content.modules.some((module) => module.slug === lesson.module))
    report(file, [], `there is no module \`${lesson.module}\` in content/modules.yaml`);
  lesson.after.forEach((id, i) => {
    if (!content.lessons.has(id)) report(file, ['after', i], `there is no lesson \`${id}\``);
  });
  if (lesson.next !== undefined && !content.lessons.has(lesson.next))
    report(file, ['next'], `there is no lesson \`${lesson.next}\``);
}

/** Prose is data: components by name, no imports, no HTML, no expressions. */
function checkProse(lesson: Lesson, content: Content): AuthoringError[] {
  const errors: AuthoringError[] = [];
  let fenced = false;
  lesson.body.split('\n').forEach((text, i) => {
    if (text.startsWith('```')) fenced = !fenced;
    if (fenced) return;
    const report = (field: string, message: string): void => {
      errors.push({ file: lesson.file, line: lesson.bodyLine + i, field, message });
    };
    const prose = text.replace(/`[^`]*`/g, '');
    if (/^(?:import|export)\s/.test(prose)) report('', 'prose imports and exports nothing');
    if (/[{}]/.test(prose)) report('', 'prose has no expressions in braces');
    for (const [, slash, name = '', rest = ''] of prose.matchAll(
      /<(\/?)([A-Za-z][\w.]*)((?:\s+[\w-]+="[^"]*")*)\s*\/?>/g,
    )) {
      const known = COMPONENTS[name];
      if (!known)
        report(
          name,
          `\`<${name}>\` is no component of lessons. Known are ${Object.keys(COMPONENTS).join(', ')}`,
        );
      else if (slash === '')
        for (const message of checkProperties(name, rest, known, content)) report(name, message);
    }
  });
  return errors;
}

function checkProperties(name: string, rest: string, known: readonly string[], content: Content): string[] {
  const given = new Map(
    [...rest.matchAll(/([\w-]+)="([^"]*)"/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );
  const errors = [...given.keys()]
    .filter((key) => !known.includes(key))
    .map((key) => `\`<${name}>\` takes no \`${key}\``);
  const scenario = given.get('scenario');
  if (name === 'Lab') {
    const found = scenario === undefined ? undefined : content.scenarios.get(scenario);
    const task = given.get('task');
    if (!found?.lab) errors.push(`there is no scenario \`${scenario ?? ''}\` with a lab`);
    else if (task !== undefined && !found.lab.tasks.some((candidate) => candidate.id === task))
      errors.push(`the lab has no task \`${task}\``);
  }
  if (name === 'Check' && !content.questions.has(given.get('question') ?? ''))
    errors.push(`there is no question \`${given.get('question') ?? ''}\``);
  if (name === 'Rule' && !isRuleId(given.get('id') ?? ''))
    errors.push(`there is no rule \`${given.get('id') ?? ''}\``);
  if (name === 'OwnWords' && (given.get('id') === undefined || given.get('prompt') === undefined))
    errors.push('`<OwnWords>` needs `id` and `prompt`');
  return errors;
}
