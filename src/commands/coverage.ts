// The door `npm run --silent coverage [-- --json]`: what the course covers, and what is missing.
import { parseArgs } from 'node:util';
import { coverageOf, oldIn, type Coverage, type Covered } from '#course';
import { loadContent, makeLine } from '#course/load';

/** Months after which a fact, a source or a lesson is looked up again. */
const OLD = 12;
const MOST = 1200;

const asked = readArguments();
if (asked) report(asked);
else {
  console.error(`coverage takes \`--json\` and \`--months N\`, where N is a whole number from 1 to ${MOST}.`);
  process.exitCode = 2;
}

interface Asked {
  readonly json: boolean;
  readonly months: number;
}

function readArguments(): Asked | undefined {
  try {
    const options = { json: { type: 'boolean' }, months: { type: 'string' } } as const;
    const { json = false, months = `${OLD}` } = parseArgs({ options }).values;
    const isOne = /^\d+$/.test(months) && Number(months) >= 1 && Number(months) <= MOST;
    return isOne ? { json, months: Number(months) } : undefined;
  } catch {
    // An option that there is not, or one without its value, such as `--months -5`.
    return undefined;
  }
}

function report({ json, months }: Asked): void {
  const { content, errors } = loadContent('.');
  const coverage = coverageOf(content);
  const old = oldIn(content, dayBefore(months));
  if (errors.length > 0) {
    for (const error of errors) console.error(makeLine(error));
    process.exitCode = 1;
  } else if (json) console.log(JSON.stringify({ ...coverage, old }, undefined, 2));
  else {
    print(coverage);
    if (old.length > 0)
      console.log(`facts, sources and lessons not looked up for ${months} months: ${old.join(', ')}`);
  }
}

function print(all: Coverage): void {
  for (const [name, covered] of Object.entries(all) as [string, Covered][]) {
    console.log(`${name}: ${covered.covered} of ${covered.total}`);
    for (const [id, found] of Object.entries(covered.where))
      if (found.length > 0)
        console.log(
          `  ${id}  ${found.map(({ lesson, anchor }) => (anchor === undefined ? lesson : `${lesson}#${anchor}`)).join(', ')}`,
        );
    if (covered.missing.length > 0) console.log(`  missing: ${covered.missing.join(', ')}`);
  }
}

function dayBefore(howMany: number): string {
  const day = new Date();
  day.setMonth(day.getMonth() - howMany);
  return day.toISOString().slice(0, 10);
}
