// What jq printed for programs over one input, kept as data, and how it ends.
import { expect, test } from 'vitest';
import { bytesOf, textOf, type Ran } from '../shell/command.ts';
import kept from '../test/jq.json' with { type: 'json' };
import { jq } from './command.ts';

const FILES: Readonly<Record<string, string>> = {
  '/home/mei/a.json': '{"a": 1}\n{"a": 2}\n',
  '/home/mei/double.jq': '# twice\n.a * 2\n',
};

async function run(args: readonly string[], stdin = ''): Promise<Ran & { readonly text: string }> {
  const ran = await jq(
    args,
    {
      env: new Map([['HOME', '/home/mei']]),
      cwd: '/home/mei',
      stdin: bytesOf(stdin),
      files: {
        read: (path) => Promise.resolve(path in FILES ? bytesOf(FILES[path] ?? '') : undefined),
        write: () => Promise.resolve(),
        list: () => Promise.resolve(undefined),
        remove: () => Promise.resolve(),
        makeFolder: () => Promise.resolve(),
        at: () => undefined,
        lying: () => undefined,
        inside: () => [],
        setTime: () => Promise.resolve(),
      },
    },
    0,
  );
  return { ...ran, text: typeof ran.stdout === 'string' ? ran.stdout : textOf(ran.stdout) };
}

test.each(kept.programs.map(({ args, prints, exit }) => [args.join(' '), args, prints, exit] as const))(
  '[jq-byte-for-byte] %s',
  async (_, args, prints, exit) => {
    const { text, exit: status } = await run(args, kept.input);
    expect([text, status]).toEqual([prints, exit]);
  },
);

test.each<[string, readonly string[], string, number, string]>([
  [
    'an input that is none',
    ['.'],
    '\naws: [ERROR]: x',
    2,
    'jq: parse error: Invalid numeric literal at line 2, column 4\n',
  ],
  [
    'an input that ends early',
    ['.'],
    '{"a": [1,',
    2,
    'jq: parse error: Unfinished JSON term at EOF at line 1, column 9\n',
  ],
  [
    'a value of another kind',
    ['.a[]'],
    '{"a": null}\n',
    5,
    'jq: error (at <stdin>:1): Cannot iterate over null (null)\n',
  ],
  [
    'a value over many lines',
    ['.a.b'],
    '{\n  "a": "x"\n}\n',
    5,
    'jq: error (at <stdin>:3): Cannot index string with string "b"\n',
  ],
  [
    'an error that is no text',
    ['error'],
    '{"a":1}\n',
    5,
    'jq: error (at <stdin>:1) (not a string): {"a":1}\n',
  ],
  [
    'a name that nothing has',
    ['nothing(1)'],
    '{}',
    3,
    'jq: error: nothing/1 is not defined at <top-level>, line 1:\nnothing(1)\njq: 1 compile error\n',
  ],
  [
    'a program that is none',
    ['.a | '],
    '{}',
    3,
    'jq: error: syntax error, unexpected end of file (Unix shell quoting issues?) at <top-level>, line 1:\n.a | \njq: 1 compile error\n',
  ],
  [
    'an option that nothing has',
    ['--nothing', '.'],
    '{}',
    2,
    'jq: Unknown option: --nothing\nUse jq --help for help with command-line options,\nor see the jq manpage, or online docs  at https://jqlang.github.io/jq\n',
  ],
  [
    'a file that is not there',
    ['.', 'none.json'],
    '',
    2,
    'jq: error: Could not open none.json: No such file or directory\n',
  ],
  [
    'a program without an end',
    ['def f: f; f'],
    '{}',
    5,
    'jq: stopped: the program takes more steps than fit here\n',
  ],
  [
    'a list without an end',
    ['[range(1e12)]'],
    '{}',
    5,
    'jq: stopped: the program takes more steps than fit here\n',
  ],
])('[jq-mistakes] %s is refused in jq’s words', async (_, args, stdin, exit, stderr) => {
  expect(await run(args, stdin)).toMatchObject({ text: '', stderr, exit });
});

test.each<[string, readonly string[], string]>([
  ['files, one after another', ['-c', '.', 'a.json'], '{"a":1}\n{"a":2}\n'],
  ['a program from a file', ['-f', 'double.jq', 'a.json'], '2\n4\n'],
  ['a file as a list', ['-nc', '--slurpfile', 'all', 'a.json', '$all'], '[{"a":1},{"a":2}]\n'],
  ['a file as a text', ['-nr', '--rawfile', 'it', 'double.jq', '$it | length'], '15\n'],
  ['the environment', ['-nr', 'env.HOME, $ENV.HOME'], '/home/mei\n/home/mei\n'],
  ['the time of the world', ['-n', 'now | todate'], '"1970-01-01T00:00:00Z"\n'],
  ['ascending keys', ['-nS', '{b: 1, a: 2}'], '{\n  "a": 2,\n  "b": 1\n}\n'],
])('[jq-options] it reads %s', async (_, args, prints) => {
  expect(await run(args)).toMatchObject({ text: prints, stderr: '', exit: 0 });
});
