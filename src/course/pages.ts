// What pages hand to browsers: a lab with its cloud, a question for the room without its key, one for the results with all.
import { openCloud, type Cloud, type WorldSpec } from '#cloud';
import { countedBy, KINDS, type Answer, type Counting, type Points, type Question, type World } from '#exam';
import { askedOf } from './asked.ts';
import type { AuthoredQuestion, Content, Scenario } from './content.ts';
import { keyOf } from './key.ts';
import type { LabSpec } from './schema.ts';
import type { Facts } from './worlds/choice.ts';
import { worldOf, type Spec } from './worlds/index.ts';

export interface Lab {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly cloud: Cloud;
  readonly spec: LabSpec;
  /** Where it was opened from, and the way back. */
  readonly from?: { readonly title: string; readonly href: string };
}

/** A source as it is cited under what rests on it. */
export interface Cited {
  readonly title: string;
  readonly address?: string;
  /** The day on which it was read, ISO 8601. */
  readonly read: string;
}

/** A question with all that its results and checks show. */
export interface FullQuestion {
  readonly id: string;
  /** The file that it was drawn from: its siblings have the same. */
  readonly item: string;
  readonly question: Question;
  /** As it was written, its reasons with it. */
  readonly spec: Spec;
  readonly key: Answer;
  /** How its exam counts it, where it does not count as AWS's do. */
  readonly counting?: Counting;
  readonly sources: readonly Cited[];
  readonly cloud: Cloud;
  readonly facts: Facts;
}

export function cloudOf(scenario: Pick<Scenario, 'world'>): Cloud {
  return openCloud(scenario.world);
}

/** @returns the lab of a scenario; `undefined` when the scenario has none */
export function labOf(scenario: Scenario): Lab | undefined {
  if (!scenario.lab) return undefined;
  return {
    id: scenario.id,
    title: scenario.title,
    about: scenario.about,
    cloud: cloudOf(scenario),
    spec: scenario.lab,
  };
}

/** A world where nobody is: a question in the terminal brings its own. */
const NOWHERE: WorldSpec = { time: 0, seed: 0, accounts: {} };

export function fullOf(content: Content, authored: AuthoredQuestion): FullQuestion {
  const { id, item, file, sources, world, scenario, ...spec } = authored;
  const place = world ?? content.scenarios.get(scenario ?? '')?.world;
  if (!place && spec.kind !== 'operate') throw new Error(`${file}: no scenario ${scenario ?? ''}`);
  const cloud = openCloud(place ?? NOWHERE);
  return {
    id,
    item,
    question: questionOf(authored, cloud),
    spec: spec as Spec,
    key: keyOf(spec as Spec, cloud),
    sources: citedIn(content, sources),
    cloud,
    facts: factsOf(content, spec as Spec),
  };
}

function citedIn(content: Content, sources: readonly string[]): readonly Cited[] {
  return sources.flatMap((id) => {
    const source = content.sources.get(id);
    if (!source) return [];
    const { title, address, read } = source;
    return [{ title, read, ...(address === undefined ? {} : { address }) }];
  });
}

/** A part of a case study as a question of its own. @throws when there is none of this id */
export function partOfFull(full: FullQuestion, id: string): FullQuestion {
  const spec = full.spec.kind === 'case-study' ? full.spec.parts.find((part) => part.id === id) : undefined;
  const question = full.question.parts?.find(({ asked }) => asked.id === id);
  if (!spec || !question) throw new Error(`${full.id} has no part ${id}`);
  return { ...full, id, question, spec, key: keyOf(spec, full.cloud) };
}

/** The question as the engine scores it. */
function questionOf(authored: AuthoredQuestion, cloud: Cloud): Question {
  const asked = askedOf(authored, cloud);
  const claims = claimsOf(authored);
  if (authored.kind !== 'case-study' || asked.kind !== 'case-study') return { asked, claims };
  const parts = asked.parts.map((part, i) => ({
    asked: part,
    claims: claimsOf(authored.parts[i] ?? authored),
  }));
  return { asked, claims, parts };
}

/** The claims to be asked of the world; those of a script are its checks. */
function claimsOf(spec: Spec): readonly string[] {
  return (spec.kind === 'operate' ? spec.checks : spec.claims).map(({ id }) => id);
}

function factsOf(content: Content, spec: Spec): Facts {
  const names = factNamesOf(spec).map(({ fact }) => fact);
  return Object.fromEntries(
    names.flatMap((name) => {
      const fact = content.facts.get(name);
      return fact ? [[name, { value: fact.value }] as const] : [];
    }),
  );
}

/** The facts that a question names, each with the place where. */
export function factNamesOf(
  spec: Spec,
): readonly { readonly fact: string; readonly path: readonly PropertyKey[] }[] {
  const named = (
    list: readonly { readonly fact?: string | undefined }[],
    field: string,
  ): readonly { fact: string; path: readonly PropertyKey[] }[] =>
    list.flatMap(({ fact }, i) => (fact === undefined ? [] : [{ fact, path: [field, i, 'fact'] }]));
  switch (spec.kind) {
    case 'single':
    case 'multiple':
      return spec.options.flatMap(({ states }, i) =>
        states ? [{ fact: states.fact, path: ['options', i, 'states', 'fact'] }] : [],
      );
    case 'ordering':
      return named(spec.steps, 'steps');
    case 'matching':
      return named(spec.prompts, 'prompts');
    case 'case-study':
      return spec.parts.flatMap((part, i) =>
        factNamesOf(part).map(({ fact, path }) => ({ fact, path: ['parts', i, ...path] })),
      );
    case 'predict':
    case 'hot-statement':
    case 'policy-fix':
    case 'request-builder':
    case 'trace-order':
    case 'operate':
      return [];
  }
}

/** The world in which a full question begins. */
export function worldOfFull({ spec, cloud, facts }: FullQuestion): World {
  return worldOf(spec, cloud, facts);
}

/** What an answer to a full question is worth: its world is asked. */
export async function scoreFull(full: FullQuestion, answer: Answer | undefined): Promise<Points> {
  const { question, counting } = full;
  const worth = await KINDS[question.asked.kind].score(question, answer, worldOfFull(full));
  return counting ? countedBy(counting, worth) : worth;
}
