// Chosen options are acted out, what they say is looked at, what they state is held against the facts.
import type { Cloud } from '#cloud';
import type { World } from '#exam';
import { perform, see } from '../acts.ts';
import type { Claim, Fact, Option } from '../schema.ts';
import { placeIn } from './place.ts';

export type Facts = Readonly<Record<string, Pick<Fact, 'value'>>>;

/** What is needed of a question to act its options out. */
export interface Acted {
  readonly options: readonly Option[];
  readonly key: readonly string[];
  readonly claims: readonly Claim[];
}

/** `after` acts the chosen options out in their own order. @param facts those that options state */
export function choiceWorld(question: Acted, cloud: Cloud, facts: Facts): World {
  return placeIn(cloud, question.claims, (work) => {
    const chosen = idsOf(work);
    const { cloud: after, failure } = actOut(question, cloud, chosen);
    const options = question.options.filter((option) => chosen.includes(option.id));
    const wrong = [
      ...(failure === undefined ? [] : [failure]),
      ...options.flatMap((option) => said(option, after, facts)),
    ];
    return { cloud: after, wrong, right: (id) => question.key.includes(id) };
  });
}

/** One id, or several. */
export function idsOf(work: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(work) ? work : [work];
  return list.filter((id) => typeof id === 'string');
}

/** The cloud after some options were acted out, and what did not go through. */
export function actOut(
  { options }: Pick<Acted, 'options'>,
  cloud: Cloud,
  work: readonly string[],
): { readonly cloud: Cloud; readonly failure?: string } {
  const acts = options.filter((option) => work.includes(option.id)).flatMap((option) => option.does ?? []);
  return perform(cloud, acts);
}

/** What an option says or states and is not so. */
function said(option: Option, cloud: Cloud, facts: Facts): string[] {
  const says = (option.says ?? []).flatMap((expectation) => see(cloud, expectation).because);
  if (option.states === undefined) return says;
  const fact = facts[option.states.fact];
  const stated = String(option.states.value);
  return fact && String(fact.value) === stated
    ? says
    : [...says, `the fact ${option.states.fact} is not ${stated}`];
}
