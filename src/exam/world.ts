// What a question may ask of a world. Who answers knows what the world is made of; this folder does not.

/** A sentence that is true of a world or is not. */
export type ClaimId = string;

/** What somebody did to answer: the ids of the options that they chose. */
export type Work = readonly string[];

export interface World {
  /** The world after the work. The one before stays as it is. */
  after(work: Work): Promise<World>;
  holds(claim: ClaimId): { readonly holds: boolean; readonly because: readonly string[] };
}

/** The claim that what the chosen options do goes through and that what they say is so. */
export const CHOSEN: ClaimId = 'chosen';
