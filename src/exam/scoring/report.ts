// The report of an attempt, made of nothing but what each item was worth. It asks no world and reads no answer.
import type { Form } from '../form.ts';
import { confidenceMarks, type Confidence } from './rules.ts';
import { exactSum } from './sum.ts';
import { scaledScore, type Totals } from './scale.ts';
import { wilson, type Interval } from './wilson.ts';

export interface ScoredItem {
  readonly id: string;
  readonly domain: string;
  readonly task: string;
  /** An unscored item is in the report's list and in none of its sums. */
  readonly scored: boolean;
  readonly points: number;
  readonly max: number;
  /** The points that a minimally qualified candidate gets (Angoff). */
  readonly expected: number;
}

export interface Part {
  readonly id: string;
  readonly points: number;
  readonly max: number;
  /** Of the points, from 0 to 1. */
  readonly share: number;
  /** Where the share of many more such items would lie, with 95 in a hundred. */
  readonly interval: Interval;
  /** Its points reach the sum of its own items' estimates. Else it needs improvement. */
  readonly meets: boolean;
}

export interface Report {
  readonly raw: number;
  readonly max: number;
  readonly cut: number;
  readonly scaled: number;
  /** `raw` is at least `cut`. */
  readonly passed: boolean;
  /** By id; those with scored items. */
  readonly domains: readonly Part[];
  /** Where the exam asks how sure one is: marks for answers and confidence together, beside the score. */
  readonly confidence?: { readonly marks: number; readonly max: number };
  readonly tasks: readonly Part[];
  /** Every item, in the order given. */
  readonly items: readonly {
    readonly id: string;
    readonly points: number;
    readonly max: number;
    readonly correct: boolean;
  }[];
}

/**
 * The cut is the sum of the estimates of the scored items, to the thousandth and not rounded to whole points: with a cut
 * of 35.4, 35 points fail and 36 pass. It is more than no points and at most all, so that nobody passes with none and
 * everybody with all.
 */
export function reportOn(items: readonly ScoredItem[], passMark: number): Report {
  const scored = items.filter((item) => item.scored);
  const { raw, max, cut } = totalsOf(scored);
  return {
    raw,
    max,
    cut,
    scaled: scaledScore({ raw, cut, max }, passMark),
    passed: raw >= cut,
    domains: partsOf(scored, ({ domain }) => domain),
    tasks: partsOf(scored, ({ task }) => task),
    items: items.map(({ id, points, max: most }) => ({ id, points, max: most, correct: points >= most })),
  };
}

/**
 * The report on a form: each item counts by its place in the blueprint, and what has none counts for nothing.
 * @param said how sure somebody was of each answer that they gave
 */
export function reportOnForm(
  { places, passMark, confidence }: Pick<Form, 'places' | 'passMark' | 'confidence'>,
  worths: readonly { readonly id: string; readonly points: number; readonly max: number }[],
  said: Readonly<Record<string, Confidence>> = {},
): Report {
  const nowhere = { domain: '', task: '', scored: false, expected: 0 };
  const items = worths.map(({ id, points, max }) => ({ ...(places[id] ?? nowhere), id, points, max }));
  const report = reportOn(items, passMark);
  return confidence === true ? { ...report, confidence: marksOf(items, said) } : report;
}

/** Who says nothing of an answer is taken to be least sure. */
function marksOf(
  items: readonly ScoredItem[],
  said: Readonly<Record<string, Confidence>>,
): { readonly marks: number; readonly max: number } {
  const scored = items.filter((item) => item.scored);
  const marks = scored.map(({ id, points, max }) => confidenceMarks(points >= max, said[id] ?? 1));
  return { marks: exactSum(marks), max: scored.length * confidenceMarks(true, 3) };
}

/** The smallest cut there is. */
const LEAST = 0.001;

function totalsOf(items: readonly ScoredItem[]): Totals {
  const max = exactSum(items.map((item) => item.max));
  const expected = exactSum(items.map((item) => item.expected));
  const raw = exactSum(items.map(({ points }) => points));
  return { raw, max, cut: Math.max(LEAST, Math.min(max, expected)) };
}

function partsOf(items: readonly ScoredItem[], idOf: (item: ScoredItem) => string): readonly Part[] {
  return [...Map.groupBy(items, idOf)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, own]) => {
      const { raw, max, cut } = totalsOf(own);
      return {
        id,
        points: raw,
        max,
        share: max === 0 ? 0 : raw / max,
        interval: wilson(raw, max),
        meets: raw >= cut,
      };
    });
}
