import { describe, expect, it } from 'vitest';
import { openShell } from '../shell.ts';
import { ARCHIVES } from './archives.ts';
import { clockCommands } from './clock.ts';
import { curlCommand, type Metadata, type WebRequest } from './curl.ts';
import { readTime } from './read-time.ts';
import { writeTime } from './write-time.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');

function open(metadata?: Metadata) {
  let now = NOW;
  const clock = {
    now: () => now,
    pass: (seconds: number) => {
      now += seconds * 1000;
    },
  };
  return openShell({
    user: 'mei',
    home: '/home/mei',
    host: 'here',
    now: clock.now,
    seed: 1,
    commands: [...clockCommands(clock), ...ARCHIVES, curlCommand({ metadata })],
  });
}

async function run(line: string, metadata?: Metadata) {
  const { chunks, exit } = await open(metadata).run(line);
  return { text: chunks.map(({ text }) => text).join(''), exit };
}

describe('[sleep-moves-the-clock] sleep', () => {
  it.each([
    ['sleep 3600; date', 'Mon Nov 23 10:00:00 UTC 2026\n'],
    ['sleep 5m; date +%T', '09:05:00\n'],
    ['sleep 1h 30m; date +%T', '10:30:00\n'],
    ['sleep 0.5; date +%s.%3N', '1795424400.500\n'],
    ['sleep 2d; date -I', '2026-11-25\n'],
  ])('lets the time go by: %s', async (line, expected) => {
    expect(await run(line)).toEqual({ text: expected, exit: 0 });
  });

  it('takes no other word', async () => {
    expect(await run('sleep soon')).toMatchObject({ exit: 1 });
    expect((await run('sleep soon')).text).toContain("sleep: invalid time interval 'soon'");
  });
});

describe('[date-tells-the-clock] date', () => {
  it.each([
    ['date -u +%Y-%m-%dT%H:%M:%SZ', '2026-11-23T09:00:00Z\n'],
    ["date -d '+1 hour' --iso-8601=seconds", '2026-11-23T10:00:00+00:00\n'],
    ['date -u -d "@1700000000" +%F', '2023-11-14\n'],
    ['date -ud yesterday +%F', '2026-11-22\n'],
    ['date --date="2026-12-01 +2 days" +%F', '2026-12-03\n'],
    ['date -R', 'Mon, 23 Nov 2026 09:00:00 +0000\n'],
  ])('%s', async (line, expected) => {
    expect(await run(line)).toEqual({ text: expected, exit: 0 });
  });

  it('says so when it does not understand a time', async () => {
    expect(await run('date -d whenever')).toEqual({ text: "date: invalid date 'whenever'\n", exit: 1 });
  });

  it.each<[string, string]>([
    ['next monday', '2026-11-30T00:00:00.000Z'],
    ['last friday', '2026-11-20T00:00:00.000Z'],
    ['1 month ago', '2026-10-23T09:00:00.000Z'],
    ['2 weeks', '2026-12-07T09:00:00.000Z'],
    ['13:00', '2026-11-23T13:00:00.000Z'],
    ['3:30pm tomorrow', '2026-11-24T15:30:00.000Z'],
    ['2026-11-23T09:00:00+02:00', '2026-11-23T07:00:00.000Z'],
    ['Dec 1, 2026', '2026-12-01T00:00:00.000Z'],
    ['2024-02-29 + 1 year', '2025-03-01T00:00:00.000Z'],
  ])('reads %s', (text, expected) => {
    expect(new Date(readTime(text, NOW) ?? 0).toISOString()).toBe(expected);
  });

  it('writes the week of the year by its Thursday', () => {
    expect(writeTime('%G-%V %u %j', Date.parse('2027-01-01T00:00:00Z'))).toBe('2026-53 5 001');
  });
});

describe('[zip-packs] zip', () => {
  it('packs files that unzip finds again', async () => {
    const line =
      'mkdir d; echo a > d/a.sh; echo b > b.sh; zip -qr f.zip d b.sh; rm -r d b.sh; unzip -q f.zip -d out; cat out/d/a.sh out/b.sh';
    expect(await run(line)).toEqual({ text: 'a\nb\n', exit: 0 });
  });

  it('makes the same bytes of the same files, whenever and wherever', async () => {
    const shell = open();
    await shell.run('echo a > a; zip -q f.zip a');
    const bytes = await shell.files.read('/home/mei/f.zip');
    // The time and the day of the first file, as the format writes down midnight of the first of January 1980.
    expect([...(bytes ?? []).slice(10, 14)]).toEqual([0, 0, 33, 0]);
  });

  it('leaves the folder out with -j', async () => {
    expect((await run('mkdir d; echo a > d/x; zip -j f.zip d/x; unzip -l f.zip')).text).toBe(
      [
        '  adding: x (stored 0%)',
        'Archive:  f.zip',
        '  Length      Date    Time    Name',
        '---------  ---------- -----   ----',
        '        2  1980-01-01 00:00   x',
        '---------                     -------',
        '        2                     1 file',
        '',
      ].join('\n'),
    );
  });

  it('says so when there is nothing to pack, or no pack', async () => {
    expect(await run('zip f.zip nothing')).toMatchObject({ exit: 12 });
    expect(await run('unzip f.zip')).toMatchObject({ exit: 9 });
    expect(await run('echo text > f.zip; unzip f.zip')).toMatchObject({ exit: 9 });
  });
});

describe('[curl-reaches-aws-alone] curl', () => {
  it('finds no other host', async () => {
    expect(await run('curl https://example.com/a')).toEqual({
      text: 'curl: (6) Could not resolve host: example.com\n',
      exit: 6,
    });
    expect(await run('curl -s https://example.com')).toEqual({ text: '', exit: 6 });
  });

  it('finds no metadata service on a computer that is no instance', async () => {
    expect(await run('curl http://169.254.169.254/latest/')).toMatchObject({ exit: 7 });
  });

  it('asks the metadata service with its method and headers', async () => {
    const asked: WebRequest[] = [];
    const answer = (request: WebRequest) => {
      asked.push(request);
      return { status: 200, body: 'TOKEN' };
    };
    const line =
      'T=$(curl -sX PUT http://169.254.169.254/latest/api/token -H "X-aws-ec2-metadata-token-ttl-seconds: 60"); echo $T';
    expect(await run(line, answer)).toEqual({ text: 'TOKEN\n', exit: 0 });
    expect(asked).toEqual([
      {
        method: 'PUT',
        path: '/latest/api/token',
        headers: new Map([['x-aws-ec2-metadata-token-ttl-seconds', '60']]),
      },
    ]);
  });

  it('fails for a bad status only with -f', async () => {
    const refuse = () => ({ status: 401, body: 'no' });
    expect(await run('curl -s http://169.254.169.254/', refuse)).toEqual({ text: 'no', exit: 0 });
    expect(await run('curl -sf http://169.254.169.254/', refuse)).toEqual({ text: '', exit: 22 });
    const code = 'curl -s -o /dev/null -w "%{http_code}\\n" http://169.254.169.254/';
    expect(await run(code, refuse)).toEqual({ text: '401\n', exit: 0 });
  });
});
