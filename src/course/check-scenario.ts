// What no schema can see in a scenario: names that are not in its world, policies that do not parse, a lab that begins
// outside its own choices.
import { messageOf, placeOf } from '#evaluator';
import { validate } from '#evaluator/validate';
import { documentsOf, faultsOf, type Cloud, type StoredDocument, type WorldFault } from '#cloud';
import { checkExpectationIn, checkIds, checkWho, type Path, type Report } from './check-expectation.ts';
import type { Scenario } from './content.ts';
import { cloudOf } from './pages.ts';
import type { LabSpec, Task } from './schema.ts';

/** Where a name of a world was looked for. */
const AMONG: Readonly<Record<WorldFault['among'], string>> = {
  account: 'in this account',
  organization: 'in this organization; what lies above stands first',
  world: 'in this world, or another organization has it',
};

export function checkScenario(scenario: Scenario, report: Report): void {
  const faults = faultsOf(scenario.world);
  for (const fault of faults)
    report(['world', ...fault.path], `there is no \`${fault.missing}\` ${AMONG[fault.among]}`);
  if (faults.length > 0) return;
  const cloud = cloudOf(scenario);
  for (const document of documentsOf(cloud)) checkPolicy(document, report);
  scenario.proves.forEach((expectation, i) => {
    checkExpectationIn(cloud, expectation, ['proves', i], report);
  });
  if (scenario.lab) checkLab(cloud, scenario.lab, report);
}

function checkPolicy(document: StoredDocument, report: Report): void {
  const { text, kind } = document;
  for (const issue of validate(text, kind)) {
    if (issue.severity !== 'ERROR') continue;
    const { line, column } = placeOf(text, issue.range.start);
    report(fieldOf(document), `line ${line} column ${column} of the policy: ${messageOf(issue)}`, line);
  }
}

/** Where a scenario says a document. */
function fieldOf({ id, owner }: StoredDocument): Path {
  const own = id.startsWith(`${owner}/`) ? id.slice(owner.length + 1) : id;
  const [kind = '', name = '', part = '', policy = ''] = own.split('/');
  if (kind === 'org') return ['world', 'organizations', owner, name, part];
  const place: Path =
    kind === 'policy'
      ? ['policies', name]
      : part === 'inline'
        ? [`${kind}s`, name, 'policies', policy]
        : [`${kind}s`, name, part];
  return ['world', 'accounts', owner, ...place];
}

function checkLab(cloud: Cloud, lab: LabSpec, report: Report): void {
  const { start } = lab;
  lab.who.forEach(({ name }, i) => {
    checkWho(cloud, name, ['lab', 'who', i, 'name'], report);
  });
  const among = (
    field: 'as' | 'action' | 'on',
    choice: 'who' | 'does' | 'on',
    choices: readonly string[],
  ): void => {
    if (!choices.includes(start[field]))
      report(['lab', 'start', field], `\`${start[field]}\` is not among the choices of \`${choice}\``);
  };
  among(
    'as',
    'who',
    lab.who.map(({ name }) => name),
  );
  among(
    'action',
    'does',
    lab.does.map((doing) => (typeof doing === 'string' ? doing : doing.action)),
  );
  const called = lab.does.flatMap((doing) =>
    typeof doing !== 'string' && 'calls' in doing ? doing.calls.map(({ name }) => name) : [],
  );
  among('on', 'on', [...lab.on.map(({ arn }) => arn), ...called]);
  for (const [key, value] of Object.entries(start.context)) {
    const values = lab.context.find((choice) => choice.key === key)?.values ?? [];
    if (!values.some((choice) => choice.value === value))
      report(['lab', 'start', 'context', key], `\`${value}\` is not among the choices of \`context\``);
  }
  checkDocuments(cloud, lab.edits, (_id, i) => ['lab', 'edits', i], report);
  checkIds(lab.tasks, ['lab', 'tasks'], report);
  lab.tasks.forEach((task, i) => {
    checkTask(cloud, task, ['lab', 'tasks', i], report);
  });
}

function checkTask(cloud: Cloud, task: Task, path: Path, report: Report): void {
  checkIds(task.goals, [...path, 'goals'], report);
  checkDocuments(cloud, Object.keys(task.solution), (id) => [...path, 'solution', id], report);
  task.goals.forEach((goal, i) => {
    checkExpectationIn(cloud, goal.expects, [...path, 'goals', i, 'expects'], report);
  });
  task.near.forEach((near, i) => {
    const at = [...path, 'near', i];
    checkDocuments(cloud, Object.keys(near.edits), (id) => [...at, 'edits', id], report);
    near.fails.shows.forEach((shown, j) => {
      checkExpectationIn(cloud, shown, [...at, 'fails', 'shows', j], report);
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
