// The door `npm run --silent coverage [-- --json]`: what the course covers, and what is missing.
import { parseArgs } from 'node:util';
import { coverageOf, type Coverage, type Covered } from '#course';
import { loadContent, makeLine } from '#course/load';

/** Months after which a fact is looked up again. */
const OLD = 12;

const { values } = parseArgs({ options: { json: { type: 'boolean' }, months: { type: 'string' } } });
const { content, errors } = loadContent('.');
const coverage = coverageOf(content);
const old = oldFacts(Number(values.months ?? OLD));
if (errors.length > 0) {
  for (const error of errors) console.error(makeLine(error));
  process.exitCode = 1;
} else if (values.json) console.log(JSON.stringify({ ...coverage, old }, undefined, 2));
else print(coverage);

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
  if (old.length > 0)
    console.log(`facts and sources not looked up for ${values.months ?? OLD} months: ${old.join(', ')}`);
}

/** Facts and sources that nobody read for so many months. */
function oldFacts(months: number): readonly string[] {
  const before = new Date();
  before.setMonth(before.getMonth() - months);
  const limit = before.toISOString().slice(0, 10);
  return [...content.facts, ...content.sources].filter(([, { read }]) => read < limit).map(([id]) => id);
}
