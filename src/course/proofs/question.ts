// The proof of a question, whatever its kind.
import type { Answer, Asked } from '#exam';
import type { AuthoredQuestion, Content } from '../content.ts';
import { failuresAt, type Failure } from '../failure.ts';
import { fullOf, partOfFull, worldOfFull, type FullQuestion } from '../pages.ts';
import { proveChoice } from './choice.ts';
import { proveHot, provePredict } from './deciding.ts';
import { proveMatching } from './matching.ts';
import { proveOrdering, proveTraceOrder } from './order.ts';
import { pointsOf } from './points.ts';
import { proveFix, proveOperate, proveRequest } from './written.ts';

export async function proveQuestion(
  content: Content,
  authored: AuthoredQuestion,
): Promise<readonly Failure[]> {
  const full = fullOf(content, authored);
  return [...(await proveFull(full)), ...provesItself(content, authored, full)];
}

async function proveFull(full: FullQuestion): Promise<readonly Failure[]> {
  const { spec, question } = full;
  const before = spec.kind === 'operate' ? [] : question.claims;
  const asGiven = before.length > 0 && before.every((claim) => worldOfFull(full).holds(claim).holds);
  const blank = (await pointsOf(full, undefined)) > 0;
  return [
    ...failuresAt(['claims'], asGiven ? ['every claim holds before anything is done'] : []),
    ...failuresAt(['key'], blank ? ['a blank answer scores'] : []),
    ...(await proveKind(full)),
  ];
}

async function proveKind(full: FullQuestion): Promise<readonly Failure[]> {
  const { spec } = full;
  switch (spec.kind) {
    case 'single':
    case 'multiple':
      return proveChoice(full, spec);
    case 'ordering':
      return proveOrdering(full, spec);
    case 'trace-order':
      return proveTraceOrder(full, spec);
    case 'matching':
      return proveMatching(full, spec);
    case 'predict':
      return provePredict(full, spec);
    case 'hot-statement':
      return proveHot(full, spec);
    case 'policy-fix':
      return proveFix(full, spec);
    case 'request-builder':
      return proveRequest(full, spec);
    case 'operate':
      return proveOperate(spec);
    case 'case-study': {
      const failures: Failure[] = [];
      for (const [i, part] of spec.parts.entries())
        for (const { field, reason } of await proveFull(partOfFull(full, part.id)))
          failures.push({ field: ['parts', i, ...field], reason: `${part.id}: ${reason}` });
      return failures;
    }
  }
}

/** A draw whose key reads as that of an earlier sibling would be known by heart. */
function provesItself(
  content: Content,
  { item, id }: AuthoredQuestion,
  full: FullQuestion,
): readonly Failure[] {
  if (item === id) return [];
  const text = keyText(full);
  const twin = [...content.questions.values()].find(
    (other) => other.item === item && order(other.id) < order(id) && keyText(fullOf(content, other)) === text,
  );
  return failuresAt(['draw'], twin ? [`${id} has the key of ${twin.id}: ${text}`] : []);
}

const order = (id: string): number => Number(id.split('~')[1]);

/** The key in the words in which it is read, whatever its parts are called. */
function keyText({ key, question: { asked } }: FullQuestion): string {
  return asked.kind === 'case-study'
    ? asked.parts.map((part) => textOf(part, partIn(key, part.id))).join(' / ')
    : textOf(asked, key);
}

const partIn = (key: Answer, id: string): Answer =>
  typeof key === 'object' && !Array.isArray(key) ? ((key as Readonly<Record<string, Answer>>)[id] ?? '') : '';

function textOf(asked: Asked, key: Answer): string {
  const named = [
    ...('options' in asked ? asked.options : []),
    ...('steps' in asked ? asked.steps : []),
    ...('prompts' in asked ? [...asked.prompts, ...asked.responses] : []),
  ];
  const texts = new Map(named.map(({ id, text }) => [id, text]));
  const said = (answer: Answer): string =>
    typeof answer === 'string'
      ? (texts.get(answer) ?? answer)
      : Array.isArray(answer)
        ? answer.map(said).join(' · ')
        : Object.entries(answer)
            .map(([name, value]) => `${said(name)}: ${said(value)}`)
            .toSorted()
            .join(' · ');
  return said(key);
}
