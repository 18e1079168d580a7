// A question as the exam room shows it: no key, no reasons. And what an answer is worth.
import type { ClaimId } from './world.ts';

export type KindName = 'single' | 'multiple';

export interface AskedOption {
  readonly id: string;
  readonly text: string;
}

/** All that the exam room may know of a question. */
export interface Asked {
  readonly id: string;
  readonly kind: KindName;
  readonly stem: string;
  readonly ask: string;
  /** How many options make a complete answer. */
  readonly choose: number;
  readonly options: readonly AskedOption[];
}

export interface Question extends Asked {
  /** What must hold after the right answer. */
  readonly claims: readonly ClaimId[];
}

/** The ids of the chosen options, in the order of the options. */
export type Answer = readonly string[];

export interface Points {
  readonly points: number;
  readonly max: number;
  /** Each claim that decided it. */
  readonly claims: readonly {
    readonly claim: ClaimId;
    readonly holds: boolean;
    readonly because: readonly string[];
  }[];
}
