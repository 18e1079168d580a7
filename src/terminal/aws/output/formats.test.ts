import { describe, expect, test } from 'vitest';
import formats from '../../test/formats.json' with { type: 'json' };
import type { Value } from '../../value.ts';
import { printed, type Pages } from './printed.ts';

interface Case {
  readonly name: string;
  readonly value: Value;
  readonly text?: readonly string[];
  readonly table?: readonly string[];
  readonly yaml?: readonly string[];
}

const joined = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

describe.each(formats.cases as unknown as readonly Case[])('$name', (given) => {
  test.each((['text', 'table', 'yaml'] as const).filter((output) => given[output]))(
    '[byte-for-byte] prints as %s what the command line prints of the same value',
    async (output) => {
      const stdout = joined(given[output] ?? []);
      expect(await printed(given.value, { output }, 'TheOperation')).toEqual({ stdout });
    },
  );

  test('[byte-for-byte] prints as JSON that is read back as it was', async () => {
    const output = await printed(given.value, {}, 'TheOperation');
    expect('stdout' in output && JSON.parse(output.stdout)).toEqual(given.value);
  });
});

describe('an operation that gives nothing', () => {
  test.each(['json', 'text', 'table', 'yaml', 'yaml-stream', 'off'] as const)(
    '[nothing-prints-nothing] as %s',
    async (output) => {
      expect(await printed({}, { output }, 'AddUserToGroup')).toEqual({ stdout: '' });
    },
  );

  test('[nothing-prints-nothing] but a query of it has an answer', async () => {
    expect(await printed({}, { query: 'User' }, 'X')).toEqual({ stdout: 'null\n' });
    expect(await printed({}, { query: 'User', output: 'text' }, 'X')).toEqual({ stdout: 'None\n' });
  });
});

describe('a query', () => {
  const users = {
    Users: [
      { UserName: 'mei', Path: '/dev/', Keys: 2 },
      { UserName: 'oskar', Path: '/', Keys: 0 },
    ],
    IsTruncated: false,
  };
  const asked = async (query: string, output: 'json' | 'text' | 'table' | 'yaml'): Promise<string> => {
    const result = await printed(users, { query, output }, 'ListUsers');
    return 'stdout' in result ? result.stdout : `${result.exit}${result.message}`;
  };

  test.each([
    ['Users[0].UserName', 'json', '"mei"\n'],
    ['Users[0].UserName', 'text', 'mei\n'],
    ['Users[0].UserName', 'yaml', '"mei"\n'],
    ['Nope', 'json', 'null\n'],
    ['Nope', 'text', 'None\n'],
    ['Nope', 'yaml', 'null\n'],
    ['Nope', 'table', ''],
    ['IsTruncated', 'json', 'false\n'],
    ['IsTruncated', 'text', 'False\n'],
    ['length(Users)', 'text', '2\n'],
    ['Users[].UserName', 'json', '[\n    "mei",\n    "oskar"\n]\n'],
    ['Users[].UserName', 'text', 'mei\toskar\n'],
    ['Users[].UserName', 'yaml', '- mei\n- oskar\n'],
    ['Users[].[UserName,Path]', 'text', 'mei\t/dev/\noskar\t/\n'],
    ['Users[].{b:UserName,a:Path}', 'text', '/dev/\tmei\n/\toskar\n'],
    ['Users[0].{b:UserName,a:Path}', 'json', '{\n    "b": "mei",\n    "a": "/dev/"\n}\n'],
    ['Users[0].{b:UserName,a:Path}', 'yaml', 'a: /dev/\nb: mei\n'],
    ['{Only:Users[].Keys}', 'text', 'ONLY\t2\nONLY\t0\n'],
    ['Users[?Keys>`9`]', 'json', '[]\n'],
    ['Users[?Keys>`9`]', 'text', ''],
    ['Users[?Keys>`9`]', 'yaml', '[]\n'],
  ] as const)('[query-before-print] %s as %s', async (query, output, stdout) => {
    expect(await asked(query, output)).toBe(stdout);
  });

  test('[query-before-print] names the operation above a table of what was asked for', async () => {
    expect(await asked('Users[].[UserName,Keys]', 'table')).toBe(
      [
        '----------------',
        '|   ListUsers  |',
        '+--------+-----+',
        '|  mei   |  2  |',
        '|  oskar |  0  |',
        '+--------+-----+',
        '',
      ].join('\n'),
    );
  });

  test('[bad-syntax-is-252] a query that cannot be read', async () => {
    expect(await printed(users, { query: 'Users[' }, 'ListUsers')).toEqual({
      exit: 252,
      message:
        '\naws: [ERROR]: An error occurred (ParamValidation): Bad value for --query Users[: Invalid jmespath expression: Incomplete expression:\n"Users["\n       ^',
    });
  });

  test('[other-faults-are-255] a query that cannot take the answer, and rows that do not fit below each other', async () => {
    expect(await asked('length(Nope)', 'json')).toBe(
      '255\naws: [ERROR]: In function length(), invalid type for value: None, expected one of: ' +
        "['string', 'array', 'object'], received: \"null\"",
    );
    expect(await asked('[[`1`],[`1`,`2`]]', 'table')).toBe(
      '255\naws: [ERROR]: Row should have 1 elements, instead it has 2',
    );
  });
});

describe('an answer in pages', () => {
  const whole = { Users: [{ UserName: 'a' }, { UserName: 'b' }], NextToken: 'x' };
  const pages: Pages = {
    raw: [
      { Users: [{ UserName: 'a' }], IsTruncated: true },
      { Users: [{ UserName: 'b' }], IsTruncated: false },
    ],
    results: [{ Users: [{ UserName: 'a' }] }, { Users: [{ UserName: 'b' }] }],
    next: { NextToken: { NextToken: 'x' } },
  };
  const asPrinted = (options: Parameters<typeof printed>[1]): Promise<unknown> =>
    printed(whole, options, 'ListUsers', pages);

  test('[pages-stream] text and yaml-stream print page by page, the others the whole', async () => {
    expect(await asPrinted({ output: 'text' })).toEqual({ stdout: 'USERS\ta\nUSERS\tb\nNEXTTOKEN\tx\n' });
    expect(await asPrinted({ output: 'yaml-stream' })).toEqual({
      stdout:
        '- IsTruncated: true\n  Users:\n  - UserName: a\n- IsTruncated: false\n  Users:\n  - UserName: b\n',
    });
    expect(await asPrinted({ output: 'yaml' })).toEqual({
      stdout: 'NextToken: x\nUsers:\n- UserName: a\n- UserName: b\n',
    });
  });

  test('[pages-stream] a query is asked of each page, and not of where it goes on', async () => {
    expect(await asPrinted({ output: 'text', query: 'Users[].UserName' })).toEqual({
      stdout: 'a\nb\nNEXTTOKEN\tx\n',
    });
    expect(await asPrinted({ output: 'yaml-stream', query: 'Users[0].UserName' })).toEqual({
      stdout: '- a\n- b\n',
    });
    expect(await asPrinted({ query: 'length(Users)' })).toEqual({ stdout: '2\n' });
  });
});
