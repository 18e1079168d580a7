// A shell knows no time but the world's, and no luck but its own.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { clockCommands } from './commands/clock.ts';
import { clockedCommands } from './commands/clocked.ts';
import { toolCommands } from './commands/tools.ts';
import { openShell } from './shell.ts';

const SCRIPT = `
mkdir -p d/e; echo hi > d/f; ln -s d/f l; touch -d '2026-11-20 10:00' old
ls -l; ls -la d; ls -lt --full-time; ls -lR; stat d/f; stat -c '%n %y %Y %U' l
sleep 90
echo later > g; ls -l g; find . -mmin -1; find . -newermt '2026-11-22' -type f; find . -mtime +1
find . -name g -printf '%T@ %s\\n'; [ g -nt d/f ] && echo newer
echo $RANDOM $((RANDOM % 100)) \${RANDOM:0:2} $SRANDOM
echo $SECONDS $EPOCHSECONDS $EPOCHREALTIME $$ $BASHPID; SECONDS=5; sleep 2; echo $SECONDS
roll() { echo "rolled $RANDOM"; }; roll; eval 'echo $RANDOM $SECONDS'
echo 'echo sourced $RANDOM $((RANDOM + 1)) $SECONDS' > s.sh; . ./s.sh; bash s.sh
printf '%(%F %T)T\\n' -1; printf '%(%s)T\\n'; date; date +%s%N
mktemp; mktemp -d
jq -n '[now, (now | todate), "now: \\(now)"]' -c
awk 'BEGIN { srand(); print rand(), rand(), systime() }'
time sleep 3
timeout 5 sleep 10; echo $?
set -x; echo $RANDOM; set +x
cp -p d/f copy; cp -r d d2; mv g h; ls -l copy d2 h
`;

const NOW = Date.parse('2026-11-23T09:00:00Z');

/** What the script prints when the computer's clock says something. */
async function printed(computer: string, script = SCRIPT, seed = 7): Promise<string> {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  vi.setSystemTime(computer);
  let now = NOW;
  const clock = {
    now: () => {
      vi.advanceTimersByTime(11);
      return now;
    },
    pass: (seconds: number) => {
      now += seconds * 1000;
    },
  };
  const commands = [...clockCommands(clock), ...clockedCommands(clock, seed), ...toolCommands(clock.now)];
  const shell = openShell({ user: 'mei', home: '/home/mei', host: 'here', now: clock.now, seed, commands });
  const { chunks } = await shell.script(script);
  return chunks.map(({ text }) => text).join('');
}

afterEach(() => {
  vi.useRealTimers();
});

describe('[one-clock] the shell', () => {
  it('prints the same whenever it runs', async () => {
    const text = await printed('2001-01-01T00:00:00Z');
    expect(await printed('2031-07-05T13:14:15Z')).toBe(text);
    expect(text).toContain('-rw-r--r-- 1 mei mei    3 Nov 23 09:00 f\n');
    expect(text).not.toMatch(/2001|2031|not implemented|No such file|not found|invalid/);
  });

  it('has luck of its own: another seed gives other numbers', async () => {
    const roll = 'echo $RANDOM $RANDOM';
    expect(await printed('2026-01-01', roll, 1)).not.toBe(await printed('2026-01-01', roll, 2));
  });

  it.each([
    ['goes on from a seed as bash does', 'RANDOM=42; echo $RANDOM $RANDOM', '17772 26794\n'],
    ['counts the seconds of the world', 'sleep 65; echo $SECONDS', '65\n'],
    ['counts from where it is set', 'SECONDS=100; sleep 5; echo $((SECONDS))', '105\n'],
    [
      'measures the time of the world',
      '{ time sleep 61.5; } 2>&1',
      '\nreal\t1m1.500s\nuser\t0m0.000s\nsys\t0m0.000s\n',
    ],
    ['stops what takes too long for timeout', 'timeout 1 sleep 2; echo $?', '124\n'],
    ['finds what is young', 'sleep 600; echo > young; find . -type f -mmin -5', './young\n'],
    ['keeps the status beside a number', 'false; echo $? $((RANDOM * 0))', '1 0\n'],
    ['takes no time back', 'sleep -1 2>/dev/null; echo $? $SECONDS', '1 0\n'],
  ])('%s', async (_, script, expected) => {
    expect(await printed('2001-01-01', script)).toBe(expected);
  });
});
