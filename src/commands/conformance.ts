// The door `npm run --silent conformance [-- FILE…]`: decides worked cases and prints how many of how many agree.
import { readdirSync, readFileSync } from 'node:fs';
import { decide } from '#evaluator';
import { readCase } from './case.ts';
import { isRecord, Unreadable } from './lines.ts';

const OWN = 'src/evaluator/test/cases';

export interface Count {
  readonly cases: number;
  readonly agree: number;
  /** `id: decided X, expected Y`. */
  readonly disagree: readonly string[];
  /** `id: what was refused`. */
  readonly refused: readonly string[];
}

/** Decides each line that carries an `expected` decision. @throws SyntaxError when a line is no JSON */
export function compare(text: string): Count {
  const disagree: string[] = [];
  const refused: string[] = [];
  let cases = 0;
  for (const line of text.split('\n').filter((candidate) => candidate.trim() !== '')) {
    const input: unknown = JSON.parse(line);
    if (!isRecord(input) || input['expected'] === undefined) continue;
    cases += 1;
    const id = JSON.stringify(input['id']);
    try {
      const { request, layers } = readCase(input, line);
      const { decision } = decide(request, layers);
      if (decision !== input['expected'])
        disagree.push(`${id}: decided ${decision}, expected ${JSON.stringify(input['expected'])}`);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      refused.push(`${id}: ${error.message}`);
    }
  }
  return { cases, agree: cases - disagree.length - refused.length, disagree, refused };
}

if (import.meta.main) {
  const given = process.argv.slice(2);
  const files = given.length > 0 ? given : readdirSync(OWN).map((name) => `${OWN}/${name}`);
  for (const file of files) {
    const { cases, agree, disagree, refused } = compare(readFileSync(file, 'utf8'));
    for (const line of refused) console.log(`refused  ${line}`);
    for (const line of disagree) console.log(`WRONG    ${line}`);
    console.log(
      `${file}: ${agree} of ${cases} agree, ${disagree.length} disagree, ${refused.length} refused by name`,
    );
    if (disagree.length > 0) process.exitCode = 1;
  }
}
