// A world of the exam engine around some state: after an answer a new state, and what is true in it.
import { CHOSEN, elementClaim, type ClaimId, type World } from '#exam';
import type { Cloud } from '#cloud';
import { see } from '../acts.ts';
import type { Claim } from '../schema.ts';

export interface Holding {
  readonly holds: boolean;
  readonly because: readonly string[];
}

const holding = (because: readonly string[]): Holding => ({ holds: because.length === 0, because });

/** What is true after an answer. */
export interface After {
  readonly cloud: Cloud;
  /** Why what was answered does not go through or is not so; empty when it is. */
  readonly wrong: readonly string[];
  /** Which things answered are right by themselves. */
  readonly right?: (element: string) => boolean;
}

/** Only a case study has parts. */
export const noPart = (id: string): never => {
  throw new Error(`there is no part ${id}`);
};

/**
 * @param answered what follows from an answer
 * @param claims what can be asked of the cloud, before the answer and after it
 */
export function placeIn(
  cloud: Cloud,
  claims: readonly Claim[],
  answered: (work: unknown) => After | Promise<After>,
): World {
  const at = (now: After): World => ({
    after: async (work) => at(await answered(work)),
    holds: (id) => heldIn(now, claims, id),
    part: noPart,
  });
  return at({ cloud, wrong: [] });
}

function heldIn({ cloud, wrong, right }: After, claims: readonly Claim[], id: ClaimId): Holding {
  if (id === CHOSEN) return holding(wrong);
  if (id.startsWith(ELEMENT)) {
    const element = id.slice(ELEMENT.length);
    return holding(right?.(element) === true ? [] : [`${element} is not right`]);
  }
  const claim = claims.find((candidate) => candidate.id === id);
  return claim ? holding(see(cloud, claim.expects).because) : holding([`there is no claim ${id}`]);
}

const ELEMENT = elementClaim('');
