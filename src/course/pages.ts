// What pages hand to browsers: a lab with its cloud, a question for the room without its key, one for the results with all.
import { openCloud, type Cloud } from '#cloud';
import { KINDS, type Form, type Question } from '#exam';
import type { AuthoredQuestion, Content, Exam, Scenario } from './content.ts';
import type { LabSpec, QuestionSpec } from './schema.ts';
import { worldOf, type Facts } from './world.ts';

export interface Lab {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly cloud: Cloud;
  readonly spec: LabSpec;
  /** Where it was opened from, and the way back. */
  readonly from?: { readonly title: string; readonly href: string };
}

/** A question with all that its results and checks show. */
export interface FullQuestion extends Pick<QuestionSpec, 'options' | 'claims' | 'key' | 'sources'> {
  readonly id: string;
  readonly question: Question;
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

/** The question as the engine asks it; options marked `fixed: last` stand last. */
export function askedOf(authored: AuthoredQuestion): Question {
  const { id, kind, stem, ask, choose = 1 } = authored;
  const options = [
    ...authored.options.filter((o) => o.fixed === undefined),
    ...authored.options.filter((o) => o.fixed !== undefined),
  ];
  return {
    id,
    kind,
    stem: stem.trim(),
    ask,
    choose,
    options: options.map((option) => ({ id: option.id, text: option.text })),
    claims: authored.claims.map((claim) => claim.id),
  };
}

export function fullOf(content: Content, authored: AuthoredQuestion): FullQuestion {
  const scenario = content.scenarios.get(authored.scenario);
  if (!scenario) throw new Error(`${authored.file}: no scenario ${authored.scenario}`);
  const { id, options, claims, key, sources } = authored;
  return {
    id,
    options,
    claims,
    key,
    sources,
    question: askedOf(authored),
    cloud: cloudOf(scenario),
    facts: factsOf(content, authored),
  };
}

function factsOf(content: Content, authored: AuthoredQuestion): Facts {
  const names = authored.options.flatMap((option) => (option.states ? [option.states.fact] : []));
  return Object.fromEntries(
    names.flatMap((name) => {
      const fact = content.facts.get(name);
      return fact ? [[name, { value: fact.value }] as const] : [];
    }),
  );
}

/** The paper of an exam for its room: what is asked and nothing of the answers. @param version hash of its questions */
export function formOf(content: Content, exam: Exam, version: string): Form {
  const questions = exam.questions.flatMap((id) => {
    const authored = content.questions.get(id);
    if (!authored) return [];
    return [KINDS[authored.kind].asked(askedOf(authored))];
  });
  return { exam: exam.id, title: exam.title, version, minutes: exam.minutes, pass: exam.pass, questions };
}

/** The world in which a full question begins. */
export function worldOfFull(full: FullQuestion) {
  return worldOf({ options: full.options, claims: full.claims }, full.cloud, full.facts);
}
