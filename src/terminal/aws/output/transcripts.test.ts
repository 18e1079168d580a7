import { describe, expect, test } from 'vitest';
import type { Reply } from '#cloud';
import { MODELS, type ServiceModel } from '#cloud/models';
import paging from '../paging.json' with { type: 'json' };
import { TRANSCRIPTS, type Transcript } from '../../test/transcripts.ts';
import { isFields, isList, type Fields, type Value } from '../../value.ts';
import type { OutputFormat } from '../command.ts';
import { printed } from './printed.ts';
import { shaped } from './shaped.ts';

const FORMATS = ['json', 'text', 'table', 'yaml'] as const satisfies readonly OutputFormat[];

describe.each(TRANSCRIPTS.map((transcript) => [titleOf(transcript), transcript] as const))(
  '%s',
  (_, transcript) => {
    const { model, operation } = called(transcript);
    const answer = answerOf(transcript);

    test.each(FORMATS.filter((format) => format === 'json' || transcript.output[format]))(
      '[byte-for-byte] prints as %s what the command line printed',
      async (output) => {
        expect(await printed(answer, { output }, operation)).toEqual({ stdout: transcript.output[output] });
      },
    );

    test('[model-order] takes the members in any order, with dates as numbers and documents as text', async () => {
      const reply = replyOf(model, model.operations[operation]?.output, answer) as Reply;
      const again = shaped(model, operation, reply);
      const listed = resultsFirst(model.command, operation, again);
      expect(await printed(listed, {}, operation)).toEqual({ stdout: transcript.output.json });
    });
  },
);

test('[byte-for-byte] there are 51 commands, six of them in every format', () => {
  expect(TRANSCRIPTS).toHaveLength(51);
  expect(TRANSCRIPTS.filter(({ output }) => Object.keys(output).length === 4)).toHaveLength(6);
});

function titleOf({ command, situation }: Transcript): string {
  return situation === undefined ? command : `${command} (${situation})`;
}

function answerOf({ output }: Transcript): Value {
  return output.json === '' ? {} : (JSON.parse(output.json) as Value);
}

function called({ command }: Transcript): { readonly model: ServiceModel; readonly operation: string } {
  const [, service = '', words = ''] = command.split(' ');
  const model = MODELS.get(service);
  const plain = words.replaceAll('-', '');
  const operation = Object.keys(model?.operations ?? {}).find((name) => name.toLowerCase() === plain);
  if (model === undefined || operation === undefined) throw new Error(`no operation for ${command}`);
  return { model, operation };
}

/** What the account would have replied: the last member first, milliseconds for dates, text for documents. */
function replyOf(model: ServiceModel, type: string | undefined, value: Value): unknown {
  const shape = model.shapes[type ?? ''];
  if (type === 'timestamp' && typeof value === 'string') return Date.parse(value);
  if (type === 'string' && isFields(value)) return JSON.stringify(value);
  if (shape && 'list' in shape && isList(value)) return value.map((item) => replyOf(model, shape.list, item));
  if (!shape || !('members' in shape) || !isFields(value)) return value;
  const members = Object.entries(value).map(([name, held]) => [
    name,
    replyOf(model, shape.members[name], held),
  ]);
  return Object.fromEntries(members.toReversed()) as unknown;
}

/** An answer that came in pages has its results before everything else. */
function resultsFirst(service: string, operation: string, answer: Fields): Fields {
  const pages: unknown = Reflect.get(Object(Reflect.get(paging, service)) as object, operation);
  const results = new Set((pages as { readonly results: readonly string[] } | undefined)?.results);
  const all = Object.entries(answer);
  return Object.fromEntries([
    ...all.filter(([name]) => results.has(name)),
    ...all.filter(([name]) => !results.has(name)),
  ]);
}
