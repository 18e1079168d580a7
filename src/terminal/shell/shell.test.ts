import { describe, expect, it } from 'vitest';
import { said, type ShellCommand } from './command.ts';
import { openShell, type Outcome, type Shell } from './shell.ts';

/** Says on both streams what it was given; `fail` fails. */
const speak: ShellCommand = {
  name: 'speak',
  run: (args) => ({
    stdout: `out ${args.join(' ')}\n`,
    stderr: `err ${args.join(' ')}\n`,
    exit: args[0] === 'fail' ? 254 : 0,
  }),
};

function open(...commands: readonly ShellCommand[]): Shell {
  return openShell({
    user: 'mei',
    home: '/home/mei',
    host: 'here',
    now: () => 0,
    seed: 1,
    commands: [speak, ...commands],
  });
}

const textOf = ({ chunks }: Outcome, stream?: 'stdout' | 'stderr'): string =>
  chunks
    .filter((chunk) => stream === undefined || chunk.stream === stream)
    .map(({ text }) => text)
    .join('');

/** What the last of some lines prints. */
async function after(...lines: readonly string[]): Promise<string> {
  const shell = open();
  let printed = '';
  for (const line of lines) printed = textOf(await shell.run(line));
  return printed;
}

describe('[shell-keeps-state] a line finds what the lines before it left:', () => {
  it.each<[string, readonly string[], string]>([
    ['variables', ['A=1; B="x y"', 'echo "$A $B"'], '1 x y\n'],
    ['what is exported', ['export A=1; B=2', 'printenv A B'], '1\n'],
    ['what is no longer there', ['A=1', 'unset A', 'echo "<${A-none}>"'], '<none>\n'],
    ['arrays', ["a=(1 'two 3' \"it's\")", 'echo "${#a[@]} ${a[1]} ${a[2]}"'], "3 two 3 it's\n"],
    ['maps', ["declare -A m; m['k k']='v w'", 'echo "${m[k k]}"'], 'v w\n'],
    ['numbers', ['declare -i n=5', 'n=n+1; echo $n'], '6\n'],
    ['functions', ['f() { local x=$1; echo "f $x"; }', 'f 7'], 'f 7\n'],
    ['functions of a file', ["echo 'g() { echo from $1; }' > lib.sh", '. ./lib.sh', 'g here'], 'from here\n'],
    ['removed functions', ['f() { :; }', 'unset -f f', 'f'], 'bash: f: command not found\n'],
    ['aliases', ['alias ll="echo long"', 'll here'], 'long here\n'],
    ['the folder', ['mkdir d; cd d', 'pwd'], '/home/mei/d\n'],
    ['the folder before', ['cd /tmp', 'cd -'], '/home/mei\n'],
    ['options', ['set -o pipefail', 'false | true; echo $?'], '1\n'],
    ['parameters', ['set -- a "b c"', 'echo "$# $2"'], '2 b c\n'],
    ['the status', ['false', 'echo $?'], '1\n'],
    ['files', ['echo hi > f', 'cat f'], 'hi\n'],
  ])('%s', async (_, lines, expected) => {
    expect(await after(...lines)).toBe(expected);
  });

  it('but not what a subshell changed', async () => {
    expect(await after('A=1; (A=2; cd /tmp)', 'echo $A; pwd')).toBe('1\n/home/mei\n');
  });

  it('also after a line that was stopped', async () => {
    const shell = open();
    await shell.run('A=1; f() { echo "f $A"; }');
    const stopped = await shell.run('A=2; while true; do :; done');
    expect(stopped).toMatchObject({ exit: 126, isOver: false });
    expect(textOf(await shell.run('f'))).toBe('f 2\n');
  });
});

