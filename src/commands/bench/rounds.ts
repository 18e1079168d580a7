// The two evaluators side by side on one load, each in a process of its own: batches turn by turn, and the middle of each.
import { join } from 'node:path';
import { Child } from '../peer/child.ts';
import { decisionOf, openPeer } from '../peer/peer.ts';
import { simulationOf } from '../peer/simulation.ts';
import { lineOf, type Load } from './loads.ts';
import type { Message } from './worker.ts';

const WARM_UP = 4;
const ROUNDS = 15;
const OURS = 100;
/** The peer has few calls in a batch: it gets more time. */
const THEIRS = 200;

/** Calls in a second of processor time. */
export interface Measured {
  readonly ours: number;
  /** The same with every step of the trace read to its last detail. */
  readonly read: number;
  /** Null where the peer cannot be had. */
  readonly peer: number | null;
  readonly ratio: number | null;
  /** The same with every step read. */
  readonly readRatio: number | null;
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** @throws Error when the two do not agree on the decision of the load */
export async function measure(load: Load, tell: (problem: string) => void): Promise<Measured> {
  const line = lineOf(load);
  const us = new Child<Message>(join(import.meta.dirname, 'worker.ts'));
  const them = await openPeer();
  const peer = typeof them === 'string' ? undefined : them;
  if (typeof them === 'string') tell(them);
  const decided = String(await us.ask({ ask: 'prepare', line }));
  const said = await peer?.prepare(simulationOf(line));
  if (peer && decisionOf(said) !== decided)
    throw new Error(`on the load ${load} this evaluator decides ${decided}, the peer ${said}`);
  const ours = async (reads: 'trace' | 'decision'): Promise<number> =>
    Number(await us.ask({ ask: 'batch', reads, milliseconds: OURS }));
  const rounds = { trace: [] as number[], decision: [] as number[], peer: [] as number[] };
  for (let i = 0; i < WARM_UP + ROUNDS; i += 1) {
    const round = {
      trace: await ours('trace'),
      peer: (await peer?.batch(THEIRS)) ?? Number.NaN,
      decision: await ours('decision'),
    };
    if (i < WARM_UP) continue;
    rounds.trace.push(round.trace);
    rounds.peer.push(round.peer);
    rounds.decision.push(round.decision);
  }
  us.close();
  peer?.close();
  const [whole, decision, theirs] = [rounds.trace, rounds.decision, rounds.peer].map(median) as [
    number,
    number,
    number,
  ];
  return {
    ours: decision,
    read: whole,
    peer: peer ? theirs : null,
    ratio: peer ? decision / theirs : null,
    readRatio: peer ? whole / theirs : null,
  };
}
