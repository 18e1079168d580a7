// What the exam room may know of a question: what is asked, never its key or its reasons. And what an answer is worth.
import type { ClaimId } from './world.ts';

/** Something to choose, to order or to match, with its text in the prose of content. */
export interface Choice {
  readonly id: string;
  readonly text: string;
}

/** What lies beside a question: a policy, an output or code, a picture with its table. */
export type Exhibit =
  | { readonly shows: 'policy'; readonly id: string; readonly title: string; readonly text: string }
  | {
      readonly shows: 'code';
      readonly title: string;
      readonly language: 'json' | 'shell' | 'text';
      readonly text: string;
    }
  | {
      readonly shows: 'picture';
      readonly title: string;
      /** Boxes from left to right in columns, and arrows between them: laid out by whoever draws it. */
      readonly boxes: readonly { readonly id: string; readonly text: string; readonly column: number }[];
      readonly arrows: readonly { readonly from: string; readonly to: string; readonly text: string }[];
    };

interface Shown {
  readonly id: string;
  readonly stem: string;
  readonly ask: string;
  /** Absent in what was kept before there were any. */
  readonly exhibits?: readonly Exhibit[];
}

export interface AskedOption extends Choice {
  readonly fixed?: 'last';
}

export interface AskedChoice extends Shown {
  readonly kind: 'single' | 'multiple';
  /** How many options make a complete answer. */
  readonly choose: number;
  readonly options: readonly AskedOption[];
}

/** All steps, each once, in an order. */
export interface AskedOrder extends Shown {
  readonly kind: 'ordering' | 'trace-order';
  readonly steps: readonly Choice[];
}

/** One response to each prompt; a response may serve twice or not at all. */
export interface AskedMatching extends Shown {
  readonly kind: 'matching';
  readonly prompts: readonly Choice[];
  readonly responses: readonly Choice[];
}

/** Several questions over one situation, each scored for itself. */
export interface AskedCase extends Shown {
  readonly kind: 'case-study';
  readonly parts: readonly Exclude<Asked, AskedCase>[];
}

/** Where a statement stands: in which policy beside the question, first and last line, from 1. */
export interface TextPlace {
  readonly exhibit: string;
  readonly lines: readonly [number, number];
}

/** How a request comes out, and the statement that decides it. */
export interface AskedPrediction extends Shown {
  readonly kind: 'predict';
  readonly decisions: readonly Choice[];
  /** One that stands nowhere says that none decides. */
  readonly statements: readonly (Choice & Partial<TextPlace>)[];
}

/** The one statement, or line, that decides. */
export interface AskedStatement extends Shown {
  readonly kind: 'hot-statement';
  readonly statements: readonly (Choice & TextPlace)[];
}

export interface AskedFix extends Shown {
  readonly kind: 'policy-fix';
  /** The text to be edited, and what sort of text it is, in the words of whoever reads it. */
  readonly document: { readonly title: string; readonly text: string; readonly sort: string };
  /** What must come out, and what must stay denied. */
  readonly wants: readonly Choice[];
}

export interface AskedRequest extends Shown {
  readonly kind: 'request-builder';
  readonly fields: readonly {
    readonly id: string;
    readonly label: string;
    readonly choices: readonly Choice[];
  }[];
}

/** A script for a prepared terminal. */
export interface AskedOperation extends Shown {
  readonly kind: 'operate';
  readonly profiles: readonly [string, ...string[]];
  /** What prepares the terminal, and the files in it. */
  readonly setup: string;
  readonly files: Readonly<Record<string, string>>;
  readonly wants: readonly Choice[];
}

export type Asked =
  | AskedChoice
  | AskedOrder
  | AskedMatching
  | AskedCase
  | AskedPrediction
  | AskedStatement
  | AskedFix
  | AskedRequest
  | AskedOperation;

export type KindName = Asked['kind'];

export interface Question<A extends Asked = Asked> {
  readonly asked: A;
  /** What must hold after the right answer, besides `CHOSEN`. */
  readonly claims: readonly ClaimId[];
  /** The questions of a case study. */
  readonly parts?: readonly Question[];
}

/**
 * A response as it is kept and sent: an id, ids in an order, a response or a value by its name, or a text. `single` and
 * `hot-statement` take an id, `multiple`, `ordering` and `trace-order` ids, `matching`, `predict` and `request-builder`
 * values by name, `case-study` responses by part, `policy-fix` and `operate` a text.
 */
export type Answer = string | readonly string[] | { readonly [name: string]: Answer };

export interface Points {
  readonly points: number;
  readonly max: number;
  /** Each claim that decided it. */
  readonly claims: readonly Claimed[];
  /** Of a case study, part by part. */
  readonly parts?: Readonly<Record<string, Points>>;
  /** How many of the things answered are right, and how many a complete answer says: what partial credit counts. */
  readonly elements?: { readonly right: number; readonly wrong: number; readonly of: number };
}

export interface Claimed {
  readonly claim: ClaimId;
  readonly holds: boolean;
  readonly because: readonly string[];
}
