// `aws s3` typed into a shell: what it prints, with which exit status, and what it leaves behind.
import { expect, test } from 'vitest';
import { blankWorld, profilesOf } from '#cloud/services';
import { learnersComputer, openTerminal } from '../../terminal.ts';
import { simulate } from '../../simulation.ts';
import { humanSize } from './ls.ts';
import { isKept, splitFilters } from './filters.ts';
import { shownPath } from './paths.ts';

/** What a script prints, standard output and standard error in one. */
async function typed(...lines: readonly string[]): Promise<string> {
  const world = blankWorld();
  const profiles = profilesOf(world).map(({ name, key }) => ({
    name,
    accessKeyId: key.id,
    secretAccessKey: key.secret,
  }));
  const shell = openTerminal({
    simulation: simulate(world),
    computer: learnersComputer('us-east-1', profiles),
  });
  const { chunks } = await shell.script(lines.join('\n'));
  return chunks.map(({ text }) => text).join('');
}

const MADE = [
  'aws s3 mb s3://tern-ledger',
  'mkdir -p d/e',
  'echo one > d/a.txt; echo two > d/e/b.json; echo log > d/x.log',
];

test('[worlds-are-values] files go up, are listed, come down, and are synchronised', async () => {
  const text = await typed(
    ...MADE,
    'aws s3 cp d s3://tern-ledger/all/ --recursive --exclude "*.log"',
    'aws s3 ls s3://tern-ledger; aws s3 ls s3://tern-ledger/all/ --recursive --summarize',
    'aws s3 sync d s3://tern-ledger/all; aws s3 sync d s3://tern-ledger/all',
    'rm d/x.log; aws s3 sync d s3://tern-ledger/all --delete',
    'aws s3 mv s3://tern-ledger/all/a.txt moved.txt; cat moved.txt; cat moved.txt | aws s3 cp - s3://tern-ledger/in',
    'aws s3 cp s3://tern-ledger/in -; aws s3 cp s3://tern-ledger/in s3://tern-ledger/out --quiet',
    'aws s3 rm s3://tern-ledger/in --dryrun; aws s3 rb s3://tern-ledger --force; echo $?',
  );
  expect(text.split('\n')).toEqual([
    'make_bucket: tern-ledger',
    'upload: d/a.txt to s3://tern-ledger/all/a.txt',
    'upload: d/e/b.json to s3://tern-ledger/all/e/b.json',
    '                           PRE all/',
    '2026-11-23 09:00:00          4 all/a.txt',
    '2026-11-23 09:00:00          4 all/e/b.json',
    '',
    'Total Objects: 2',
    '   Total Size: 8',
    'upload: d/x.log to s3://tern-ledger/all/x.log',
    'delete: s3://tern-ledger/all/x.log',
    'move: s3://tern-ledger/all/a.txt to ./moved.txt',
    'one',
    'one',
    '(dryrun) delete: s3://tern-ledger/in',
    'delete: s3://tern-ledger/all/e/b.json',
    'delete: s3://tern-ledger/in',
    'delete: s3://tern-ledger/out',
    'remove_bucket: tern-ledger',
    '0',
    '',
  ]);
});

const FAILING: readonly (readonly [string, number, string])[] = [
  [
    'aws s3 cp s3://tern-ledger/none .',
    1,
    'fatal error: An error occurred (404) when calling the HeadObject operation: Key "none" does not exist',
  ],
  [
    'aws s3 ls s3://nothing-here',
    254,
    '\naws: [ERROR]: An error occurred (NoSuchBucket) when calling the ListObjectsV2 operation: The specified bucket does not exist',
  ],
  ['aws s3 ls s3://tern-ledger/none', 1, ''],
  ['aws s3 cp none s3://tern-ledger/', 255, '\naws: [ERROR]: The user-provided path none does not exist.'],
  [
    'aws s3 rm d/a.txt',
    252,
    '\naws: [ERROR]: An error occurred (ParamValidation): usage: aws s3 rm <S3Uri>\nError: Invalid argument type',
  ],
  [
    'aws s3 cp d/a.txt s3://tern-ledger/a --acl public-read',
    1,
    'upload failed: d/a.txt to s3://tern-ledger/a An error occurred (AccessControlListNotSupported) when calling the PutObject operation: The bucket does not allow ACLs',
  ],
  [
    'aws s3 mb s3://tern-ledger --profile partner',
    1,
    'make_bucket failed: s3://tern-ledger An error occurred (BucketAlreadyExists) when calling the CreateBucket operation: The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.',
  ],
  [
    'aws s3 sync s3://nothing-here d',
    1,
    'fatal error: An error occurred (NoSuchBucket) when calling the ListObjectsV2 operation: The specified bucket does not exist',
  ],
  [
    'aws s3 rb s3://tern-ledger/a',
    252,
    '\naws: [ERROR]: An error occurred (ParamValidation): Please specify a valid bucket name only. E.g. s3://tern-ledger',
  ],
];

test.each(FAILING)('[every-refusal-has-words] %s ends with %i and says why', async (line, exit, says) => {
  const text = await typed(...MADE, `${line}; echo "<$?>"`);
  expect(text).toBe(`make_bucket: tern-ledger\n${says === '' ? '' : `${says}\n`}<${exit}>\n`);
});

test('[worlds-are-values] a presigned address has the parts and the length of a real one', async () => {
  const text = await typed('aws s3 presign s3://tern-ledger/a/b.txt --expires-in 60');
  expect(text).toMatch(
    /^https:\/\/tern-ledger\.s3\.us-east-1\.amazonaws\.com\/a\/b\.txt\?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA\w{16}%2F20261123%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20261123T090000Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature=[0-9a-f]{64}\n$/,
  );
});

test('[worlds-are-values] sizes, paths and patterns read as those of the real command', () => {
  expect([1, 2, 1024, 1536, 1024 ** 2].map(humanSize)).toEqual([
    '1 Byte',
    '2 Bytes',
    '1.0 KiB',
    '1.5 KiB',
    '1.0 MiB',
  ]);
  expect(['/h/a', '/h/d/a', '/a', '/o/a'].map((path) => shownPath('/h', path))).toEqual([
    './a',
    'd/a',
    '../a',
    '../o/a',
  ]);
  const { filters, rest } = splitFilters([
    'x',
    '--exclude',
    '*',
    '--include=d/*.t?t',
    '--exclude',
    'd/[ab].txt',
  ]);
  expect(rest).toEqual(['x']);
  expect(['c.txt', 'd/c.txt', 'd/e/c.txt', 'd/a.txt'].map((path) => isKept(filters, path))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
