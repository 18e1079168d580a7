// Command lines as people write them, in the blank world: each prints what a real shell with a real account would.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { blankWorld } from '#cloud/services';
import { openSession } from './index.ts';

const FOLDER = new URL('test/real/', import.meta.url);

interface Case {
  readonly title: string;
  readonly script: string;
  readonly prints: string;
  readonly exit: number;
}

describe.each(readdirSync(FOLDER).map((name) => [name, casesIn(name)] as const))('%s', (_, cases) => {
  test.each(cases)('[real-commands] $title', async ({ script, prints, exit }) => {
    const session = await openSession(blankWorld());
    const outcome = await session.script(script);
    const printed = outcome.chunks.filter(({ stream }) => stream === 'stdout').map(({ text }) => text);
    expect(printed.join('')).toBe(prints);
    expect(outcome.exit).toBe(exit);
  });
});

test('[real-commands] there are more than seventy', () => {
  expect(readdirSync(FOLDER).flatMap(casesIn).length).toBeGreaterThan(70);
});

function casesIn(name: string): readonly Case[] {
  const text = readFileSync(new URL(name, FOLDER), 'utf8');
  return text
    .split(/^### /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.trimEnd().split('\n');
      const said = (mark: RegExp): readonly string[] =>
        lines.filter((line) => mark.test(line)).map((line) => line.replace(mark, ''));
      return {
        title,
        script: `${lines.filter((line) => !/^#(?:=>|exit )/.test(line)).join('\n')}\n`,
        prints: said(/^#=> ?/)
          .map((line) => `${line}\n`)
          .join(''),
        exit: Number(said(/^#exit /)[0] ?? 0),
      };
    });
}
