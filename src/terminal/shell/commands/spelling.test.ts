import { describe, expect, it } from 'vitest';
import { openShell } from '../shell.ts';
import { apart } from './spelling.ts';

async function printed(line: string): Promise<string> {
  const shell = openShell({
    user: 'mei',
    home: '/home/mei',
    host: 'here',
    now: () => 0,
    seed: 1,
    commands: [],
  });
  return (await shell.run(line)).chunks.map(({ text }) => text).join('');
}

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

  it.each([
    ['takes a line for `-I`', `printf 'a b\\nc d\\n' | xargs -I{} echo '<{}>'`, '<a b>\n<c d>\n'],
    ['says that a command failed', 'echo a | xargs -I{} false {}; echo $?', '123\n'],
    [
      'says that there is no command',
      'echo a | xargs nothing; echo $?',
      'bash: nothing: command not found\n127\n',
    ],
    ['leaves the options of the command alone', 'echo a b | xargs echo -I x', '-I x a b\n'],
  ])('xargs %s', async (_, line, expected) => {
    expect(await printed(line)).toBe(expected);
  });

  it('work in the shell', async () => {
    const line = `printf 'a\\nb\\n' | xargs -I{} echo '<{}>'; printf 'a b' | xargs -n1 echo; seq 3 | paste -sd,`;
    expect(await printed(line)).toBe('<a>\n<b>\na\nb\n1,2,3\n');
  });
});
