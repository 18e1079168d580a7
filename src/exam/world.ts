// What a question may ask of a world. Who answers knows what the world is made of; this folder does not.
import type { Answer } from './question.ts';

/** A sentence that is true of a world or is not. */
export type ClaimId = string;

/** What somebody did to answer: the response itself. */
export type Work = Answer;

export interface World {
  /** The world after the work. The one before stays as it is. */
  after(work: Work): Promise<World>;
  holds(claim: ClaimId): { readonly holds: boolean; readonly because: readonly string[] };
  /** The world in which a part of a case study begins. */
  part(id: string): World;
}

/** The claim that what was answered goes through and is so. */
export const CHOSEN: ClaimId = 'chosen';

/** The claim that one thing answered is right by itself, such as one option of several. */
export const elementClaim = (element: string): ClaimId => `element ${element}`;
