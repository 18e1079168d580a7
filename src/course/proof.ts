// Content proves itself: as given it is not solved, its solution solves it, wrong is wrong for its stated reason,
// right is right for its stated reason.
import { CHOSEN, score } from '#exam';
import { documentsOf, writeDocument, type Cloud } from '#cloud';
import type { AuthoredQuestion, Content, Scenario } from './content.ts';
import { see } from './expectation.ts';
import { cloudOf, fullOf, worldOfFull } from './pages.ts';
import type { Expectation, Option, Task } from './schema.ts';
import { actOut } from './world.ts';

export interface Item {
  readonly id: string;
  readonly file: string;
  readonly kind: 'scenario' | 'lab' | 'question';
  readonly by: 'acted' | 'fact';
  readonly holds: boolean;
  readonly failures: readonly string[];
}

/** Proves every scenario, every lab task and every question. Content must have been read without errors. */
export async function prove(content: Content): Promise<readonly Item[]> {
  const scenarios = [...content.scenarios.values()];
  return [
    ...scenarios.map((scenario) => item(scenario, 'scenario', 'acted', proveScenario(scenario))),
    ...scenarios
      .filter((scenario) => scenario.lab)
      .map((scenario) => item(scenario, 'lab', 'acted', proveLab(scenario))),
    ...(await Promise.all(
      [...content.questions.values()].map(async (question) => {
        const by = question.options.some((option) => option.states) ? 'fact' : 'acted';
        return item(question, 'question', by, await proveQuestion(content, question));
      }),
    )),
  ];
}

function item(
  of: { readonly id: string; readonly file: string },
  kind: Item['kind'],
  by: Item['by'],
  failures: readonly string[],
): Item {
  return { id: of.id, file: of.file, kind, by, holds: failures.length === 0, failures };
}

/** The expectations that fail on a cloud, each as one sentence. */
function unmet(cloud: Cloud, expectations: readonly Expectation[], what: string): string[] {
  return expectations.flatMap((expectation, i) =>
    see(cloud, expectation).because.map((reason) => `${what} ${i + 1} (${expectation.as}): ${reason}`),
  );
}

function meets(cloud: Cloud, expectations: readonly Expectation[]): boolean {
  return unmet(cloud, expectations, '').length === 0;
}

function proveScenario(scenario: Scenario): string[] {
  return unmet(cloudOf(scenario), scenario.proves, 'expectation');
}

function proveLab(scenario: Scenario): string[] {
  const cloud = cloudOf(scenario);
  return (scenario.lab?.tasks ?? []).flatMap((task) =>
    proveTask(cloud, task).map((failure) => `task ${task.id}: ${failure}`),
  );
}

function edited(cloud: Cloud, edits: Task['solution']): Cloud {
  return Object.entries(edits).reduce((now, [id, text]) => writeDocument(now, id, text), cloud);
}

function proveTask(cloud: Cloud, task: Task): string[] {
  const goals = task.goals.map((goal) => goal.expects);
  const failures = meets(cloud, goals) ? ['every goal is met before anything is changed'] : [];
  failures.push(...unmet(edited(cloud, task.solution), goals, 'the solution misses goal'));
  const worlds = task.near.map((near) => edited(cloud, near.edits));
  task.near.forEach((near, i) => {
    const world = worlds[i] ?? cloud;
    if (meets(world, goals)) failures.push(`near miss ${i + 1} solves the task`);
    failures.push(
      ...unmet(world, near.fails.shows, `the reason of near miss ${i + 1} does not show: expectation`),
    );
    failures.push(...unnamed(near.fails.text, near.fails.shows).map((f) => `near miss ${i + 1}: ${f}`));
    const other = worlds.findIndex((candidate, j) => j !== i && meets(candidate, near.fails.shows));
    if (other >= 0) failures.push(`the reason of near miss ${i + 1} shows in near miss ${other + 1} as well`);
  });
  return failures;
}

async function proveQuestion(content: Content, authored: AuthoredQuestion): Promise<string[]> {
  const full = fullOf(content, authored);
  const { question } = full;
  const points = async (answer: readonly string[]): Promise<number> =>
    (await score([question], { [question.id]: answer }, 100, () => worldOfFull(full))).points;
  const failures: string[] = [];
  const asGiven = question.claims.every((claim) => worldOfFull(full).holds(claim).holds);
  if (question.claims.length > 0 && asGiven) failures.push('every claim holds before anything is done');
  if ((await points([])) > 0) failures.push('a blank answer scores');
  const right: (readonly string[])[] = [];
  for (const answer of combinations(
    question.options.map((option) => option.id),
    question.choose,
  )) {
    if ((await points(answer)) > 0) right.push(answer);
  }
  failures.push(...compareKeys(authored, right));
  if (!right.some((answer) => same(answer, authored.key))) {
    const after = await worldOfFull(full).after(authored.key);
    const reasons = [CHOSEN, ...question.claims].flatMap((claim) =>
      after.holds(claim).because.map((b) => `${claim}: ${b}`),
    );
    failures.push(...reasons.map((reason) => `with the key of the author, ${reason}`));
  }
  return [...failures, ...proveReasons(authored, full.cloud)];
}

function compareKeys(authored: AuthoredQuestion, right: readonly (readonly string[])[]): string[] {
  const shown = right.map((answer) => answer.join(' + ')).join(', or ');
  const failures: string[] = [];
  if (right.length === 0) failures.push('no answer is right: the computed key is empty');
  if (right.length > 1) failures.push(`more than one answer is right: ${shown}`);
  const [only] = right;
  if (right.length === 1 && only && !same(only, authored.key)) {
    failures.push(`the key says ${authored.key.join(' + ')}, the world says ${shown}`);
  }
  for (const option of authored.options) {
    const isRight = authored.key.includes(option.id);
    if (isRight !== (option.right !== undefined)) {
      failures.push(`option ${option.id} has the reason of a ${isRight ? 'wrong' : 'right'} one`);
    }
  }
  return failures;
}

