import { describe, expect, it } from 'vitest';
import { blankWorld } from '#cloud/services';
import { openSession } from '#terminal';
import { replayed } from './replay.ts';

describe('[kept-lines-are-replayed] what was typed before', () => {
  it('makes the same world again, a line that failed among them', async () => {
    const lines = [
      'cd /tmp',
      'aws iam create-user --user-name mei',
      'aws iam get-user --user-name nobody',
      'x=5',
    ];
    const first = await openSession(blankWorld());
    for (const line of lines) await first.run(line);
    const second = await openSession(blankWorld());
    const again = await replayed(lines, (line) => second.run(line));
    expect('runs' in again && again.runs.map(({ exit }) => exit)).toEqual([0, 0, 254, 0]);
    expect(JSON.stringify(second.cloud().accounts)).toBe(JSON.stringify(first.cloud().accounts));
    expect(second.prompt()).toBe(first.prompt());
  });

  it('is told to be broken at the line that cannot be run, and nothing behind it is run', async () => {
    const session = await openSession(blankWorld());
    const start = session.point();
    const ran: string[] = [];
    const play = async (line: string): Promise<string> => {
      if (line === 'broken') throw new Error('what was kept is of another make');
      await session.run(line);
      ran.push(line);
      return line;
    };
    const lines = ['aws iam create-user --user-name mei', 'broken', 'aws iam delete-user --user-name mei'];
    expect(await replayed(lines, play)).toEqual({ brokenAt: 1 });
    expect(ran).toEqual(lines.slice(0, 1));
    session.back(start);
    expect((await session.run('aws iam get-user --user-name mei')).exit).toBe(254);
    expect((await session.run('aws iam get-user')).exit).toBe(0);
  });
});
