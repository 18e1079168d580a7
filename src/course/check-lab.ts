// What no schema can see in a lab: a start outside its own choices, choices of what is not there, ids that stand twice.
import { documentsOf, LAB_OPERATIONS, type Cloud } from '#cloud';
import { isOperation } from '#cloud/scenarios';
import {
  checkExpectationIn,
  checkIds,
  checkOperation,
  checkWho,
  type Path,
  type Report,
} from './check-expectation.ts';
import type { Expectation, LabSpec, Task } from './schema.ts';

export function checkLab(cloud: Cloud, lab: LabSpec, report: Report): void {
  lab.who.forEach(({ name }, i) => {
    checkWho(cloud, name, ['lab', 'who', i, 'name'], report);
  });
  checkDoes(lab, report);
  checkStart(lab, report);
  checkDocuments(cloud, lab.edits, (_id, i) => ['lab', 'edits', i], report);
  checkIds(lab.tasks, ['lab', 'tasks'], report);
  lab.tasks.forEach((task, i) => {
    checkTask(cloud, task, ['lab', 'tasks', i], report);
  });
}

type Doing = LabSpec['does'][number];

const actionOf = (doing: Doing): string => (typeof doing === 'string' ? doing : doing.action);

/** What an action can be asked on: the names of its calls, else resources. */
function objectsOf(doing: Doing, resources: readonly string[]): readonly string[] {
  if (typeof doing === 'string') return resources;
  return 'calls' in doing ? doing.calls.map(({ name }) => name) : doing.on;
}

function checkDoes({ does, on }: LabSpec, report: Report): void {
  const resources = on.map(({ arn }) => arn);
  does.forEach((doing, i) => {
    if (typeof doing === 'string') return;
    const path: Path = ['lab', 'does', i];
    if ('calls' in doing) checkCarried(doing.action, [...path, 'action'], report);
    else checkAmong(doing.on, 'on', resources, (j) => [...path, 'on', j], report);
  });
}

function checkStart({ start, who, does, on, context }: LabSpec, report: Report): void {
  const among = (field: 'as' | 'action' | 'on', choice: string, choices: readonly string[]): void => {
    checkAmong([start[field]], choice, choices, () => ['lab', 'start', field], report);
  };
  among(
    'as',
    'who',
    who.map(({ name }) => name),
  );
  among('action', 'does', does.map(actionOf));
  const doing = does.find((one) => actionOf(one) === start.action);
  const resources = on.map(({ arn }) => arn);
  if (doing) among('on', typeof doing === 'object' ? 'does' : 'on', objectsOf(doing, resources));
  for (const [key, value] of Object.entries(start.context)) {
    const values = context.find((choice) => choice.key === key)?.values ?? [];
    const known = values.flatMap((choice) => choice.value ?? []);
    checkAmong([value], 'context', known, () => ['lab', 'start', 'context', key], report);
  }
  context.forEach((choice, i) => {
    const path = (j: number): Path => ['lab', 'context', i, 'for', j];
    checkAmong(choice.for ?? [], 'does', does.map(actionOf), path, report);
  });
}

function checkAmong(
  chosen: readonly string[],
  choice: string,
  choices: readonly string[],
  pathOf: (i: number) => Path,
  report: Report,
): void {
  chosen.forEach((one, i) => {
    if (!choices.includes(one)) report(pathOf(i), `\`${one}\` is not among the choices of \`${choice}\``);
  });
}

function checkTask(cloud: Cloud, task: Task, path: Path, report: Report): void {
  checkIds(task.goals, [...path, 'goals'], report);
  checkDocuments(cloud, Object.keys(task.solution), (id) => [...path, 'solution', id], report);
  task.goals.forEach((goal, i) => {
    checkGoal(cloud, goal.expects, [...path, 'goals', i, 'expects'], report);
  });
  task.near.forEach((near, i) => {
    const at = [...path, 'near', i];
    checkDocuments(cloud, Object.keys(near.edits), (id) => [...at, 'edits', id], report);
    near.fails.shows.forEach((shown, j) => {
      checkGoal(cloud, shown, [...at, 'fails', 'shows', j], report);
    });
  });
}

function checkDocuments(
  cloud: Cloud,
  ids: readonly string[],
  pathOf: (id: string, i: number) => Path,
  report: Report,
): void {
  const known = new Set(documentsOf(cloud).map((document) => document.id));
  ids.forEach((id, i) => {
    if (!known.has(id)) report(pathOf(id, i), `there is no document \`${id}\``);
  });
}

/** A lab carries few operations, and nothing can come first in it: its reader changes policies and nobody acts. */
function checkCarried(operation: string, path: Path, report: Report): void {
  if (!isOperation(operation)) checkOperation(operation, path, report);
  else if (!LAB_OPERATIONS.has(operation))
    report(path, `\`${operation}\` is not carried by labs: add it to src/cloud/lab-operations.ts`);
}

/** What a lab shows must be right, and a lab must be able to show it. */
function checkGoal(cloud: Cloud, expectation: Expectation, path: Path, report: Report): void {
  checkExpectationIn(cloud, expectation, path, report);
  const { operation } = expectation.calls ?? {};
  if (operation !== undefined && isOperation(operation))
    checkCarried(operation, [...path, 'calls', 'operation'], report);
  if (expectation.first) report([...path, 'first'], 'nothing can come first in a lab');
}