describe('[shell-order] what is printed', () => {
  it('keeps the order of both streams between statements', async () => {
    const { chunks } = await open().run('speak a; speak b; echo c');
    expect(chunks.map(({ stream, text }) => [stream, text])).toEqual([
      ['stdout', 'out a\n'],
      ['stderr', 'err a\n'],
      ['stdout', 'out b\n'],
      ['stderr', 'err b\n'],
      ['stdout', 'c\n'],
    ]);
  });

  it.each([
    ['in a loop', 'for i in a b; do speak $i; done', 'out a|err a|out b|err b'],
    [
      'in a choice in a loop',
      'for i in a b; do if true; then speak $i; echo $i; fi; done',
      'out a|err a|a|out b|err b|b',
    ],
    ['in a group', '{ speak a; speak b; }', 'out a|err a|out b|err b'],
    [
      'in a loop that reads',
      'while read i; do speak $i; done <<< $(echo a; echo b)',
      'out a|err a|out b|err b',
    ],
    ['with the status kept', 'for i in fail; do speak $i; echo $?; done', 'out fail|err fail|254'],
    ['under `set -e`', 'set -e; for i in a; do false || speak $i; done; echo on', 'out a|err a|on'],
  ])('keeps their order %s', async (_, script, expected) => {
    const text = textOf(await open().script(script));
    expect(text.trimEnd().split('\n').join('|')).toBe(expected);
  });

  it('marks nothing that goes elsewhere', async () => {
    const script = [
      'for i in a b; do speak $i; done 2>/dev/null | cat -A',
      'x=$(for i in a; do speak $i; done 2>&1); echo "$x" | cat -A',
      'for i in a; do speak $i; done > f 2>&1; cat -A f',
      'f() { for i in a; do speak $i; done; }; f 2>&1 | cat -A',
    ].join('\n');
    expect(textOf(await open().script(script))).toBe(
      'out a$\nout b$\nout a$\nerr a$\nout a$\nerr a$\nout a$\nerr a$\n',
    );
  });

  it('shows nothing of how the shell works when every command is traced', async () => {
    expect(textOf(await open().run('set -x; echo hi; a=(1 2)'))).toBe('hi\n+ echo hi\n');
    expect(textOf(await open().script('set -x\necho hi\n'))).toBe('hi\n+ echo hi\n');
    const shell = open();
    await shell.run('set -x; a=(1 2)');
    expect(textOf(await shell.run('echo "${a[1]}"'))).toBe('2\n+ echo 2\n');
  });

  it('goes into a file for good, and nothing else does', async () => {
    const shell = open();
    await shell.run('exec > log; echo a; echo b');
    expect(new TextDecoder().decode(await shell.files.read('/home/mei/log'))).toBe('a\nb\n');
    const script =
      'exec > log 2>&1; x=$(echo in); echo "$x"; speak a; f() { echo f; }; f | cat; false || exit 3';
    const other = open();
    expect(await other.script(script)).toMatchObject({ chunks: [], exit: 3 });
    expect(new TextDecoder().decode(await other.files.read('/home/mei/log'))).toContain(
      'in\nout a\nerr a\nf\n',
    );
    expect(textOf(await open().script('exec 2>&1; speak a; exec 3>&1; echo b'), 'stdout')).toBe(
      'out a\nerr a\nb\n',
    );
  });

  it('and what is exported is so in the next shell that goes on from there', async () => {
    const shell = open();
    await shell.run('export A=1; B=2');
    const next = open();
    next.back(shell.save());
    expect(textOf(await next.run('printenv A; printenv B || echo none; echo $B'))).toBe('1\nnone\n2\n');
  });

  it('keeps bytes as they are in pipes and files', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const raw: ShellCommand = { name: 'raw', run: () => said(bytes) };
    const seen: Uint8Array[] = [];
    const eat: ShellCommand = { name: 'eat', run: (_, { stdin }) => said(String(seen.push(stdin))) };
    const shell = open(raw, eat);
    await shell.run('raw > f; cat f | eat');
    expect(await shell.files.read('/home/mei/f')).toEqual(bytes);
    expect(seen).toEqual([bytes]);
  });
});

describe('[script-status] a script ends', () => {
  it.each<[string, string, number, string]>([
    ['with the status of its last command', 'true; false', 1, ''],
    ['where it says exit', 'echo a; exit 3; echo b', 3, 'a\n'],
    ['at the first failure under set -e', 'set -e; echo a; false; echo b', 1, 'a\n'],
    [
      'not at a failure that is looked at',
      'set -e; if false; then :; fi; false || echo b; ! true; echo c',
      0,
      'b\nc\n',
    ],
    ['at a failure in a pipe under pipefail', 'set -eo pipefail; false | true; echo b', 1, ''],
    ['at a variable that is not set under set -u', 'set -u; echo $NO; echo b', 1, ''],
    ['with what trap EXIT says', "trap 'echo bye' EXIT; echo a; exit 4", 4, 'a\nbye\n'],
    ['with what trap EXIT says of its variables', "t=1; trap 'echo $t' EXIT; t=2; echo a", 0, 'a\n2\n'],
    ['with the status of its functions', 'f() { return 5; }; f', 5, ''],
  ])('%s', async (_, script, exit, stdout) => {
    const outcome = await open().script(script);
    expect(textOf(outcome, 'stdout')).toBe(stdout);
    expect(outcome).toMatchObject({ exit, isOver: true });
  });

  it('runs the lines before a mistake of syntax, and names its line', async () => {
    const outcome = await open().script('echo a\necho b\nif true; then\n  echo c\ndone\n');
    expect(textOf(outcome, 'stdout')).toBe('a\nb\n');
    expect(textOf(outcome, 'stderr')).toMatch(/^bash: line 5: syntax error/);
    expect(outcome.exit).toBe(2);
  });

  it('keeps the text of a here-document as it is', async () => {
    expect(textOf(await open().script('cat <<\'EOF\'\n  {\n    "a": $b\n  }\nEOF\n'))).toBe(
      '  {\n    "a": $b\n  }\n',
    );
  });

  it('keeps PIPESTATUS from one statement to the next', async () => {
    expect(textOf(await open().script('false | true\necho "${PIPESTATUS[@]}"'))).toBe('1 0\n');
  });
});

