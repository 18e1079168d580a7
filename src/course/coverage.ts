// What the course covers: statements and corrections by the passages that claim them, rules by the situations whose
// derivation has them, tasks of exams by the lessons that name them.
import { RULES, type RuleId, type Step } from '#evaluator';
import type { Cloud } from '#cloud';
import { edited, see } from './acts.ts';
import type { Content, Lesson, Scenario } from './content.ts';
import { cloudOf } from './pages.ts';
import { correctionsIn, passagesOf, tagsOf } from './prose.ts';
import type { Expectation } from './schema.ts';

/** Where something stands. */
export interface Found {
  readonly lesson: string;
  /** The place in the page that a reader can jump to. */
  readonly anchor?: string;
}

export interface Covered {
  readonly total: number;
  readonly covered: number;
  readonly missing: readonly string[];
  readonly where: Readonly<Record<string, readonly Found[]>>;
}

export interface Coverage {
  readonly statements: Covered;
  readonly corrections: Covered;
  /** Taught by a lesson, with a situation of it whose derivation has the rule. */
  readonly rules: Covered;
  /** Rules that a proved question examines. */
  readonly examined: Covered;
  /** Each is to have at least two lessons. */
  readonly tasks: Covered;
}

export function coverageOf(content: Content): Coverage {
  const lessons = [...content.lessons.values()];
  const statements = [...content.statements.values()].flatMap((group) => group.statements);
  return {
    statements: countFound(statements, lessons, statementsIn),
    corrections: countFound([...content.corrections.keys()], lessons, correctionsIn),
    rules: countRules(content, lessons),
    examined: count(Object.keys(RULES), (id) =>
      [...content.questions.values()]
        .filter(({ examines }) => examines.includes(id))
        .map((question) => ({ lesson: question.id })),
    ),
    tasks: count(
      tasksOf(content),
      (id) => lessons.filter(({ tasks }) => tasks.includes(id)).map(({ id: lesson }) => ({ lesson })),
      2,
    ),
  };
}

/** Facts and sources that nobody read since a day, and lessons that nobody checked. */
export function oldIn({ facts, sources, lessons }: Content, day: string): readonly string[] {
  return [
    ...[...facts, ...sources].filter(([, { read }]) => read < day).map(([id]) => id),
    ...[...lessons.values()].filter(({ checked }) => checked < day).map(({ id }) => id),
  ];
}

/** Such as `scs-c03 4.1.1`. */
export function tasksOf({ examTasks }: Content): readonly string[] {
  return [...examTasks].flatMap(([exam, tasks]) => Object.keys(tasks).map((task) => `${exam} ${task}`));
}

function count(ids: readonly string[], find: (id: string) => readonly Found[], least = 1): Covered {
  const where = Object.fromEntries(ids.map((id) => [id, find(id)]));
  const missing = ids.filter((id) => (where[id]?.length ?? 0) < least);
  return { total: ids.length, covered: ids.length - missing.length, missing, where };
}

/** Counts what the prose of lessons claims. @param claimed every id that a prose claims, as often as it does */
function countFound(
  ids: readonly string[],
  lessons: readonly Lesson[],
  claimed: (body: string) => readonly string[],
): Covered {
  const found = lessons.flatMap(({ id: lesson, body }) =>
    claimed(body).map((anchor) => ({ lesson, anchor })),
  );
  const byId = Map.groupBy(found, ({ anchor }) => anchor);
  return count(ids, (id) => byId.get(id) ?? []);
}

function statementsIn(body: string): readonly string[] {
  return passagesOf(body).flatMap(({ statements }) => [...new Set(statements)]);
}

function countRules(content: Content, lessons: readonly Lesson[]): Covered {
  const shown = new Map(lessons.map((lesson) => [lesson.id, rulesShownIn(content, lesson)]));
  return count(Object.keys(RULES), (rule) =>
    lessons
      .filter(({ id, teaches }) => teaches.includes(rule) && shown.get(id)?.has(rule as RuleId) === true)
      .map(({ id }) => ({ lesson: id })),
  );
}

/** The rules in the derivations of everything that a lesson's situations prove. */
function rulesShownIn(content: Content, lesson: Lesson): ReadonlySet<RuleId> {
  const rules = new Set<RuleId>();
  const walk = (step: Step): void => {
    rules.add(step.rule);
    step.steps?.forEach(walk);
  };
  for (const id of scenariosIn(lesson)) {
    const scenario = content.scenarios.get(id);
    if (!scenario) continue;
    for (const [cloud, expectations] of provedIn(scenario))
      for (const expectation of expectations) {
        const { parts } = see(cloud, expectation);
        if (parts.length > 1) rules.add('every-pair-must-pass');
        for (const { verdict } of parts) walk(verdict.trace);
      }
  }
  return rules;
}

/** What a situation proves as it is given, and what its tasks prove of solutions and near misses. */
function provedIn(scenario: Scenario): readonly (readonly [Cloud, readonly Expectation[]])[] {
  const cloud = cloudOf(scenario);
  const tasks = scenario.lab?.tasks ?? [];
  return [
    [cloud, scenario.proves],
    ...tasks.flatMap(({ goals, solution, near }): readonly (readonly [Cloud, readonly Expectation[]])[] => [
      [edited(cloud, solution), goals.map(({ expects }) => expects)],
      ...near.map(({ edits, fails }) => [edited(cloud, edits), fails.shows] as const),
    ]),
  ];
}

/** The situations that a lesson shows, each once. */
function scenariosIn({ body }: Lesson): readonly string[] {
  return [...new Set(tagsOf(body).flatMap(({ given }) => given.get('scenario') ?? []))];
}
