import { describe, expect, it } from 'vitest';
import { openShell } from '../shell.ts';
import { apart } from './spelling.ts';

describe('[options-in-one-word] an option and its value', () => {
  it.each<[readonly string[], readonly string[]]>([
    [
      ['-n1', 'echo'],
      ['-n', '1', 'echo'],
    ],
    [
      ['-n', '1', 'echo', '-n1'],
      ['-n', '1', 'echo', '-n1'],
    ],
    [
      ['-0rI{}', 'echo', '{}'],
      ['-0r', '-I', '{}', 'echo', '{}'],
    ],
    [['-t'], ['-t']],
    [[], []],
  ])('are taken apart: %j', (args, expected) => {
    expect(apart(args, 'nI')).toEqual(expected);
  });

  it('work in the shell', async () => {
    const shell = openShell({
      user: 'mei',
      home: '/home/mei',
      host: 'here',
      now: () => 0,
      seed: 1,
      commands: [],
    });
    const line = `printf 'a\\nb\\n' | xargs -I{} echo '<{}>'; printf 'a b' | xargs -n1 echo; seq 3 | paste -sd,`;
    const { chunks } = await shell.run(line);
    expect(chunks.map(({ text }) => text).join('')).toBe('<a>\n<b>\na\nb\n1,2,3\n');
  });
});
