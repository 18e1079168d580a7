// The bank of an exam: the questions that may stand in it, and what a form is drawn by. A question says itself in which
// task of which exam it belongs.
import { assemble, layOut, type Asked, type Bank, type Blueprint, type Drawable, type Paper } from '#exam';
import type { AuthoredQuestion, Content, Exam } from './content.ts';
import { fullOf, type FullQuestion } from './pages.ts';

/** By the id of their item: one question, or its siblings in their order. */
type Items = ReadonlyMap<string, readonly AuthoredQuestion[]>;

export function itemsOf({ questions }: Pick<Content, 'questions'>, exam: Exam): Items {
  const own = [...questions.values()].filter(({ tasks }) => tasks[exam.id] !== undefined);
  return Map.groupBy(own, ({ item }) => item);
}

/** What a form is drawn by, without any text. */
export function drawablesOf(content: Pick<Content, 'questions'>, exam: Exam): readonly Drawable[] {
  const domains = new Map(exam.domains.flatMap(({ id, tasks }) => tasks.map((task) => [task.id, id])));
  return [...itemsOf(content, exam)].flatMap(([id, [first, ...more]]) => {
    if (!first) return [];
    const task = first.tasks[exam.id] ?? '';
    const { kind, enemies } = first;
    const { max, expected } = worthOf(first, exam);
    return [
      { id, kind, domain: domains.get(task) ?? '', task, max, expected, enemies, siblings: more.length + 1 },
    ];
  });
}

const weightIn = ({ scoring }: Exam, kind: string): number => scoring.weights[kind] ?? 1;

function worthOf(
  question: AuthoredQuestion,
  exam: Exam,
): { readonly max: number; readonly expected: number } {
  const parts = question.kind === 'case-study' ? question.parts : [question];
  const weight = weightIn(exam, question.kind);
  const expected = parts.reduce((sum, { angoff = 0 }) => sum + angoff, 0);
  return { max: parts.length * weight, expected: expected * weight };
}

/** A question with everything, as an exam counts it. */
function countedIn(content: Content, exam: Exam, authored: AuthoredQuestion): FullQuestion {
  const full = fullOf(content, authored);
  const { rule } = exam.scoring;
  const weight = weightIn(exam, authored.kind);
  return rule === 'allOrNothing' && weight === 1 ? full : { ...full, counting: { rule, weight } };
}

export function blueprintOf({ id, scored, unscored, domains, kinds, difficulty }: Exam): Blueprint {
  return {
    exam: id,
    scored,
    unscored,
    domains: domains.map((domain) => ({
      id: domain.id,
      weight: domain.weight,
      tasks: domain.tasks.map(({ id: task, weight = 1 }) => ({ id: task, weight })),
    })),
    ...(kinds ? { kinds } : {}),
    ...(difficulty ? { difficulty } : {}),
  };
}

/** One sibling of an item. @throws when there is none */
function authoredAt(items: Items, item: string, sibling: number): AuthoredQuestion {
  const authored = items.get(item)?.[sibling];
  if (!authored) throw new Error(`there is no ${item}, sibling ${sibling}`);
  return authored;
}

/** Every question that may stand in an exam with everything, siblings too. */
export function fullsOf(content: Content, exam: Exam): readonly FullQuestion[] {
  return [...itemsOf(content, exam).values()].flat().map((authored) => countedIn(content, exam, authored));
}

/**
 * The bank as a room has it.
 * @param fulls every question of the exam; @param version changes whenever anything about them changes
 */
export function bankOf(
  content: Pick<Content, 'questions'>,
  exam: Exam,
  fulls: readonly FullQuestion[],
  version: string,
): Bank {
  const byItem = Map.groupBy(fulls, ({ item }) => item);
  const { id, title, code, minutes, passMark } = exam;
  return {
    ...{ exam: id, title, code, version, minutes, passMark },
    ...(exam.scoring.confidence ? { confidence: true } : {}),
    blueprint: blueprintOf(exam),
    items: drawablesOf(content, exam).map((item) => ({
      ...item,
      asked: (byItem.get(item.id) ?? []).map(({ question }) => question.asked),
    })),
  };
}

/** What the bank lacks for the form of a seed, in sentences for its author; empty when it fills it. */
export function missingFrom(
  content: Pick<Content, 'questions'>,
  exam: Exam,
  seed: number,
): readonly string[] {
  const assembled = assemble(blueprintOf(exam), drawablesOf(content, exam), seed);
  return 'missing' in assembled ? assembled.missing : [];
}

/**
 * The paper of a seed.
 * @throws when the bank cannot fill it: the build has seen to that
 */
export function paperOf(
  content: Content,
  exam: Exam,
  seed: number,
): Paper & { readonly fulls: readonly FullQuestion[] } {
  const items = itemsOf(content, exam);
  const bank = drawablesOf(content, exam);
  const assembled = assemble(blueprintOf(exam), bank, seed);
  if ('missing' in assembled) throw new Error(assembled.missing.join('\n'));
  const fulls: FullQuestion[] = [];
  const askedOf = (item: string, sibling: number): Asked => {
    const full = countedIn(content, exam, authoredAt(items, item, sibling));
    fulls.push(full);
    return full.question.asked;
  };
  return { ...layOut(assembled.picks, bank, seed, askedOf), fulls };
}
