// Where `set -e` ends a script and where it does not; each expectation is what bash 5.2 prints.
import { describe, expect, it } from 'vitest';
import { openShell } from './shell.ts';

async function script(text: string): Promise<{ readonly text: string; readonly exit: number }> {
  const shell = openShell({
    user: 'mei',
    home: '/home/mei',
    host: 'here',
    commands: [],
    now: () => 0,
    seed: 1,
  });
  const { chunks, exit } = await shell.script(text);
  return { text: chunks.map((chunk) => chunk.text).join(''), exit };
}

const FAILING = 'f() { false; echo in; return 3; }';

describe('[errexit-pardons-conditions] under `set -e` a failure inside', () => {
  it.each([
    [
      'a function left of `||` does not end the script',
      `${FAILING}; f || echo "caught $?"`,
      'in\ncaught 3\n',
    ],
    ['a function left of `&&`', `${FAILING}; f && echo no; echo on`, 'in\non\n'],
    ['a function behind `!`', `${FAILING}; ! f; echo $?`, 'in\n0\n'],
    ['a function that such a function calls', `${FAILING}; g() { f; echo g; }; g || echo no`, 'in\ng\n'],
    ['a group', '{ false; echo in; } || echo no', 'in\n'],
    ['a shell of its own', '(false; echo in) || echo no', 'in\n'],
    ['a pipeline', `${FAILING}; echo x | f || echo caught`, 'in\ncaught\n'],
    ['a function whose status is kept', 'f() { return 3; }; rc=0; f || rc=$?; echo $rc', '3\n'],
    ['a substitution', `f() { false; echo in; }; x=$(f); y=$(false; echo y); echo $x $y`, 'in y\n'],
    ['a substitution left of `||`', `${FAILING}; x=$(f) || echo "$x $?"`, 'in 3\n'],
  ])('%s', async (_, text, expected) => {
    expect(await script(`set -e; ${text}`)).toEqual({ text: expected, exit: 0 });
  });

  it.each([
    ['a function that stands alone ends it', `${FAILING}; f; echo no`, 1],
    ['a function on the right of `||`', `${FAILING}; false || f; echo no`, 1],
    ['a function behind one that was pardoned', 'f() { return 4; }; f || true; f; echo no', 4],
    ['what a substitution ends with', 'f() { return 5; }; x=$(true; f); echo no', 5],
  ])('%s', async (_, text, exit) => {
    expect(await script(`set -e; ${text}`)).toEqual({ text: '', exit });
  });

  it('a substitution leaves `set -e` as it was', async () => {
    expect(await script('set -e; x=$(true; echo a); false; echo no')).toEqual({ text: '', exit: 1 });
  });

  it('a loop goes on where its condition calls a function that ends it', async () => {
    const text =
      'next() { read -r l || return 1; echo "$l"; }; while next; do :; done <<< $\'a\\nb\'; echo end';
    expect(await script(`set -e; ${text}`)).toEqual({ text: 'a\nb\nend\n', exit: 0 });
  });
});
