// Words with a sign of equality in them; each expectation is what bash 5.2 prints.
import { describe, expect, it } from 'vitest';
import { openShell } from './shell.ts';

async function printed(text: string, how: 'run' | 'script'): Promise<string> {
  const shell = openShell({
    user: 'mei',
    home: '/home/mei',
    host: 'here',
    commands: [],
    now: () => 0,
    seed: 1,
  });
  return (await shell[how](text)).chunks.map((chunk) => chunk.text).join('');
}

describe('[pairs-are-words] a word that looks like an assignment and assigns nothing', () => {
  it.each<[string, string, string]>([
    [
      'is one of the list of a `for`',
      'for p in a=b x c=d; do echo "${p%=*} $p"; done',
      'a a=b\nx x\nc c=d\n',
    ],
    [
      'is one in a list of several lines',
      'for p in a=b \\\n  c="d e"; do\n  echo "$p"\ndone',
      'a=b\nc=d e\n',
    ],
    [
      'is one in a list within another',
      'for p in a=1; do for q in b=2; do echo $p $q; done; done',
      'a=1 b=2\n',
    ],
    ['is one in a substitution', 'echo "$(for p in a=b c+=d; do echo $p; done)"', 'a=b\nc+=d\n'],
    ['is what a `case` looks at', 'case a=b in a*) echo yes ;; esac', 'yes\n'],
    ['is a pattern of a `case`', 'x=a=b; case $x in c) ;; d|a=b) echo yes ;; esac', 'yes\n'],
    ['is the name of a file', 'echo hi > a=b; cat a=b', 'hi\n'],
    ['is one in a function', 'f() { for p in a=b; do echo $p; done; }; f', 'a=b\n'],
    ['leaves what assigns alone', 'a=1; for p in b=2; do c=$p; done; echo $a $c ${b-none}', '1 b=2 none\n'],
  ])('%s', async (_, text, expected) => {
    expect(await printed(text, 'run')).toBe(expected);
    expect(await printed(`${text}\n`, 'script')).toBe(expected);
  });

  it('makes no script of a text that is none', async () => {
    expect(await printed('for p in a=b; echo $p; done', 'run')).toMatch(/^bash: .*syntax error/);
  });
});
