// What a form is made from: the plan of an exam, and what is known of each item that may be drawn. No text, no key.

/** How many of what. The scored items keep to it to the item. */
export interface Blueprint {
  readonly exam: string;
  readonly scored: number;
  /** Items that count for nothing and look like any other. */
  readonly unscored: number;
  readonly domains: readonly Domain[];
  /** How many scored items of each kind; they add up to `scored`. Absent: as the items fall. */
  readonly kinds?: Readonly<Record<string, number>>;
  /** Of the points of the scored items, the share that a minimally qualified candidate gets, and how far off it may be. */
  readonly difficulty?: Difficulty;
}

export interface Domain {
  readonly id: string;
  readonly weight: number;
  readonly tasks: readonly Task[];
}

interface Task {
  readonly id: string;
  /** One, when absent. */
  readonly weight?: number;
}

export interface Difficulty {
  readonly target: number;
  readonly within: number;
}

export interface Drawable {
  readonly id: string;
  readonly kind: string;
  readonly domain: string;
  readonly task: string;
  /** Its points: one, or the parts of a case study. */
  readonly max: number;
  /** The points that a minimally qualified candidate gets, from 0 to `max`: the estimate of the Angoff method. */
  readonly expected: number;
  /** Names of sets of which one form has at most one item. */
  readonly enemies: readonly string[];
  /** How many versions a generator draws of it; one, when it is written out. */
  readonly siblings: number;
}

/** An item on a form. */
export interface Picked {
  readonly id: string;
  /** Which of its siblings, from 0. */
  readonly sibling: number;
  readonly scored: boolean;
}
