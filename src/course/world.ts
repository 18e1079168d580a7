// The world of a question: exam asks, a cloud answers. Chosen options are acted out, what they say is looked at.
import { CHOSEN, type ClaimId, type Work, type World } from '#exam';
import type { Cloud } from '#cloud';
import { perform, see } from './acts.ts';
import type { Claim, Fact, Option } from './schema.ts';

/** What is needed of a question to act its options out. */
export interface Acted {
  readonly options: readonly Option[];
  readonly claims: readonly Claim[];
}

export type Facts = Readonly<Record<string, Pick<Fact, 'value'>>>;

/**
 * The world in which a question begins. `after` acts the chosen options out in their own order; `holds` asks the cloud.
 * @param facts the facts that the options of a fact question state
 */
export function worldOf(question: Acted, cloud: Cloud, facts: Facts = {}): World {
  return place(question, cloud, facts, []);
}

/** The cloud after some options were acted out, and what did not go through. */
export function actOut(
  question: Acted,
  cloud: Cloud,
  work: Work,
): { readonly cloud: Cloud; readonly failure?: string } {
  const acts = question.options
    .filter((option) => work.includes(option.id))
    .flatMap((option) => option.does ?? []);
  return perform(cloud, acts);
}

function place(question: Acted, cloud: Cloud, facts: Facts, because: readonly string[]): World {
  const chosen = { holds: because.length === 0, because };
  return {
    after: (work) => {
      const { cloud: after, failure } = actOut(question, cloud, work);
      const options = question.options.filter((option) => work.includes(option.id));
      const wrong = [
        ...(failure === undefined ? [] : [failure]),
        ...options.flatMap((option) => said(option, after, facts)),
      ];
      return Promise.resolve(place(question, after, facts, wrong));
    },
    holds: (id: ClaimId) => {
      if (id === CHOSEN) return chosen;
      const claim = question.claims.find((candidate) => candidate.id === id);
      if (!claim) return { holds: false, because: [`there is no claim ${id}`] };
      const { holds, because: reasons } = see(cloud, claim.expects);
      return { holds, because: reasons };
    },
  };
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
