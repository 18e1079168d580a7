// What nobody should type: the terminal says so, stays alive, and lets nothing out.
import { describe, expect, it } from 'vitest';
import { blankWorld } from '#cloud/services';
import { openSession, type Answered, type Session } from './session.ts';

const open = (): Promise<Session> => openSession(blankWorld());
const textOf = ({ chunks }: Answered): string => chunks.map(({ text }) => text).join('');

async function after(...lines: readonly string[]): Promise<{ readonly text: string; readonly exit: number }> {
  const session = await open();
  let text = '';
  let exit = 0;
  for (const line of lines) {
    const answered = await session.run(line);
    text = textOf(answered);
    ({ exit } = answered);
  }
  return { text, exit };
}

describe('[bad-input] what cannot be read is refused aloud:', () => {
  it.each<[string, readonly string[], number, string]>([
    [
      'a binary file for a policy',
      ['echo AAECA/8= | base64 -d > p', 'aws iam create-policy --policy-name p --policy-document file://p'],
      252,
      'text contents could not be decoded',
    ],
    ['a paste of 5 MB', [`echo ${'x'.repeat(5_000_000)}`], 2, 'the text is longer than 2 MiB'],
    [
      'a paste of 5 MB into a file',
      [`cat > f <<'E'\n${'x'.repeat(5_000_000)}\nE\n`],
      2,
      'the text is longer than 2 MiB',
    ],
    [
      'a service that is not simulated',
      ['aws glacier list-vaults'],
      255,
      'Simulated services: accessanalyzer,',
    ],
    ['a service that AWS does not have', ['aws nothing x'], 252, "Found invalid choice 'nothing'"],
    ['a clock moved back', ['sleep -1'], 1, "sleep: invalid time interval '-1'"],
    ['another date', ['date -s yesterday'], 1, "date: unrecognized option '-s'"],
  ])('%s', async (_, lines, exit, said) => {
    const found = await after(...lines);
    expect(found.exit).toBe(exit);
    expect(found.text).toContain(said);
  });

  it('an unclosed quote asks for more at the prompt, and is an error in a script', async () => {
    const session = await open();
    expect(await session.isOpen('echo "abc')).toBe(true);
    expect(await session.isOpen('echo "abc\ndef"')).toBe(false);
    const { chunks, exit } = await session.script('echo "abc');
    expect(chunks).toEqual([
      { stream: 'stderr', text: 'bash: line 1: unexpected EOF while looking for matching `"\'\n' },
    ]);
    expect(exit).toBe(2);
  });
});

describe('[stays-alive] what has no end', () => {
  it.each([
    ['an endless loop', 'while true; do :; done', 'a loop ran 10,000 times'],
    ['an endless loop of commands', 'until false; do true; done', 'a loop ran 10,000 times'],
    ['a fork bomb', ':(){ :|:& };:', 'functions called each other 100 times deep'],
    ['a function that calls itself', 'f() { f; }; f', 'functions called each other 100 times deep'],
    ['a variable that doubles', 'x=a; while true; do x=$x$x; done', 'it needs more room than the shell has'],
    ['a program of awk', "awk 'BEGIN { while (1); }'", 'exceeded maximum iterations'],
    ['a script of sed', "sed ':a;ba' <<< x", 'exceeded maximum iterations'],
  ])('%s stops with a message', async (_, line, said) => {
    const { text, exit } = await after(line);
    expect(text).toContain(said);
    expect(exit).toBe(126);
  });

  it('a filter of jq stops with a message and with the status of jq', async () => {
    const { text, exit } = await after('jq -n "[range(100000000)] | length"');
    expect(text).toContain('jq: stopped: the program takes more s');
    expect(exit).toBe(5);
  });

  it.each(['while true; do :; done', 'while true; do echo; done', 'for i in $(seq 1 9000); do true; done'])(
    'lets the page hear in between: %s',
    async (line) => {
      let breaths = 0;
      const stop = new AbortController();
      const pause = (): Promise<void> => {
        breaths += 1;
        if (breaths === 3) stop.abort();
        return Promise.resolve();
      };
      const session = await openSession(blankWorld(), { pause });
      const before = breaths;
      expect(before).toBeLessThan(3);
      const answered = await session.run(line, stop.signal);
      expect(answered.exit).toBe(130);
      expect(textOf(answered)).toBe('^C\n');
      expect(textOf(await session.run('echo $?; echo on'))).toBe('130\non\n');
    },
  );

  it('a loop that breathes is the loop that was written', async () => {
    const script = [
      'for i in 1 2; do false; done; echo $?',
      'while read -r a; do echo "<$a>"; done <<< x',
      'f() { for x in "$@"; do [ "$x" = b ] && return 4; echo $x; done; }; f a b c; echo $?',
      'set -x; for i in 1; do echo $i; done; set +x',
    ].join('\n');
    expect(textOf(await (await open()).script(script))).toBe('1\n<x>\na\n4\n1\n+ echo 1\n+ set +x\n');
  });
});

describe('[no-way-out] a script reaches nothing of the page:', () => {
  it.each([
    ['node -e "process.exit()"', 127],
    ['js-exec "globalThis"', 127],
    ['curl -s https://example.com', 6],
    ['constructor; __proto__', 127],
    ['aws __proto__ x', 252],
    ['aws iam constructor', 252],
    ['cat /proc/self/environ', 1],
  ])('%s', async (line, exit) => {
    expect((await after(line)).exit).toBe(exit);
  });

  it('a name that objects have is a name like others', async () => {
    const line =
      '__proto__=3; declare -A m; m[constructor]=4; echo $__proto__ ${m[constructor]} ${toString-none}';
    expect((await after(line)).text).toBe('3 4 none\n');
    expect(Object.hasOwn(Object.prototype, 'm')).toBe(false);
  });
});