describe('[shell-asks-on] a text that is not whole', () => {
  it.each([
    'echo "a',
    "x='",
    'if true; then',
    'f() {',
    'echo $(ls',
    'cat <<EOF\nhi',
    'echo a |',
    'a &&',
    'echo \\',
  ])('asks for another line: %s', async (text) => {
    expect(await open().isOpen(text)).toBe(true);
  });
  it.each(['echo a', 'fi', 'echo )', '', '# a \\', 'cat <<EOF\nhi\nEOF', "echo 'a\nb'"])(
    'or does not: %s',
    async (text) => {
      expect(await open().isOpen(text)).toBe(false);
    },
  );
});

describe('[shell-limits] a line that would never end is stopped with a message:', () => {
  it.each<[string, string, string]>([
    ['an endless loop', 'while true; do :; done', 'a loop ran 10,000 times'],
    ['an endless count', 'for ((;;)); do :; done', 'a loop ran 10,000 times'],
    ['a fork bomb', ':(){ :|:& };:', 'functions called each other 100 times deep'],
    ['a function of itself', 'f() { f; }; f', 'functions called each other 100 times deep'],
    ['a text that doubles', 'x=a; while true; do x=$x$x; done', 'more room than the shell has'],
    ['an endless sequence', 'seq 1 100000000 | tail -1', 'a loop ran 10,000 times'],
  ])('%s', async (_, line, why) => {
    const shell = open();
    const outcome = await shell.run(line);
    expect(textOf(outcome, 'stderr')).toContain(`bash: stopped: `);
    expect(textOf(outcome, 'stderr')).toContain(why);
    expect(outcome).toMatchObject({ exit: 126, isOver: false });
    expect(textOf(await shell.run('echo alive'))).toBe('alive\n');
  });

  it('a text of some thousand letters is made by counting', async () => {
    expect(textOf(await open().run("x=$(printf 'a%.0s' {1..7000}); echo ${#x}"))).toBe('7000\n');
  });

  it('`yes | cat` ends', async () => {
    expect(textOf(await open().run('yes | cat | wc -l'))).toBe('2000\n');
  });

  it('a paste of five megabytes is refused', async () => {
    const outcome = await open().run(`echo ${'a'.repeat(5_000_000)}`);
    expect(outcome.exit).not.toBe(0);
    expect(textOf(outcome, 'stderr')).toContain('the text is longer than 2 MiB');
  });

  it('Ctrl-C stops what runs', async () => {
    const stop = new AbortController();
    const wait: ShellCommand = {
      name: 'wait-for-it',
      run: async () => {
        stop.abort();
        await Promise.resolve();
        return said('');
      },
    };
    const shell = open(wait);
    const outcome = await shell.run('echo a; wait-for-it; echo b', stop.signal);
    expect(textOf(outcome, 'stdout')).not.toContain('b');
    expect(outcome).toMatchObject({ exit: 130, isOver: false });
    expect(textOf(await shell.run('echo alive'))).toBe('alive\n');
  });
});

describe('[shell-no-escape] no way leads out of the shell:', () => {
  it.each([
    'python3 -c "print(1)"',
    'node -e 1',
    'js-exec -c 1',
    'sqlite3 :memory:',
    'ssh example.com',
    'sudo id',
    'nano f',
  ])('%s says what to do instead', async (line) => {
    const outcome = await open().run(line);
    expect(textOf(outcome, 'stderr')).toMatch(/: is not here\. /);
    expect(outcome.exit).toBe(127);
  });

  it.each([
    'cat /etc/passwd',
    'ls /root',
    'cat /proc/self/environ | grep -a PATH=',
    'ls /work',
    'cat package.json',
  ])('no file of the computer outside is there: %s', async (line) => {
    expect((await open().run(line)).exit).not.toBe(0);
  });

  it('no variable of the computer outside is there', async () => {
    process.env['OUTSIDE'] = 'secret';
    expect(textOf(await open().run('env; set'))).not.toContain('secret');
  });

  it('a name that every object has is no command and no variable', async () => {
    const outcome = await open().run('echo "<$constructor$__proto__>"; constructor; __proto__');
    expect(textOf(outcome, 'stdout')).toBe('<>\n');
    expect(outcome.exit).toBe(127);
  });
});