/** Each wrong option fails for its stated reason, and the reason is its own: it does not show for another option. */
function proveReasons(authored: AuthoredQuestion, cloud: Cloud): string[] {
  const wrong = authored.options.filter((option) => !authored.key.includes(option.id) && option.wrong);
  const worlds = new Map<string, Cloud>();
  const failures: string[] = [];
  for (const option of wrong) {
    const acted = actOut(authored, cloud, workOf(authored, option));
    if (acted.failure !== undefined) failures.push(`option ${option.id}: ${acted.failure}`);
    worlds.set(option.id, acted.cloud);
  }
  for (const option of wrong)
    failures.push(...proveReason(authored, option, wrong, worlds).map((f) => `option ${option.id}: ${f}`));
  return [...failures, ...interchangeable(wrong)];
}

/** Pairs of reasons whose sentences could change places unnoticed: neither quotes anything that is its option's alone. */
function interchangeable(wrong: readonly Option[]): string[] {
  const about = ({ text, does, says, states, wrong: reason }: Option): string =>
    JSON.stringify([text, does, says, states, reason?.fails.shows]);
  const namesOwn = (option: Option, other: Option): boolean =>
    quotesOf(option.wrong?.fails.text ?? '').some(
      (quote) => about(option).includes(quote) && !about(other).includes(quote),
    );
  return wrong.flatMap((option, i) =>
    wrong
      .slice(i + 1)
      .flatMap((other) =>
        namesOwn(option, other) || namesOwn(other, option)
          ? []
          : [
              `options ${option.id} and ${other.id}: neither reason quotes in backticks what its option alone is about, so they could be swapped`,
            ],
      ),
  );
}

function quotesOf(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
}

/** What is chosen when a wrong option stands in for the right one that it is mistaken for. */
function workOf(authored: AuthoredQuestion, option: Option): readonly string[] {
  if (authored.kind === 'single' || !option.does) return [option.id];
  const insteadOf = option.wrong?.fails.insteadOf;
  return [...authored.key.filter((id) => id !== insteadOf), option.id];
}

function proveReason(
  authored: AuthoredQuestion,
  option: Option,
  wrong: readonly Option[],
  worlds: ReadonlyMap<string, Cloud>,
): string[] {
  const { text = '', shows = [], insteadOf } = option.wrong?.fails ?? {};
  const failures: string[] = [];
  if (
    option.does &&
    authored.kind === 'multiple' &&
    (insteadOf === undefined || !authored.key.includes(insteadOf))
  ) {
    failures.push('the reason must say in `insteadOf` which right option it would replace');
  }
  if (option.states) return namesValue(text, String(option.states.value));
  const world = worlds.get(option.id);
  if (shows.length === 0 || !world) return [...failures, 'the reason shows nothing'];
  failures.push(...unmet(world, shows, 'the stated reason does not show: expectation'));
  failures.push(...unnamed(text, shows));
  if (option.says && !refutes(option, shows))
    failures.push('the stated reason refutes nothing that the option says');
  for (const other of wrong) {
    if (other.id === option.id) continue;
    const otherWorld = worlds.get(other.id);
    const alsoThere = option.says
      ? refutes(other, shows) && refutes(option, other.wrong?.fails.shows ?? [])
      : otherWorld !== undefined && meets(otherWorld, shows);
    if (alsoThere) failures.push(`the stated reason would do for option ${other.id} as well`);
  }
  return failures;
}

function asksOf({ as, calls, asks, first }: Expectation): string {
  return JSON.stringify([as, calls, asks, first]);
}

/**
 * Does what is shown refute what the option says? It must speak of the same request, come out otherwise, and touch the
 * rule that the option rests on: a claimed Deny must be shown not to match, a claimed silence not to be one.
 */
function refutes(option: Option, shows: readonly Expectation[]): boolean {
  return (option.says ?? []).some((said) =>
    shows.some((shown) => {
      if (asksOf(said) !== asksOf(shown)) return false;
      if (said.gives === shown.gives)
        return said.because !== shown.because && said.although !== shown.although;
      if (said.gives === 'allowed') return true;
      return shown.because === said.because || shown.although === said.because || shown.gives === 'allowed';
    }),
  );
}

/** The sentence of a reason must name, in backticks, an action that its expectations are about. */
function unnamed(text: string, shows: readonly Expectation[]): string[] {
  const quoted = quotesOf(text);
  const actions = shows.map((shown) => shown.calls?.operation ?? shown.asks?.action ?? '');
  return actions.some((action) => quoted.includes(action))
    ? []
    : [`the reason names none of ${actions.map((a) => `\`${a}\``).join(', ')}`];
}

/** The reason against a stated value must name it, in backticks. */
function namesValue(text: string, value: string): string[] {
  return text.includes(`\`${value}\``) ? [] : [`the reason does not name \`${value}\``];
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

/** Ids of documents that edits name and a cloud does not have. */
export function unknownDocuments(scenario: Scenario): readonly string[] {
  const known = new Set(documentsOf(cloudOf(scenario)).map((document) => document.id));
  const tasks = scenario.lab?.tasks ?? [];
  const named = [
    ...(scenario.lab?.edits ?? []),
    ...tasks.flatMap((task) => [
      ...Object.keys(task.solution),
      ...task.near.flatMap((near) => Object.keys(near.edits)),
    ]),
  ];
  return [...new Set(named)].filter((id) => !known.has(id));
}
