// `npm test`: every check, one after the other, and one line at the end that adds them up.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CASES, RULES } from '#evaluator/test';
import { needChrome, NoChrome } from './chrome.ts';
import { isReport, provedLine } from './proved.ts';

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Stage {
  readonly name: string;
  readonly command: readonly string[];
  /** Counts from the exit code and what the stage wrote; without it a stage counts as one. */
  readonly count?: (ok: boolean, output: string) => Count;
  readonly env?: Readonly<Record<string, string>>;
}

function readJson(file: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** A run that failed without a failed test, or that ran nothing, is one failure. */
export function honest(ok: boolean, { passed, failed }: Count): Count {
  if (passed + failed === 0) return { passed, failed: 1 };
  return !ok && failed === 0 ? { passed, failed: 1 } : { passed, failed };
}

/** From vitest's JSON report. */
function countUnit(file: string): Count {
  const report = readJson(file);
  return { passed: numberOf(report?.['numPassedTests']), failed: numberOf(report?.['numFailedTests']) };
}

/** From what `prove --json` prints. */
export function countProofs(output: string): Count {
  try {
    const { items, failures } = JSON.parse(output) as { items: { holds: boolean }[]; failures: unknown[] };
    const failed = items.filter((item) => !item.holds).length;
    return { passed: items.length - failed, failed: Math.max(failed, failures.length > 0 ? 1 : 0) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** Lines that begin with `ok` or `OVER`. */
export function countBudgets(output: string): Count {
  const lines = output.split('\n');
  return {
    passed: lines.filter((line) => line.startsWith('ok ')).length,
    failed: lines.filter((line) => line.startsWith('OVER ')).length,
  };
}

/** From Playwright's JSON report. A flaky or skipped journey is a failed one. */
function countJourneys(file: string): Count {
  const stats = readJson(file)?.['stats'] as Record<string, unknown> | undefined;
  const failed = numberOf(stats?.['unexpected']) + numberOf(stats?.['flaky']) + numberOf(stats?.['skipped']);
  return { passed: numberOf(stats?.['expected']), failed };
}

/**
 * Those of one row run at once.
 * @param scratch a folder for the reports of the runners
 */
function stages(chrome: string, scratch: string): readonly (readonly Stage[])[] {
  const unit = join(scratch, 'unit.json');
  const journeys = join(scratch, 'journeys.json');
  return [
    [
      { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
      { name: 'types', command: ['npm', 'run', '--silent', 'check'] },
      {
        name: 'proofs',
        command: ['npm', 'run', '--silent', 'prove', '--', '--json'],
        count: (_ok, output) => countProofs(output),
      },
    ],
    [
      {
        name: 'unit',
        command: [
          ...['npm', 'run', '--silent', 'unit', '--', '--reporter=default', '--reporter=json'],
          `--outputFile.json=${unit}`,
        ],
        count: () => countUnit(unit),
      },
    ],
    [{ name: 'build', command: ['npm', 'run', '--silent', 'build'] }],
    [
      {
        name: 'budgets',
        command: ['npm', 'run', '--silent', 'budgets'],
        count: (_ok, output) => countBudgets(output),
        env: { CHROME: chrome },
      },
    ],
    [
      {
        name: 'journeys',
        command: ['npm', 'run', '--silent', 'journeys'],
        count: () => countJourneys(journeys),
        env: { CHROME: chrome, PLAYWRIGHT_JSON_OUTPUT_FILE: journeys },
      },
    ],
  ];
}

interface Ran {
  readonly stage: Stage;
  readonly ok: boolean;
  readonly output: string;
  readonly seconds: number;
}

/** Runs a stage. @param live whether its output is shown while it runs */
function run(stage: Stage, live: boolean): Promise<Ran> {
  const begun = performance.now();
  const [command = '', ...rest] = stage.command;
  const env = { ...process.env, NO_COLOR: '1', ...stage.env };
  const child = spawn(command, rest, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (live) process.stdout.write(text);
  });
  return new Promise((done) => {
    child.once('close', (code) => {
      done({ stage, ok: code === 0, output, seconds: (performance.now() - begun) / 1000 });
    });
  });
}

/** Runs a row of stages. The output of several is shown when all have ended, and of a proof's JSON only what fails. */
async function runRow(row: readonly Stage[]): Promise<readonly Ran[]> {
  const alone = row.length === 1;
  console.log(`\n— ${row.map(({ name }) => name).join(', ')}`);
  const ran = await Promise.all(row.map((stage) => run(stage, alone)));
  if (!alone)
    for (const { stage, ok, output } of ran) if (stage.name !== 'proofs' || !ok) process.stdout.write(output);
  return ran;
}

const line = (name: string, { passed, failed }: Count, seconds: number): string =>
  `${name.padEnd(9)} ${passed} passed, ${failed} failed in ${seconds.toFixed(0)} s`;

/** Runs all stages. @returns what they add up to, and one line on each */
async function all(chrome: string, scratch: string): Promise<{ total: Count; lines: readonly string[] }> {
  let total: Count = { passed: 0, failed: 0 };
  const lines: string[] = [];
  let built = true;
  for (const row of stages(chrome, scratch)) {
    if (!built) {
      total = { ...total, failed: total.failed + row.length };
      lines.push(...row.map(({ name }) => `${name.padEnd(9)} not run: there is no build`));
      continue;
    }
    for (const { stage, ok, output, seconds } of await runRow(row)) {
      if (stage.name === 'build') built = ok;
      const count = honest(ok, stage.count?.(ok, output) ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1 });
      total = { passed: total.passed + count.passed, failed: total.failed + count.failed };
      lines.push(line(stage.name, count, seconds));
    }
  }
  return { total, lines };
}

/** The last line of `npm test`, and its exit status. */
function conclude({ passed, failed }: Count): void {
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) process.exitCode = 1;
}

if (import.meta.main) {
  const scratch = mkdtempSync(join(tmpdir(), 'gatehouse-'));
  try {
    const { total, lines } = await all(needChrome(), scratch);
    const unit = readJson(join(scratch, 'unit.json'));
    console.log(`\n${lines.join('\n')}\n`);
    if (isReport(unit)) console.log(`${provedLine(unit, CASES.length, Object.keys(RULES))}\n`);
    conclude(total);
  } catch (error) {
    if (!(error instanceof NoChrome)) throw error;
    console.error(error.message);
    conclude({ passed: 0, failed: 1 });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
