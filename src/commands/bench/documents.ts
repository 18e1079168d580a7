// What a policy costs: to read, to decide by as it grows, to keep.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { decide, readDocument, type Document } from '#evaluator';
import { readCase } from '../case.ts';
import { batch } from './batch.ts';
import { lineOf, policyOf, statements } from './loads.ts';
import { median } from './rounds.ts';
import { readWhole } from './trace.ts';

export const SIZES = [17, 34, 68, 136, 272] as const;

function textOf(count: number): string {
  return JSON.stringify(policyOf(statements({ from: 0, count, values: 3 })));
}

/** Microseconds a call. */
function microseconds(work: () => unknown): number {
  batch(work, 200);
  return 1e6 / median(Array.from({ length: 7 }, () => batch(work, 60)));
}

/** Microseconds for each KiB of a policy, from text to what is decided by. */
export function readingTime(): number {
  const text = textOf(68);
  return microseconds(() => readDocument(text, 'identity')) / (text.length / 1024);
}

/** Microseconds of a decision with its whole trace, by the number of statements. */
export function growth(): readonly { readonly statements: number; readonly microseconds: number }[] {
  const { request } = readCase({ ...lineOf('simple') }, JSON.stringify(lineOf('simple')));
  return SIZES.map((count) => {
    const identity = [readDocument(textOf(count), 'identity')];
    return { statements: count, microseconds: microseconds(() => readWhole(decide(request, { identity }))) };
  });
}

/** Bytes that a policy of 17 statements keeps for itself, and of its text. */
export function memory(): { readonly policy: number; readonly text: number } {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const used = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const text = textOf(17);
  const kept: Document[] = [];
  readDocument(text, 'identity');
  const before = used();
  for (let i = 0; i < 200; i += 1) kept.push(readDocument(text, 'identity'));
  return { policy: (used() - before) / kept.length, text: text.length };
}
