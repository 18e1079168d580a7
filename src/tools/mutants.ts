// `npm run mutants [-- --seed N] [--count N]`: wrong changes to the evaluator, and whether its tests notice. Each mutant
// is tried on the cases and random lines that reach the function it is in, and then on the unit tests beside the code.
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { CASES, decideLine, sampleLines } from '#evaluator/test';
import { EQUIVALENT } from './mutants-equivalent.ts';
import { lineWith, mutationsOf, type Mutation } from './mutations.ts';
import { withReach } from './reach.ts';

const run = promisify(execFile);
const SOURCE = 'src/evaluator';
const SCRATCH = '.mutants';
const RANDOM_LINES = 3000;
const LONGEST = 60_000;

/** What decides. Sentences, views of a decision and the places of a JSON error have tests of their own. */
const MUTATED = new Set(
  [
    ...['address', 'arn-glob', 'asked', 'asked-value', 'bytes', 'conclude', 'condition', 'decide', 'decimal'],
    ...[
      'glob',
      'glob-list',
      'grants',
      'guardrails',
      'instant',
      'look',
      'match',
      'naming',
      'operators',
      'parse',
    ],
    ...['parse-condition', 'parse-principal', 'read-documents', 'read-layers', 'standing', 'template'],
  ].map((name) => `${name}.ts`),
);

/** What no case notices, a table or a law beside the code may. Cases and the second reading were asked already. */
const ASKED_ALREADY = ['agreement.test.ts', 'test/*.test.ts', 'test/second-reading/**'];

/** No test is about time: a slow machine kills no mutant. */
const UNIT_TESTS = ['--bail', '1', '--reporter', 'dot', '--no-isolate', '--testTimeout', String(LONGEST)];
/** The quick ones first: the laws and the findings take ten times as long. */
const ROUNDS = [
  ['--exclude', 'laws/**', '--exclude', 'validate/**'],
  ['laws', 'validate'],
];

interface Mutant extends Mutation {
  readonly file: string;
  readonly id?: number;
  /** Why nothing that can be seen changes, where that is so. */
  readonly equivalent?: string;
}

interface Fate {
  readonly mutant: Mutant;
  readonly killedBy: string | null;
  readonly tried: number;
}

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '600' } },
});

rmSync(SCRATCH, { recursive: true, force: true });
const tests = [
  ...CASES.map((line) => ({ id: line.id, line, expected: line.expected })),
  ...sampleLines(Number(values.seed), RANDOM_LINES).map((line, n) => ({
    id: `random line ${n}`,
    line,
    expected: decideLine(line).decision,
  })),
];
const mutants = await reachable();
const { reached, total } = mutants;
const chosen = choose(mutants.all, Number(values.count), Number(values.seed));
console.log(
  `${chosen.length} of ${mutants.all.length} mutants, seed ${values.seed}, ${total} tests (${CASES.length} cases)`,
);
if ((await killedByUnitTests(copy('plain'))) !== null)
  throw new Error('the unit tests fail without any mutant');
report(await tryAll(chosen));
rmSync(SCRATCH, { recursive: true, force: true });

/** A copy of the evaluator, to be changed. */
function copy(name: string): string {
  const folder = join(SCRATCH, name);
  mkdirSync(folder, { recursive: true });
  cpSync(SOURCE, folder, { recursive: true });
  return folder;
}

function writeTests(folder: string, chosenTests: readonly unknown[]): string {
  const file = join(folder, 'tests.jsonl');
  writeFileSync(file, chosenTests.map((test) => JSON.stringify(test)).join('\n'));
  return file;
}

async function reachable(): Promise<{
  readonly all: readonly Mutant[];
  readonly reached: ReadonlyMap<number, readonly number[]>;
  readonly total: number;
}> {
  const folder = copy('reach');
  const all: Mutant[] = [];
  let next = 0;
  for (const file of readdirSync(SOURCE).filter((name) => MUTATED.has(name))) {
    const text = readFileSync(join(SOURCE, file), 'utf8');
    const marked = withReach(file, text, next);
    next = marked.next;
    writeFileSync(join(folder, file), marked.text);
    for (const mutation of mutationsOf(file, text)) {
      const id = marked.functionAt(mutation.start);
      const equivalent = EQUIVALENT[file]?.[lineWith(mutation, text)];
      all.push({
        ...mutation,
        file,
        ...(id === undefined ? {} : { id }),
        ...(equivalent === undefined ? {} : { equivalent }),
      });
    }
  }
  const { stdout } = await run(
    process.execPath,
    [join(folder, 'test/mutant-run.ts'), 'reach', writeTests(folder, tests)],
    {
      maxBuffer: 1e9,
    },
  );
  const byFunction = new Map<number, number[]>();
  for (const [at, line] of stdout.trim().split('\n').entries()) {
    const {
      id,
      passes,
      reached: functions,
    } = JSON.parse(line) as { id: string; passes: boolean; reached: number[] };
    if (!passes) throw new Error(`${id} fails without any mutant`);
    for (const one of functions) byFunction.set(one, [...(byFunction.get(one) ?? []), at]);
  }
  return { all, reached: byFunction, total: tests.length };
}

