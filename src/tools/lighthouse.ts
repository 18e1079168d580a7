// `npm run lighthouse`: one page of each template, mobile, the median of three runs. Lighthouse is fetched when it is
// first asked for, into the ignored folder `.peer/`: it is larger than all else that the project needs.
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { needChrome } from './chrome.ts';
import { median } from './median.ts';
import { serve } from './serve.ts';
import { TEMPLATES } from './templates.ts';

const VERSION = '13.5.0';
const PEER = '.peer';
const PORT = 4331;
const RUNS = 3;
const LEAST = 95;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const FLAGS = '--headless=new --no-sandbox --disable-gpu --disable-background-networking --no-first-run';

type Category = (typeof CATEGORIES)[number];
type Scores = Readonly<Record<Category, number>>;

/** Scores from 0 to 100 of Lighthouse's own report. */
export function scoresIn(report: string): Scores {
  const { categories } = JSON.parse(report) as {
    categories: Readonly<Record<string, { readonly score: number | null }>>;
  };
  const scoreOf = (id: Category): number => Math.round((categories[id]?.score ?? 0) * 100);
  return Object.fromEntries(CATEGORIES.map((id) => [id, scoreOf(id)])) as Scores;
}

/** @returns milliseconds until the largest paint, on Lighthouse's slow phone and slow network */
export function largestPaintIn(report: string): number {
  const { audits } = JSON.parse(report) as {
    audits: Readonly<Record<string, { readonly numericValue?: number }>>;
  };
  return audits['largest-contentful-paint']?.numericValue ?? Infinity;
}

type Run = Scores & { readonly largestPaint: number };

function install(): string {
  const bin = join(PEER, 'node_modules', '.bin', 'lighthouse');
  if (!existsSync(bin)) {
    mkdirSync(PEER, { recursive: true });
    execFileSync('npm', ['install', '--prefix', PEER, '--no-audit', '--no-fund', `lighthouse@${VERSION}`], {
      stdio: 'inherit',
    });
  }
  return bin;
}

/** Waits without blocking: the server of the pages lives in this process. */
async function runOn(bin: string, page: string, chrome: string, scratch: string): Promise<Run> {
  const file = join(scratch, 'report.json');
  await promisify(execFile)(
    bin,
    [
      ...[`http://localhost:${PORT}${page}`, '--quiet', '--output=json', `--output-path=${file}`],
      ...[`--only-categories=${CATEGORIES.join(',')}`, `--chrome-flags=${FLAGS}`],
    ],
    { env: { ...process.env, CHROME_PATH: chrome } },
  );
  const report = readFileSync(file, 'utf8');
  return { ...scoresIn(report), largestPaint: largestPaintIn(report) };
}

if (import.meta.main) {
  const bin = install();
  const chrome = needChrome();
  const scratch = mkdtempSync(join(tmpdir(), 'gatehouse-'));
  const server = await serve('dist', PORT);
  try {
    for (const page of TEMPLATES) {
      const runs: Run[] = [];
      while (runs.length < RUNS) runs.push(await runOn(bin, page, chrome, scratch));
      const scores = CATEGORIES.map((id) => median(runs.map((run) => run[id])));
      const ok = scores.every((score) => score >= LEAST);
      console.log(
        `${ok ? 'ok   ' : 'UNDER'} ${page} ${CATEGORIES.map((id, i) => `${id} ${scores[i]}`).join(', ')}, largest paint ${(median(runs.map((run) => run.largestPaint)) / 1000).toFixed(2)} s`,
      );
      if (!ok) process.exitCode = 1;
    }
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}
