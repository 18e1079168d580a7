// The process of the peer: it is loaded here and nowhere else, from the folder that it was installed into, and asked
// through its public call alone. One reply a message, in order.
import { createRequire } from 'node:module';
import { batchOfPromises } from '../bench/batch.ts';
import type { Simulation } from './simulation.ts';

export type Message =
  | { readonly ask: 'prepare'; readonly simulation: Simulation }
  | { readonly ask: 'batch'; readonly milliseconds: number }
  | { readonly ask: 'decide'; readonly simulations: readonly Simulation[] };

type RunSimulation = (simulation: Simulation, options: object) => Promise<unknown>;

const [folder = ''] = process.argv.slice(2);
const run = publicCall(createRequire(`${folder}/`)('@cloud-copilot/iam-simulate'));
let kept: Simulation | undefined;
let last = Promise.resolve();

process.on('message', (message: Message) => {
  last = last.then(async () => {
    process.send?.(await reply(message));
  });
});

function publicCall(module: unknown): RunSimulation {
  if (typeof module === 'object' && module !== null && 'runSimulation' in module) {
    const { runSimulation } = module;
    if (typeof runSimulation === 'function') return runSimulation as RunSimulation;
  }
  throw new Error('the peer has no function `runSimulation`');
}

async function reply(message: Message): Promise<unknown> {
  switch (message.ask) {
    case 'prepare':
      kept = message.simulation;
      return decide(kept);
    case 'batch':
      return batch(kept, message.milliseconds);
    case 'decide': {
      const decisions: string[] = [];
      for (const simulation of message.simulations) decisions.push(await decide(simulation));
      return decisions;
    }
  }
}

/** What the peer answers, in its own words; `error: …` when it refuses the question. */
async function decide(simulation: Simulation): Promise<string> {
  try {
    const answer = await run(simulation, {});
    if (typeof answer !== 'object' || answer === null) return 'error: no answer';
    if ('overallResult' in answer && typeof answer.overallResult === 'string') return answer.overallResult;
    return `error: ${JSON.stringify('errors' in answer ? answer.errors : answer)}`;
  } catch (error) {
    return `error: ${String(error)}`;
  }
}

async function batch(simulation: Simulation | undefined, milliseconds: number): Promise<number> {
  if (!simulation) throw new Error('nothing was prepared');
  return batchOfPromises(() => run(simulation, {}), milliseconds);
}
