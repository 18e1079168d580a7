// A command that calls another hands its exported variables on; each expectation is what bash 5.2 prints.
import { describe, expect, it } from 'vitest';
import { openShell } from './shell.ts';

/** What the last of some lines prints. */
async function printed(...lines: readonly string[]): Promise<string> {
  const shell = openShell({
    user: 'mei',
    home: '/home/mei',
    host: 'here',
    now: () => 0,
    seed: 1,
    commands: [],
  });
  let text = '';
  for (const line of lines) text = (await shell.run(line)).chunks.map((chunk) => chunk.text).join('');
  return text;
}

describe('[exports-reach-the-called] what is exported is seen by the command that is called by', () => {
  it.each<[string, readonly string[], string]>([
    ['xargs', ['export A=1', 'echo A | xargs printenv'], '1\n'],
    ['xargs and a shell', ['export A=1', "echo x | xargs -I{} sh -c 'printenv A; echo {}'"], '1\nx\n'],
    ['find', ['export A=1', 'find /home/mei -maxdepth 0 -exec printenv A \\;'], '1\n'],
    ['timeout', ['export A=1', 'timeout 5 printenv A'], '1\n'],
    [
      'a shell, of a variable for it alone',
      ["A='1 2' bash -c 'printenv A; echo \"<$A> $0\"' b"],
      '1 2\n<1 2> b\n',
    ],
    ['a shell that reads a file', ["echo 'printenv A; echo $1' > s; A=1 bash s 'x y'"], '1\nx y\n'],
    ['env, which adds one', ['env A=2 printenv A'], '2\n'],
    ['env, which changes one', ['export A=1', 'env A=2 printenv A; printenv A'], '2\n1\n'],
    [
      'env, which takes one away',
      ['export A=1 B=2', 'env -u A printenv B; env -u A printenv A; echo $?'],
      '2\n1\n',
    ],
    ['env, which begins with none', ['export A=1', 'env -i B=2 printenv A; echo $?'], '1\n'],
  ])('%s', async (_, lines, expected) => {
    expect(await printed(...lines)).toBe(expected);
  });

  it('and what is not exported is not', async () => {
    expect(await printed('A=1', 'echo A | xargs printenv; bash -c \'echo "<$A>"\'')).toBe('<>\n');
  });

  it('and bytes come back as they were', async () => {
    expect(await printed("bash -c 'echo ü'; echo ü | xargs echo; env echo ü")).toBe('ü\nü\nü\n');
  });
});
