// Content proves itself: as given it is not solved, its solution solves it, wrong is wrong for its stated reason,
// right is right for its stated reason.
import type { Cloud } from '#cloud';
import type { Content, Scenario } from './content.ts';
import { edited, see } from './acts.ts';
import { failuresAt, type Failure } from './failure.ts';
import { cloudOf, factNamesOf } from './pages.ts';
import { proveQuestion } from './proofs/question.ts';
import { meets, unmet, unnamed } from './reasons.ts';
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
        const by = factNamesOf(question).length > 0 ? 'fact' : 'acted';
        const failures = await proveQuestion(content, question);
        return item(question, 'question', by, failures);
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
