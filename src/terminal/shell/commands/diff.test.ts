// Two files and what the real tool says of them.
import { expect, test } from 'vitest';
import { blankWorld } from '#cloud/services';
import { openSession } from '../../index.ts';

const FILES = {
  one: 'a\nb\nc\nd\ne\nf\n',
  two: 'a\nB\nc\nd\ne\nf\ng\n',
  short: 'a\nb\nc\nd\ne\nf',
  empty: '',
};

test.each<[string, number, string]>([
  ['diff one one', 0, ''],
  ['diff -s one one', 0, 'Files one and one are identical\n'],
  ['diff -q one two', 1, 'Files one and two differ\n'],
  ['diff one two', 1, '2c2\n< b\n---\n> B\n6a7\n> g\n'],
  ['diff two one', 1, '2c2\n< B\n---\n> b\n7d6\n< g\n'],
  ['diff one short', 1, '6c6\n< f\n---\n> f\n\\ No newline at end of file\n'],
  ['diff -i one two', 1, '6a7\n> g\n'],
  ['diff empty one', 1, '0a1,6\n> a\n> b\n> c\n> d\n> e\n> f\n'],
  ['diff -U1 one two', 1, '@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n@@ -6 +6,2 @@\n f\n+g\n'],
  ['diff -u empty one', 1, '@@ -0,0 +1,6 @@\n+a\n+b\n+c\n+d\n+e\n+f\n'],
  ['cat one | diff - two', 1, '2c2\n< b\n---\n> B\n6a7\n> g\n'],
  ['diff one none', 2, 'diff: none: No such file or directory\n'],
  [
    'diff --nothing one two',
    2,
    "diff: unrecognized option '--nothing'\ndiff: Try 'diff --help' for more information.\n",
  ],
])('[diff] %s', async (line, exit, prints) => {
  const session = await openSession(blankWorld(), { files: FILES });
  const { chunks, exit: status } = await session.run(line);
  const text = chunks.map((chunk) => chunk.text).join('');
  expect([text.replace(/^--- .*\n\+\+\+ .*\n/, ''), status]).toEqual([prints, exit]);
});