/** A seeded sample with the same share of every file, and at least ten of each. */
function choose(all: readonly Mutant[], count: number, seed: number): readonly Mutant[] {
  let state = seed >>> 0;
  const random = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const ranked = all.map((mutant) => ({ mutant, rank: random() })).toSorted((a, b) => a.rank - b.rank);
  const taken = new Map<string, number>();
  const first: Mutant[] = [];
  const rest: Mutant[] = [];
  for (const { mutant } of ranked) {
    const n = taken.get(mutant.file) ?? 0;
    taken.set(mutant.file, n + 1);
    (n < 10 ? first : rest).push(mutant);
  }
  return [...first, ...rest].slice(0, count);
}

async function tryAll(chosenMutants: readonly Mutant[]): Promise<readonly Fate[]> {
  const waiting = [...chosenMutants];
  const fates: Fate[] = [];
  const worker = async (n: number): Promise<void> => {
    const folder = copy(`worker-${n}`);
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift())
      fates.push(await tryOne(folder, mutant));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, (_, n) => worker(n)));
  return fates;
}

async function tryOne(folder: string, mutant: Mutant): Promise<Fate> {
  const file = join(folder, mutant.file);
  const text = readFileSync(join(SOURCE, mutant.file), 'utf8');
  writeFileSync(file, text.slice(0, mutant.start) + mutant.replacement + text.slice(mutant.end));
  const reaching = mutant.id === undefined ? [...tests.keys()] : (reached.get(mutant.id) ?? []);
  const list = writeTests(
    folder,
    reaching.map((at) => tests[at]),
  );
  const fate = { mutant, tried: reaching.length };
  try {
    if (reaching.length === 0) return { ...fate, killedBy: await killedByUnitTests(folder) };
    const { stdout } = await run(process.execPath, [join(folder, 'test/mutant-run.ts'), 'run', list], {
      timeout: LONGEST,
    });
    const { killedBy } = JSON.parse(stdout) as { killedBy: string | null };
    return { ...fate, killedBy: killedBy ?? (await killedByUnitTests(folder)) };
  } catch {
    return { ...fate, killedBy: 'it does not run, or never ends' };
  } finally {
    writeFileSync(file, text);
  }
}

async function killedByUnitTests(folder: string): Promise<string | null> {
  const exclude = ASKED_ALREADY.flatMap((pattern) => ['--exclude', pattern]);
  try {
    for (const round of ROUNDS)
      await run('vitest', ['run', '--root', folder, ...UNIT_TESTS, ...exclude, ...round], {
        timeout: LONGEST * 10,
        maxBuffer: 1e9,
      });
    return null;
  } catch {
    return 'a unit test';
  }
}

function report(fates: readonly Fate[]): void {
  const killed = fates.filter(({ killedBy }) => killedBy !== null);
  const survivors = fates.filter(({ killedBy }) => killedBy === null);
  const equivalent = survivors.filter(({ mutant }) => mutant.equivalent !== undefined);
  const wrong = killed.filter(({ mutant }) => mutant.equivalent !== undefined);
  for (const { mutant, tried } of survivors) {
    const [word, reason] =
      mutant.equivalent === undefined
        ? ['survived', tried === 0 ? 'no case reaches it, no other test notices' : 'no test notices']
        : ['the same', mutant.equivalent];
    console.log(`${word} ${named(mutant)} (${reason})`);
  }
  for (const { mutant, killedBy } of wrong)
    console.log(`not the same ${named(mutant)} (${killedBy ?? ''} notices, though it is listed)`);
  for (const [file, group] of [...Map.groupBy(fates, ({ mutant }) => mutant.file)].toSorted()) {
    const [dead, same] = [killed, equivalent].map(
      (some) => some.filter((fate) => group.includes(fate)).length,
    );
    console.log(`${file.padEnd(20)} ${dead} of ${group.length} killed, ${same} the same`);
  }
  const different = fates.length - equivalent.length;
  const share = (100 * killed.length) / different;
  console.log(`${equivalent.length} of ${fates.length} mutants change nothing that can be seen`);
  console.log(`${killed.length} of the other ${different} mutants killed, ${share.toFixed(1)} %`);
  if (share < 90 || wrong.length > 0) process.exitCode = 1;
}

function named({ file, line, change }: Mutant): string {
  return `${file}:${line} ${change}`;
}
