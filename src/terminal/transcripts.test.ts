// Every recorded command, typed in the blank world after what leads to its situation: it prints what the record shows.
import { describe, expect, test } from 'vitest';
import { blankWorld } from '#cloud/services';
import { openSession, type Answered } from './index.ts';
import { formOf, linesOf } from './test/form.ts';
import { SITUATIONS, type Situation } from './test/situations.ts';
import { TRANSCRIPTS, type Transcript } from './test/transcripts.ts';

const FORMATS = ['text', 'table', 'yaml'] as const;

describe.each(TRANSCRIPTS.map((transcript) => [transcript.name, transcript] as const))(
  '%s',
  (name, transcript) => {
    const { output } = transcript;
    const situation = SITUATIONS[name] ?? {};

    test('[transcript-json] has the keys of the record in their order, and its kinds of value', async () => {
      const printed = await typed(situation, commandOf(transcript, situation));
      expect(shownAs(output.json, printed, situation)).toEqual(shownAs(output.json, output.json, situation));
    });

    test.each(FORMATS.filter((format) => output[format]))(
      '[transcript-%s] has the lines of the record',
      async (format) => {
        const printed = await typed(situation, `${commandOf(transcript, situation)} --output ${format}`);
        expect(linesOf(printed)).toEqual(linesOf(output[format] ?? ''));
      },
    );
  },
);

test('[transcript-situations] each of the 51 records has its situation, and nothing else has', () => {
  expect(Object.keys(SITUATIONS).toSorted()).toEqual(TRANSCRIPTS.map(({ name }) => name).toSorted());
});

function commandOf({ command }: Transcript, situation: Situation): string {
  return situation.command ?? command;
}

/** What the command prints; it must go through and say nothing on standard error. */
async function typed({ before = '', given }: Situation, command: string): Promise<string> {
  const session = await openSession(blankWorld());
  const prepared = await session.run(before);
  expect(textOf(prepared, 'stderr')).toBe('');
  expect(prepared.exit).toBe(0);
  const point = session.point();
  if (given) session.back({ ...point, cloud: given(point.cloud) });
  const answered = await session.run(command);
  expect(textOf(answered, 'stderr')).toBe('');
  expect(answered.exit).toBe(0);
  return textOf(answered, 'stdout');
}

function textOf({ chunks }: Answered, stream: 'stdout' | 'stderr'): string {
  return chunks
    .filter((chunk) => chunk.stream === stream)
    .map(({ text }) => text)
    .join('');
}

/** The form of an answer; of an excerpt the members that the record shows, and the kind of what they count. */
function shownAs(record: string, printed: string, { excerpt }: Situation): string {
  return formOf(excerpt === undefined ? printed : partOf(printed, new Set(namesIn(record))));
}

const NAME = /^ *"(\w+)":/;

function namesIn(text: string): readonly string[] {
  return text.split('\n').map((line) => NAME.exec(line)?.[1] ?? '');
}

/** The lines of some members, without commas; what is counted from world to world becomes a number of any size. */
function partOf(text: string, names: ReadonlySet<string>): string {
  return text
    .split('\n')
    .filter((line) => names.has(NAME.exec(line)?.[1] ?? ''))
    .map((line) => line.replace(/,$/, '').replace(/^( *"\w+(?<!Quota|Version)": )\d+$/, '$1‹number›'))
    .join('\n');
}
