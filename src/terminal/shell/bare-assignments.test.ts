// The status of assignments that stand alone, where scripts rely on it.
import { expect, test } from 'vitest';
import { blankWorld } from '#cloud/services';
import { openSession } from '../index.ts';

test.each<[string, string]>([
  ['set -e; false || rc=$?; echo $rc', '1\n0'],
  ['set -e\nif false; then :; else rc=$?; echo $rc; fi', '1\n0'],
  ['set -e\nf() { return 3; }\nf || { rc=$?; echo $rc; }', '3\n0'],
  ['false; a=1; echo $?', '0\n0'],
  ['false; a=(1 2); echo $?', '0\n0'],
  ['false; a=$((1 + 1)) b=$a; echo $?$b', '02\n0'],
  ['false; a=1 && echo yes', 'yes\n0'],
  ['a=$(exit 4); echo $?', '4\n0'],
  ['set -e; a=$(false); echo no', '1'],
])('[an-assignment-succeeds] %s', async (script, wanted) => {
  const session = await openSession(blankWorld());
  const { chunks, exit } = await session.script(script);
  expect(`${chunks.map(({ text }) => text).join('')}${exit}`).toBe(wanted);
});

test('[an-assignment-succeeds] a function that assigns does so on later lines too', async () => {
  const session = await openSession(blankWorld());
  await session.run('keep() { kept=$1; }');
  await session.run('false');
  const { chunks } = await session.run('false; keep 7; echo $? $kept');
  expect(chunks.map(({ text }) => text).join('')).toBe('0 7\n');
});
