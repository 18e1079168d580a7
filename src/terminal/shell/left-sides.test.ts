// Under `set -e`, what stands left of `&&` and `||` may fail inside without ending the script.
import { expect, test } from 'vitest';
import { blankWorld } from '#cloud/services';
import { openSession } from '../index.ts';

test.each<[string, string]>([
  ['set -e\nf() { false; echo on; }\nf || echo no\necho end', 'on\nend\n0'],
  ['set -e\nf() { r=$(false); echo on; }\nf && echo yes', 'on\nyes\n0'],
  ['set -e\n{ false; echo on; } || echo no', 'on\n0'],
  ['set -e\nf() { return 7; }\nf || rc=$?; echo $rc', '7\n0'],
  ['set -e\nf() { return 7; }\nf && echo no; echo end', 'end\n0'],
  ['f() { read -r l; echo "$l"; return 2; }; f <<< in || echo $?', 'in\n2\n0'],
  ['f() { return 3; }; g() { f || return 8; }; g; echo $?', '8\n0'],
  ['set -e\nf() { false; echo no; }\nf', '1'],
])('[left-sides-are-conditions] %s', async (script, wanted) => {
  const session = await openSession(blankWorld());
  const { chunks, exit } = await session.script(script);
  expect(`${chunks.map(({ text }) => text).join('')}${exit}`).toBe(wanted);
});
