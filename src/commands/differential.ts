// The door `npm run differential [-- --count N --seed S]`: random requests, decided by this evaluator, by the second
// reading of the rules, and by the peer. A disagreement with the peer has a class with a source, or the run fails.
import { parseArgs } from 'node:util';
import { decide, type Decision } from '#evaluator';
import { decideLine } from '#evaluator/test';
import { readCase } from './case.ts';
import type { Class } from './differential/class.ts';
import { CONDITION_CLASSES } from './differential/condition-classes.ts';
import { lineOf } from './differential/lines.ts';
import { REQUEST_CLASSES } from './differential/request-classes.ts';
import { decisionOf, openPeer, PEER, PEER_VERSION } from './peer/peer.ts';
import { simulationOf, type Line } from './peer/simulation.ts';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
});
const count = Number(values.count);
const seed = Number(values.seed);

const CLASSES: readonly Class[] = [...CONDITION_CLASSES, ...REQUEST_CLASSES];
/** Of the requests, that a class may cover. */
const LARGEST = 0.02;
const CHUNK = 500;
const SHOWN = 5;

const covered = new Map(CLASSES.map(({ name }) => [name, 0]));
const differing = new Map(CLASSES.map(({ name }) => [name, 0]));
const decisions = new Map<Decision, number>();
const unexplained: string[] = [];
const doubted: string[] = [];

/** A line as it would stand in a file. */
function readLine(number: number): Line {
  return JSON.parse(JSON.stringify(lineOf(seed, number))) as Line;
}

function more<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function compare(line: Line, said: string | undefined): void {
  const text = JSON.stringify(line);
  const { request, layers } = readCase({ ...line }, text);
  const { decision } = decide(request, layers);
  more(decisions, decision);
  const second = decideLine(line).decision;
  if (second !== decision) doubted.push(`decided ${decision}, second reading ${second}: ${text}`);
  const classes = CLASSES.filter(({ covers }) => covers(line));
  for (const { name } of classes) more(covered, name);
  if (said === undefined || decisionOf(said) === decision) return;
  const [first] = classes;
  if (first) more(differing, first.name);
  else unexplained.push(`decided ${decision}, peer ${said}: ${text}`);
}

const peer = await openPeer();
const isAlone = typeof peer === 'string';
if (isAlone) console.log(`${peer}\nWithout it, this evaluator and the second reading are compared alone.`);
console.log(`${count} random requests, seed ${seed}`);
for (let from = 0; from < count; from += CHUNK) {
  const lines = Array.from({ length: Math.min(CHUNK, count - from) }, (_, i) => readLine(from + i));
  const answers = isAlone ? [] : await peer.decide(lines.map(simulationOf));
  for (const [i, line] of lines.entries()) compare(line, answers[i]);
}
if (!isAlone) peer.close();

const share = (part: number): string => `${((100 * part) / count).toFixed(2)} %`;
console.log([...decisions].map(([decision, number]) => `${decision} ${number}`).join(', '));
console.log(`second reading: ${doubted.length} disagreements`);
for (const one of doubted.slice(0, SHOWN)) console.log(`  ${one}`);
if (!isAlone) {
  console.log(`\nwhere ${PEER} ${PEER_VERSION} decides otherwise`);
  console.log(`${'class'.padEnd(32)} ${'requests'.padStart(14)} ${'otherwise'.padStart(9)}  what decides`);
  for (const { name, source, says } of CLASSES) {
    const part = covered.get(name) ?? 0;
    const size = `${part} ${share(part).padStart(7)}`.padStart(14);
    const isLarge = part > LARGEST * count;
    console.log(
      `${name.padEnd(32)} ${size} ${String(differing.get(name) ?? 0).padStart(9)}  ${source}: ${says}${isLarge ? ' (TOO LARGE)' : ''}`,
    );
    if (isLarge) process.exitCode = 1;
  }
  for (const one of unexplained.slice(0, SHOWN)) console.log(`  ${one}`);
  console.log(`${unexplained.length} unexplained`);
}
if (doubted.length > 0 || unexplained.length > 0) process.exitCode = 1;
