// The door `npm run --silent prove [-- --json] [root]`: runs every proof of the content and says what proved what.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { prove } from '#course';
import { loadContent } from '#course/load';

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
const { content, errors } = loadContent(resolve(positionals[0] ?? '.'));
const authoring = errors.map(({ file, line, field, message }) => ({
  file,
  reason: `line ${line}${field === '' ? '' : `, ${field}`}: ${message}`,
}));
const items = errors.length > 0 ? [] : await prove(content);
const failures = [
  ...authoring,
  ...items.flatMap(({ file, failures: reasons }) => reasons.map((reason) => ({ file, reason }))),
];

if (values.json) console.log(JSON.stringify({ items, failures }, null, 2));
else {
  for (const item of items)
    console.log(
      `${item.holds ? 'proved' : 'FAILED'}  ${item.kind.padEnd(8)}  by ${item.by.padEnd(5)}  ${item.id}`,
    );
  for (const { file, reason } of failures) console.log(`${file}: ${reason}`);
  console.log(
    `${items.filter((item) => item.holds).length} of ${items.length} proved, ${failures.length} failures`,
  );
}
if (failures.length > 0) process.exitCode = 1;
