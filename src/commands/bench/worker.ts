// This evaluator in a process of its own, as the peer has one: the documents are read once, then requests are decided.
import { decide } from '#evaluator';
import { readCase, type Case } from '../case.ts';
import type { Line } from '../peer/simulation.ts';
import { batch } from './batch.ts';
import { readWhole } from './trace.ts';

export type Message =
  | { readonly ask: 'prepare'; readonly line: Line }
  | { readonly ask: 'batch'; readonly reads: 'trace' | 'decision'; readonly milliseconds: number };

let kept: Case | undefined;

process.on('message', (message: Message) => {
  process.send?.(reply(message));
});

function reply(message: Message): string | number {
  if (message.ask === 'prepare') {
    kept = readCase({ ...message.line }, JSON.stringify(message.line));
    return decide(kept.request, kept.layers).decision;
  }
  if (!kept) throw new Error('nothing was prepared');
  const { request, layers } = kept;
  const work =
    message.reads === 'trace' ? () => readWhole(decide(request, layers)) : () => decide(request, layers);
  return batch(work, message.milliseconds);
}
