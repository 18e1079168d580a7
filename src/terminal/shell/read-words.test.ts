// What `read` and `mapfile` leave in variables; each expectation is what bash 5.2 prints where texts are in UTF-8.
import { describe, expect, it } from 'vitest';
import { openShell } from './shell.ts';

async function printed(text: string): Promise<string> {
  const shell = openShell({
    user: 'mei',
    home: '/home/mei',
    host: 'here',
    commands: [],
    now: () => 0,
    seed: 1,
  });
  return (await shell.script(text)).chunks.map((chunk) => chunk.text).join('');
}

describe('[read-reads-text] a letter outside ASCII is one letter', () => {
  it.each([
    [
      'from a file',
      `echo 'Zürich é' > f; while read -r a b; do echo "$a \${#a} $b"; done < f`,
      'Zürich 6 é\n',
    ],
    ['from a pipe', 'echo ü | { read x; echo $x ${#x}; }', 'ü 1\n'],
    ['without a name', 'read <<< ä; echo $REPLY ${#REPLY}', 'ä 1\n'],
    ['by a name in a variable', 'n=v; read -r "$n" <<< é; echo ${#v}', '1\n'],
    [
      'in the last line, which has no end',
      `printf é > f; while read -r a || [ "$a" ]; do echo $a; done < f`,
      'é\n',
    ],
    ['in a list', `IFS=, read -ra p <<< 'a,é,c'; echo "\${p[1]} \${#p[@]}"`, 'é 3\n'],
    ['in lines', String.raw`mapfile -t l < <(printf 'é\nb\n'); echo "${'$'}{l[*]} ${'$'}{#l[0]}"`, 'é b 1\n'],
    ['and is compared as such', 'read x <<< é; case $x in é) echo same;; esac', 'same\n'],
  ])('%s', async (_, text, expected) => {
    expect(await printed(text)).toBe(expected);
  });

  it('bytes that are no text stay what they are', async () => {
    expect(await printed(`printf '\\xff\\n' | { read x; echo \${#x}; }`)).toBe('1\n');
  });

  it('the status of the end of a file stays', async () => {
    expect(await printed('read x < /dev/null; echo $?; ! read y < /dev/null; echo $?')).toBe('1\n0\n');
    expect(await printed('set -e; read x < /dev/null; echo no')).toBe('');
  });
});
