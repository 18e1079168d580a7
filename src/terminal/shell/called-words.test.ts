// The first word of a command splits as in bash; each expectation is what bash 5.2 prints.
import { describe, expect, it } from 'vitest';
import { openShell } from './shell.ts';

async function printed(...lines: readonly string[]): Promise<string> {
  const shell = openShell({
    user: 'mei',
    home: '/home/mei',
    host: 'here',
    commands: [],
    now: () => 0,
    seed: 1,
  });
  let text = '';
  for (const line of lines) text = (await shell.run(line)).chunks.map((chunk) => chunk.text).join('');
  return text;
}

describe('[called-words-split] the first word of a command', () => {
  it.each<[string, readonly string[], string]>([
    ['is every parameter', ['f() { "$@" end; }; f echo a "b  c"'], 'a b  c end\n'],
    ['is every parameter without quotes', ['set -- echo "a  b"; $@'], 'a b\n'],
    ['is what an array holds', ['a=(echo "a  b"); "${a[@]}" c; "${a[@]:0:1}" d'], 'a  b c\nd\n'],
    ['is a variable of several words', ['say="echo -n"; $say a; $say b'], 'ab'],
    ['is what a command prints', ['$(echo echo a) b'], 'a b\n'],
    ['stands before a redirection', ['say="echo a"; $say b > f; cat f'], 'a b\n'],
    ['stands behind a variable for it alone', ['get="printenv A"; A=1 $get; echo "<$A>"'], '1\n<>\n'],
    ['names a function', ['f() { echo "f $*"; }; run="f 1"; $run 2'], 'f 1 2\n'],
    [
      'is in a function of a line before',
      ['try() { "$@" || echo no; }', 'true', 'try false; try echo a'],
      'no\na\n',
    ],
    ['is nothing at all', ['true; $none; echo $?; $none echo a'], '0\na\n'],
    ['stands under `set -u`', ['set -u; say="echo a"; $say'], 'a\n'],
    [
      'ends with the status of the command',
      ['say="eval exit_with"; exit_with() { return 3; }; $say; echo $?'],
      '3\n',
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await printed(...lines)).toBe(expected);
  });

  it('is one word where it stands in quotes', async () => {
    expect(await printed('say="echo a"; "$say"')).toBe('bash: echo a: command not found\n');
    expect(await printed('"$none"')).toBe('bash: : command not found\n');
  });
});
