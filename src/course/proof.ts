// Content proves itself: as given it is not solved, its solution solves it, wrong is wrong for its stated reason,
// right is right for its stated reason.
import { CHOSEN, score } from '#exam';
import { writeDocument, type Cloud } from '#cloud';
import type { AuthoredQuestion, Content, Scenario } from './content.ts';
import { see } from './acts.ts';
import { failuresAt, type Failure } from './failure.ts';
import { cloudOf, fullOf, worldOfFull, type FullQuestion } from './pages.ts';
import { meets, proveReasons, proveRight, unmet, unnamed } from './reasons.ts';
import type { Task } from './schema.ts';

export interface Item {
  readonly id: string;
  readonly file: string;
  readonly kind: 'scenario' | 'lab' | 'question';
  readonly by: 'acted' | 'fact';
  readonly holds: boolean;
  readonly failures: readonly Failure[];
}

/** Proves every scenario, every lab task and every question. Content must have been read without errors. */
export async function prove(content: Content): Promise<readonly Item[]> {
  const scenarios = [...content.scenarios.values()];
  return [
    ...scenarios.map((scenario) => item(scenario, 'scenario', 'acted', proveScenario(scenario))),
    ...scenarios
      .filter((scenario) => scenario.lab)
      .map((scenario) => item(scenario, 'lab', 'acted', proveLab(scenario))),
    ...(await proveTerminals(content)),
    ...(await Promise.all(
      [...content.questions.values()].map(async (question) => {
        const by = question.options.some((option) => option.states) ? 'fact' : 'acted';
        return item(question, 'question', by, await proveQuestion(content, question));
      }),
    )),
  ];
}

/** The shell is fetched only where there is something for it to do. */
async function proveTerminals({ labs }: Content): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (const lab of labs.values()) {
    const { proveTerminalLab } = await import('./prove-terminal.ts');
    items.push(item(lab, 'lab', 'acted', await proveTerminalLab(lab)));
  }
  return items;
}

function item(
  of: { readonly id: string; readonly file: string },
  kind: Item['kind'],
  by: Item['by'],
  failures: readonly Failure[],
): Item {
  return { id: of.id, file: of.file, kind, by, holds: failures.length === 0, failures };
}

function proveScenario(scenario: Scenario): readonly Failure[] {
  const cloud = cloudOf(scenario);
  return scenario.proves.flatMap((expectation, i) =>
    failuresAt(
      ['proves', i],
      see(cloud, expectation).because.map((reason) => `expectation ${i + 1} (${expectation.as}): ${reason}`),
    ),
  );
}

function proveLab(scenario: Scenario): readonly Failure[] {
  const cloud = cloudOf(scenario);
  return (scenario.lab?.tasks ?? []).flatMap((task, i) =>
    proveTask(cloud, task).map(({ field, reason }) => ({
      field: ['lab', 'tasks', i, ...field],
      reason: `task ${task.id}: ${reason}`,
    })),
  );
}

function edited(cloud: Cloud, edits: Task['solution']): Cloud {
  return Object.entries(edits).reduce((now, [id, text]) => writeDocument(now, id, text), cloud);
}

function proveTask(cloud: Cloud, task: Task): readonly Failure[] {
  const goals = task.goals.map((goal) => goal.expects);
  const asGiven = meets(cloud, goals) ? ['every goal is met before anything is changed'] : [];
  const solved = unmet(edited(cloud, task.solution), goals, 'the solution misses goal');
  const worlds = task.near.map((near) => edited(cloud, near.edits));
  const nearMiss = ({ fails }: Task['near'][number], i: number): readonly Failure[] => {
    const world = worlds[i] ?? cloud;
    const what = `near miss ${i + 1}`;
    const other = worlds.findIndex((candidate, j) => j !== i && meets(candidate, fails.shows));
    return failuresAt(
      ['near', i],
      [
        ...(meets(world, goals) ? [`${what} solves the task`] : []),
        ...unmet(world, fails.shows, `the reason of ${what} does not show: expectation`),
        ...unnamed(fails.text, fails.shows).map((reason) => `${what}: ${reason}`),
        ...(meets(cloud, fails.shows) ? [`the reason of ${what} shows already in the world as given`] : []),
        ...(other < 0 ? [] : [`the reason of ${what} shows in near miss ${other + 1} as well`]),
      ],
    );
  };
  return [
    ...failuresAt(['goals'], asGiven),
    ...failuresAt(['solution'], solved),
    ...task.near.flatMap(nearMiss),
  ];
}

async function proveQuestion(content: Content, authored: AuthoredQuestion): Promise<readonly Failure[]> {
  const full = fullOf(content, authored);
  const { question } = full;
  const points = async (answer: readonly string[]): Promise<number> =>
    (await score([question], { [question.id]: answer }, 100, () => worldOfFull(full))).points;
  const asGiven = question.claims.every((claim) => worldOfFull(full).holds(claim).holds);
  const right: (readonly string[])[] = [];
  for (const answer of combinations(
    question.options.map((option) => option.id),
    question.choose,
  )) {
    if ((await points(answer)) > 0) right.push(answer);
  }
  const wrongKey = right.some((answer) => same(answer, authored.key))
    ? []
    : (await faultsOfKey(full, authored.key)).map((reason) => `with the key of the author, ${reason}`);
  const claims = question.claims.length > 0 && asGiven ? ['every claim holds before anything is done'] : [];
  const blank = (await points([])) > 0 ? ['a blank answer scores'] : [];
  return [
    ...failuresAt(['claims'], claims),
    ...failuresAt(['key'], [...blank, ...compareKeys(authored, right), ...wrongKey]),
    ...reasonsOnWrongSide(authored),
    ...proveRight(authored, full.cloud),
    ...proveReasons(authored, full.cloud),
  ];
}

/** What does not hold once the options of a key were acted out. */
async function faultsOfKey(full: FullQuestion, key: readonly string[]): Promise<readonly string[]> {
  const after = await worldOfFull(full).after(key);
  return [CHOSEN, ...full.question.claims].flatMap((claim) =>
    after.holds(claim).because.map((reason) => `${claim}: ${reason}`),
  );
}

function compareKeys(authored: AuthoredQuestion, right: readonly (readonly string[])[]): readonly string[] {
  const shown = right.map((answer) => answer.join(' + ')).join(', or ');
  const [only] = right;
  if (!only) return ['no answer is right: the computed key is empty'];
  if (right.length > 1) return [`more than one answer is right: ${shown}`];
  return same(only, authored.key)
    ? []
    : [`the key says ${authored.key.join(' + ')}, the world says ${shown}`];
}

function reasonsOnWrongSide({ key, options }: AuthoredQuestion): readonly Failure[] {
  return options.flatMap((option, i) => {
    const isRight = key.includes(option.id);
    if (isRight === (option.right !== undefined)) return [];
    const reason = `option ${option.id} has the reason of a ${isRight ? 'wrong' : 'right'} one`;
    return failuresAt(['options', i], [reason]);
  });
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

function combinations(items: readonly string[], size: number): readonly (readonly string[])[] {
  if (size === 0) return [[]];
  return items.flatMap((item, i) =>
    combinations(items.slice(i + 1), size - 1).map((rest) => [item, ...rest]),
  );
}
