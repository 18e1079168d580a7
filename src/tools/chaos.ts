// `npm run chaos`: many rounds of sittings that are broken at random, and one line at the end: what was lost.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needChrome, NoChrome } from './chrome.ts';

const ROUNDS = '200';

interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly { readonly ok: boolean; readonly tests: readonly Test[] }[];
}

interface Test {
  readonly annotations: readonly { readonly type: string; readonly description?: string }[];
}

export interface Rounds {
  readonly rounds: number;
  readonly lost: number;
  /** Rounds that went wrong in any way, also without losing anything. */
  readonly failed: number;
}

/** From Playwright's JSON report: each round notes how many events it has lost. */
export function countRounds({ suites = [], specs = [] }: Suite): Rounds {
  const inside = suites.map(countRounds);
  const notes = specs.flatMap(({ tests }) => tests.flatMap(({ annotations }) => annotations));
  const lost = notes.filter(({ type }) => type === 'lost').map(({ description }) => Number(description));
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  return {
    rounds: specs.length + sum(inside.map(({ rounds }) => rounds)),
    lost: sum(lost) + sum(inside.map((one) => one.lost)),
    failed: specs.filter(({ ok }) => !ok).length + sum(inside.map(({ failed }) => failed)),
  };
}

export function lineOf({ rounds, lost, failed }: Rounds): string {
  const line = `${rounds} rounds, ${lost} lost events`;
  return failed === 0 ? line : `${line}, ${failed} rounds failed`;
}

function play(chrome: string, report: string): Promise<void> {
  const [command, ...rest] = ['npm', 'run', '--silent', 'journeys', '--', 'chaos[.]e2e'] as const;
  const env = {
    CHAOS_ROUNDS: ROUNDS,
    ...process.env,
    CHROME: chrome,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  };
  const child = spawn(command, rest, { env, stdio: 'inherit' });
  return new Promise((done) =>
    child.once('close', () => {
      done();
    }),
  );
}

if (import.meta.main) {
  const scratch = mkdtempSync(join(tmpdir(), 'gatehouse-'));
  try {
    const report = join(scratch, 'chaos.json');
    await play(needChrome(), report);
    const counted = countRounds(JSON.parse(readFileSync(report, 'utf8')) as Suite);
    console.log(lineOf(counted));
    if (counted.rounds === 0 || counted.failed > 0) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof NoChrome)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
