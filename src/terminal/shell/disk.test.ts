// The disk as scripts see it: folders that must be there, links that lead on, modes that stay.
import { describe, expect, it } from 'vitest';
import { openShell } from './shell.ts';

async function printed(script: string): Promise<string> {
  const shell = openShell({
    user: 'mei',
    home: '/home/mei',
    host: 'here',
    now: () => Date.parse('2026-11-23T09:00:00Z'),
    seed: 1,
    commands: [],
  });
  const { chunks } = await shell.script(script);
  return chunks.map(({ text }) => text).join('');
}

describe('[no-folder-no-file] a redirection', () => {
  it.each([
    ['echo x > /missing/dir/f; echo $?', 'bash: /missing/dir/f: No such file or directory\n1\n'],
    ['echo x >> no/f || echo failed', 'failed\nbash: no/f: No such file or directory\n'],
    ['f=no/f; echo x > $f', 'bash: no/f: No such file or directory\n'],
    ['{ echo x; } > no/f', 'bash: no/f: No such file or directory\n'],
    ['echo x > f; echo y > f/g', 'bash: f/g: No such file or directory\n'],
    ['mkdir d; echo x > d/f; cat d/f', 'x\n'],
    ['mkdir d; for i in 1 2; do echo $i >> d/f; done; cat d/f', '1\n2\n'],
    ['mkdir d; w() { echo $1 > d/$1; }; w a; w b; cat d/*', 'a\nb\n'],
    ['false; echo $? > ~/f; cat f', '1\n'],
    [
      'cp /dev/null no/f; tee no/g < /dev/null',
      "cp: cannot create regular file 'no/f': No such file or directory\ntee: no/g: No such file or directory\n",
    ],
  ])('%s', async (script, expected) => {
    expect(await printed(script)).toBe(expected);
  });
});

describe('[files-and-links] the disk', () => {
  it.each([
    ['writes through a link', 'echo a > f; ln -s f l; echo b > l; cat f; ls -F', 'b\nf\nl@\n'],
    [
      'keeps the mode of a file',
      'echo a > f; chmod 600 f; echo b >> f; ls -l f',
      '-rw------- 1 mei mei 4 Nov 23 09:00 f\n',
    ],
    [
      'shows no slash behind folders',
      'mkdir d; ls -l',
      'total 4\ndrwxr-xr-x 2 mei mei 4096 Nov 23 09:00 d\n',
    ],
    ['shows where a link leads', 'ln -s /tmp l; ls -l l', 'lrwxrwxrwx 1 mei mei 4 Nov 23 09:00 l -> /tmp\n'],
    ['names each folder of several', 'mkdir a b; touch a/x; ls a b', 'a:\nx\n\nb:\n'],
    ['walks through all', 'mkdir -p a/b; touch a/b/x; ls -R', '.:\na\n\n./a:\nb\n\n./a/b:\nx\n'],
    ['says what is missing', 'ls no; echo $?', "ls: cannot access 'no': No such file or directory\n2\n"],
    [
      'refuses an option',
      'ls --no',
      "ls: unrecognized option '--no'\nTry 'ls --help' for more information.\n",
    ],
    ['moves a folder with all in it', 'mkdir -p a/b; echo x > a/b/c; mv a z; cat z/b/c; ls', 'x\nz\n'],
    [
      'takes no more for a folder that is full',
      'mkdir d; touch d/f; rmdir d; echo $?',
      "rmdir: failed to remove 'd': Directory not empty\n1\n",
    ],
    ['forgets what goes to nowhere', 'echo x > /dev/null; cat /dev/null', ''],
    ['keeps bytes as they are', 'echo /wBh | base64 -d > b; cp b c; base64 c', '/wBh\n'],
    ['runs in circles once', 'ln -s l m; ln -s m l; cat l', 'cat: l: No such file or directory\n'],
  ])('%s', async (_, script, expected) => {
    expect(await printed(script)).toBe(expected);
  });
});
