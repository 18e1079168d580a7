// The door `npm run --silent prove [-- --json] [root]`: runs every proof of the content and says what proved what.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { prove } from '#course';
import { loadContent, makeLine, mistakesOf } from '#course/load';

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
const { content, errors, locate } = loadContent(resolve(positionals[0] ?? '.'));
const items = errors.length > 0 ? [] : await prove(content);
const mistakes = [...errors, ...mistakesOf(items, locate)];

if (values.json) {
  const shown = items.map((item) => ({ ...item, failures: item.failures.map(({ reason }) => reason) }));
  const failures = mistakes.map(({ file, line, field, message }) => ({ file, line, field, reason: message }));
  console.log(JSON.stringify({ items: shown, failures }, null, 2));
} else {
  for (const item of items)
    console.log(
      `${item.holds ? 'proved' : 'FAILED'}  ${item.kind.padEnd(8)}  by ${item.by.padEnd(5)}  ${item.id}`,
    );
  for (const mistake of mistakes) console.log(makeLine(mistake));
  console.log(
    `${items.filter((item) => item.holds).length} of ${items.length} proved, ${mistakes.length} failures`,
  );
}
if (mistakes.length > 0) process.exitCode = 1;
